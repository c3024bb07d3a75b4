"""When the price of goods changes by the clock alone: an item beside a listing that has a sale."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from pynamodb.attributes import UnicodeAttribute
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from chalicelib.foundation import clock, due
from chalicelib.foundation.tables import Item, table

_DUE = "sale"


class Due(GlobalSecondaryIndex["TurnItem"]):
    """Sales by when they begin or end next. Sparse: what is over isn't in it."""

    class Meta:
        index_name = "by_due"
        projection = KeysOnlyProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    due_at = UnicodeAttribute(range_key=True)


class TurnItem(Item):
    """When a listing's sale begins or ends next. Key: the listing's id, `sale`."""

    class Meta(Item.Meta):
        table_name = table("listings")

    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    due = Due()


def turn_key(listing_id: str) -> TurnItem:
    """The item to update, known by its key alone."""
    return TurnItem(pk=listing_id, sk="sale")


def turning(listing_id: str, at: datetime | None) -> list[Action]:
    """The change that puts a listing into the clock's hands at a moment, or out of them."""
    if at is None:
        return [TurnItem.due_shard.remove(), TurnItem.due_at.remove()]
    return [TurnItem.due_shard.set(due.shard(_DUE, listing_id)), TurnItem.due_at.set(clock.stamp(at))]


def as_found(turn: TurnItem) -> Condition:
    """That nobody has set another sale since the index was read."""
    found: Condition = TurnItem.due_at == turn.due_at
    return found


def due_turns(now: datetime, *, limit: int) -> Iterator[list[TurnItem]]:
    """Whose sale begins or ends by now, the longest first. A query for each of 4 shards."""
    return due.by_shard(TurnItem.due, TurnItem.due_at, _DUE, now, limit=limit)
