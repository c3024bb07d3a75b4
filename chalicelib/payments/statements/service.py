"""Reading a period of a wallet, a bounded page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from chalicelib.foundation import clock, paging
from chalicelib.foundation.config import settings
from chalicelib.foundation.errors import Busy
from chalicelib.foundation.money import Money
from chalicelib.foundation.paging import BadCursor
from chalicelib.payments import ledger, rules
from chalicelib.payments.models import EntryItem
from chalicelib.payments.rules import Account, refuse_unknown
from chalicelib.payments.statements.rules import period
from chalicelib.payments.statements.sheet import Row

PAGE = 500
"""How many rows there are at most in one answer: about 50 KB."""

_LOOKS = 4
_UNKNOWN = "-"


@dataclass(frozen=True, slots=True)
class Statement:
    """Some rows of a period, the newest first."""

    first: date
    last: date
    zone: str
    rows: list[Row]
    cursor: str | None


def read(
    person_id: str,
    currency: str,
    *,
    since: date | None,
    until: date | None,
    cursor: str | None,
    now: datetime,
) -> Statement:
    """A page of a wallet's entries in a period of days. 1 query; 2 reads more where balances can be told.

    The balance after each entry is counted down from the present one, so it is told of a period that lasts
    until now. Raises UnknownCurrency, BadPeriod, BadCursor, Busy.
    """
    refuse_unknown(currency)
    zone = settings().time_zone
    first, last = period(since, until, today=now.astimezone(ZoneInfo(zone)).date())
    start, end = _midnight(first, zone), _midnight(last + timedelta(days=1), zone)
    account = rules.wallet(person_id, currency)
    if cursor:
        key, _, running = cursor.rpartition(".")
        rows, rest = _page(account, start, end, cursor=key, running=_known(running))
    elif end > now:
        rows, rest = _until_now(account, start, end)
    else:
        rows, rest = _page(account, start, end, cursor=None, running=None)
    return Statement(first, last, zone, rows, rest)


def _until_now(account: Account, start: datetime, end: datetime) -> tuple[list[Row], str | None]:
    """The first page of a period that isn't over, read while nothing was posted."""
    for _ in range(_LOOKS):
        before = ledger.state(account)
        page = _page(account, start, end, cursor=None, running=before.posted.amount)
        if ledger.state(account).entries == before.entries:
            return page
    raise Busy


def _page(
    account: Account, start: datetime, end: datetime, *, cursor: str | None, running: int | None
) -> tuple[list[Row], str | None]:
    within = EntryItem.sk.between(f"entry#{clock.stamp(start)}", f"entry#{clock.stamp(end)}")
    found = paging.query(EntryItem, account.id, within, limit=PAGE, cursor=cursor)
    rows = []
    for item in found.items:
        entry = item.entry()
        rows.append(Row(entry, None if running is None else Money(running, account.currency)))
        running = None if running is None else running - entry.amount.amount
    rest = f"{found.cursor}.{_UNKNOWN if running is None else running}" if found.cursor else None
    return rows, rest


def _known(running: str) -> int | None:
    if running == _UNKNOWN:
        return None
    if not running.removeprefix("-").isdecimal():
        raise BadCursor(field="cursor")
    return int(running)


def _midnight(day: date, zone: str) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)).astimezone(UTC)
