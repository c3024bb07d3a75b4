from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from chalicelib.foundation import aws
from chalicelib.foundation.config import settings
from chalicelib.payments import handlers, ledger, rules
from chalicelib.payments.closing import audit, service
from chalicelib.payments.closing.rules import Difference, Discrepancy, Phase
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import calls, messages
from tests.unit.payments import books
from tests.unit.payments.test_ledger import LI, MEI, WORLD, fen, move

OPERATOR = Api("eeeeeeee-0000-0000-0000-000000000001", claims={"cognito:groups": "operators"})
MONDAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 24, tzinfo=UTC)
NIGHT = MIDNIGHT + timedelta(hours=1)


def closed(now: datetime = NIGHT) -> list[Difference]:
    """Run the job until the day is closed, and answer what differs."""
    day = (now - timedelta(days=1)).date()
    for _ in range(20):
        service.close_books(now)
        found = world.made(OPERATOR.get(f"/books/{day}")) if started(day) else {"phase": ""}
        if found["phase"] == Phase.CLOSED:
            return service.differences_of(day, limit=100, cursor=None).items
    raise AssertionError(found)


def started(day: date) -> bool:
    return OPERATOR.get(f"/books/{day}").status == 200


def trial(day: date = MONDAY) -> dict[str, int]:
    shown = world.made(OPERATOR.get(f"/books/{day}"))["trial"]
    return {line["kind"]: line["balance"]["amount"] for line in shown}


def pay(name: str, amount: int, at: datetime = NOON) -> None:
    ledger.make(move(name, WORLD, MEI, amount), at=at)


def tamper(account: rules.Account, by: int) -> None:
    """Change a balance as nobody may."""
    aws.client("dynamodb").update_item(
        TableName=settings().table("payments"),
        Key={"pk": {"S": account.id}, "sk": {"S": "account"}},
        UpdateExpression="ADD balance :by",
        ExpressionAttributeValues={":by": {"N": str(by)}},
    )


@pytest.fixture(autouse=True)
def _no_report(monkeypatch: pytest.MonkeyPatch) -> None:
    """These transfers were made by hand: the gateway knows nothing of them."""
    monkeypatch.setattr(service.reports, "differences", lambda *_, **__: iter(()))


