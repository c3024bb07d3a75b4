"""What the API of offers takes and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field

from chalicelib.conversations.offers.many import Made
from chalicelib.conversations.offers.rules import WHOLE, Offer, OfferState, Thresholds
from chalicelib.conversations.rules import LONGEST_TEXT, Side
from chalicelib.conversations.schemas import Id
from chalicelib.foundation.http import Schema
from chalicelib.foundation.schemas import Amount, Cursor, MoneyView
from chalicelib.foundation.text import prose

Share = Annotated[int, Field(ge=1, le=2 * WHOLE)]
"""Of the listed price, in basis points."""


class CounterOffer(Schema):
    """What one proposes: so many pieces at so much each, in minor units; for 48 hours unless it is said."""

    price: Amount
    quantity: Annotated[int, Field(ge=1, le=9999)]
    text: Annotated[str, prose(LONGEST_TEXT)] = ""
    hours: Annotated[int, Field(ge=1, le=24 * 14)] | None = None


class NewOffer(CounterOffer):
    """What one proposes for which goods."""

    listing_id: Id
    variant_id: Id


class OfferToAskers(CounterOffer):
    """What a merchant proposes to all who have asked about goods, 20 at a time."""

    variant_id: Id
    cursor: Cursor | None = None


class OfferToFans(OfferToAskers):
    """What a merchant proposes to all who keep goods in mind, 20 at a time."""


class OffersMadeView(Schema):
    """To how many of a page an offer was made; `cursor` goes into the next request, until it is null."""

    sent: int
    unchanged: int
    passed_over: int
    cursor: str | None

    @classmethod
    def of(cls, made: Made, /) -> Self:
        """Shape the answer."""
        return cls(sent=made.sent, unchanged=made.unchanged, passed_over=made.passed_over, cursor=made.cursor)


class PriceOfferView(Schema):
    """An offer. Once it is accepted its goods are kept for the buyer until `reserved_until`."""

    id: str
    conversation_id: str
    listing_id: str
    variant_id: str
    title: str
    quantity: int
    price: MoneyView
    total: MoneyView
    by: Side
    round: int
    state: OfferState
    created_at: datetime
    expires_at: datetime
    reserved_until: datetime | None

    @classmethod
    def of(cls, offer: Offer, /) -> Self:
        """Shape the answer."""
        return cls(
            id=offer.id,
            conversation_id=offer.conversation_id,
            listing_id=offer.listing_id,
            variant_id=offer.variant_id,
            title=offer.title,
            quantity=offer.quantity,
            price=MoneyView.of(offer.price),
            total=MoneyView.of(offer.total),
            by=offer.by,
            round=offer.round,
            state=offer.state,
            created_at=offer.created_at,
            expires_at=offer.expires_at,
            reserved_until=offer.reserved_until,
        )


class OfferThresholds(Schema):
    """What happens by itself to buyers' offers, in basis points of the listed price; null: nothing."""

    accept_from: Share | None
    decline_below: Share | None

    @classmethod
    def of(cls, thresholds: Thresholds, /) -> Self:
        """Shape the answer."""
        return cls(accept_from=thresholds.accept_from, decline_below=thresholds.decline_below)
