"""Posts, in the social table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute, UTCDateTimeAttribute
from pynamodb.expressions.update import Action
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from chalicelib.foundation import clock, due
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.social.posts.rules import Post, PostState

POST = "post#"
_DUE = "post"


class Due(GlobalSecondaryIndex["PostItem"]):
    """Posts by when something is to be done with them. Sparse: what is over isn't in it."""

    class Meta:
        index_name = "by_due"
        projection = KeysOnlyProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    due_at = UnicodeAttribute(range_key=True)


class PostItem(Item):
    """A post. Key: its store's id, `post#` and its own."""

    class Meta(Item.Meta):
        table_name = table("social")

    text = UnicodeAttribute()
    code = UnicodeAttribute()
    base_url = UnicodeAttribute()
    address = UnicodeAttribute(null=True)
    by = UnicodeAttribute()
    at = UTCDateTimeAttribute()
    created_at = UTCDateTimeAttribute()
    state = UnicodeAttribute()
    attempt = NumberAttribute(default=0)
    begun = BooleanAttribute(default=False)
    remote_id = UnicodeAttribute(null=True)
    reason = UnicodeAttribute(null=True)
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    due = Due()

    def post(self) -> Post:
        """What the business knows of it."""
        return Post(
            id=self.sk.removeprefix(POST),
            store_id=self.pk,
            text=self.text,
            code=self.code,
            base_url=self.base_url,
            address=self.address or "",
            by=self.by,
            at=self.at,
            created_at=self.created_at,
            state=PostState(self.state),
            attempt=int(self.attempt),
            begun=bool(self.begun),
            remote_id=self.remote_id or "",
            reason=self.reason or "",
        )


def post_item(post: Post, *, due_at: datetime) -> PostItem:
    """A new post, in the clock's hands."""
    return PostItem(
        pk=post.store_id,
        sk=POST + post.id,
        text=post.text,
        code=post.code,
        base_url=post.base_url,
        address=post.address or None,
        by=post.by,
        at=post.at,
        created_at=post.created_at,
        state=post.state.value,
        attempt=post.attempt,
        due_shard=due.shard(_DUE, post.id),
        due_at=clock.stamp(due_at),
    )


def post_key(post: Post) -> PostItem:
    """The item to update, known by its key alone."""
    return PostItem(pk=post.store_id, sk=POST + post.id)


def post_want(store_id: str, post_id: str) -> Want[Post]:
    """A post to be read."""
    return Want(PostItem, store_id, POST + post_id, PostItem.post)


def trying(post: Post, *, again_at: datetime) -> list[Action]:
    """The change by which an attempt begins; the clock looks again unless it ends before."""
    return [
        PostItem.state.set(PostState.POSTING.value),
        PostItem.attempt.set(post.attempt + 1),
        PostItem.due_at.set(clock.stamp(again_at)),
    ]


def ending(after: Post) -> list[Action]:
    """The change of a post that is over: the clock has nothing to do with it, and no address is kept."""
    return [
        PostItem.state.set(after.state.value),
        PostItem.remote_id.set(after.remote_id) if after.remote_id else PostItem.remote_id.remove(),
        PostItem.reason.set(after.reason) if after.reason else PostItem.reason.remove(),
        PostItem.address.remove(),
        PostItem.due_shard.remove(),
        PostItem.due_at.remove(),
    ]


def bare() -> list[Action]:
    """The change that takes away what a post says, and from where it was asked for."""
    return [PostItem.text.set(""), PostItem.address.remove()]


def due_wants(now: datetime, *, limit: int) -> Iterator[list[Want[Post]]]:
    """Which posts are due, the longest first, a shard at a time. A query for each of 4 shards."""
    for keys in due.by_shard(PostItem.due, PostItem.due_at, _DUE, now, limit=limit):
        yield [post_want(key.pk, key.sk.removeprefix(POST)) for key in keys]
