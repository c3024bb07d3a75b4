"""Goods that somebody keeps in mind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chalicelib.foundation.money import Money

MOST = 500
"""Favourites of one person."""

A_TURN = 20
"""Of those who marked goods, as many as one message tells that they cost less."""


@dataclass(frozen=True, slots=True)
class Favourite:
    """Goods as they were when somebody marked them."""

    listing_id: str
    title: str
    price: Money
    """What the cheapest variant regularly cost."""
    at: datetime


@dataclass(frozen=True, slots=True)
class Fan:
    """Who marked goods, and what she knows of their price."""

    person_id: str
    known: int
    """The lowest price that she has seen there or was told."""
    told_on: str | None = None
    """The day on which she was last told of one."""

    def wants_to_hear(self, price: int, *, on: str) -> bool:
        """Is this price news to her? Not more than once a day, however often it goes up and down."""
        return price < self.known and self.told_on != on
