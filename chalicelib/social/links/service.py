"""Campaign links: short links for a channel and a post, which lead to goods and may carry a promotion.

A campaign link is one of the store's short links (`stores.sharing`), so its visits are counted and attributed
as theirs are; here stands only what it carries.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from chalicelib.foundation.tables import Want, read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import service as listings
from chalicelib.listings.errors import ListingNotFound
from chalicelib.listings.service import Listing
from chalicelib.promotions import service as promotions
from chalicelib.promotions.errors import CouponNotFound, PromotionNotFound
from chalicelib.promotions.service import Board, Promotion
from chalicelib.social.links import models
from chalicelib.social.links.models import Carried
from chalicelib.stores import service as stores
from chalicelib.stores.campaigns import service as campaigns
from chalicelib.stores.campaigns.service import Channel, Link
from chalicelib.stores.errors import LinkNotFound
from chalicelib.stores.service import Scope, Store


@dataclass(frozen=True, slots=True)
class Wish:
    """What a campaign link should be."""

    channel: Channel
    label: str
    listing_id: str
    promotion_id: str


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign link with all that it shows."""

    link: Link
    store: Store
    listing: Listing | None
    promotion: Promotion | None


def make(store_id: str, *, person: str, wish: Wish, now: datetime) -> Campaign:
    """Make a campaign link. 1 read, 1 transaction of 3 items.

    Raises StoreNotFound, NotPermitted, ListingNotFound, PromotionNotFound, TooManyLinks.
    """
    store, staff, board, *goods = read_together(
        [
            *stores.wants(store_id, person),
            promotions.board_want(store_id),
            *_listing_wants(wish.listing_id),
        ]
    )
    store = stores.checked(store, staff, person=person, scope=Scope.LINKS_EDIT)
    listing = goods[0] if goods else None
    if wish.listing_id and (listing is None or listing.store_id != store_id):
        raise ListingNotFound(field="listing_id")
    promotion = _promotion(board, wish.promotion_id)
    if wish.promotion_id and promotion is None:
        raise PromotionNotFound(field="promotion_id")
    with Transaction() as tx:
        link = campaigns.add(
            tx, store, channel=wish.channel, label=wish.label, leads_to=wish.listing_id, now=now
        )
        tx.put(models.carried_item(Carried(link.code, store_id, wish.listing_id, wish.promotion_id)))
        return tx.result(Campaign(link, store, listing, promotion))


def show(code: str) -> Campaign:
    """What whoever comes over a campaign link finds. 2 reads. Raises LinkNotFound, StorePaused."""
    link, carried = read_together(wants(code))
    if link is None or carried is None:
        raise LinkNotFound
    store, board, *goods = read_together(
        [
            stores.store_want(carried.store_id),
            promotions.board_want(carried.store_id),
            *_listing_wants(carried.listing_id),
        ]
    )
    found = stores.published(store)
    listing = listings.on_sale(goods[0]) if goods else None
    return Campaign(link, found, listing, _promotion(board, carried.promotion_id))


def wants(code: str) -> tuple[Want[Link], Want[Carried]]:
    """What must be read of a campaign link: 2 items."""
    return campaigns.link_want(code), models.carried_want(code)


def claim(code: str, *, person: str, now: datetime) -> Promotion:
    """Take the coupon that a link carries, once a person. 2 reads, 1 transaction of 1 item.

    Who has it gets it again. Raises LinkNotFound, CouponNotFound, CouponNotRunning.
    """
    (carried,) = read_together([models.carried_want(code)])
    if carried is None:
        raise LinkNotFound
    if not carried.promotion_id:
        raise CouponNotFound
    return promotions.take(carried.store_id, carried.promotion_id, buyer=person, now=now)


def _promotion(board: Board | None, promotion_id: str) -> Promotion | None:
    return next((one for one in board.promotions if one.id == promotion_id), None) if board else None


def _listing_wants(listing_id: str) -> list[Want[Any]]:
    return [listings.listing_want(listing_id)] if listing_id else []
