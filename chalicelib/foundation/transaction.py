"""One use case, one transaction: all its changes, its events and its remembered answer, or none of them."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Literal, Self, TypeVar

from pynamodb.exceptions import TransactWriteError
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action
from pynamodb.transactions import TransactWrite

from chalicelib.foundation import aws, clock, idempotency, ids, outbox
from chalicelib.foundation.errors import Busy, ChangedMeanwhile, DomainError
from chalicelib.foundation.events import Event
from chalicelib.foundation.tables import Item, SharedConnection

MOST_ITEMS = 100
"""DynamoDB's limit for one transaction."""

ATTEMPTS = 8
"""How often a contended transaction is tried before the caller is told to come again."""

sleep = time.sleep
"""Replaced by tests, which do not wait."""

_Kind = Literal["check", "delete", "put", "update"]
_ORDER: tuple[_Kind, ...] = ("check", "delete", "put", "update")
_PASSING = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"}

Refusal = DomainError | Callable[[], DomainError]
_T = TypeVar("_T")


class AlreadyDone(DomainError):
    """An earlier request with this Idempotency-Key has done this already."""


class TooMuchAtOnce(DomainError):
    """This is more than can be done in one step. Please split it."""


@dataclass(frozen=True, slots=True)
class _Write:
    kind: _Kind
    item: Item
    actions: Sequence[Action]
    condition: Condition | None
    refusal: Refusal

    def key(self) -> tuple[str, str, str]:
        return self.item.Meta.table_name, self.item.pk, self.item.sk


class Transaction:
    """Collects writes and commits them all at once on leaving the `with` block, unless it raised.

    Each write may say which error it means when its condition doesn't hold. Of several failed
    conditions the earliest added one is told. Raises that error, Busy when contention doesn't end, and
    TooMuchAtOnce beyond 100 items.
    """

    def __init__(self) -> None:
        self._writes: list[_Write] = []
        self._unsent: list[outbox.Unsent] = []

    def put(
        self, item: Item, *, condition: Condition | None = None, otherwise: Refusal = ChangedMeanwhile
    ) -> None:
        """Store an item. Without a condition of your own it must be new."""
        if condition is None:
            condition = type(item).pk.does_not_exist()
        self._add(_Write("put", item, (), condition, otherwise))

    def update(
        self,
        item: Item,
        actions: Sequence[Action],
        *,
        condition: Condition | None = None,
        otherwise: Refusal = ChangedMeanwhile,
    ) -> None:
        """Change an item by its key."""
        self._add(_Write("update", item, actions, condition, otherwise))

    def delete(
        self, item: Item, *, condition: Condition | None = None, otherwise: Refusal = ChangedMeanwhile
    ) -> None:
        """Remove an item by its key."""
        self._add(_Write("delete", item, (), condition, otherwise))

    def check(self, item: Item, condition: Condition, *, otherwise: Refusal = ChangedMeanwhile) -> None:
        """Demand that an item, which isn't changed, meets a condition."""
        self._add(_Write("check", item, (), condition, otherwise))

    def emit(self, event: Event) -> None:
        """Tell an event: it is stored with the changes and sent after the commit."""
        if unsent := outbox.record(event):
            self._unsent.append(unsent)
            self._add(_Write("put", unsent, (), None, ChangedMeanwhile))

    def result(self, result: _T) -> _T:
        """Remember the answer for the request's Idempotency-Key, if it has one. Hands it back."""
        if attempt := idempotency.current():
            item, condition = attempt.record(result, clock.now())
            self._add(_Write("put", item, (), condition, AlreadyDone))
        return result

    def _add(self, write: _Write) -> None:
        self._writes.append(write)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, _: TracebackType | None
    ) -> None:
        if kind is None and self._writes:
            self._commit()
            outbox.dispatch(self._unsent)

    def _commit(self) -> None:
        if len(self._writes) > MOST_ITEMS:
            raise TooMuchAtOnce
        keys = [write.key() for write in self._writes]
        assert len(set(keys)) == len(keys), f"an item is written twice in one transaction: {keys}"
        ordered = sorted(self._writes, key=lambda write: _ORDER.index(write.kind))
        token = ids.new("txn")[4:]
        for attempt in range(ATTEMPTS):
            if attempt:
                sleep(random.uniform(0, min(1.0, 0.02 * 2**attempt)))  # noqa: S311 - jitter
            try:
                return _write(ordered, token)
            except TransactWriteError as error:
                if (refusal := self._refusal(error, ordered)) is not None:
                    raise refusal from error
        raise Busy

    def _refusal(self, error: TransactWriteError, ordered: Sequence[_Write]) -> DomainError | None:
        """The error that a failed commit means; None when it is worth another try."""
        if aws.will_pass(error):
            return None  # perhaps it was done and the answer lost: the token makes it count once
        if aws.code_of(error) != "TransactionCanceledException":
            raise error
        reasons = [reason.code if reason else None for reason in error.cancellation_reasons]
        failed = [w for w, code in zip(ordered, reasons, strict=True) if code == "ConditionalCheckFailed"]
        if failed:
            first = min(failed, key=self._writes.index)
            return first.refusal if isinstance(first.refusal, DomainError) else first.refusal()
        if all(code is None or code in _PASSING for code in reasons):
            return None
        raise error


def _write(ordered: Sequence[_Write], token: str) -> None:
    with TransactWrite(connection=SharedConnection(), client_request_token=token) as raw:
        for write in ordered:
            _add_to(raw, write)


def _add_to(raw: TransactWrite, write: _Write) -> None:
    match write.kind:
        case "check":
            raw.condition_check(type(write.item), write.item.pk, write.item.sk, condition=write.condition)
        case "delete":
            raw.delete(write.item, condition=write.condition)
        case "put":
            raw.save(write.item, condition=write.condition)
        case "update":
            raw.update(write.item, actions=list(write.actions), condition=write.condition)
