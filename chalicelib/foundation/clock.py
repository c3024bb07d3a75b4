"""The one place that asks what time it is. Rules and use cases are told the time instead."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time

_frozen: datetime | None = None


def now() -> datetime:
    """The present moment in UTC."""
    return _frozen or datetime.now(UTC)


@contextmanager
def stopped_at(moment: datetime) -> Iterator[None]:
    """Stop the clock for a test."""
    global _frozen  # noqa: PLW0603 - there is one clock
    before, _frozen = _frozen, moment
    try:
        yield
    finally:
        _frozen = before


AGE = range(2000, 2100)
"""The years with which we reckon: near the ends of the calendar not every zone has a time for a moment."""


def of_this_age(moment: datetime | None) -> bool:
    """Is this a moment with which we can reckon? None, which means no limit, is."""
    return moment is None or moment.year in AGE


def stamp(moment: datetime) -> str:
    """A moment as text of fixed width that sorts by time: `2026-11-25T08:30:00.123456Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def moment(stamp_: str) -> datetime:
    """The moment that `stamp` wrote."""
    return datetime.fromisoformat(stamp_)


def midnight(day: date) -> datetime:
    """When a day begins in UTC."""
    return datetime.combine(day, time(), UTC)
