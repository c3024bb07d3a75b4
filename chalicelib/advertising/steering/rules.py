"""By what factor of a merchant's bids to bid, so that sales come to the target times what they cost.

The return on ad spend is what a click brings over what it costs. What it brings hardly depends on the bid,
and is noisy, since few clicks are orders: it is taken from the last 28 days. What it costs follows the bid,
and is known after few clicks: it is taken since the factor last changed. The factor then moves towards where
a click would bring the target times what it costs, by at most 15 % in a day. That bids are controlled by
feedback is from Zhang, Rong, Wang, Zhu and Wang: Feedback Control of Real-Time Display Advertising (2016); a
bounded step needs none of their tuned gains. A bid stays the most that a click may cost, so the factor never
exceeds one: a target that even the merchant's own bids surpass isn't sought from above.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

WHOLE = 10_000
"""The factor of a merchant's own bids: it is in basis points."""

LEAST = 500
"""The least factor, a twentieth: below it a campaign would not be seen, and so never be better."""

STEP = 1_500
"""By how much the factor moves at most, in basis points of itself."""

ENOUGH = 20
"""Clicks that must have been since the last step, so that the next one knows what that one did."""

PROVEN = 50
"""Clicks of the last 28 days from which it can be told what a click brings."""

LOOK_BACK = 28
"""Days."""

UNSEEN = 3
"""Days without any click after which a lowered factor is raised."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of a campaign on a day, or on some; money in minor units."""

    clicks: int = 0
    cost: int = 0
    sales: int = 0

    def __add__(self, other: Seen) -> Seen:
        return Seen(self.clicks + other.clicks, self.cost + other.cost, self.sales + other.sales)


def factor_after(factor: int, target: int, days: Mapping[date, Seen], *, since: date, today: date) -> int:
    """The next factor of a campaign's bids; the same while too little is known.

    `target` is sales over cost in basis points, `days` what came of days before today, and `since` the first
    day with the present factor.
    """
    recent = _total(days, since, today)
    if not recent.clicks and (today - since).days >= UNSEEN:
        return _stepped(factor, WHOLE)
    whole = _total(days, today - timedelta(days=LOOK_BACK), today)
    if recent.clicks < ENOUGH or whole.clicks < PROVEN:
        return factor
    affordable = whole.sales * WHOLE * recent.clicks
    paid = target * whole.clicks * recent.cost
    return _stepped(factor, factor * affordable // paid if paid else WHOLE)


def _total(days: Mapping[date, Seen], since: date, before: date) -> Seen:
    return sum((seen for day, seen in days.items() if since <= day < before), Seen())


def _stepped(factor: int, towards: int) -> int:
    low, high = factor * (WHOLE - STEP) // WHOLE, factor * (WHOLE + STEP) // WHOLE
    return max(LEAST, min(WHOLE, max(low, min(high, towards))))


def bid_of(bid: int, factor: int, *, reserve: int) -> int:
    """What is bid for a keyword: not below the reserve, and never more than the merchant's own bid."""
    return max(min(bid, reserve), bid * factor // WHOLE)
