"""What a seller's orders come to by month, and what these months say of her.

An order counts once it is over, in the month in which it was: what is over doesn't change any more. The
figures that a year makes are of whole months, so that they don't fall on the first of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from functools import reduce
from math import isqrt
from operator import add
from zoneinfo import ZoneInfo

from chalicelib.foundation.money import BASIS_POINTS

PROMPT = timedelta(hours=72)
"""A parcel that is sent within this time after the order is sent in time."""

KEPT = 13
"""How many months are looked at: a year of whole ones, and the one that isn't over."""

_YEAR, _HALF, _QUARTER = 12, 6, 3


@dataclass(frozen=True, slots=True)
class Counts:
    """What some orders come to. Amounts are in minor units."""

    orders: int = 0
    completed: int = 0
    cancelled: int = 0
    parcels: int = 0
    """Orders that were sent, or should have been."""
    on_time: int = 0
    refunds: int = 0
    """Orders of which something was given back."""
    disputes_lost: int = 0
    sales: int = 0
    """What completed orders brought, less refunds."""
    refunded: int = 0

    def __add__(self, other: Counts) -> Counts:
        """Both together."""
        names = [one.name for one in fields(self)]
        return Counts(*(getattr(self, name) + getattr(other, name) for name in names))


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an order ended."""

    placed_at: datetime
    shipped_at: datetime | None
    ended_at: datetime
    completed: bool
    cancelled: bool
    total: int
    refunded: int
    disputes_lost: int
    unsent_after: timedelta
    """After this time an order that isn't sent is called off by the clock."""


def counts_of(one: Outcome) -> Counts:
    """What an order counts for."""
    sent_late = one.shipped_at is None and one.ended_at >= one.placed_at + one.unsent_after
    prompt = one.shipped_at is not None and one.shipped_at <= one.placed_at + PROMPT
    given_back = 0 if one.cancelled else one.refunded
    return Counts(
        orders=1,
        completed=int(one.completed),
        cancelled=int(one.cancelled),
        parcels=int(one.shipped_at is not None or sent_late),
        on_time=int(prompt),
        refunds=int(given_back > 0),
        disputes_lost=one.disputes_lost,
        sales=one.total - one.refunded if one.completed else 0,
        refunded=given_back,
    )


def month_of(moment: datetime, zone: str) -> str:
    """The month of a moment, such as `2026-11`."""
    return moment.astimezone(ZoneInfo(zone)).strftime("%Y-%m")


def months_before(month: str, count: int) -> list[str]:
    """So many months before one, the oldest first."""
    first = date.fromisoformat(f"{month}-01")
    whole = first.year * 12 + first.month - 1
    return [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(whole - count, whole)]


@dataclass(frozen=True, slots=True)
class Record:
    """A seller's months, by name; those without an order aren't there. `now` is the one that isn't over."""

    months: Mapping[str, Counts]
    now: str
    currency: str

    def last(self, count: int) -> list[Counts]:
        """The last whole months, the oldest first."""
        return [self.months.get(month, Counts()) for month in months_before(self.now, count)]

    def since(self, count: int) -> Counts:
        """What came in the last whole months and in this one."""
        return _sum([*self.last(count), self.months.get(self.now, Counts())])

    @property
    def months_sold(self) -> int:
        """How many whole months ago she first sold something, a year at most."""
        sold = [month for month, counts in self.months.items() if counts.completed and month <= self.now]
        return months_before(self.now, _YEAR)[::-1].index(min(sold)) + 1 if self._whole(sold) else 0

    def _whole(self, sold: Sequence[str]) -> bool:
        return bool(sold) and months_before(self.now, _YEAR)[0] <= min(sold) < self.now

    @property
    def monthly_sales(self) -> int:
        """What a month brings on average: of the whole ones since the first sale, once there are three."""
        if (whole := self.months_sold) >= _QUARTER:
            return _sum(self.last(whole)).sales // whole
        return self.since(whole).sales // (whole + 1)

    @property
    def trend(self) -> int | None:
        """The last quarter's sales by the one before."""
        return self._by(self.last(_QUARTER), self.last(_HALF)[:_QUARTER], least=_HALF)

    @property
    def season(self) -> int | None:
        """The quarter that is coming, as it was a year ago, by an average one."""
        year = self.last(_YEAR)
        ratio = self._by(year[:_QUARTER], year, least=_YEAR)
        return None if ratio is None else ratio * 4

    @property
    def unevenness(self) -> int | None:
        """The standard deviation of half a year's sales by their mean."""
        sales = [one.sales for one in self.last(_HALF)]
        mean = sum(sales)
        if self.months_sold < _HALF or not mean:
            return None
        # All six-fold, so that no fraction is lost before the root.
        squares = sum((_HALF * one - mean) ** 2 for one in sales)
        return isqrt(squares * BASIS_POINTS**2 // (_HALF * mean**2))

    def _by(self, some: Sequence[Counts], others: Sequence[Counts], *, least: int) -> int | None:
        return None if self.months_sold < least else share(_sum(some).sales, _sum(others).sales)

    @property
    def refund_rate(self) -> int | None:
        """What was given back of what was sold, in half a year."""
        seen = self.since(_HALF)
        return share(seen.refunded, seen.sales + seen.refunded)

    @property
    def dispute_rate(self) -> int | None:
        """Orders that an operator decided for the buyer, of all, in a year."""
        seen = self.since(_YEAR)
        return share(seen.disputes_lost, seen.orders)

    @property
    def on_time_rate(self) -> int | None:
        """Parcels sent in time, in half a year."""
        seen = self.since(_HALF)
        return share(seen.on_time, seen.parcels)


def _sum(counts: Iterable[Counts]) -> Counts:
    return reduce(add, counts, Counts())


def share(part: int, whole: int) -> int | None:
    """A part of a whole, in basis points; None: of nothing."""
    return part * BASIS_POINTS // whole if whole else None


def whole_months(since: datetime, now: datetime, zone: str) -> int:
    """How many whole months lie between two moments."""
    begun, today = (moment.astimezone(ZoneInfo(zone)) for moment in (since, now))
    months = (today.year - begun.year) * 12 + today.month - begun.month
    return max(0, months - (today.day < begun.day))
