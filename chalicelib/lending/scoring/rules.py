"""The rules of credit: a score out of a seller's own record, and what follows from it.

A scorecard (Siddiqi, Credit Risk Scorecards, 2006): each characteristic falls into a bin, each bin has
points, and the score is their sum. The card is made by `training/` and is data; what is done with it is
here. All is reckoned in whole numbers but the last step from the score to a probability.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from math import exp
from zoneinfo import ZoneInfo

from chalicelib.foundation import ids
from chalicelib.foundation.money import BASIS_POINTS, Money, portion

MOST_REASONS = 4
MOST_RAISES = 4

AGAIN_AFTER = timedelta(minutes=5)
"""Whoever asks for her standing sooner after it was reckoned hears that it is fresh."""

NIGHT_BEGINS, NIGHT_MINUTES = 1, 300
"""From one to six in the morning in the stage's zone; who is reckoned when follows from her id."""

WRITTEN_OFF = 365
"""As how many days late a loan counts that was never repaid."""

LEAST_REVIEWS = 3
"""Fewer say nothing of a seller."""


class Characteristic(StrEnum):
    """What a seller is scored by: her record here, and nothing of her person."""

    STORE_MONTHS = "store_months"
    """Since her first store was opened."""
    MONTHLY_SALES = "monthly_sales"
    """What she sells in a month on average, in minor units: orders that were completed, less refunds."""
    TREND = "trend"
    """The last three months' sales by the three before, in basis points."""
    SEASON = "season"
    """What the coming three months brought a year ago by a quarter of that year, in basis points."""
    UNEVENNESS = "unevenness"
    """The standard deviation of six months' sales by their mean, in basis points."""
    REFUNDS = "refunds"
    """What was given back of what was sold, in basis points."""
    DISPUTES = "disputes"
    """Orders that an operator decided for the buyer, in basis points of all."""
    ON_TIME = "on_time"
    """Parcels sent in time, in basis points of all."""
    RATING = "rating"
    """The average of her stars, in hundredths."""
    CUSHION = "cushion"
    """What is in her wallet by a month's sales, in basis points."""
    AD_RETURN = "ad_return"
    """What her advertising sold by what it cost, in basis points."""
    DAYS_LATE = "days_late"
    """The longest that an instalment of hers was overdue."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a seller, by `Characteristic`; None: nothing is. Nothing else enters a decision."""

    store_months: int | None
    monthly_sales: int
    trend: int | None = None
    season: int | None = None
    unevenness: int | None = None
    refunds: int | None = None
    disputes: int | None = None
    on_time: int | None = None
    rating: int | None = None
    cushion: int | None = None
    ad_return: int | None = None
    days_late: int | None = None
    months_sold: int = 0
    """Whole months since her first sale, at most twelve: of the card's choice, not of the score."""

    def of(self, what: Characteristic) -> int | None:
        """Her value of a characteristic."""
        value: int | None = getattr(self, what.value)
        return value


class Reason(StrEnum):
    """Why a limit isn't higher: adverse-action codes. Their words are in `words`."""

    NO_SALES = "no_sales"
    SHORT_HISTORY = "short_history"
    FEW_REVIEWS = "few_reviews"
    NEVER_BORROWED = "never_borrowed"
    STORE_YOUNG = "store_young"
    SALES_LOW = "sales_low"
    SALES_FALLING = "sales_falling"
    SEASON_WEAK = "season_weak"
    SALES_UNEVEN = "sales_uneven"
    REFUNDS_HIGH = "refunds_high"
    DISPUTES_LOST = "disputes_lost"
    SHIPPED_LATE = "shipped_late"
    RATING_LOW = "rating_low"
    WALLET_LOW = "wallet_low"
    ADS_UNPROFITABLE = "ads_unprofitable"
    REPAID_LATE = "repaid_late"


