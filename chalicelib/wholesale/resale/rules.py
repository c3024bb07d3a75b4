"""What goods that one bought cost when one sells them on. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from chalicelib.foundation.money import BASIS_POINTS, Money, portion

MOST_LINES = 20
"""In one step: each is a listing of its own."""


@dataclass(frozen=True, slots=True)
class Source:
    """What was bought: so it is found when it is bought again."""

    listing_id: str
    variant_id: str


@dataclass(frozen=True, slots=True)
class Resale:
    """A line of an order that is sold on as goods of its buyer's store."""

    order_id: str
    line_id: str
    listing_id: str
    store_id: str
    quantity: int
    """How many pieces were bought."""
    person: str
    """Who put them into the store."""
    stocked: bool
    """Are those pieces in the goods' stock?"""
    source: Source


def price_of(net: Money, quantity: int, *, margin: int) -> Money:
    """What a piece costs with a margin in basis points, of so many that cost `net` together.

    What one piece cost is rounded up and the margin half up, so that nothing is sold below what was paid.
    """
    cost = Money(-(-net.amount // quantity), net.currency)
    return portion(cost, BASIS_POINTS + margin)
