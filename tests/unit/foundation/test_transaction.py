from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from botocore.exceptions import ClientError
from pynamodb.attributes import NumberAttribute

from chalicelib.foundation import aws, events, outbox, transaction
from chalicelib.foundation.errors import Busy, ChangedMeanwhile, DomainError
from chalicelib.foundation.events import Event
from chalicelib.foundation.tables import Item, get, table
from chalicelib.foundation.transaction import TooMuchAtOnce, Transaction
from tests.unit.conftest import messages

NOW = datetime(2026, 11, 25, tzinfo=UTC)


class Counter(Item):
    class Meta(Item.Meta):
        table_name = table("foundation")

    count = NumberAttribute()


class Rang(Event):
    bell: str


class TooFew(DomainError):
    """There are too few."""


def counter(name: str, count: int = 0) -> Counter:
    return Counter(pk=name, sk="counter", count=count)


def stored(name: str) -> Counter | None:
    found: Counter | None = get(Counter, name, "counter")
    return found


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(events, "_subscriptions", {Rang.kind(): ("notifications",)})
    return


class TestTransaction:
    def test_writes_everything_at_once(self) -> None:
        with Transaction() as tx:
            tx.put(counter("a", 1))
            tx.put(counter("b", 2))

        assert (stored("a").count, stored("b").count) == (1, 2)  # type: ignore[union-attr]

    def test_writes_nothing_when_one_condition_fails(self) -> None:
        counter("full", 1).save()

        with pytest.raises(ChangedMeanwhile), Transaction() as tx:
            tx.put(counter("a", 1))
            tx.put(counter("full", 2))

        assert stored("a") is None

    def test_writes_nothing_when_the_block_raises(self) -> None:
        with pytest.raises(KeyError), Transaction() as tx:
            tx.put(counter("a", 1))
            raise KeyError

        assert stored("a") is None

    def test_tells_the_error_of_the_condition_that_failed(self) -> None:
        counter("few", 1).save()

        with pytest.raises(TooFew), Transaction() as tx:
            tx.put(counter("a", 1))
            tx.update(counter("few"), [Counter.count.add(-2)], condition=Counter.count >= 2, otherwise=TooFew)
            tx.put(counter("b", 1))

    def test_tells_the_earliest_of_several_failed_conditions(self) -> None:
        counter("few", 1).save()
        counter("full", 1).save()

        with pytest.raises(TooFew), Transaction() as tx:
            tx.update(counter("few"), [Counter.count.add(-2)], condition=Counter.count >= 2, otherwise=TooFew)
            tx.put(counter("full", 1), otherwise=ChangedMeanwhile)

    def test_refuses_more_than_dynamodb_takes(self) -> None:
        with pytest.raises(TooMuchAtOnce), Transaction() as tx:
            for number in range(101):
                tx.put(counter(str(number)))

    def test_refuses_to_write_one_item_twice(self) -> None:
        with pytest.raises(AssertionError, match="twice"), Transaction() as tx:
            tx.put(counter("a"))
            tx.update(counter("a"), [Counter.count.add(1)])


class TestContention:
    @pytest.fixture
    def conflicts(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """How often DynamoDB will say that another transaction holds the item; tokens sent are noted."""
        left = ["conflict"] * 3
        tokens: list[str] = []
        client = aws.client("dynamodb")
        real = client._make_api_call

        def call(operation: str, kwargs: dict[str, Any]) -> Any:
            if operation == "TransactWriteItems":
                tokens.append(kwargs["ClientRequestToken"])
                if left:
                    left.pop()
                    raise ClientError(
                        {
                            "Error": {"Code": "TransactionCanceledException", "Message": "conflict"},
                            "CancellationReasons": [{"Code": "TransactionConflict"}],
                        },  # type: ignore[typeddict-unknown-key]
                        operation,
                    )
            return real(operation, kwargs)

        monkeypatch.setattr(client, "_make_api_call", call)
        return tokens

    def test_is_retried_until_it_passes(self, conflicts: list[str]) -> None:
        with Transaction() as tx:
            tx.put(counter("a", 1))

        assert stored("a") is not None
        assert len(conflicts) == 4

    def test_is_retried_under_one_token_so_that_a_lost_answer_counts_once(self, conflicts: list[str]) -> None:
        with Transaction() as tx:
            tx.put(counter("a", 1))

        assert len(set(conflicts)) == 1

    def test_ends_in_a_plea_to_come_again(
        self, conflicts: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(transaction, "ATTEMPTS", 3)

        with pytest.raises(Busy), Transaction() as tx:
            tx.put(counter("a", 1))


@pytest.mark.usefixtures("heard")
class TestOutbox:
    def test_sends_an_event_after_the_commit_and_forgets_it(self) -> None:
        with Transaction() as tx:
            tx.put(counter("a"))
            tx.emit(Rang(at=NOW, bell="door"))

        assert len(messages("notifications")) == 1
        assert unsent() == 0

    def test_sends_nothing_when_the_commit_fails(self) -> None:
        counter("a").save()

        with pytest.raises(ChangedMeanwhile), Transaction() as tx:
            tx.put(counter("a"))
            tx.emit(Rang(at=NOW, bell="door"))

        assert messages("notifications") == []
        assert unsent() == 0

    def test_keeps_an_event_that_could_not_be_sent(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with monkeypatch.context() as broken:
            broken.setattr(outbox.queues, "send", _dies)
            with Transaction() as tx:
                tx.emit(Rang(at=NOW, bell="door"))

        assert unsent() == 1
        assert messages("notifications") == []

    def test_keeps_an_event_that_the_queue_did_not_take(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(outbox.queues, "send", lambda queue, messages: {messages[0].event_id})
        with Transaction() as tx:
            for bell in ("door", "church"):
                tx.emit(Rang(at=NOW, bell=bell))

        assert unsent() == 1

    def test_keeps_an_event_until_every_listeners_queue_took_it(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(events, "_subscriptions", {Rang.kind(): ("notifications", "payouts")})
        took = {"notifications": 1, "payouts": 0}
        monkeypatch.setattr(
            outbox.queues, "send", lambda queue, sent: {one.event_id for one in sent[: took[queue]]}
        )
        with Transaction() as tx:
            tx.emit(Rang(at=NOW, bell="door"))

        assert unsent() == 1

    def test_the_sweep_sends_what_was_left_behind(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with monkeypatch.context() as broken:
            broken.setattr(outbox.queues, "send", _dies)
            with Transaction() as tx:
                tx.emit(Rang(at=NOW, bell="door"))

        assert outbox.sweep(datetime.now(UTC) + outbox.GRACE * 2) == 1
        assert len(messages("notifications")) == 1
        assert unsent() == 0

    def test_the_sweep_leaves_fresh_events_to_those_who_are_sending_them(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(outbox.queues, "send", _dies)
        with Transaction() as tx:
            tx.emit(Rang(at=NOW, bell="door"))

        assert outbox.sweep(datetime.now(UTC)) == 0
        assert unsent() == 1

    def test_an_event_that_nobody_hears_is_not_stored(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(events, "_subscriptions", {})
        with Transaction() as tx:
            tx.put(counter("a"))
            tx.emit(Rang(at=NOW, bell="door"))

        assert unsent() == 0


def _dies(*_: object) -> None:
    raise ConnectionError("the process died")


def unsent() -> int:
    return sum(len(list(outbox.Unsent.query(outbox._shard_key(shard)))) for shard in range(outbox.SHARDS))