_REASONS: Mapping[Characteristic, tuple[Reason, Reason | None]] = {
    Characteristic.STORE_MONTHS: (Reason.STORE_YOUNG, Reason.STORE_YOUNG),
    Characteristic.MONTHLY_SALES: (Reason.SALES_LOW, None),
    Characteristic.TREND: (Reason.SALES_FALLING, Reason.SHORT_HISTORY),
    Characteristic.SEASON: (Reason.SEASON_WEAK, Reason.SHORT_HISTORY),
    Characteristic.UNEVENNESS: (Reason.SALES_UNEVEN, Reason.SHORT_HISTORY),
    Characteristic.REFUNDS: (Reason.REFUNDS_HIGH, None),
    Characteristic.DISPUTES: (Reason.DISPUTES_LOST, None),
    Characteristic.ON_TIME: (Reason.SHIPPED_LATE, None),
    Characteristic.RATING: (Reason.RATING_LOW, Reason.FEW_REVIEWS),
    Characteristic.CUSHION: (Reason.WALLET_LOW, None),
    Characteristic.AD_RETURN: (Reason.ADS_UNPROFITABLE, None),
    Characteristic.DAYS_LATE: (Reason.REPAID_LATE, Reason.NEVER_BORROWED),
}
"""Why points are lost: for what is known of a characteristic, for nothing being known (None: not told)."""

_HERS = frozenset(Characteristic) - {Characteristic.SEASON, Characteristic.DAYS_LATE}
"""What a seller can do something about; last year's season and an old arrears only time can mend."""


@dataclass(frozen=True, slots=True)
class Bin:
    """A range of values and its points. `below` is the first value above it; None: it has no end."""

    below: int | None
    points: int


@dataclass(frozen=True, slots=True)
class Scale:
    """The bins of a characteristic, from the lowest up, and the points of whom nothing is known."""

    bins: tuple[Bin, ...]
    unknown: int

    def index(self, value: int) -> int:
        """Which bin a value falls into."""
        return next(i for i, one in enumerate(self.bins) if one.below is None or value < one.below)

    def points(self, value: int | None) -> int:
        """The points of a value."""
        return self.unknown if value is None else self.bins[self.index(value)].points

    @property
    def best(self) -> int:
        """The most points that there are."""
        return max(*(one.points for one in self.bins), self.unknown)

    def better(self, value: int) -> Iterator[int]:
        """The nearest values on either side that have more points."""
        at, got = self.index(value), self.points(value)
        above = [i for i in range(at + 1, len(self.bins)) if self.bins[i].points > got]
        under = [i for i in range(at) if self.bins[i].points > got]
        for i in above[:1]:
            yield self.bins[i - 1].below or 0
        for i in under[-1:]:
            yield (self.bins[i].below or 0) - 1


@dataclass(frozen=True, slots=True)
class Band:
    """What is lent from a score on: a part of a month's sales in basis points, at so many a year."""

    from_score: int
    multiplier: int
    annual_rate: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Bands from the best down, the most that is lent, the least worth lending, and to what it is rounded."""

    bands: tuple[Band, ...]
    most: int
    least: int
    step: int

    def band(self, score: int) -> Band | None:
        """The band of a score; None: nothing is lent."""
        return next((one for one in self.bands if score >= one.from_score), None)


@dataclass(frozen=True, slots=True)
class Card:
    """A scorecard. The probability of default is 1 / (1 + exp(intercept + slope x score))."""

    version: str
    currency: str
    scales: Mapping[Characteristic, Scale]
    intercept: float
    slope: float
    grid: Grid
    starter: Grid
    """For whom has sold for less than `starter_months`."""
    starter_months: int


@dataclass(frozen=True, slots=True)
class Raise:
    """What would raise a limit: one characteristic at another value, and nothing else different."""

    what: Characteristic
    now: int
    target: int
    points: int
    limit: Money


@dataclass(frozen=True, slots=True)
class Standing:
    """What a merchant may borrow, as last reckoned. Probability and yearly rate are in basis points."""

    score: int
    default_probability: int
    limit: Money
    """Zero: nothing is lent."""
    annual_rate: int
    card_version: str
    reasons: tuple[Reason, ...]
    computed_at: datetime
    raises: tuple[Raise, ...] = ()
    days_late: int | None = None
    """The longest delay that was ever seen; None: she has neither repaid a loan nor been late."""


def score(facts: Facts, card: Card) -> int:
    """The sum of the points."""
    return sum(scale.points(facts.of(what)) for what, scale in card.scales.items())


def default_probability(score_: int, card: Card) -> int:
    """How probable it is that a loan isn't repaid within a year, in basis points: the card's calibration."""
    return round(BASIS_POINTS / (1 + exp(card.intercept + card.slope * score_)))


def offer(facts: Facts, card: Card) -> tuple[Money, int]:
    """The limit and the yearly rate: a part of a month's sales by band, capped, rounded down."""
    grid = card.starter if facts.months_sold < card.starter_months else card.grid
    band = grid.band(score(facts, card)) if facts.monthly_sales else None
    if band is None:
        return Money.zero(card.currency), 0
    wanted = portion(Money(facts.monthly_sales, card.currency), band.multiplier).amount
    limit = min(wanted, grid.most) // grid.step * grid.step
    if limit < grid.least:
        return Money.zero(card.currency), 0
    return Money(limit, card.currency), band.annual_rate


