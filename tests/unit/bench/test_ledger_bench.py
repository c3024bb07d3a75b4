"""What the ledger's benchmark stands on: its rows, AWS's conflicts, the page that two commands write."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError

from bench import conflicts, ledger_report, postgres
from bench.books import OVERHEAD, ROWS, Books, bytes_of
from bench.ledger_report import HEADING, keeping_section, with_section
from bench.rates import rate


class SlowClient:
    """A client whose transactions stay on their way until they may end."""

    def __init__(self) -> None:
        self.under_way, self.may_end = Event(), Event()

    def _make_api_call(self, operation: str, asked: Any) -> str:
        self.under_way.set()
        self.may_end.wait(5)
        return operation


def writing(*keys: str) -> dict[str, Any]:
    """A transaction that changes some items and stores one."""
    updates = [{"Update": {"TableName": "t", "Key": _key(key)}} for key in keys[1:]]
    return {"TransactItems": [{"Put": {"TableName": "t", "Item": {**_key(keys[0]), "x": {}}}}, *updates]}


def _key(key: str) -> dict[str, Any]:
    return {"pk": {"S": key}, "sk": {"S": "account"}}


class TestConflictsAsOnAws:
    def test_refuse_what_wants_an_item_of_another_one_on_its_way(self) -> None:
        client = SlowClient()
        with conflicts.as_on_aws(client, at_once=4) as tally, ThreadPoolExecutor() as pool:
            first = pool.submit(client._make_api_call, "TransactWriteItems", writing("a", "hot"))
            client.under_way.wait(5)
            with pytest.raises(ClientError) as refused:
                client._make_api_call("TransactWriteItems", writing("b", "hot"))
            client.may_end.set()
            first.result()
            client._make_api_call("TransactWriteItems", writing("b", "hot"))

        reasons = refused.value.response["CancellationReasons"]
        assert [one["Code"] for one in reasons] == ["None", "TransactionConflict"]
        assert (tally.done, tally.conflicts) == (2, 1)

    def test_leave_others_and_other_requests_alone(self) -> None:
        client = SlowClient()
        with conflicts.as_on_aws(client, at_once=4) as tally, ThreadPoolExecutor() as pool:
            first = pool.submit(client._make_api_call, "TransactWriteItems", writing("a", "hot"))
            client.under_way.wait(5)
            client.may_end.set()
            client._make_api_call("TransactWriteItems", writing("b", "c"))
            client._make_api_call("GetItem", {"Key": _key("hot")})
            first.result()

        assert tally.conflicts == 0


class TestTheRows:
    def test_are_all_done_and_counted(self) -> None:
        books = Books(boto3.client("dynamodb"))
        books.grow(8)

        usages = {name: books.measure(prepare) for name, prepare in ROWS.items()}

        assert usages["Transfer"].transacted == 5
        assert usages["Settle a sale"].transacted == 12
        assert usages["Statement, a page"].requests == {"GetItem": 2, "Query": 1}

    def test_store_three_items_for_each_transfer(self) -> None:
        books = Books(boto3.client("dynamodb"))
        single, sale = (bytes_of(ROWS[name](books)) for name in ("Transfer", "Settle a sale"))

        assert 3 * OVERHEAD < single < 3 * (OVERHEAD + 400)
        assert 2 * single < sale < 4 * single


class TestARate:
    def test_does_all_of_it(self) -> None:
        done: list[int] = []

        assert rate([lambda number=number: done.append(number) for number in range(10)], 3) > 0  # type: ignore[misc]
        assert sorted(done) == list(range(10))


class TestThePage:
    NEW = f"{HEADING}\nnew\n"

    def test_gets_the_section_at_its_end_and_in_place_of_the_earlier_one(self) -> None:
        once = with_section("# Costs\n", self.NEW)

        assert once == f"# Costs\n\n{self.NEW}"
        assert with_section(once.replace("new", "old"), self.NEW) == once

    def test_keeps_the_section_when_the_costs_are_measured_anew(self) -> None:
        earlier = with_section("# Costs\n\nold\n", self.NEW)

        assert keeping_section("# Costs\n\nnew\n", earlier) == with_section("# Costs\n\nnew\n", self.NEW)
        assert keeping_section("# Costs\n", "# Costs\n") == "# Costs\n"

    def test_names_the_machine_by_its_size_only(self) -> None:
        assert ledger_report.machine().startswith("a virtual machine with ")


class TestPostgres:
    def test_that_is_not_installed_is_said_so(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.setattr(postgres, "_DEBIAN", tmp_path)

        with pytest.raises(postgres.NotAtHand, match="no initdb is installed"), postgres.running(1):
            pass
