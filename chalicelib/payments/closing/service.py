"""Closing the books of each day, in steps that may die anywhere and go on.

Accounts that moved are found by an index on the time since when they have unaudited entries: a day costs what
moved on it, not what is stored. Then the gateway's report is compared with our entries, line by line.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from chalicelib.foundation import due, paging
from chalicelib.foundation.config import settings
from chalicelib.foundation.observability import log
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import get
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments import reports
from chalicelib.payments.closing import audit, models, rules
from chalicelib.payments.closing.audit import Verdict
from chalicelib.payments.closing.models import ClosingItem, DayItem, DifferenceItem, TotalItem
from chalicelib.payments.closing.rules import Day, Difference, Discrepancy, Phase
from chalicelib.payments.errors import DayNotFound
from chalicelib.payments.models import AccountItem
from chalicelib.payments.rules import Account, Kind

ACCOUNTS = 500
"""The most accounts of one shard that one run audits."""


def close_books(now: datetime) -> int:
    """Go on closing the earliest day that isn't closed; answers how many accounts were audited.

    A query for each of 4 shards and an audit for each account found, at most 2,000; once none is left, the
    gateway's report of the day.
    """
    day, phase = _state(now)
    if not rules.can_close(day, now):
        return 0
    if phase is Phase.ACCOUNTS:
        audited, left = _audit_accounts(day)
        if not left:
            _balance(day)
        return audited
    _compare_gateways(day)
    _finish(day)
    return 0


def _state(now: datetime) -> tuple[date, Phase]:
    """Which day is being closed, and how far that is; at the very first yesterday is."""
    found: ClosingItem | None = get(ClosingItem, "closing", "state")
    if found:
        return date.fromisoformat(found.day), Phase(found.phase)
    return (now - timedelta(days=1)).date(), Phase.ACCOUNTS


def _move_on(tx: Transaction, day: date, phase: Phase, *, to: tuple[date, Phase]) -> None:
    """Note that a step is done, unless another run has noted it: 1 item."""
    item = ClosingItem
    here = (item.day == day.isoformat()) & (item.phase == phase.value)
    tx.update(
        ClosingItem(pk="closing", sk="state"),
        [item.day.set(to[0].isoformat()), item.phase.set(to[1].value)],
        condition=here | item.pk.does_not_exist(),
    )


def _audit_accounts(day: date) -> tuple[int, bool]:
    """How many were audited, and whether some are left for the next run."""
    cut, audited, left = rules.cut_of(day), 0, False
    for account in _due(cut):
        verdict, difference = audit.audit(account, cut)
        if difference:
            _tell(day, difference)
        audited += 1
        left = left or verdict is Verdict.NOT_YET
    return audited, left or audited >= ACCOUNTS


def _due(cut: datetime) -> Iterator[Account]:
    before = cut - timedelta.resolution
    for keys in due.by_shard(AccountItem.due, AccountItem.due_at, "audit", before, limit=ACCOUNTS):
        yield from (Account.named(key.pk) for key in keys)


def _tell(day: date, difference: Difference) -> None:
    with Transaction() as tx:
        tx.update(models.difference_key(day, difference), models.noting(difference))
    log.error(
        "the books differ",
        extra={"day": day.isoformat(), "fault": difference.fault.value, "subject": difference.subject},
    )


def _balance(day: date) -> None:
    trial = {item.sk: int(item.amount) for item in TotalItem.query("trial", consistent_read=True)}
    for difference in rules.unbalanced(trial):
        _tell(day, difference)
    with Transaction() as tx:
        _move_on(tx, day, Phase.ACCOUNTS, to=(day, Phase.GATEWAYS))
        tx.put(DayItem(pk="days", sk=day.isoformat(), phase=Phase.GATEWAYS.value, trial=trial))


def _compare_gateways(day: date) -> None:
    found: DayItem = get(DayItem, "days", day.isoformat())
    outside = [name for name in found.trial if name.startswith(f"{Kind.OUTSIDE}:")]
    currencies = [name.rpartition(":")[2] for name in outside]
    for one in reports.differences(settings().gateway, day, currencies=currencies):
        ours = one.ours.amount if one.ours else None
        theirs = one.theirs.amount if one.theirs else None
        _tell(day, Difference(Discrepancy(one.fault), f"{one.reference}:{one.way}", ours, theirs))


def _finish(day: date) -> None:
    differences = DifferenceItem.count(f"differences#{day}", consistent_read=True)
    with Transaction() as tx:
        _move_on(tx, day, Phase.GATEWAYS, to=(day + timedelta(days=1), Phase.ACCOUNTS))
        tx.update(
            DayItem(pk="days", sk=day.isoformat()),
            [DayItem.differences.set(differences), DayItem.phase.set(Phase.CLOSED.value)],
        )
    log.info("books closed", extra={"day": day.isoformat(), "differences": differences})


def days(*, limit: int, cursor: str | None) -> Page[Day]:
    """The days whose books are balanced, the latest first. 1 query."""
    return paging.query(DayItem, "days", limit=limit, cursor=cursor).map(DayItem.closed)


def show_day(day: date) -> Day:
    """The trial balance of a day. 1 read. Raises DayNotFound."""
    found: DayItem | None = get(DayItem, "days", day.isoformat())
    if found is None:
        raise DayNotFound
    return found.closed()


def differences_of(day: date, *, limit: int, cursor: str | None) -> Page[Difference]:
    """What an operator must look at, of a day. 1 query."""
    found = paging.query(DifferenceItem, f"differences#{day}", limit=limit, cursor=cursor)
    return found.map(DifferenceItem.difference)
