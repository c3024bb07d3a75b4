"""What the listings domain tells."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from chalicelib.foundation.events import Event

CLOCK = "clock"
"""Who does what nobody asked for."""


class Cause(StrEnum):
    """Why stock moved."""

    LISTED = "listed"
    """Goods, or a variant of them, were listed."""
    RESTOCKED = "restocked"
    WRITTEN_OFF = "written_off"
    """Pieces were taken off: broken, lost, given away."""
    COUNTED = "counted"
    """Somebody counted what is there."""
    SOLD = "sold"
    RESERVED = "reserved"
    RELEASED = "released"
    """Who held a reservation gave it up."""
    LAPSED = "lapsed"
    """A reservation's time was over."""
    CANCELLED = "cancelled"
    """An order was called off before it was shipped."""


class MovedLine(BaseModel):
    """How a variant's stock changed; `reserved`: how what is held of it for somebody changed.

    A reserved piece is out of stock already, so selling it changes the second alone.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    listing_id: str
    variant_id: str
    change: int
    reserved: int = 0
    reference: str
    """The order, checkout or offer that it was for; empty for what was done to the stock itself."""


class StockMoved(Event):
    """The stock of some variants changed, in one step. It tells of each variant once."""

    cause: Cause
    by: str
    """The id of a person, or the `CLOCK`."""
    lines: tuple[MovedLine, ...]


class PriceLowered(Event):
    """Goods on sale regularly cost less than before; with `after`: who was told already."""

    listing_id: str
    price: int
    """Of the cheapest variant."""
    currency: str
    begun_at: datetime
    after: str = ""


class FavouriteCheaper(Event):
    """Goods that these people marked cost less than when they did.

    Whoever is told of one lowering is told once, however many of these name her.
    """

    listing_id: str
    title: str
    price: int
    currency: str
    begun_at: datetime
    person_ids: tuple[str, ...]


class GoodsChanged(Event):
    """What buyers may read of these goods has changed, or whether they may buy them."""

    listing_ids: tuple[str, ...]


class StockLevelEvent(Event):
    """How much is left of a variant crossed a line."""

    listing_id: str
    variant_id: str
    title: str
    """The goods' and the variant's, for a notice a person reads."""
    left: int
    people: tuple[str, ...]
    """Who counts the stock in the store, whoever opened it among them."""


class StockRanLow(StockLevelEvent):
    """No more is left than what the merchant calls low."""


class StockRanOut(StockLevelEvent):
    """Nothing is left to sell."""


class StockCameBack(StockLevelEvent):
    """What was sold out can be bought again."""
