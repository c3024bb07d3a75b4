"""The stores' routes."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus

from chalice.app import Request

from chalicelib.foundation import clock
from chalicelib.foundation.http import Answer, Caller, Routes
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.foundation.urls import base_url
from chalicelib.stores import service, sharing
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

bp = Routes(__name__)


@bp.post("/stores", answers=StoreView, status=HTTPStatus.CREATED)
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


@bp.get("/stores/{store_id}", answers=PublicStore, signed_in=False)
def show_store(store_id: str) -> Store:
    """Show a published store."""
    return service.open_to_all(store_id)


@bp.get("/my/stores/{store_id}", answers=StoreView)
def show_my_store(store_id: str, caller: Caller) -> Store:
    """Show one's own store, whatever its state."""
    return service.owned_store(store_id, owner=caller.person_id)


@bp.patch("/stores/{store_id}", answers=StoreView)
def customise_store(store_id: str, caller: Caller, body: StoreChange) -> Store:
    """Change how one's store looks and what it says."""
    return service.customise(store_id, owner=caller.person_id, wish=body.wish())


@bp.post("/stores/{store_id}/publish", answers=StoreView)
def publish_store(store_id: str, caller: Caller) -> Store:
    """Open one's store to all."""
    return service.act(store_id, Action.PUBLISH, owner=caller.person_id)


@bp.post("/stores/{store_id}/pause", answers=StoreView)
def pause_store(store_id: str, caller: Caller) -> Store:
    """Let one's store take a break."""
    return service.act(store_id, Action.PAUSE, owner=caller.person_id)


@bp.post("/stores/{store_id}/links", answers=LinkView, status=HTTPStatus.CREATED)
def share_store(store_id: str, caller: Caller, body: NewLink) -> Link:
    """Make a short link for a channel."""
    return sharing.share(
        store_id, owner=caller.person_id, channel=body.channel, label=body.label, now=clock.now()
    )


@bp.get("/stores/{store_id}/links", answers=LinkList)
def list_links(store_id: str, caller: Caller) -> Sequence[Link]:
    """List the links of one's store with their visits."""
    return sharing.links(store_id, owner=caller.person_id)


@bp.get("/s/{code}", signed_in=False)
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


@bp.get("/stores/{store_id}/qr", signed_in=False)
def store_qr(store_id: str, request: Request, query: QrQuery) -> Answer:
    """Draw the QR code of a published store."""
    picture = sharing.public_qr(store_id, query.poster(), base_url=base_url(request))
    return _picture(picture, query, cache="public, max-age=300")


@bp.get("/my/stores/{store_id}/qr")
def my_store_qr(store_id: str, caller: Caller, request: Request, query: QrQuery) -> Answer:
    """Draw the QR code of one's own store, whatever its state."""
    url = base_url(request)
    picture = sharing.own_qr(store_id, query.poster(), owner=caller.person_id, base_url=url)
    return _picture(picture, query, cache="private, no-store")


def _picture(picture: bytes, query: QrQuery, *, cache: str) -> Answer:
    return Answer(
        body=picture,
        content_type=query.format.content_type,
        headers={"Cache-Control": cache, "X-Content-Type-Options": "nosniff"},
    )
