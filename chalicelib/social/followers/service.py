"""Following a store, and telling all who do.

A broadcast goes on in turns, each a message that tells so many followers: which turn it is stands in the
broadcast, and the transaction that ends a turn tells of the next one. A message that comes twice or late
finds another turn and does nothing, so each follower is told once. Who unfollows is left out from the next
turn on: followers are read when their turn comes, not when the broadcast begins.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from chalicelib.foundation import ids, paging
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import service as listings
from chalicelib.listings.errors import ListingNotFound
from chalicelib.social.errors import BroadcastLimit
from chalicelib.social.events import BroadcastTurn, FollowersTold
from chalicelib.social.followers import models
from chalicelib.social.followers.models import BroadcastItem, FollowedItem, FollowerItem
from chalicelib.social.followers.rules import A_TURN, Broadcast, BroadcastState, Followed, Follower
from chalicelib.stores import service as stores
from chalicelib.stores.errors import StoreNotFound
from chalicelib.stores.service import Scope


@dataclass(frozen=True, slots=True)
class Following:
    """Whether a person follows a store, and how many do."""

    store_id: str
    following: bool
    followers: int


def follow(store_id: str, *, person: str, now: datetime) -> Following:
    """Follow a store; doing it again changes nothing. 1 read, 1 transaction of 3 items.

    Raises StoreNotFound, StorePaused, ChangedMeanwhile.
    """
    store, already, *counts = read_together(
        [
            stores.store_want(store_id),
            models.follower_want(store_id, person),
            *models.count_wants(store_id),
        ]
    )
    store = stores.published(store)
    before = sum(filter(None, counts))
    with Transaction() as tx:
        if already is None:
            tx.put(models.follower_item(store_id, Follower(person, now)))
            tx.put(models.followed_item(person, Followed(store_id, store.name, store.slug, now)))
            tx.update(*models.counting(store_id, person, 1))
        return tx.result(Following(store_id, True, before + (already is None)))


def unfollow(store_id: str, *, person: str) -> None:
    """Follow a store no more, from the next message on. 1 read, 1 transaction of 3 items; or nothing.

    Raises StoreNotFound.
    """
    there, store = read_together([models.follower_want(store_id, person), stores.store_want(store_id)])
    if there is None and store is None:
        raise StoreNotFound
    if there is None:
        return
    with Transaction() as tx:
        tx.delete(models.follower_key(store_id, person), condition=FollowerItem.pk.exists())
        tx.delete(models.followed_key(person, store_id))
        tx.update(*models.counting(store_id, person, -1))
        tx.result(None)


def show(store_id: str, *, person: str) -> Following:
    """Whether a person follows a store, and how many do. 1 read of 10 items. Raises StoreNotFound."""
    store, mine, *counts = read_together(
        [
            stores.store_want(store_id),
            models.follower_want(store_id, person),
            *models.count_wants(store_id),
        ]
    )
    stores.published(store)
    return Following(store_id, mine is not None, sum(filter(None, counts)))


def followed(person: str, *, limit: int, cursor: str | None) -> Page[Followed]:
    """The stores that a person follows. 1 query."""
    within = FollowedItem.sk.startswith(models.FOLLOWED)
    return paging.query(FollowedItem, person, within, limit=limit, cursor=cursor).map(FollowedItem.followed)


def broadcast(store_id: str, *, person: str, text: str, listing_id: str, now: datetime) -> Broadcast:
    """Tell all followers of a store something. 1 read, 1 transaction of 2 items and 1 event.

    Raises StoreNotFound, NotPermitted, ListingNotFound, BroadcastLimit.
    """
    store, staff, *goods = read_together(
        [
            *stores.wants(store_id, person),
            *([listings.listing_want(listing_id)] if listing_id else []),
        ]
    )
    store = stores.checked(store, staff, person=person, scope=Scope.LINKS_EDIT)
    for listing in goods:
        if listing is None or listing.store_id != store_id:
            raise ListingNotFound(field="listing_id")
    made = Broadcast(ids.new("bro"), store_id, text, listing_id, person, now)
    item, actions, room = models.one_more_today(store_id, now.astimezone(ZoneInfo(store.time_zone)).date())
    with Transaction() as tx:
        tx.update(item, actions, condition=room, otherwise=BroadcastLimit)
        tx.put(models.broadcast_item(made))
        tx.emit(BroadcastTurn(at=now, store_id=store_id, broadcast_id=made.id, turn=0))
        return tx.result(made)


def broadcasts(store_id: str, *, person: str, limit: int, cursor: str | None) -> Page[Broadcast]:
    """A store's broadcasts, the newest first. 1 read, 1 query. Raises StoreNotFound, NotPermitted."""
    stores.permitted(store_id, person=person, scope=Scope.LINKS_READ)
    within = BroadcastItem.sk.startswith(models.BROADCAST)
    found = paging.query(BroadcastItem, store_id, within, limit=limit, cursor=cursor)
    return found.map(BroadcastItem.broadcast)


def go_on(told: BroadcastTurn, *, now: datetime) -> int:
    """Tell the next followers of a broadcast, once; answers how many. 1 read, 1 query, 1 transaction.

    Of 1 item and 2 events, 1 at the end.
    """
    store, before = read_together(
        [stores.store_want(told.store_id), models.broadcast_want(told.store_id, told.broadcast_id)]
    )
    if store is None or before is None or before.turn != told.turn or before.state is BroadcastState.SENT:
        return 0  # this turn was made before
    people = _next(before)
    state = BroadcastState.SENDING if len(people) == A_TURN else BroadcastState.SENT
    after = replace(
        before,
        turn=before.turn + 1,
        told=before.told + len(people),
        state=state,
        after=people[-1] if people else before.after,
    )
    try:
        with Transaction() as tx:
            same = BroadcastItem.turn == before.turn
            tx.update(models.broadcast_key(before), models.going_on(after), condition=same)
            if people:
                tx.emit(_telling(after, store.name, people, now))
            if state is BroadcastState.SENDING:
                next_turn = BroadcastTurn(at=now, store_id=store.id, broadcast_id=after.id, turn=after.turn)
                tx.emit(next_turn)
    except ChangedMeanwhile:
        return 0  # the same message, at the same moment
    return len(people)


def _telling(broadcast: Broadcast, store_name: str, people: list[str], now: datetime) -> FollowersTold:
    return FollowersTold(
        at=now,
        broadcast_id=broadcast.id,
        begun_at=broadcast.created_at,
        store_id=broadcast.store_id,
        store_name=store_name,
        text=broadcast.text,
        listing_id=broadcast.listing_id,
        person_ids=tuple(people),
    )


def _next(broadcast: Broadcast) -> list[str]:
    """The next followers, in the order of their ids."""
    start = models.FOLLOWER + broadcast.after if broadcast.after else models.FOLLOWER
    within = FollowerItem.sk.between(start + ("\x01" if broadcast.after else ""), models.FOLLOWER + "~")
    found = paging.query(
        FollowerItem, broadcast.store_id, within, limit=A_TURN, cursor=None, newest_first=False
    )
    return [item.follower().person_id for item in found.items]
