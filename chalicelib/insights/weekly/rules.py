"""When a store's week is told of."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

TOLD_AT = time(8)
"""On Monday, in the store's zone: late orders of Sunday are counted by then."""


def next_telling(zone: str, *, now: datetime) -> datetime:
    """The Monday morning to come in a store's zone."""
    here = now.astimezone(ZoneInfo(zone))
    monday = here.date() - timedelta(days=here.weekday())
    for weeks in (0, 1):
        moment = datetime.combine(monday + timedelta(weeks=weeks), TOLD_AT, ZoneInfo(zone))
        if moment > here:
            return moment.astimezone(UTC)
    raise AssertionError


def week_before(due: datetime, zone: str) -> date:
    """A day of the week that is told of on a Monday."""
    return due.astimezone(ZoneInfo(zone)).date() - timedelta(days=1)
