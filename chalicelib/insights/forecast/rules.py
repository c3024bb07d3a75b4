"""How much traffic the next week may bring, hour by hour, and how far the busiest hour may go.

A week's sum follows the weeks before by exponential smoothing with a damped trend; each hour has its share of
it, as it had in the weeks before, the latest counting most. How far reality went beyond that in busy hours is
learned by forecasting each past week from those before it.

Sources: E. S. Gardner, E. McKenzie, "Forecasting trends in time series", 1985 (the damped trend); the rank of
the quantile is that of split conformal prediction: J. Lei et al., "Distribution-free predictive inference for
regression", 2018. Its parameters are usual ones and not fitted: a small store has too few weeks for that.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

WEEK = 7 * 24
FEWEST = 3
"""Weeks of history without which nothing is told."""

MOST = 12
"""Weeks that are looked at."""

QUANTILE = 0.95
"""In so many of the busy hours no more should come than is told as the most."""

_LEVEL, _TREND, _DAMPING = 0.5, 0.2, 0.85
_FORGETTING = 0.8
_UNKNOWN = 2.0
"""How far beyond may be gone where too little was learned."""

FILES_A_LOOK = 8
BYTES_A_LOOK = 1_500_000
"""How many pictures a page of a store fetches, and how many bytes they are, where a browser has none yet."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the hours of the next week are expected to bring, and by which factor busy ones may bring more."""

    hours: tuple[float, ...]
    factor: float

    @property
    def busiest(self) -> int:
        """The hour of which most is expected."""
        return max(range(len(self.hours)), key=self.hours.__getitem__)

    def most(self, hour: int) -> float:
        """What an hour may bring at most, nineteen times of twenty."""
        return self.hours[hour] * self.factor


@dataclass(frozen=True, slots=True)
class Need:
    """What a month like the next week takes of a plan for storage, if it is as busy as it may be."""

    requests: int
    bandwidth: int


def outlook(history: Sequence[int]) -> Outlook | None:
    """The next week after some weeks of hours, the latest last; None: they are too few, or empty."""
    weeks = [list(history[start : start + WEEK]) for start in range(0, len(history) - WEEK + 1, WEEK)][-MOST:]
    if len(weeks) < FEWEST or not any(map(sum, weeks)):
        return None
    return Outlook(tuple(_next(weeks)), _factor(weeks))


def _next(weeks: Sequence[Sequence[int]]) -> list[float]:
    """The expected hours of the week after."""
    level = _level([sum(week) for week in weeks])
    weights = [_FORGETTING ** (len(weeks) - 1 - age) for age in range(len(weeks))]
    whole = sum(weight * sum(week) for weight, week in zip(weights, weeks, strict=True))
    if not whole:
        return [0.0] * WEEK
    shares = (
        sum(weight * week[hour] for weight, week in zip(weights, weeks, strict=True)) for hour in range(WEEK)
    )
    return [level * share / whole for share in shares]


def _level(sums: Sequence[int]) -> float:
    """The next of some sums."""
    level, trend = float(sums[0]), 0.0
    for sum_ in sums[1:]:
        before = level
        level = _LEVEL * sum_ + (1 - _LEVEL) * (level + _DAMPING * trend)
        trend = _TREND * (level - before) + (1 - _TREND) * _DAMPING * trend
    return max(0.0, level + _DAMPING * trend)


def _factor(weeks: Sequence[Sequence[int]]) -> float:
    """How far busy hours went beyond what was expected of them."""
    ratios = sorted(ratio for known in range(2, len(weeks)) for ratio in _ratios(weeks[:known], weeks[known]))
    rank = math.ceil((len(ratios) + 1) * QUANTILE)
    return max(1.0, ratios[rank - 1]) if rank <= len(ratios) else _UNKNOWN


def _ratios(before: Sequence[Sequence[int]], came: Sequence[int]) -> Iterator[float]:
    """What came in the busiest quarter of the hours, for each that was expected."""
    expected = _next(before)
    for hour in busy(expected):
        yield came[hour] / expected[hour]


def busy(expected: Sequence[float]) -> list[int]:
    """The quarter of the hours of which most is expected."""
    ordered = sorted(range(len(expected)), key=lambda hour: -expected[hour])
    return [hour for hour in ordered[: len(expected) // 4] if expected[hour] > 0]


def need_of(outlook_: Outlook) -> Need:
    """What 30 such days take of a plan."""
    looks = sum(outlook_.hours) * outlook_.factor * 30 / 7
    return Need(round(looks * FILES_A_LOOK), round(looks * BYTES_A_LOOK))
