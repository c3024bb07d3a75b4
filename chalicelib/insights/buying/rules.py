"""What an order counts in its store's figures, and what a buyer's months count in the table of cohorts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from chalicelib.insights.counting.rules import DAY, GOODS, Step, Tally, periods_of

MONTHS = 36
"""How many months a cohort is followed."""


@dataclass(frozen=True, slots=True)
class Sold:
    """Some of one listing in an order, and what they cost."""

    listing_id: str
    units: int
    amount: int


@dataclass(frozen=True, slots=True)
class Sale:
    """An order as it was placed: this never changes."""

    order_id: str
    buyer_id: str
    placed_at: datetime
    total: int
    region: str
    sold: tuple[Sold, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What of an order changes its figures."""

    sale: bool
    """It was neither called off nor wholly refunded."""
    refunded: int
    channel: str
    """Over which its buyer came; nothing: nobody told."""


def month_of(sale: Sale, zone: str) -> str:
    """The month in which it was placed."""
    return f"{sale.placed_at.astimezone(ZoneInfo(zone)):%Y-%m}"


def tally_of(sale: Sale, effect: Effect | None, zone: str) -> Tally:
    """What an order counts, on the day on which it was placed."""
    tally = Tally()
    if effect is None:
        return tally
    local = sale.placed_at.astimezone(ZoneInfo(zone))
    day, week, month = periods_of(local.date())
    tally.add(DAY, day, "paid")
    for period in (day, week, month):
        tally.meet(period, Step.PAID, sale.buyer_id)
    if effect.sale:
        _count(tally, sale, effect, day=day, month=month, hour=local.hour)
    return tally


def _count(tally: Tally, sale: Sale, effect: Effect, *, day: str, month: str, hour: int) -> None:
    names = [f"channel_{effect.channel or 'unknown'}", f"region_{sale.region}"]
    for name, count in (("orders", 1), ("sales", sale.total), ("refunded", effect.refunded)):
        tally.add(DAY, day, name, count)
        for of in names:
            tally.add(DAY, day, f"{of}_{name}", count)
    tally.add(DAY, day, f"hour_{hour:02}_orders")
    for sold in sale.sold:
        for period in (day, month):
            tally.add(GOODS, period, "sold", sold.units, of=sold.listing_id)
            tally.add(GOODS, period, "sales", sold.amount, of=sold.listing_id)


def region_of(country: str, region: str) -> str:
    """Where an order goes: the country, in China the province by the first digits of its code (GB/T 2260)."""
    return f"CN{region[:2]}" if country == "CN" else country


def cohort_changes(before: Mapping[str, int], after: Mapping[str, int]) -> dict[str, Counter[str]]:
    """How cohorts change when a buyer's months do: by first month, what to add to which count."""
    changes: dict[str, Counter[str]] = {}
    for months, sign in ((after, 1), (before, -1)):
        first, counts = _cells(months)
        for name, count in counts.items():
            changes.setdefault(first, Counter())[name] += sign * count
    kept = {first: Counter({n: c for n, c in counts.items() if c}) for first, counts in changes.items()}
    return {first: counts for first, counts in kept.items() if counts}


def _cells(months: Mapping[str, int]) -> tuple[str, Counter[str]]:
    """The cohort that a buyer belongs to, and what she counts there.

    `buyers`, `repeat` (who bought more than once), and `after_00` and so on: who bought so many months later.
    """
    active = sorted(month for month, orders in months.items() if orders > 0)
    if not active:
        return "", Counter()
    later = [since for month in active if (since := _apart(active[0], month)) < MONTHS]
    counts = Counter({f"after_{since:02}": 1 for since in later})
    counts["buyers"] = 1
    counts["repeat"] = int(sum(months[month] for month in active) > 1)
    return active[0], counts


def _apart(first: str, later: str) -> int:
    years, months = int(later[:4]) - int(first[:4]), int(later[5:]) - int(first[5:])
    return 12 * years + months


def with_order(months: Mapping[str, int], month: str, change: int) -> dict[str, int]:
    """A buyer's months after an order was counted, or isn't any more."""
    after = {**months, month: months.get(month, 0) + change}
    return {one: orders for one, orders in after.items() if orders}
