"""The auction: who gets which slot, and what a click there costs.

Ads are ranked by bid × quality. Under the generalised second price (Edelman, Ostrovsky, Schwarz: Internet
Advertising and the Generalized Second-Price Auction, 2007) a click costs the least bid that keeps the rank:
the next one's bid × its quality ÷ one's own quality. Under Vickrey-Clarke-Groves it costs what the others
lose by one's being there. Money is in minor units; a price is rounded up, once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise


class Pricing(StrEnum):
    """By which rule a click's price is found."""

    GSP = "gsp"
    VCG = "vcg"


@dataclass(frozen=True, slots=True)
class Bid:
    """What somebody would pay for a click at most, and how good the ad is: a whole number above zero."""

    ad: str
    amount: int
    quality: int

    def __post_init__(self) -> None:
        if self.amount < 1 or self.quality < 1:
            raise ValueError("a bid and its quality are above zero")

    @property
    def score(self) -> int:
        """By which ads are ranked."""
        return self.amount * self.quality


@dataclass(frozen=True, slots=True)
class Won:
    """A slot, counted from 0, and what a click there costs."""

    slot: int
    bid: Bid
    price: int


def ranked(bids: Sequence[Bid], *, reserve: int) -> list[Bid]:
    """Those who bid the reserve at least, the best first; of equals the one whose ad's id is lower."""
    return sorted(
        (bid for bid in bids if bid.amount >= reserve), key=lambda bid: (-bid.score, -bid.amount, bid.ad)
    )


def held(
    bids: Sequence[Bid], slots: Sequence[int], *, reserve: int, pricing: Pricing = Pricing.GSP
) -> list[Won]:
    """Sell the slots. `slots` says how many clicks each would get, the best slot first.

    With fewer bidders than slots the rest stay empty.
    """
    if any(first < second for first, second in pairwise(slots)):
        raise ValueError("the best slot comes first")
    order = ranked(bids, reserve=reserve)
    price = _second_price if pricing is Pricing.GSP else _harm
    return [
        Won(slot, bid, max(reserve, price(order, slots, slot)))
        for slot, bid in enumerate(order[: len(slots)])
    ]


def _second_price(order: Sequence[Bid], _: Sequence[int], slot: int) -> int:
    """The least bid with which the ad would still be where it is."""
    if slot + 1 == len(order):
        return 0
    return _up(order[slot + 1].score, order[slot].quality)


def _harm(order: Sequence[Bid], slots: Sequence[int], slot: int) -> int:
    """What those below would gain if this ad weren't there, for each click that it gets.

    Each would rise by one slot, and so would the best of those who have none.
    """
    clicks = [*slots, 0]
    lost = sum(
        (clicks[above] - clicks[above + 1]) * below.score
        for above, below in zip(range(slot, len(slots)), order[slot + 1 :], strict=False)
    )
    return _up(lost, clicks[slot] * order[slot].quality) if clicks[slot] else 0


def _up(amount: int, by: int) -> int:
    return -(-amount // by)


def slot_at(amount: int, quality: int, others: Sequence[int], slots: int) -> int | None:
    """Which slot a bid would get against the scores of others; None: none. Of equals the others are first."""
    better = sum(1 for score in others if score >= amount * quality)
    return better if better < slots else None


def price_at(slot: int, quality: int, others: Sequence[int], *, reserve: int) -> int:
    """What a click costs in a slot by the second price, against the scores of others, the best first."""
    return max(reserve, _up(others[slot], quality) if slot < len(others) else 0)
