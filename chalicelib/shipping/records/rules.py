"""A courier's record: what each parcel adds to it, and what may be told of it.

**Rates** are told by a Beta-binomial model. Of a rate nothing is known at first, Beta(½, ½) (Jeffreys). What
was seen in the whole country makes of it Beta(½ + s, ½ + n - s). For a province the belief is as after κ
parcels of the country's mean m, Beta(κm, κ(1 - m)), and what was seen there is added; so on to the city and
the county. What a level tells the next narrower one excludes that one's own parcels, so none counts twice;
and a belief never weighs more than what it was made of. The interval is the middle 95 % of the last belief.
Source: Gelman et al., Bayesian Data Analysis, 3rd edition, section 2.4 and chapter 5.

Where a lane has at least MANY_PARCELS and less than FEW_CASES expected cases (losses, as a rule), the
interval reaches as far as the lane's own, Beta(½ + s, ½ + n - s), too: by itself the model covered the truth
there 91 times in 100 in simulations, both together 96 to 99 times.

κ says how much alike places are. It is STRENGTH, but so much more for what is rare that one such case is in
it, κ = 1/m or 1/(1 - m): at 90 % places are expected to differ by √(0.9 · 0.1 / 11) = 9 points, one standard
deviation, and where one parcel of a hundred is lost by another of a hundred.

**Times** are counted in fixed buckets, so that a parcel adds one to one of them. Business days have a bucket
each: their percentiles are exact up to LONGEST_DAYS. Hours have buckets whose bounds grow by a tenth: a
percentile is told as a bucket's geometric middle, which is at most 5 % off above SHORTEST_HOURS.
Percentiles are the nearest rank's, of the narrowest level at which LEAST_TIMES parcels were measured.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from chalicelib.shipping.couriers.rules import Place
from chalicelib.shipping.intervals.rules import Beta

STRENGTH = 10.0
UNKNOWN = Beta(0.5, 0.5)
CREDIBLE = 0.95
FEW_CASES, MANY_PARCELS = 5, 100
LEAST_TIMES = 30
LONGEST_DAYS = 20
"""Business days; what takes longer is counted there."""
SHORTEST_HOURS = 4.0
GROWTH = 1.1
HOUR_BUCKETS = 56
"""The last one begins at 4 · 1.1⁵⁴ = 687 hours and has no end."""
PERCENTILES = (50, 75, 85, 90, 95, 99)
NATIONAL_SHARDS = 4

DAYS = tuple(f"d{day:02}" for day in range(LONGEST_DAYS + 1))
HOURS = tuple(f"h{bucket:02}" for bucket in range(HOUR_BUCKETS))
COUNTS = (
    "seen",
    "pickup_minutes",
    "measured",
    "on_time",
    "concluded",
    "lost",
    "damaged",
    "claims",
    "claim_minutes",
)
LEAST_CLAIMS = 5
ALL_COUNTS = (*COUNTS, *DAYS, *HOURS)


class Level(StrEnum):
    """How wide one looks, the widest first."""

    NATIONAL = "national"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of what was seen, by name: those of ALL_COUNTS; what isn't there is 0."""

    counts: Mapping[str, int] = field(default_factory=dict)

    def __getitem__(self, name: str) -> int:
        return self.counts.get(name, 0)

    def plus(self, other: Tally) -> Tally:
        """Both together."""
        return self._with(other, 1)

    def less(self, other: Tally) -> Tally:
        """What is in this one and not in the other; what is only in the other is below 0."""
        return self._with(other, -1)

    def _with(self, other: Tally, sign: int) -> Tally:
        names = {*self.counts, *other.counts}
        found = {name: self[name] + sign * other[name] for name in sorted(names)}
        return Tally({name: count for name, count in found.items() if count})


