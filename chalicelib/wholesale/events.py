"""What the wholesale domain tells."""

from typing import Literal

from chalicelib.foundation.events import Event


class WholesaleEvent(Event):
    """Something that one person should know."""

    person_id: str
    title: str


class QuoteAsked(WholesaleEvent):
    """A buyer asked this very supplier for a quotation."""

    request_id: str
    quantity: int


class QuoteMoved(WholesaleEvent):
    """The other side made a quotation or answered one; `state` is what the quotation is then."""

    request_id: str
    quote_id: str
    state: str
    by: Literal["buyer", "supplier"]
    quantity: int
    total: int
    currency: str


class SupplierJudged(WholesaleEvent):
    """An operator decided about a supplier; `title` is the store's name."""

    store_id: str
    state: str
    reason: str
