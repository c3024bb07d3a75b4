"""When a scheduled payout is due, and how much it sends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from chalicelib.foundation.money import Money

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Every(StrEnum):
    """How often."""

    DAY = "day"
    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


@dataclass(frozen=True, slots=True)
class Plan:
    """What of a wallet goes to which bank account, and when."""

    person_id: str
    destination: str
    every: Every
    minimum: Money
    """Less than this isn't worth a payout: it waits for the next one."""
    reserve: Money
    """What stays in the wallet."""
    next_at: datetime


def next_after(now: datetime, every: Every, zone: str) -> datetime:
    """The next payout's moment: six in the morning in the stage's zone, on the day that is due."""
    local = now.astimezone(ZoneInfo(zone))
    due = local.replace(hour=6, minute=0, second=0, microsecond=0)
    while due <= local or (every is not Every.DAY and _DAYS[due.weekday()] != every):
        due += timedelta(days=1)
    return due.astimezone(UTC)


def payable(plan: Plan, available: Money) -> Money | None:
    """How much is sent now: all that may be spent beyond the reserve; None: less than the minimum."""
    amount = available - plan.reserve
    return None if amount < plan.minimum or amount.amount <= 0 else amount