class Ending(StrEnum):
    """How a parcel's way ended."""

    DELIVERED = "delivered"
    RETURNED = "returned"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Passage:
    """What is known of one parcel's way, from its tracking events."""

    shipped_at: datetime
    """When the merchant said that the courier may have it."""
    promised_days: int
    """Within how many business days the courier promised to come."""
    possessed_at: datetime | None = None
    """When the courier first had it."""
    attempted_at: datetime | None = None
    """When delivery was first tried."""
    ending: Ending | None = None
    damaged: bool = False


def tally_of(passage: Passage, zone: str) -> Tally:
    """What a parcel adds to its service's record. `zone` is the time zone in which days begin."""
    if passage.possessed_at is None:
        return Tally()
    waited = max(timedelta(), passage.possessed_at - passage.shipped_at)
    counts = {"seen": 1, "pickup_minutes": int(waited.total_seconds()) // 60}
    if passage.attempted_at:
        days = business_days(_day(passage.possessed_at, zone), _day(passage.attempted_at, zone))
        took = max(timedelta(), passage.attempted_at - passage.possessed_at)
        counts |= {
            "measured": 1,
            "on_time": int(days <= passage.promised_days),
            DAYS[min(days, LONGEST_DAYS)]: 1,
            HOURS[hour_bucket(took)]: 1,
        }
    if passage.ending:
        lost = int(passage.ending is Ending.LOST)
        counts |= {"concluded": 1, "lost": lost, "damaged": int(passage.damaged)}
    return Tally({name: count for name, count in counts.items() if count})


def _day(moment: datetime, zone: str) -> date:
    return moment.astimezone(ZoneInfo(zone)).date()


def business_days(begun: date, ended: date) -> int:
    """Mondays to Fridays after the first day up to the last one. Public holidays count as any other day."""
    whole, rest = divmod(max(0, (ended - begun).days), 7)
    return whole * 5 + sum((begun.weekday() + one) % 7 < 5 for one in range(1, rest + 1))


def after_business_days(begun: date, days: int) -> date:
    """The day that so many business days after another end on."""
    day = begun
    while days > 0:
        day += timedelta(days=1)
        days -= day.weekday() < 5
    return day


def hour_bucket(took: timedelta) -> int:
    """The bucket of a time: the first has all up to SHORTEST_HOURS, the last all that is longer."""
    hours = took.total_seconds() / 3600
    if hours <= SHORTEST_HOURS:
        return 0
    return min(HOUR_BUCKETS - 1, math.ceil(math.log(hours / SHORTEST_HOURS) / math.log(GROWTH) - 1e-9))


def bucket_hours(bucket: int) -> float:
    """The time that a bucket stands for: its geometric middle; of the first its upper bound."""
    if bucket == 0:
        return SHORTEST_HOURS
    return SHORTEST_HOURS * math.pow(GROWTH, bucket - 0.5)


@dataclass(frozen=True, slots=True)
class Lane:
    """A service's way from somewhere to somewhere, as its record is kept at each level."""

    service: str
    origin: Place
    destination: Place

    def key(self, level: Level) -> str:
        """What the record of a level is stored under: from a city or a province to a place of that level."""
        begun, ended = {
            Level.NATIONAL: ("", ""),
            Level.PROVINCE: (self.origin.province, self.destination.province),
            Level.CITY: (self.origin.city, self.destination.city),
            Level.COUNTY: (self.origin.city, self.destination.county),
        }[level]
        return f"{self.service}#{begun}>{ended}"


@dataclass(frozen=True, slots=True)
class Record:
    """A service's tallies on a lane, each level's containing the narrower ones'."""

    levels: Mapping[Level, Tally]

    def at(self, level: Level) -> Tally:
        """The tally of a level."""
        return self.levels.get(level, Tally())


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate in basis points: what is expected, and between what it is with CREDIBLE probability."""

    expected: int
    low: int
    high: int
    of: int
    """Of how many parcels at `level`."""
    level: Level | None
    """The narrowest level at which anything was seen; None: nothing was, anywhere."""


@dataclass(frozen=True, slots=True)
class Times:
    """Transit times by percentile, none of them shorter than the one before."""

    days: Mapping[int, int]
    """Business days from first possession to first attempt."""
    hours: Mapping[int, int]
    of: int
    level: Level


def rate(record: Record, success: str | Sequence[str], of: str) -> Rate:
    """How often something happens to a service's parcels on a lane, and how sure that is."""
    names = (success,) if isinstance(success, str) else success
    seen = [(sum(record.at(level)[name] for name in names), record.at(level)[of], level) for level in Level]
    belief = believed([(count, whole) for count, whole, _ in seen])
    narrowest = next(((whole, level) for _, whole, level in reversed(seen) if whole), (0, None))
    beliefs = [belief, *_by_itself(belief, *seen[-1][:2])]
    edge = (1 - CREDIBLE) / 2
    return Rate(
        expected=_basis_points(belief.mean),
        low=_basis_points(min(one.quantile(edge) for one in beliefs)),
        high=_basis_points(max(one.quantile(1 - edge) for one in beliefs)),
        of=narrowest[0],
        level=narrowest[1],
    )


def _by_itself(belief: Beta, successes: int, of: int) -> list[Beta]:
    """What the lane alone says (Jeffreys), where it saw much, but so few cases that the model is too sure."""
    few = of * min(belief.mean, 1 - belief.mean) < FEW_CASES
    return [UNKNOWN.after(min(of, max(0, successes)), of)] if few and of >= MANY_PARCELS else []


def believed(seen: Sequence[tuple[int, int]], strength: float = STRENGTH) -> Beta:
    """What is believed of a rate after successes and trials at each level, the widest first.

    Levels are read at slightly different moments: what seems to be negative is nothing.
    """
    belief = UNKNOWN
    for position, (successes, of) in enumerate(seen):
        if position:
            weight = min(belief.weight, max(strength, 1 / min(belief.mean, 1 - belief.mean)))
            belief = Beta(weight * belief.mean, weight * (1 - belief.mean))
        inner = seen[position + 1] if position + 1 < len(seen) else (0, 0)
        own = max(0, of - inner[1])
        belief = belief.after(min(own, max(0, successes - inner[0])), own)
    return belief


def _basis_points(share: float) -> int:
    return round(share * 10_000)


def times(record: Record) -> Times | None:
    """How long a service's parcels take; None: too few were measured anywhere."""
    for level in reversed(Level):
        tally = record.at(level)
        if (of := tally["measured"]) >= LEAST_TIMES:
            return Times(
                days=_percentiles([tally[name] for name in DAYS], range(LONGEST_DAYS + 1)),
                hours=_percentiles(
                    [tally[name] for name in HOURS], [round(bucket_hours(b)) for b in range(HOUR_BUCKETS)]
                ),
                of=of,
                level=level,
            )
    return None


def _percentiles(buckets: Sequence[int], values: Sequence[int]) -> dict[int, int]:
    """The nearest-rank percentiles: the smallest value that so many of a hundred don't exceed."""
    of, found = sum(buckets), {}
    for percent in PERCENTILES:
        rank, below = -(-of * percent // 100), 0
        for count, value in zip(buckets, values, strict=True):
            below += count
            if below >= rank:
                found[percent] = value
                break
    return found


def within(days: int) -> Sequence[str]:
    """The counts of the parcels that came within so many business days."""
    return DAYS[: max(0, days) + 1] if days <= LONGEST_DAYS else DAYS


def pickup_minutes(record: Record) -> int | None:
    """How long couriers let wait on average, at the narrowest level with LEAST_TIMES parcels."""
    return _average(record, "pickup_minutes", "seen", LEAST_TIMES)


def claim_minutes(record: Record) -> int | None:
    """How long a claim waits for its answer on average, at the narrowest level with LEAST_CLAIMS of them."""
    return _average(record, "claim_minutes", "claims", LEAST_CLAIMS)


def _average(record: Record, of: str, count: str, least: int) -> int | None:
    for level in reversed(Level):
        tally = record.at(level)
        if tally[count] >= least:
            return round(tally[of] / tally[count])
    return None
