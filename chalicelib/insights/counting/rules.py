"""What is counted of what was seen. All of it adds up, so order and partition of the batches don't matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from chalicelib.insights.events import Kind, Seen

SHARDS = 4
"""Over how many items a store's figures of a day are spread: each takes 1,000 units of writes a second."""

LIVE = timedelta(hours=1)
"""How far back the live counters reach."""

FULL = 90
"""How many items one transaction changes at most: DynamoDB takes 100."""


class Step(StrEnum):
    """The way from a look to a sale."""

    VISITOR = "visitor"
    LISTING = "listing"
    CART = "cart"
    CHECKOUT = "checkout"
    PAID = "paid"


COUNTED: Mapping[Kind, str] = {
    "view": "views",
    "listing": "looks",
    "search": "searches",
    "cart": "carts",
    "checkout": "checkouts",
}
"""By which name each kind is counted."""

OF_GOODS = frozenset({"listing", "cart"})
"""What is counted of the goods as well."""

_STEPS: Mapping[Kind, Step] = {"listing": Step.LISTING, "cart": Step.CART, "checkout": Step.CHECKOUT}


@dataclass(frozen=True, slots=True)
class Batch:
    """What one visitor did, once it is known over which channel she came. `robot`: it was no person."""

    id: str
    visitor: str
    channel: str
    country: str
    robot: bool
    seen: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """Some counts, of a day, of a minute, or of goods in a day or a month."""

    kind: str
    when: str
    of: str = ""


DAY, MINUTE, GOODS = "day", "minute", "goods"
"""The kinds of figures."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What batches or orders add up to: counts to add, and who is to be seen by the sketches of a period."""

    counts: dict[Figure, Counter[str]] = field(default_factory=dict)
    people: dict[str, dict[Step, set[str]]] = field(default_factory=dict)

    def add(self, kind: str, when: str, name: str, count: int = 1, *, of: str = "") -> None:
        """Count something."""
        self.counts.setdefault(Figure(kind, when, of), Counter())[name] += count

    def meet(self, period: str, step: Step, who: str) -> None:
        """Note that somebody came so far in a period."""
        self.people.setdefault(period, {}).setdefault(step, set()).add(who)

    def merge(self, other: Tally) -> None:
        """Take another's in."""
        for figure, counts in other.counts.items():
            self.counts.setdefault(figure, Counter()).update(counts)
        for period, steps in other.people.items():
            for step, people in steps.items():
                self.people.setdefault(period, {}).setdefault(step, set()).update(people)

    def less(self, other: Tally) -> Tally:
        """What must be added to the other's to get this."""
        found = Tally({}, self.people)
        for figure in self.counts | other.counts:
            change = Counter(self.counts.get(figure, Counter()))
            change.subtract(other.counts.get(figure, Counter()))
            if changed := Counter({name: count for name, count in change.items() if count}):
                found.counts[figure] = changed
        return found


def periods_of(day: date) -> tuple[str, str, str]:
    """The names of a day, of its week (ISO 8601) and of its month."""
    year, week, _ = day.isocalendar()
    return day.isoformat(), f"{year}-W{week:02}", f"{day:%Y-%m}"


def tally_of(batch: Batch, zone: str, *, now: datetime) -> Tally:
    """What a batch counts in a store of a time zone. Live counters have nothing of what is an hour old."""
    tally = Tally()
    for seen in batch.seen:
        local = seen.at.astimezone(ZoneInfo(zone))
        day = local.date().isoformat()
        if batch.robot:
            tally.add(DAY, day, "robots")
            continue
        _count(tally, batch, seen, local)
        if timedelta() <= now - seen.at < LIVE:
            tally.add(MINUTE, f"{seen.at:%Y-%m-%dT%H:%M}", COUNTED[seen.kind])
            if seen.arrived:
                tally.add(MINUTE, f"{seen.at:%Y-%m-%dT%H:%M}", "visits")
    return tally


def _count(tally: Tally, batch: Batch, seen: Seen, local: datetime) -> None:
    day, week, month = periods_of(local.date())
    name = COUNTED[seen.kind]
    tally.add(DAY, day, name)
    tally.add(DAY, day, f"hour_{local.hour:02}")
    if seen.arrived:
        tally.add(DAY, day, "visits")
        tally.add(DAY, day, f"channel_{batch.channel}_visits")
        if batch.country:
            tally.add(DAY, day, f"region_{batch.country}_visits")
    if seen.listing_id and seen.kind in OF_GOODS:
        for period in (day, month):
            tally.add(GOODS, period, name, of=seen.listing_id)
    for period in (day, week, month):
        tally.meet(period, Step.VISITOR, batch.visitor)
        if step := _STEPS.get(seen.kind):
            tally.meet(period, step, batch.visitor)


def portions(batches: Sequence[Batch], zone: str, *, now: datetime) -> Iterator[tuple[list[Batch], Tally]]:
    """Batches in portions that one transaction takes, each with what it adds up to."""
    some: list[Batch] = []
    sum_ = Tally()
    for batch in batches:
        tally = tally_of(batch, zone, now=now)
        if some and len(some) + 1 + len(sum_.counts | tally.counts) > FULL:
            yield some, sum_
            some, sum_ = [], Tally()
        some.append(batch)
        sum_.merge(tally)
    if some:
        yield some, sum_
