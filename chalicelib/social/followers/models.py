"""Followers and broadcasts, in the social table."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from pynamodb.attributes import NumberAttribute, UnicodeAttribute, UTCDateTimeAttribute
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from chalicelib.foundation import ids
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.social.followers.rules import (
    A_DAY,
    COUNTERS,
    Broadcast,
    BroadcastState,
    Followed,
    Follower,
)

FOLLOWER, FOLLOWED, BROADCAST = "follower#", "follows#", "broadcast#"


class FollowerItem(Item):
    """A follower. Key: the store's id, `follower#` and hers."""

    class Meta(Item.Meta):
        table_name = table("social")

    since = UTCDateTimeAttribute()

    def follower(self) -> Follower:
        """What the business knows of her."""
        return Follower(self.sk.removeprefix(FOLLOWER), self.since)


class FollowedItem(Item):
    """A store that somebody follows. Key: her id, `follows#` and the store's."""

    class Meta(Item.Meta):
        table_name = table("social")

    name = UnicodeAttribute()
    slug = UnicodeAttribute()
    since = UTCDateTimeAttribute()

    def followed(self) -> Followed:
        """What the business knows of it."""
        return Followed(self.sk.removeprefix(FOLLOWED), self.name, self.slug, self.since)


class CountItem(Item):
    """A part of a store's count of followers. Key: its id, `followers#` and the part's number."""

    class Meta(Item.Meta):
        table_name = table("social")

    people = NumberAttribute()

    def number(self) -> int:
        """How many."""
        return int(self.people)


class DayItem(Item):
    """How many broadcasts a store made on a day. Key: its id, `day#` and the day."""

    class Meta(Item.Meta):
        table_name = table("social")

    made = NumberAttribute()


class BroadcastItem(Item):
    """A broadcast. Key: its store's id, `broadcast#` and its own."""

    class Meta(Item.Meta):
        table_name = table("social")

    text = UnicodeAttribute()
    listing_id = UnicodeAttribute(null=True)
    by = UnicodeAttribute()
    created_at = UTCDateTimeAttribute()
    state = UnicodeAttribute()
    turn = NumberAttribute()
    after = UnicodeAttribute(null=True)
    told = NumberAttribute()

    def broadcast(self) -> Broadcast:
        """What the business knows of it."""
        return Broadcast(
            id=self.sk.removeprefix(BROADCAST),
            store_id=self.pk,
            text=self.text,
            listing_id=self.listing_id or "",
            by=self.by,
            created_at=self.created_at,
            state=BroadcastState(self.state),
            turn=int(self.turn),
            after=self.after or "",
            told=int(self.told),
        )


def follower_item(store_id: str, follower: Follower) -> FollowerItem:
    """A follower as she is stored."""
    return FollowerItem(pk=store_id, sk=FOLLOWER + follower.person_id, since=follower.since)


def follower_want(store_id: str, person: str) -> Want[Follower]:
    """Whether somebody follows a store."""
    return Want(FollowerItem, store_id, FOLLOWER + person, FollowerItem.follower)


def followed_item(person: str, followed: Followed) -> FollowedItem:
    """A followed store as it is stored."""
    return FollowedItem(
        pk=person,
        sk=FOLLOWED + followed.store_id,
        name=followed.name,
        slug=followed.slug,
        since=followed.since,
    )


def followed_key(person: str, store_id: str) -> FollowedItem:
    """The item to delete, known by its key alone."""
    return FollowedItem(pk=person, sk=FOLLOWED + store_id)


def follower_key(store_id: str, person: str) -> FollowerItem:
    """The item to delete, known by its key alone."""
    return FollowerItem(pk=store_id, sk=FOLLOWER + person)


def counting(store_id: str, person: str, change: int) -> tuple[CountItem, list[Action]]:
    """The change of a store's count; a person always counts in the same part."""
    part = ids.shard(person, COUNTERS)
    return CountItem(pk=store_id, sk=f"followers#{part}"), [CountItem.people.add(change)]


def count_wants(store_id: str) -> list[Want[int]]:
    """The parts of a store's count."""
    return [Want(CountItem, store_id, f"followers#{part}", CountItem.number) for part in range(COUNTERS)]


def one_more_today(store_id: str, day: date) -> tuple[DayItem, list[Action], Condition]:
    """The change that counts a broadcast of a day, and that there is room for it."""
    made = DayItem.made
    expires = DayItem.expires_at.set(datetime.combine(day, time(), UTC) + timedelta(days=3))
    item = DayItem(pk=store_id, sk=f"day#{day.isoformat()}")
    return item, [made.add(1), expires], made.does_not_exist() | (made < A_DAY)


def broadcast_item(broadcast: Broadcast) -> BroadcastItem:
    """A broadcast as it is stored."""
    return BroadcastItem(
        pk=broadcast.store_id,
        sk=BROADCAST + broadcast.id,
        text=broadcast.text,
        listing_id=broadcast.listing_id or None,
        by=broadcast.by,
        created_at=broadcast.created_at,
        state=broadcast.state.value,
        turn=broadcast.turn,
        told=broadcast.told,
    )


def broadcast_want(store_id: str, broadcast_id: str) -> Want[Broadcast]:
    """A broadcast to be read."""
    return Want(BroadcastItem, store_id, BROADCAST + broadcast_id, BroadcastItem.broadcast)


def broadcast_key(broadcast: Broadcast) -> BroadcastItem:
    """The item to update, known by its key alone."""
    return BroadcastItem(pk=broadcast.store_id, sk=BROADCAST + broadcast.id)


def going_on(after: Broadcast) -> list[Action]:
    """The change at the end of a turn."""
    actions: list[Any] = [
        BroadcastItem.turn.set(after.turn),
        BroadcastItem.told.set(after.told),
        BroadcastItem.state.set(after.state.value),
    ]
    return [*actions, BroadcastItem.after.set(after.after)] if after.after else actions


def bare() -> list[Action]:
    """The change that takes away what a broadcast says; whoever is telling it finds that its turn is over."""
    item = BroadcastItem
    return [item.text.set(""), item.state.set(BroadcastState.SENT.value), item.turn.add(1)]
