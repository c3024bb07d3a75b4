"""What figures are made of the counts of days: totals, parts, and comparisons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from chalicelib.insights.counting.rules import Step
from chalicelib.insights.errors import BadFiguresSpan

Length = Literal["day", "week", "month"]

LONGEST = timedelta(days=92)
"""Of a file of days."""

FIRST = date(2020, 1, 1)

TIMES: Mapping[Step, str] = {
    Step.VISITOR: "visits",
    Step.LISTING: "looks",
    Step.CART: "carts",
    Step.CHECKOUT: "checkouts",
    Step.PAID: "paid",
}
"""What of each step is counted exactly, beside the people."""


@dataclass(frozen=True, slots=True)
class Period:
    """Some days, both counted; `name` is by what its people are kept."""

    first: date
    last: date
    name: str


@dataclass(frozen=True, slots=True)
class Part:
    """What came over a channel, or from a region."""

    name: str
    visits: int
    orders: int
    sales: int
    refunded: int


@dataclass(frozen=True, slots=True)
class Hour:
    """What was seen and ordered in an hour of the day, in the store's time zone."""

    hour: int
    seen: int
    orders: int


@dataclass(frozen=True, slots=True)
class Figures:
    """A period's counts, and how many people came how far: those are estimates."""

    period: Period
    counts: Mapping[str, int]
    people: Mapping[Step, int]


@dataclass(frozen=True, slots=True)
class Cohort:
    """Who bought first in a month: how many, how many of them again, and how many so many months later."""

    month: str
    buyers: int
    repeat: int
    after: tuple[int, ...]


def period_of(length: Length, day: date) -> Period:
    """The day, the week (from Monday) or the month that a day is in."""
    if length == "day":
        return Period(day, day, day.isoformat())
    if length == "week":
        first = day - timedelta(days=day.weekday())
        year, week, _ = first.isocalendar()
        return Period(first, first + timedelta(days=6), f"{year}-W{week:02}")
    last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return Period(day.replace(day=1), last, f"{day:%Y-%m}")


def before(length: Length, period: Period) -> Period:
    """The period before."""
    return period_of(length, period.first - timedelta(days=1))


def refuse_day(day: date, *, today: date) -> None:
    """Is there anything to tell of a day? Raises BadFiguresSpan."""
    if not FIRST <= day <= today:
        raise BadFiguresSpan(field="on")


def refuse_span(first: date, last: date, *, today: date) -> None:
    """Are these two days, in their order, of which there is something to tell? Raises BadFiguresSpan."""
    if not FIRST <= first <= last:
        raise BadFiguresSpan(field="since")
    if last > today or last - first >= LONGEST:
        raise BadFiguresSpan(field="until")


def summed(days: Mapping[str, Mapping[str, int]], period: Period) -> Counter[str]:
    """The counts of a period's days together."""
    sums: Counter[str] = Counter()
    for day, counts in days.items():
        if period.first.isoformat() <= day <= period.last.isoformat():
            sums.update(counts)
    return sums


def parts_of(counts: Mapping[str, int], of: str) -> list[Part]:
    """What the counts tell of each channel or region, the one with most sales first, then most visits."""
    found: dict[str, Counter[str]] = {}
    for name, count in counts.items():
        kind, _, rest = name.partition("_")
        if kind == of:
            part, _, what = rest.rpartition("_")
            found.setdefault(part, Counter())[what] += count
    parts = [Part(name, c["visits"], c["orders"], c["sales"], c["refunded"]) for name, c in found.items()]
    some = [part for part in parts if part.visits or part.orders]  # an order may have moved to another
    return sorted(some, key=lambda part: (-part.sales, -part.visits, part.name))


def hours_of(counts: Mapping[str, int]) -> list[Hour]:
    """The hours of the day, all 24."""
    return [
        Hour(hour, counts.get(f"hour_{hour:02}", 0), counts.get(f"hour_{hour:02}_orders", 0))
        for hour in range(24)
    ]


def change(now: int, before: int) -> float | None:
    """By which part of it something grew; None: there was nothing before."""
    return round((now - before) / before, 4) if before else None


def ratio(part: int, whole: int) -> float | None:
    """A part of a whole; None: there is no whole."""
    return round(part / whole, 4) if whole else None


def repeat_rate(cohorts: Iterable[Cohort]) -> float | None:
    """Of all buyers, those that bought again."""
    known = list(cohorts)
    return ratio(sum(one.repeat for one in known), sum(one.buyers for one in known))


def cohort_of(month: str, counts: Mapping[str, int], *, until: str) -> Cohort:
    """A cohort of its counts; months that haven't come yet aren't told."""
    apart = 12 * (int(until[:4]) - int(month[:4])) + int(until[5:]) - int(month[5:])
    after = tuple(counts.get(f"after_{since:02}", 0) for since in range(max(0, apart) + 1))
    return Cohort(month, counts.get("buyers", 0), counts.get("repeat", 0), after)
