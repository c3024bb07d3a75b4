"""What the campaign links' API takes and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self

from pydantic import StringConstraints

from chalicelib.foundation.http import Schema
from chalicelib.foundation.schemas import MoneyView
from chalicelib.foundation.text import line
from chalicelib.promotions.service import Promotion
from chalicelib.social.links.service import Campaign, Wish
from chalicelib.stores.campaigns.service import Channel

Id = Annotated[str, StringConstraints(min_length=1, max_length=40)]


class NewCampaignLink(Schema):
    """A link for one post on one channel: to the store, or to goods of it; it may carry a promotion."""

    channel: Channel
    post: Annotated[str, line(60, least=0)] = ""
    listing_id: Id | None = None
    promotion_id: Id | None = None

    def wish(self) -> Wish:
        """What the use case wants to know."""
        return Wish(self.channel, self.post, self.listing_id or "", self.promotion_id or "")


class CarriedPromotion(Schema):
    """The promotion that a link carries; a coupon's code is told to who takes it."""

    id: str
    title: str
    price: MoneyView | None
    pieces: int | None
    starts_at: datetime
    ends_at: datetime | None
    to_be_taken: bool

    @classmethod
    def of(cls, one: Promotion, /) -> Self:
        """Shape the answer."""
        return cls(
            id=one.id,
            title=one.title,
            price=MoneyView.of(one.price) if one.price else None,
            pieces=one.total_limit,
            starts_at=one.starts_at,
            ends_at=one.ends_at,
            to_be_taken=one.code is not None,
        )


class CampaignLinkView(Schema):
    """A campaign link; `path` and `card` are below the API's address."""

    code: str
    path: str
    card: str
    channel: Channel
    post: str
    store_id: str
    store_name: str
    listing_id: str | None
    promotion: CarriedPromotion | None
    created_at: datetime

    @classmethod
    def of(cls, one: Campaign, /) -> Self:
        """Shape the answer."""
        return cls(
            code=one.link.code,
            path=f"/s/{one.link.code}",
            card=f"/campaign-links/{one.link.code}/card",
            channel=one.link.channel,
            post=one.link.label,
            store_id=one.store.id,
            store_name=one.store.name,
            listing_id=one.listing.id if one.listing else None,
            promotion=CarriedPromotion.of(one.promotion) if one.promotion else None,
            created_at=one.link.created_at,
        )


class TakenCoupon(Schema):
    """A coupon that is yours now: name its code at the checkout."""

    promotion_id: str
    store_id: str
    title: str
    code: str
    ends_at: datetime | None

    @classmethod
    def of(cls, one: Promotion, /) -> Self:
        """Shape the answer."""
        return cls(
            promotion_id=one.id,
            store_id=one.store_id,
            title=one.title,
            code=one.code or "",
            ends_at=one.ends_at,
        )
