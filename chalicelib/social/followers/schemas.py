"""What the followers' API takes and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self

from pydantic import StringConstraints

from chalicelib.foundation.http import Schema
from chalicelib.foundation.paging import Page
from chalicelib.foundation.text import line
from chalicelib.social.followers.rules import Broadcast, BroadcastState, Followed
from chalicelib.social.followers.service import Following

Id = Annotated[str, StringConstraints(min_length=1, max_length=40)]


class FollowingView(Schema):
    """Whether you follow a store, and how many do."""

    store_id: str
    following: bool
    followers: int

    @classmethod
    def of(cls, one: Following, /) -> Self:
        """Shape the answer."""
        return cls(store_id=one.store_id, following=one.following, followers=one.followers)


class FollowedStore(Schema):
    """A store that you follow."""

    store_id: str
    name: str
    slug: str
    since: datetime

    @classmethod
    def of(cls, one: Followed, /) -> Self:
        """Shape the answer."""
        return cls(store_id=one.store_id, name=one.name, slug=one.slug, since=one.since)


class FollowedStores(Schema):
    """Some of the stores that you follow."""

    items: list[FollowedStore]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Followed], /) -> Self:
        """Shape the answer."""
        return cls(items=[FollowedStore.of(one) for one in page.items], cursor=page.cursor)


class NewBroadcast(Schema):
    """What to tell all followers, and about which goods."""

    text: Annotated[str, line(200)]
    listing_id: Id | None = None


class BroadcastView(Schema):
    """A broadcast; `told` counts the followers who were told so far."""

    id: str
    text: str
    listing_id: str | None
    state: BroadcastState
    told: int
    created_at: datetime

    @classmethod
    def of(cls, one: Broadcast, /) -> Self:
        """Shape the answer."""
        return cls(
            id=one.id,
            text=one.text,
            listing_id=one.listing_id or None,
            state=one.state,
            told=one.told,
            created_at=one.created_at,
        )


class BroadcastList(Schema):
    """Some of a store's broadcasts, the newest first."""

    items: list[BroadcastView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Broadcast], /) -> Self:
        """Shape the answer."""
        return cls(items=[BroadcastView.of(one) for one in page.items], cursor=page.cursor)
