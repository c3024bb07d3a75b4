"""Who comes first among partners: a number made of what was measured, which few cases can't win or ruin.

Each share is smoothed as the mean of a Beta belief: so many cases of the usual kind are counted beside the
real ones, so a newcomer is taken for usual, and one lucky job doesn't beat fifty good ones (Laplace's rule
of succession with an informed prior). All figures are whole numbers, in ten-thousandths.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.foundation.money import BASIS_POINTS
from chalicelib.partners.profiles.rules import Profile, Record, Trade

BEST = BASIS_POINTS
"""The highest standing."""

_ON_TIME = (8_500, 10)
_ACCEPTED = (9_000, 10)
_REPEAT = (2_000, 5)
_RATING = (8_000, 5)
"""What is usual, and how many cases of it are counted beside the real ones."""

_WEIGHTS = (25, 25, 10, 40)

SAME_PROVINCE = 300
SAME_CITY = 600
"""What being near is worth: as much as some steps in the record, and never more than a bad one."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom a merchant looks for."""

    trade: Trade
    region: str = ""
    budget: int | None = None
    """In minor units of `currency`."""
    currency: str = ""


def smoothed(seen: int, of: int, usual: tuple[int, int]) -> int:
    """A share in ten-thousandths, with the usual cases counted beside those that were seen."""
    mean, cases = usual
    return (seen * BASIS_POINTS + mean * cases) // (of + cases)


def standing(record: Record) -> int:
    """How good a partner's record is, from 0 to 10,000."""
    rated = smoothed(record.stars - record.reviews, 4 * record.reviews, (_RATING[0], 4 * _RATING[1]))
    parts = (
        smoothed(record.on_time, record.delivered, _ON_TIME),
        smoothed(record.accepted, record.decided, _ACCEPTED),
        smoothed(record.repeats, record.merchants + record.repeats, _REPEAT),
        rated,
    )
    return sum(part * weight for part, weight in zip(parts, _WEIGHTS, strict=True)) // sum(_WEIGHTS)


def fits(profile: Profile, wanted: Wanted) -> bool:
    """Does a partner do this work, at a price within the budget?"""
    if wanted.trade not in profile.trades:
        return False
    if wanted.budget is None:
        return True
    price = profile.lowest_price(wanted.trade)
    return price is not None and price.currency == wanted.currency and price.amount <= wanted.budget


def _near(profile: Profile, region: str) -> int:
    if not region or not profile.region:
        return 0
    if profile.region[:4] == region[:4]:
        return SAME_CITY
    return SAME_PROVINCE if profile.region[:2] == region[:2] else 0


def ranked(found: Sequence[tuple[Profile, Record]], wanted: Wanted) -> list[tuple[Profile, Record]]:
    """Those who fit, the best first; among equals the cheaper, then by id: it is a total order."""

    def place(one: tuple[Profile, Record]) -> tuple[int, int, str]:
        profile, record = one
        price = profile.lowest_price(wanted.trade)
        return (
            -(standing(record) + _near(profile, wanted.region)),
            price.amount if price else 2**62,
            profile.id,
        )

    return sorted((one for one in found if fits(one[0], wanted)), key=place)
