"""The listings' routes."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.listings import counts, service
from chalicelib.listings.categories.errors import AttributeMissing, BadAttribute, UnknownCategory
from chalicelib.listings.errors import (
    DuplicateSku,
    LadderBroken,
    ListingNotFound,
    NotAllowedNow,
    NothingLeft,
    StockChanged,
    VariantNotFound,
)
from chalicelib.listings.rules import Action, Details, Listing
from chalicelib.listings.schemas import (
    ListingChange,
    ListingPage,
    ListingView,
    NewListing,
    NewVariant,
    StockChange,
    StockCount,
)
from chalicelib.photos.errors import PhotoNotReady
from chalicelib.stores.errors import NotPermitted, StoreNotFound, StorePaused

bp = Routes(__name__)
Shown = tuple[Listing, Details]

_MISFITS = (UnknownCategory, BadAttribute, AttributeMissing)
"""What is told of goods isn't what their category wants."""


@bp.post(
    "/listings",
    answers=ListingView,
    status=HTTPStatus.CREATED,
    raises=(StoreNotFound, NotPermitted, PhotoNotReady, DuplicateSku, *_MISFITS),
)
def list_goods(caller: Caller, body: NewListing) -> Shown:
    """List goods in a store."""
    return service.list_goods(
        body.store_id,
        person=caller.person_id,
        title=body.title,
        description=body.description,
        category=body.category,
        photo_ids=body.photos,
        attributes=body.attributes,
        variants=_offered(body.variants),
        publish=body.publish,
        now=clock.now(),
    )


@bp.get("/listings/{listing_id}", answers=ListingView, signed_in=False, raises=(ListingNotFound,))
def show_listing(listing_id: str) -> Shown:
    """See goods on sale."""
    return service.show(listing_id, caller=None)


@bp.get("/my/listings/{listing_id}", answers=ListingView, raises=(ListingNotFound, NotPermitted))
def show_my_listing(listing_id: str, caller: Caller) -> Shown:
    """See goods of a store in which one works, in any state."""
    return service.show(listing_id, caller=caller.person_id)


@bp.patch(
    "/listings/{listing_id}",
    answers=ListingView,
    raises=(
        ListingNotFound,
        NotPermitted,
        VariantNotFound,
        LadderBroken,
        DuplicateSku,
        PhotoNotReady,
        *_MISFITS,
        ChangedMeanwhile,
    ),
)
def change_listing(listing_id: str, caller: Caller, body: ListingChange) -> Shown:
    """Change goods."""
    wish = service.Change(
        title=body.title,
        description=body.description,
        category=body.category,
        photo_ids=body.photos,
        attributes=body.attributes,
        variants={one.id: (one.title, one.price) for one in body.variants},
        new_variants=_offered(body.new_variants),
    )
    return service.change(listing_id, person=caller.person_id, wish=wish, now=clock.now())


@bp.post(
    "/listings/{listing_id}/publish",
    answers=ListingView,
    raises=(ListingNotFound, NotPermitted, NotAllowedNow, *_MISFITS, ChangedMeanwhile),
)
def publish_listing(listing_id: str, caller: Caller) -> Shown:
    """Put goods on sale."""
    return service.act(listing_id, Action.PUBLISH, person=caller.person_id)


@bp.post(
    "/listings/{listing_id}/withdraw",
    answers=ListingView,
    raises=(ListingNotFound, NotPermitted, NotAllowedNow, ChangedMeanwhile),
)
def withdraw_listing(listing_id: str, caller: Caller) -> Shown:
    """Take goods off sale."""
    return service.act(listing_id, Action.WITHDRAW, person=caller.person_id)


@bp.post(
    "/listings/{listing_id}/stock",
    answers=ListingView,
    raises=(ListingNotFound, NotPermitted, VariantNotFound, NothingLeft),
)
def change_stock(listing_id: str, caller: Caller, body: StockChange) -> Shown:
    """Add pieces to a variant's stock, or take some off."""
    return counts.restock(
        listing_id,
        person=caller.person_id,
        variant_id=body.variant_id,
        change=body.change,
        now=clock.now(),
    )


@bp.post(
    "/listings/{listing_id}/stock-count",
    answers=ListingView,
    raises=(ListingNotFound, NotPermitted, VariantNotFound, StockChanged),
)
def count_stock(listing_id: str, caller: Caller, body: StockCount) -> Shown:
    """Set a variant's stock to what was counted, unless it moved meanwhile."""
    return counts.take_count(
        listing_id,
        person=caller.person_id,
        variant_id=body.variant_id,
        counted=body.counted,
        seen=body.seen,
        now=clock.now(),
    )


@bp.get(
    "/stores/{store_id}/listings", answers=ListingPage, signed_in=False, raises=(StoreNotFound, StorePaused)
)
def goods_on_sale(store_id: str, query: PageQuery) -> Page[Listing]:
    """List a store's goods on sale, the newest first."""
    return service.goods_of(store_id, limit=query.limit, cursor=query.cursor)


@bp.get("/my/stores/{store_id}/listings", answers=ListingPage, raises=(StoreNotFound, NotPermitted))
def all_my_goods(store_id: str, caller: Caller, query: PageQuery) -> Page[Listing]:
    """List all goods of a store in which one works, the newest first."""
    return service.all_of(store_id, person=caller.person_id, limit=query.limit, cursor=query.cursor)


def _offered(variants: list[NewVariant]) -> list[service.Offered]:
    return [service.Offered(one.sku, one.title, one.price, one.stock) for one in variants]
