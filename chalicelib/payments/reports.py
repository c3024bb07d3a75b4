"""The gateway's own books beside ours, line by line.

`compare` is pure. What differs on one day may have an innocent reason: a payment is booked by them a second
before midnight and by us after it; a payout leaves their balance when it is made, and our books once the
bank has it. So `differences` looks each difference up by its key, on whatever day it may be, before it is
told: that costs nothing while the books agree.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from chalicelib.foundation import clock, paging
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import get
from chalicelib.payments import rules
from chalicelib.payments.gateway import LineKind, ReportLine, gateway
from chalicelib.payments.models import EntryItem, TransferItem, WithdrawalItem
from chalicelib.payments.rules import Account, Entry, Kind, WithdrawalState

PAGE = 100


class Way(StrEnum):
    """Which way money went between the world and us, as the step of our transfer names it."""

    IN = "credit"
    OUT = "paid"
    BACK = "returned"
    """Out, and then in again: a bank sent it back."""


_WAYS = {
    LineKind.CHARGE: Way.IN,
    LineKind.PAYOUT: Way.OUT,
    LineKind.REFUND: Way.OUT,
    LineKind.RETURN: Way.BACK,
}


@dataclass(frozen=True, slots=True)
class Movement:
    """Money that moved, in either's books: under which of our ids, which way, how much."""

    reference: str
    way: str
    amount: Money

    @property
    def key(self) -> tuple[str, str]:
        """By what it is found in the other's books."""
        return self.reference, self.way

    @classmethod
    def of_line(cls, line: ReportLine) -> Movement:
        """A line of the gateway's report."""
        return cls(line.reference, _WAYS[line.kind], line.amount)

    @classmethod
    def of_entry(cls, entry: Entry) -> Movement:
        """An entry of the world's account: its transfer's id is the charge's or withdrawal's, and a step."""
        reference, _, step = entry.transfer_id.rpartition(":")
        came = -entry.amount if step in (Way.IN, Way.BACK) else entry.amount
        return cls(reference, step, came)


class Fault(StrEnum):
    """How the books differ."""

    MISSING_HERE = "missing_here"
    MISSING_THERE = "missing_there"
    AMOUNT_DIFFERS = "amount_differs"
    TWICE_HERE = "twice_here"
    TWICE_THERE = "twice_there"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which the books differ; None: these books don't have it."""

    fault: Fault
    reference: str
    way: str
    ours: Money | None
    theirs: Money | None


def compare(theirs: Iterable[Movement], ours: Iterable[Movement]) -> Iterator[Difference]:
    """Every difference between the gateway's movements and ours; none when they are the same. Pure.

    Both are read once and by turns, so what is kept is what the other hasn't told yet, and the keys, by
    which something told twice is known.
    """
    waiting: tuple[dict[tuple[str, str], Movement], ...] = ({}, {})
    seen: tuple[set[tuple[str, str]], ...] = (set(), set())
    for side, movement in _by_turns(theirs, ours):
        key = movement.key
        if key in seen[side]:
            yield _difference(_TWICE[side], side, movement)
        elif other := waiting[1 - side].pop(key, None):
            if other.amount != movement.amount:
                pair = (movement, other) if side == _THERE else (other, movement)
                yield _difference(Fault.AMOUNT_DIFFERS, _THERE, pair[0], ours=pair[1].amount)
        else:
            waiting[side][key] = movement
        seen[side].add(key)
    for movement in waiting[_THERE].values():
        yield _difference(Fault.MISSING_HERE, _THERE, movement)
    for movement in waiting[_HERE].values():
        yield _difference(Fault.MISSING_THERE, _HERE, movement)


_THERE, _HERE = 0, 1
_TWICE = (Fault.TWICE_THERE, Fault.TWICE_HERE)


def _difference(fault: Fault, side: int, movement: Movement, *, ours: Money | None = None) -> Difference:
    there = side == _THERE
    return Difference(
        fault=fault,
        reference=movement.reference,
        way=movement.way,
        ours=ours if there else movement.amount,
        theirs=movement.amount if there else None,
    )


def _by_turns(theirs: Iterable[Movement], ours: Iterable[Movement]) -> Iterator[tuple[int, Movement]]:
    sides = [(_THERE, iter(theirs)), (_HERE, iter(ours))]
    while sides:
        for side in tuple(sides):
            if (movement := next(side[1], None)) is None:
                sides.remove(side)
            else:
                yield side[0], movement


def differences(gateway_name: str, day: date, *, currencies: Sequence[str]) -> Iterator[Difference]:
    """What really differs between a gateway's books of a day (in UTC) and ours, in these currencies.

    A page of 100 at a time: of the report, and of each of the 64 accounts of the world in each currency. A
    difference costs 2 reads, or the gateway's look, more. Raises GatewayUnavailable.
    """
    for found in compare(their_movements(gateway_name, day), our_movements(gateway_name, day, currencies)):
        if not _settled_another_day(gateway_name, found):
            yield found


def their_movements(gateway_name: str, day: date) -> Iterator[Movement]:
    """The gateway's report of a day, the newest first, page by page."""
    asked, cursor = gateway(gateway_name), None
    while True:
        page = asked.report(day, limit=PAGE, cursor=cursor)
        yield from map(Movement.of_line, page.items)
        if (cursor := page.cursor) is None:
            return


def our_movements(gateway_name: str, day: date, currencies: Sequence[str]) -> Iterator[Movement]:
    """The entries of a day in the world's accounts behind a gateway, the newest first, page by page."""
    streams = [
        _entries(Account(Kind.OUTSIDE, f"{gateway_name}-{shard:02}", currency), day)
        for currency in currencies
        for shard in range(rules.SHARDS)
    ]
    merged = heapq.merge(*streams, key=lambda entry: entry.at, reverse=True)
    yield from map(Movement.of_entry, merged)


def _entries(account: Account, day: date) -> Iterator[Entry]:
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    within = EntryItem.sk.between(
        f"entry#{clock.stamp(start)}", f"entry#{clock.stamp(start + timedelta(days=1))}"
    )
    cursor = None
    while True:
        page = paging.query(EntryItem, account.id, within, limit=PAGE, cursor=cursor)
        yield from map(EntryItem.entry, page.items)
        if (cursor := page.cursor) is None:
            return


def _settled_another_day(gateway_name: str, found: Difference) -> bool:
    """Whether the other books have it after all, on another day, or we know that it is still on its way."""
    if found.fault is Fault.MISSING_THERE:
        line = gateway(gateway_name).find(found.reference)
        return line is not None and line.amount == found.ours
    if found.fault is not Fault.MISSING_HERE:
        return False
    transfer: TransferItem | None = get(TransferItem, f"transfer#{found.reference}:{found.way}", "transfer")
    if transfer:
        return Money(int(transfer.amount), transfer.currency) == found.theirs
    asked: WithdrawalItem | None = get(WithdrawalItem, found.reference, "withdrawal")
    under_way = asked is not None and asked.state == WithdrawalState.REQUESTED
    return under_way and asked is not None and asked.withdrawal().amount == found.theirs