def standing(facts: Facts, card: Card, *, now: datetime) -> Standing:
    """All that follows from a record."""
    points = score(facts, card)
    limit, rate = offer(facts, card)
    return Standing(
        score=points,
        default_probability=default_probability(points, card),
        limit=limit,
        annual_rate=rate,
        card_version=card.version,
        reasons=reasons(facts, card),
        computed_at=now,
        raises=raises(facts, card),
        days_late=facts.days_late,
    )


def reasons(facts: Facts, card: Card) -> tuple[Reason, ...]:
    """Why it isn't more: where the most points are lost, the worst first."""
    first = [Reason.NO_SALES] if not facts.monthly_sales else []
    lost = {what: scale.best - scale.points(facts.of(what)) for what, scale in card.scales.items()}
    told = [_reason(what, facts) for what in sorted(lost, key=lambda one: -lost[one]) if lost[what] > 0]
    return tuple(dict.fromkeys([*first, *(one for one in told if one)]))[:MOST_REASONS]


def _reason(what: Characteristic, facts: Facts) -> Reason | None:
    known, unknown = _REASONS[what]
    return unknown if facts.of(what) is None else known


def raises(facts: Facts, card: Card) -> tuple[Raise, ...]:
    """What would raise the limit, the most first: each characteristic at the nearest better value."""
    limit, _ = offer(facts, card)
    found = [one for one in _raises(facts, card) if limit < one.limit]
    return tuple(sorted(found, key=lambda one: (-one.limit.amount, -one.points)))[:MOST_RAISES]


def _raises(facts: Facts, card: Card) -> Iterator[Raise]:
    for what, scale in card.scales.items():
        value = facts.of(what)
        if value is None or what not in _HERS:
            continue
        for target in scale.better(value):
            then: Facts = replace(facts, **{what.value: target})
            gained = scale.points(target) - scale.points(value)
            yield Raise(what, value, target, gained, offer(then, card)[0])


def next_night(person_id: str, now: datetime, zone: str) -> datetime:
    """A seller's own minute of the coming night, so that not all are reckoned at once."""
    local = now.astimezone(ZoneInfo(zone))
    at = local.replace(hour=NIGHT_BEGINS, minute=0, second=0, microsecond=0)
    at += timedelta(minutes=ids.shard(person_id, NIGHT_MINUTES))
    return (at if at > local else at + timedelta(days=1)).astimezone(UTC)


class How(StrEnum):
    """In which way a limit has changed."""

    GRANTED = "granted"
    RAISED = "raised"
    LOWERED = "lowered"
    ENDED = "ended"


def change(before: Standing | None, after: Standing) -> How | None:
    """Whether a seller hears of a new limit: when there is one, or none any more, or a tenth's difference."""
    was, now = before.limit.amount if before else 0, after.limit.amount
    if not was or not now:
        return How.GRANTED if now else How.ENDED if was else None
    if abs(now - was) * 10 < was:
        return None
    return How.RAISED if now > was else How.LOWERED
