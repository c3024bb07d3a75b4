"""Which service is the best for a parcel, by what, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from chalicelib.shipping.couriers.rules import Service, WhyNot, Zone
from chalicelib.shipping.rates.rules import Price
from chalicelib.shipping.records.rules import Rate, Times, after_business_days

USUAL, CAREFUL = 50, 95
"""The percentiles between which a parcel is said to arrive."""
SPEED = 75
"""The percentile of the transit time that services are compared by."""
WHOLE = 100


class By(StrEnum):
    """What services are ranked by."""

    PRICE = "price"
    SPEED = "speed"
    """The hours that three of four parcels don't exceed; after them the unmeasured, by what they promise."""
    RELIABILITY = "reliability"
    """The lower end of the interval of its on-time rate: 2 of 2 is less sure than 980 of 1,000."""
    BLEND = "blend"
    """The three by their stated weights, each as a share of the best one's."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What a blend is made of, in parts of their sum."""

    price: int = 40
    speed: int = 20
    reliability: int = 40


@dataclass(frozen=True, slots=True)
class Window:
    """Between which days a parcel should arrive, and whether that is measured or promised."""

    earliest: date
    latest: date
    measured: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """A service for a parcel: its price, when it should arrive, and what it has really done on this lane."""

    service: Service
    courier_zh: str
    courier_en: str
    zone: Zone
    price: Price
    promised_days: int
    handed_over: date
    window: Window
    on_time: Rate
    makes_it: Rate | None
    """How often it comes by the day that is wanted; None: no day is."""
    loss: Rate
    damage: Rate
    times: Times | None
    pickup_minutes: int | None
    claim_minutes: int | None

    @property
    def surely(self) -> int:
        """The share of parcels, in basis points, of which one may be sure that they come in time."""
        return (self.makes_it or self.on_time).low

    @property
    def hours(self) -> int | None:
        """The time it is compared by; None: it isn't measured."""
        return self.times.hours[SPEED] if self.times else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that can carry a parcel, the best first; all that can't, with reasons; why the first is first."""

    by: By
    weights: Weights
    quotes: Sequence[Quote]
    refusals: Sequence[tuple[Service, WhyNot]]
    why: Mapping[str, str]
    """In `zh` and `en`."""


def handed_over(ready: datetime, service: Service, zone: str) -> date:
    """The day on which a parcel sets out: what is ready after the cut-off time sets out on the next."""
    local = ready.astimezone(ZoneInfo(zone))
    late = local.time() > service.cut_off
    return local.date() + timedelta(days=int(late))


def window(day: date, times: Times | None, promised_days: int) -> Window:
    """When a parcel that sets out on a day should arrive."""
    if times is None:
        promised = after_business_days(day, promised_days)
        return Window(day, promised, measured=False)
    earliest, latest = (after_business_days(day, times.days[one]) for one in (USUAL, CAREFUL))
    return Window(earliest, latest, measured=True)


def ranked(quotes: Sequence[Quote], by: By, weights: Weights) -> list[Quote]:
    """The best first; of equals the cheaper one, then by name."""
    key = _KEYS.get(by) or _blend(quotes, weights)
    return sorted(quotes, key=lambda one: (key(one), one.price.total.amount, one.service.id))


def _by_speed(quote: Quote) -> tuple[int, int]:
    return (0, quote.hours) if quote.hours is not None else (1, quote.promised_days)


_KEYS: Mapping[By, Callable[[Quote], tuple[int, ...]]] = {
    By.PRICE: lambda one: (one.price.total.amount,),
    By.SPEED: _by_speed,
    By.RELIABILITY: lambda one: (-one.surely,),
}


def _blend(quotes: Sequence[Quote], weights: Weights) -> Callable[[Quote], tuple[int, ...]]:
    return lambda one: (-score(one, quotes, weights),)


def score(quote: Quote, quotes: Sequence[Quote], weights: Weights) -> int:
    """How good a service is among others, in basis points: 10,000 is the best in all that counts.

    The cheapest one's price by its own, the fastest one's hours by its own (an unmeasured one gets nothing
    for speed), its reliability by the best one's; each by its weight.
    """
    hours = [one.hours for one in quotes if one.hours is not None]
    shares = (
        (weights.price, min(one.price.total.amount for one in quotes), quote.price.total.amount),
        (weights.speed, min(hours, default=0), quote.hours),
        (weights.reliability, quote.surely, max(one.surely for one in quotes)),
    )
    parts = [weight * 10_000 * good // best for weight, good, best in shares if best]
    return sum(parts) // max(1, weights.price + weights.speed + weights.reliability)


def why_first(quotes: Sequence[Quote], by: By, weights: Weights, nobody: Mapping[str, str]) -> dict[str, str]:
    """Why the first of ranked quotes is first, in `zh` and `en`; of none, why there is none."""
    if not quotes:
        return dict(nobody)
    first = quotes[0]
    zh, en = _reason(first, quotes, by, weights)
    if len(quotes) == 1:
        zh, en = f"只有它能送到：{zh}", f"Nobody else delivers there. {en}"
    return {"zh": f"{first.courier_zh}·{first.service.zh}：{zh}", "en": f"{first.service.en}: {en}"}


def _reason(first: Quote, quotes: Sequence[Quote], by: By, weights: Weights) -> tuple[str, str]:
    second = quotes[1] if len(quotes) > 1 else None
    price, surely = first.price.total, _percent(first.surely)
    match by:
        case By.PRICE:
            more = f", the next one {second.price.total}" if second else ""
            return f"最便宜，{price}。", f"the cheapest, {price}{more}."
        case By.SPEED if first.hours is not None:
            return (
                f"最快，四分之三的包裹在 {first.hours} 小时内送到。",
                f"the fastest: three of four parcels come within {first.hours} hours.",
            )
        case By.SPEED:
            days = first.promised_days
            return (
                f"尚无实测时效，承诺 {days} 个工作日。",
                f"nothing is measured; it promises {days} business days.",
            )
        case By.RELIABILITY if (first.makes_it or first.on_time).level is None:
            return "尚无实测记录，按价格排列。", "nobody has a record here yet, so the cheapest is first."
        case By.RELIABILITY:
            next_zh = f"，下一家 {_percent(second.surely)}" if second else ""
            next_en = f", the next one for {_percent(second.surely)}" if second else ""
            return (
                f"最可靠，准时率有把握不低于 {surely}{next_zh}。",
                f"the surest: on time for at least {surely} of parcels, with 97.5 % certainty{next_en}.",
            )
    points = score(first, quotes, weights) / 100
    parts = f"{weights.price}/{weights.speed}/{weights.reliability}"
    return (
        f"综合分最高（价格/速度/可靠 = {parts}）：{points:.1f} 分，{price}，准时率不低于 {surely}。",
        f"the best blend of price, speed and reliability ({parts}): {points:.1f} of 100, for {price}.",
    )


def _percent(basis_points: int) -> str:
    return f"{basis_points / 100:.1f} %"
