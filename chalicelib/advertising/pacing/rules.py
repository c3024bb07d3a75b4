"""How a budget lasts for the day: by throttling along the traffic curve.

A campaign that has spent r times what the curve has planned by now takes part in an auction with probability
1/r where r is above 1, and always otherwise. So it spends as people come, and prices don't change with it.
Where so many come that all would cost d times the budget, it is √d times ahead of the plan and not d times.
The daily budget is a hard bound whatever this does.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

TRAFFIC = (
    *(28, 17, 11, 8, 7, 9, 16, 27),
    *(37, 44, 49, 50, 52, 51, 48, 47),
    *(46, 47, 50, 58, 68, 74, 67, 48),
)
"""What part of a day's visitors comes in each hour, not scaled: few by night, most after supper."""

_WHOLE = sum(TRAFFIC)

SOONEST = 0.01
"""Of the budget, what may be spent before anything is held back: the day's first clicks come as they come."""


class Pacing(StrEnum):
    """How fast a campaign spends."""

    EVEN = "even"
    """As visitors come over the day."""
    FAST = "fast"
    """As long as the budget lasts."""


def planned(local: datetime) -> float:
    """What part of a day's budget is to be spent by a moment of it, in the store's time."""
    gone = sum(TRAFFIC[: local.hour]) + TRAFFIC[local.hour] * (local.minute * 60 + local.second) / 3600
    return gone / _WHOLE


def probability(*, spent: int, budget: int, local: datetime) -> float:
    """With what probability a campaign takes part in an auction now."""
    plan = budget * max(planned(local), SOONEST)
    return 1.0 if spent <= plan else plan / spent


def takes_part(pacing: Pacing, *, spent: int, budget: int, local: datetime, chance: float) -> bool:
    """Does it? `chance` is from 0 to just below 1, the same for one campaign in one auction."""
    return pacing is Pacing.FAST or chance < probability(spent=spent, budget=budget, local=local)
