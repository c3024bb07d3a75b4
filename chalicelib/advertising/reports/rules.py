"""What reports tell, and what another bid would have brought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from chalicelib.advertising.auction import rules as auction
from chalicelib.advertising.clicks.rules import Sums
from chalicelib.advertising.errors import BadReportSpan
from chalicelib.advertising.quality.rules import SEEN

LONGEST = timedelta(days=92)
"""Of a report."""

LONGEST_SIMULATED = 7
"""Days whose auctions are held again, at most."""

MOST_SIMULATED = 500
"""Auctions of a day that are held again, at most."""

STEPS = (50, 75, 100, 125, 150, 200, 300)
"""The bids that are simulated, in hundredths of the present one."""


@dataclass(frozen=True, slots=True)
class Row:
    """What was counted of something on a day."""

    day: str
    of: str
    sums: Sums


@dataclass(frozen=True, slots=True)
class Held:
    """An auction that was held, from the view of one who took part."""

    quality: int
    others: tuple[int, ...]
    """The scores of the others, the best first; no more of them than there are slots and one."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a bid would have brought. Clicks are expected ones."""

    bid: int
    impressions: int
    clicks: float
    cost: float


def refuse_span(first: str, last: str) -> None:
    """Are these two days, and not too far from each other? Raises BadReportSpan."""
    try:
        days = date.fromisoformat(last) - date.fromisoformat(first)
    except ValueError:
        raise BadReportSpan(field="since") from None
    if not timedelta(0) <= days < LONGEST:
        raise BadReportSpan(field="until")


def outlook(bid: int, held: Sequence[Held], *, reserve: int, rate: float) -> Outlook:
    """What a bid would have brought in auctions that were held, by the second price.

    `rate` is the part of those who look that click.
    """
    impressions, clicks, cost = 0, 0.0, 0.0
    for one in held:
        slot = auction.slot_at(bid, one.quality, one.others, len(SEEN)) if bid >= reserve else None
        if slot is None:
            continue
        expected = rate * SEEN[slot] / SEEN[0]
        impressions += 1
        clicks += expected
        cost += expected * auction.price_at(slot, one.quality, one.others, reserve=reserve)
    return Outlook(bid, impressions, round(clicks, 2), round(cost, 2))
