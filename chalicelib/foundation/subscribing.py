"""The life of what is paid ahead for one period after another, whoever sells it. Pure.

It renews at its period's end. A renewal that can't be paid is tried again every day, for so long as the grace
lasts; then it has ended. Each step counts `version`, so a period is paid once, whoever tries.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeVar

GRACE = timedelta(days=14)
"""How long what isn't paid is tried again."""

RETRY = timedelta(days=1)
_REMINDED = frozenset({1, 4, 8, 12})
"""After which tries somebody hears that her invoice isn't paid."""


class SubscriptionState(StrEnum):
    """How a subscription is: paid, or waiting for its money."""

    ACTIVE = "active"
    OVERDUE = "overdue"


class InvoiceState(StrEnum):
    """Whether an invoice is paid."""

    PAID = "paid"
    OPEN = "open"
    UNCOLLECTED = "uncollected"
    """Given up; what it was for has ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How far a subscription is. Version 0: nobody ever subscribed."""

    state: SubscriptionState = SubscriptionState.ACTIVE
    begins: datetime | None = None
    ends: datetime | None = None
    """None: it costs nothing, and goes on for ever."""
    invoice_id: str | None = None
    """The one that isn't paid."""
    tries: int = 0
    grace_until: datetime | None = None
    due: datetime | None = None
    """When the clock looks at it next."""
    version: int = 0


_C = TypeVar("_C", bound=Course)


def renewed(one: _C, *, period: timedelta) -> _C:
    """The subscription with its next period, which begins where the last one ended."""
    assert one.ends is not None
    ends = one.ends + period
    return replace(one, begins=one.ends, ends=ends, due=ends, version=one.version + 1)


def overdue(one: _C, invoice_id: str, *, now: datetime) -> _C:
    """A renewed subscription whose invoice couldn't be paid."""
    return replace(
        one,
        state=SubscriptionState.OVERDUE,
        invoice_id=invoice_id,
        tries=1,
        grace_until=now + GRACE,
        due=now + RETRY,
    )


def tried_again(one: _C, *, now: datetime) -> _C:
    """The subscription after one more try in vain."""
    return replace(one, tries=one.tries + 1, due=now + RETRY, version=one.version + 1)


def recovered(one: _C) -> _C:
    """The subscription once its invoice is paid."""
    return replace(
        one,
        state=SubscriptionState.ACTIVE,
        invoice_id=None,
        tries=0,
        grace_until=None,
        due=one.ends,
        version=one.version + 1,
    )


def hopeless(one: Course, *, now: datetime) -> bool:
    """Is the time over in which what isn't paid is tried again?"""
    return one.grace_until is not None and now >= one.grace_until


def reminded(one: Course) -> bool:
    """Does somebody hear of this try?"""
    return one.tries in _REMINDED


def unused(one: Course, *, price: int, period: timedelta, now: datetime) -> tuple[int, int]:
    """The seconds that are left of a period, and their part of its price, rounded down; (0, 0): none."""
    if not price or one.ends is None or now >= one.ends:
        return 0, 0
    left = int((one.ends - now).total_seconds())
    return left, price * left // int(period.total_seconds())
