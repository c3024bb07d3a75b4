"""When goods that are bought wholesale had better be ordered again, and how many of them. Pure.

The reorder point is the mean demand in the lead time and a safety stock of z·σ·√L: at this stock, what is
wanted until the order comes is still there, with a chance of 95 %. Source: E. A. Silver, D. F. Pyke, D. J.
Thomas, Inventory and Production Management in Supply Chains, 4th edition (2017), chapter 6, the rule for a
given chance of no stockout in a cycle. It takes days' sales to be independent and their sum to be normal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, sqrt

SERVICE = 1.645
"""How many standard deviations cover 95 % of a normal distribution from below."""

DAYS = 28
"""How many whole days are looked back at: four of each weekday."""
FEWEST_DAYS = 7
"""Fewer say nothing."""

_EXACT = 9
"""Decimals beyond which a number is noise of its computation."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What was sold a day, as it was measured."""

    days: int
    sold: int
    mean: float
    deviation: float
    """The standard deviation of a day, of a sample."""


@dataclass(frozen=True, slots=True)
class Advice:
    """How many pieces to order, and when."""

    reorder_point: int
    """At this stock, pieces."""
    days_left: int | None
    """How many whole days it takes to get there; None: nothing is sold."""
    quantity: int
    """Pieces, in whole cases and not below the minimum; 0: none is needed, as nothing is sold."""


def measured(sold: Sequence[int]) -> Demand | None:
    """What was sold a day; None: too few days are known."""
    days, total = len(sold), sum(sold)
    if days < FEWEST_DAYS:
        return None
    squares = days * sum(one * one for one in sold) - total * total
    return Demand(days, total, total / days, sqrt(squares / (days * (days - 1))))


def advice(demand: Demand, *, stock: int, lead_days: int, cover_days: int, least: int, case: int) -> Advice:
    """When to order, and how many: what is missing to the reorder point and so many days' sales beyond it.

    Where the stock is still above the reorder point, this is what it takes once it has fallen to it.
    """
    if not demand.sold:
        return Advice(0, None, 0)
    safety = SERVICE * demand.deviation * sqrt(lead_days)
    point = _up(demand.mean * lead_days + safety)
    left = max(0, floor(round((stock - point) / demand.mean, _EXACT)))
    missing = point + _up(demand.mean * cover_days) - min(stock, point)
    return Advice(point, left, -(-max(missing, least) // case) * case)


def _up(pieces: float) -> int:
    return ceil(round(pieces, _EXACT))
