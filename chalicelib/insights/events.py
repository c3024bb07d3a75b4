"""What insights tells itself, over its queue."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

from chalicelib.foundation.events import Event

Kind = Literal["view", "listing", "search", "cart", "checkout"]
"""A look at the store, a look at goods, a search, something put into the cart, a checkout begun."""


class Seen(BaseModel):
    """Something that a visitor did."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    kind: Kind
    at: datetime
    listing_id: str | None = None
    arrived: bool = False
    """With this her visit began."""
    checkout_id: str | None = None


class Source(BaseModel):
    """Over what a visitor came, as far as her browser or app tells."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    link: str | None = None
    """The code of one of the store's short links."""
    ad: bool = False
    referrer: str = ""
    """The other site's host; nothing: none told, or our own."""
    agent: str = ""
    """What the browser says of itself. It isn't kept."""


class VisitsSeen(Event):
    """Some things that one visitor did in a store. The event's id is made of the batch's: a batch that is
    sent again is the same event."""

    store_id: str
    visitor: str
    """A pseudonym that is good in this store alone; without consent, for a day."""
    country: str = ""
    source: Source
    seen: tuple[Seen, ...]


class WeekSummed(Event):
    """A store's week is over. Sales are in minor units."""

    store_id: str
    person_id: str
    store_name: str
    first: date
    last: date
    visits: int
    orders: int
    sales: int
    sales_before: int
    """In the week before."""
    currency: str
