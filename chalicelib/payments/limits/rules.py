"""What the limits are, and which day it is for a person."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo

from chalicelib.foundation import money
from chalicelib.foundation.money import Money


class Use(StrEnum):
    """What a wallet is used for, each with limits of its own."""

    TOP_UP = "top_up"
    PAYMENT = "payment"
    WITHDRAWAL = "withdrawal"


@dataclass(frozen=True, slots=True)
class Limit:
    """The most at once, and the most in a day."""

    single: Money
    daily: Money


@dataclass(frozen=True, slots=True)
class Used:
    """A limit and how much of the day's is used."""

    use: Use
    limit: Limit
    used: Money

    @property
    def left(self) -> Money:
        """How much may still be moved today, at once."""
        rest = max(0, self.limit.daily.amount - self.used.amount)
        return Money(min(rest, self.limit.single.amount), self.used.currency)


@dataclass(frozen=True, slots=True)
class Limits:
    """All the limits of a wallet on a day."""

    day: date
    resets_at: datetime
    uses: tuple[Used, ...]


_OTHERS = "*"

DEFAULTS: Mapping[str, Mapping[str, tuple[int, int]]] = {
    _OTHERS: {"top_up": (50_000, 200_000), "payment": (50_000, 200_000), "withdrawal": (50_000, 200_000)},
    "JPY": {"top_up": (1_000_000, 4_000_000), "payment": (1_000_000, 4_000_000)},
    "KRW": {"top_up": (10_000_000, 40_000_000), "payment": (10_000_000, 40_000_000)},
    "VND": {"top_up": (100_000_000, 400_000_000), "payment": (100_000_000, 400_000_000)},
}
"""By currency and use: the most at once and the most in a day, in whole major units.

A use that a currency doesn't name is as of a payment, if the currency names that, else as of all others.
"""


@cache
def limit_of(use: Use, currency: str, settings: str = "") -> Limit:
    """The limit of a use of a currency. `settings` is a stage's own JSON of the same form as DEFAULTS.

    Raises ValueError when the settings make no sense.
    """
    told = {**DEFAULTS, **(json.loads(settings) if settings else {})}
    found = told.get(currency, {}).get(use) or told.get(currency, {}).get(Use.PAYMENT) or told[_OTHERS][use]
    single, daily = (int(amount) * 10 ** money.minor_digits(currency) for amount in found)
    if not 0 <= single <= daily:
        raise ValueError(f"the limits of {use} in {currency} make no sense: {found}")
    return Limit(Money(single, currency), Money(daily, currency))


def day_of(moment: datetime, zone: str) -> date:
    """The day that it is in a time zone."""
    return moment.astimezone(ZoneInfo(zone)).date()


def end_of(day: date, zone: str) -> datetime:
    """When a day of a time zone is over."""
    after = day + timedelta(days=1)
    return datetime(after.year, after.month, after.day, tzinfo=ZoneInfo(zone))
