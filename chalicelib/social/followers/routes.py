"""The routes of followers and broadcasts."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.listings.errors import ListingNotFound
from chalicelib.social.errors import BroadcastLimit
from chalicelib.social.followers import service
from chalicelib.social.followers.rules import Broadcast, Followed
from chalicelib.social.followers.schemas import (
    BroadcastList,
    BroadcastView,
    FollowedStores,
    FollowingView,
    NewBroadcast,
)
from chalicelib.social.followers.service import Following
from chalicelib.stores.errors import NotPermitted, StoreNotFound, StorePaused

bp = Routes(__name__)


@bp.put(
    "/stores/{store_id}/follower",
    answers=FollowingView,
    raises=(StoreNotFound, StorePaused, ChangedMeanwhile),
)
def follow_store(store_id: str, caller: Caller) -> Following:
    """Follow a store: hear what it tells."""
    return service.follow(store_id, person=caller.person_id, now=clock.now())


@bp.delete("/stores/{store_id}/follower", raises=(StoreNotFound, ChangedMeanwhile))
def unfollow_store(store_id: str, caller: Caller) -> None:
    """Follow a store no more, at once."""
    service.unfollow(store_id, person=caller.person_id)


@bp.get("/stores/{store_id}/follower", answers=FollowingView, raises=(StoreNotFound, StorePaused))
def show_following(store_id: str, caller: Caller) -> Following:
    """See whether you follow a store, and how many do."""
    return service.show(store_id, person=caller.person_id)


@bp.get("/my/followed-stores", answers=FollowedStores)
def followed_stores(caller: Caller, query: PageQuery) -> Page[Followed]:
    """List the stores that you follow."""
    return service.followed(caller.person_id, limit=query.limit, cursor=query.cursor)


@bp.post(
    "/stores/{store_id}/broadcasts",
    answers=BroadcastView,
    status=HTTPStatus.CREATED,
    raises=(StoreNotFound, NotPermitted, ListingNotFound, BroadcastLimit),
)
def broadcast(store_id: str, caller: Caller, body: NewBroadcast) -> Broadcast:
    """Tell all followers of a store something, three times a day at most."""
    return service.broadcast(
        store_id,
        person=caller.person_id,
        text=body.text,
        listing_id=body.listing_id or "",
        now=clock.now(),
    )


@bp.get("/stores/{store_id}/broadcasts", answers=BroadcastList, raises=(StoreNotFound, NotPermitted))
def list_broadcasts(store_id: str, caller: Caller, query: PageQuery) -> Page[Broadcast]:
    """List what a store told its followers, the newest first."""
    return service.broadcasts(store_id, person=caller.person_id, limit=query.limit, cursor=query.cursor)
