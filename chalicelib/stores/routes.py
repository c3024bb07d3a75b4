"""The stores' routes."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus

from chalice.app import Request

from chalicelib.accounts.errors import BadRegion
from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Answer, Caller, Routes
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.foundation.urls import base_url
from chalicelib.photos.errors import PhotoNotReady
from chalicelib.stores import service, sharing
from chalicelib.stores.errors import (
    BadCurrency,
    BadTimeZone,
    DuplicateSection,
    LinkNotFound,
    NotPermitted,
    QrTooSmall,
    SlugTaken,
    StoreNotFound,
    StorePaused,
    TooManyLinks,
    WrongStoreState,
)
from chalicelib.stores.rules import Action, Link, Store
from chalicelib.stores.schemas import (
    LinkList,
    LinkView,
    NewLink,
    NewStore,
    PublicStore,
    QrQuery,
    StoreChange,
    StorePage,
    StoreView,
)
from chalicelib.stores.staff.rules import Scope

bp = Routes(__name__)

PICTURES = ("image/png", "image/svg+xml")


@bp.post(
    "/stores", answers=StoreView, status=HTTPStatus.CREATED, raises=(BadCurrency, BadTimeZone, SlugTaken)
)
def open_store(caller: Caller, body: NewStore) -> Store:
    """Open a store."""
    return service.open_store(
        caller.person_id,
        name=body.name,
        currency=body.currency,
        time_zone=body.time_zone,
        now=clock.now(),
    )


@bp.get("/stores", answers=StorePage)
def list_my_stores(caller: Caller, query: PageQuery) -> Page[Store]:
    """List one's own stores, the newest first."""
    return service.stores_of(caller.person_id, limit=query.limit, cursor=query.cursor)


@bp.get("/stores/{store_id}", answers=PublicStore, signed_in=False, raises=(StoreNotFound, StorePaused))
def show_store(store_id: str) -> Store:
    """Show a published store."""
    return service.open_to_all(store_id)


@bp.get("/my/stores/{store_id}", answers=StoreView, raises=(StoreNotFound, NotPermitted))
def show_my_store(store_id: str, caller: Caller) -> Store:
    """Show a store in which one works, whatever its state."""
    return service.permitted(store_id, person=caller.person_id, scope=Scope.STORE_READ)


@bp.patch(
    "/stores/{store_id}",
    answers=StoreView,
    raises=(StoreNotFound, NotPermitted, PhotoNotReady, DuplicateSection, BadRegion),
)
def customise_store(store_id: str, caller: Caller, body: StoreChange) -> Store:
    """Change how a store looks and what it says."""
    return service.customise(store_id, person=caller.person_id, wish=body.wish())


@bp.post(
    "/stores/{store_id}/publish",
    answers=StoreView,
    raises=(StoreNotFound, NotPermitted, WrongStoreState, ChangedMeanwhile),
)
def publish_store(store_id: str, caller: Caller) -> Store:
    """Open a store to all."""
    return service.act(store_id, Action.PUBLISH, person=caller.person_id)


@bp.post(
    "/stores/{store_id}/pause",
    answers=StoreView,
    raises=(StoreNotFound, NotPermitted, WrongStoreState, ChangedMeanwhile),
)
def pause_store(store_id: str, caller: Caller) -> Store:
    """Let a store take a break."""
    return service.act(store_id, Action.PAUSE, person=caller.person_id)


@bp.post(
    "/stores/{store_id}/links",
    answers=LinkView,
    status=HTTPStatus.CREATED,
    raises=(StoreNotFound, NotPermitted, TooManyLinks, ChangedMeanwhile),
)
def share_store(store_id: str, caller: Caller, body: NewLink) -> Link:
    """Make a short link for a channel."""
    return sharing.share(
        store_id, person=caller.person_id, channel=body.channel, label=body.label, now=clock.now()
    )


@bp.get("/stores/{store_id}/links", answers=LinkList, raises=(StoreNotFound, NotPermitted))
def list_links(store_id: str, caller: Caller) -> Sequence[Link]:
    """List a store's links with their visits."""
    return sharing.links(store_id, person=caller.person_id)


@bp.get("/s/{code}", signed_in=False, status=HTTPStatus.FOUND, raises=(LinkNotFound,))
def follow_link(code: str, request: Request) -> Answer:
    """Go to the store of a short link."""
    link = sharing.follow(code)
    return Answer(
        status=HTTPStatus.FOUND,
        headers={
            "Location": sharing.visit_url(link, base_url=base_url(request)),
            "Cache-Control": "no-store",
        },
    )


@bp.get(
    "/stores/{store_id}/qr",
    signed_in=False,
    media=PICTURES,
    raises=(StoreNotFound, StorePaused, LinkNotFound, QrTooSmall),
)
def store_qr(store_id: str, request: Request, query: QrQuery) -> Answer:
    """Draw the QR code of a published store."""
    picture = sharing.public_qr(store_id, query.poster(), base_url=base_url(request))
    return _picture(picture, query, cache="public, max-age=300")


@bp.get(
    "/my/stores/{store_id}/qr", media=PICTURES, raises=(StoreNotFound, NotPermitted, LinkNotFound, QrTooSmall)
)
def my_store_qr(store_id: str, caller: Caller, request: Request, query: QrQuery) -> Answer:
    """Draw the QR code of a store in which one works, whatever its state."""
    url = base_url(request)
    picture = sharing.own_qr(store_id, query.poster(), person=caller.person_id, base_url=url)
    return _picture(picture, query, cache="private, no-store")


def _picture(picture: bytes, query: QrQuery, *, cache: str) -> Answer:
    return Answer(
        body=picture,
        content_type=query.format.content_type,
        headers={"Cache-Control": cache, "X-Content-Type-Options": "nosniff"},
    )
