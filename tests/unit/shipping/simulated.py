"""Parcels whose true distributions are known: six couriers on forty lanes.

A parcel's transit time is lognormal around its courier's own in that province, and a little off on each lane;
it is handed over at any hour of the week. So a courier's true on-time rate on a lane is an integral over the
week, computed here without simulating anything.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from statistics import NormalDist

from chalicelib.shipping.couriers.rules import Place
from chalicelib.shipping.records.rules import (
    Ending,
    Lane,
    Level,
    Passage,
    Record,
    Tally,
    after_business_days,
    tally_of,
)

ORIGIN = Place("CN", "330782")
LANES = [
    Place("CN", f"{province}{city}{county}")
    for province in range(51, 61)
    for city in ("01", "02")
    for county in ("21", "22")
]
COURIERS = ("a.standard", "b.standard", "c.standard", "d.standard", "e.standard", "f.standard")
MONDAY = datetime(2026, 3, 1, 16, 0, tzinfo=UTC)
"""A Monday's midnight in Shanghai."""
SHANGHAI = "Asia/Shanghai"
PROMISED = 4
SPREAD = 0.35
"""Of the logarithm of one parcel's hours."""


@dataclass(frozen=True)
class Truth:
    """A courier on a lane, as it truly is."""

    lane: Lane
    hours: NormalDist
    """The logarithm of its transit hours."""
    lost: float

    @property
    def on_time(self) -> float:
        """The probability that a parcel comes in time."""
        chances = [self.hours.cdf(math.log(_allowed(hour))) for hour in range(168)]
        return math.fsum(chances) / len(chances)


def _allowed(hour: int) -> float:
    """The hours until the end of the last day that is in time, for a parcel of the middle of an hour."""
    begun = MONDAY + timedelta(hours=hour + 0.5)
    local = begun + timedelta(hours=8)
    last = after_business_days(local.date(), PROMISED) + timedelta(days=1)
    while last.weekday() >= 5:  # a weekend counts as the business day before it
        last += timedelta(days=1)
    until = datetime(last.year, last.month, last.day, tzinfo=UTC) - timedelta(hours=8)
    return (until - begun) / timedelta(hours=1)


def truths(dice: random.Random, *, gap: float, base: float) -> list[Truth]:
    """Six couriers on forty lanes; `gap` is how much slower each courier is than the one before, on average.

    Which courier is which differs from province to province, so that the nation's best isn't everybody's.
    """
    found = []
    for province in sorted({lane.province for lane in LANES}):
        order = dice.sample(range(len(COURIERS)), len(COURIERS))
        for place in (one for one in LANES if one.province == province):
            for courier, rank in zip(COURIERS, order, strict=True):
                middle = math.log(base) + gap * rank + dice.gauss(0, 0.03)
                lane = Lane(courier, ORIGIN, place)
                found.append(Truth(lane, NormalDist(middle, SPREAD), dice.uniform(0.001, 0.02)))
    return found


def parcels(truth: Truth, count: int, dice: random.Random) -> Iterator[Passage]:
    """What becomes of so many parcels."""
    for _ in range(count):
        begun = MONDAY + timedelta(hours=int(dice.random() * 168) + 0.5)
        took = timedelta(hours=math.exp(dice.gauss(truth.hours.mean, truth.hours.stdev)))
        lost = dice.random() < truth.lost
        yield Passage(
            shipped_at=begun - timedelta(hours=dice.uniform(0, 10)),
            promised_days=PROMISED,
            possessed_at=begun,
            attempted_at=begun + took,
            ending=Ending.LOST if lost else Ending.DELIVERED,
        )


class Books:
    """Tallies by lane and level, as the table has them."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[str]] = {}

    def note(self, lane: Lane, passage: Passage) -> None:
        """Count a parcel at every level."""
        tally = tally_of(passage, SHANGHAI)
        for level in Level:
            self._counts.setdefault(lane.key(level), Counter()).update(tally.counts)

    def record(self, lane: Lane) -> Record:
        """A lane's record."""
        return Record({level: Tally(self._counts.get(lane.key(level), {})) for level in Level})