class TestClosing:
    def test_waits_until_a_days_entries_are_all_there(self) -> None:
        pay("t1", 100)
        assert service.close_books(NIGHT - timedelta(minutes=1)) == 0
        assert not started(MONDAY)
        assert service.close_books(NIGHT) == 2

    def test_gives_a_trial_balance_as_of_midnight_whatever_came_later(self) -> None:
        pay("t1", 100)
        ledger.make(move("t2", MEI, LI, 30), at=NOON)
        pay("t3", 7, at=MIDNIGHT + timedelta(minutes=30))

        assert closed() == []

        assert trial() == {"outside": -100, "wallet": 100}
        assert ledger.balance(MEI) == fen(77)

    def test_goes_on_from_day_to_day(self) -> None:
        pay("t1", 100)
        pay("t2", 7, at=MIDNIGHT + timedelta(hours=9))
        closed()
        assert closed(NIGHT + timedelta(days=1)) == []
        assert trial(MONDAY + timedelta(days=1)) == {"outside": -107, "wallet": 107}
        assert [one["day"] for one in world.made(OPERATOR.get("/books"))["items"]] == [
            "2026-11-24",
            "2026-11-23",
        ]

    def test_costs_what_moved_and_not_what_is_stored(self) -> None:
        for number in range(9):
            ledger.make(move(f"t{number}", WORLD, rules.wallet(f"per_{number}", "CNY"), 1), at=NOON)
        closed()
        pay("late", 5, at=MIDNIGHT + timedelta(hours=9))
        assert service.close_books(NIGHT + timedelta(days=1)) == 2

    def test_reads_an_old_accounts_new_entries_only(self) -> None:
        for number in range(30):
            pay(f"t{number}", 1)
        closed()
        pay("late", 5, at=MIDNIGHT + timedelta(hours=9))
        with calls() as made:
            audit.audit(MEI, MIDNIGHT + timedelta(days=1))
        assert made.count("Query") == 2
        assert audit._checkpoint(MEI).entries == 31

    def test_of_an_account_with_very_many_entries_takes_several_steps(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(audit, "STEP", 4)
        for number in range(11):
            pay(f"t{number}", 1)
        assert closed() == []
        assert trial() == {"outside": -11, "wallet": 11}

    def test_dies_anywhere_and_goes_on(self, monkeypatch: pytest.MonkeyPatch) -> None:
        pay("t1", 100)
        real, deaths = audit._done, [True, True]

        def dies(*args: Any) -> None:
            if deaths:
                deaths.pop()
                raise KeyboardInterrupt
            real(*args)

        monkeypatch.setattr(audit, "_done", dies)
        for _ in range(2):
            with pytest.raises(KeyboardInterrupt):
                service.close_books(NIGHT)

        assert closed() == []
        assert trial() == {"outside": -100, "wallet": 100}

    def test_by_two_runs_at_once_counts_nothing_twice(self, monkeypatch: pytest.MonkeyPatch) -> None:
        pay("t1", 100)
        real, other = audit._advance, [True]

        def advance(*args: Any) -> None:
            if other:
                other.pop()
                service.close_books(NIGHT)
            real(*args)

        monkeypatch.setattr(audit, "_advance", advance)
        with pytest.raises(Exception, match="same moment"):
            service.close_books(NIGHT)
        assert closed() == []
        assert trial() == {"outside": -100, "wallet": 100}


class TestDifferences:
    def test_tell_of_a_balance_that_isnt_the_sum_of_its_entries(self) -> None:
        pay("t1", 100)
        tamper(MEI, 5)
        assert closed() == [Difference(Discrepancy.BALANCE, MEI.id, 105, 100)]
        assert world.made(OPERATOR.get(f"/books/{MONDAY}"))["differences"] == 1

    def test_tell_of_an_entry_that_is_gone(self) -> None:
        pay("t1", 100)
        row = next(
            row for row in books._rows() if row["sk"]["S"].startswith("entry#") and row["pk"]["S"] == MEI.id
        )
        aws.client("dynamodb").delete_item(
            TableName=settings().table("payments"), Key={"pk": row["pk"], "sk": row["sk"]}
        )
        faults = {one.fault for one in closed()}
        assert faults == {Discrepancy.BALANCE, Discrepancy.TRIAL}

    def test_are_not_made_of_an_account_that_moves_while_it_is_read(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pay("t1", 100)
        real, coming = audit.get, [f"new{number}" for number in range(3)]

        def get(model: Any, pk: str, sk: str) -> Any:
            found = real(model, pk, sk)
            if sk == "account" and coming:
                pay(coming.pop(), 1, at=NIGHT)
            return found

        monkeypatch.setattr(audit, "get", get)
        assert closed() == []


class TestTheGatewaysReport:
    def test_is_compared_line_by_line(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.undo()
        world.money_for(world.LI, 5_000)
        world.made(
            world.LI.post("/wallet/withdrawals", {"amount": 500, "currency": "CNY", "destination": "ba_ok"})
        )
        handlers.pay_out({"Records": messages("payouts")})
        assert closed(books.morning_after()) == []


class TestTheBooks:
    @pytest.mark.parametrize(
        ("path", "code"),
        [
            ("/books", "operators_only"),
            ("/books/2026-11-23", "day_not_found"),
            ("/books/2026-11-23/differences", "day_not_found"),
        ],
    )
    def test_are_the_operators(self, path: str, code: str) -> None:
        pay("t1", 100)
        closed()
        assert world.MEI.get(path).json["code"] == code

    @pytest.mark.parametrize("day", ["2026-11-22", "yesterday", "2026-13-01"])
    def test_of_another_day_are_not_found(self, day: str) -> None:
        assert OPERATOR.get(f"/books/{day}").json["code"] == "day_not_found"
