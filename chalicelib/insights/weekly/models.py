"""When each store is told of its week, as the insights table keeps it."""

from __future__ import annotations

from datetime import datetime

from pynamodb.attributes import UnicodeAttribute
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from chalicelib.foundation import clock, due
from chalicelib.foundation.tables import Item, Want, table


class ByDue(GlobalSecondaryIndex["TellingItem"]):
    """The stores that are to be told of their week by now."""

    class Meta:
        index_name = "by_due"
        projection = KeysOnlyProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    due_at = UnicodeAttribute(range_key=True)


class TellingItem(Item):
    """When a store is told next. Key: `telling#` and the store, `week`."""

    class Meta(Item.Meta):
        table_name = table("insights")

    due_shard = UnicodeAttribute()
    due_at = UnicodeAttribute()

    by_due = ByDue()

    def due(self) -> datetime:
        """What the business knows of it."""
        return clock.moment(self.due_at)


def telling_key(store_id: str) -> TellingItem:
    """The item to change, known by its key alone."""
    return TellingItem(pk=f"telling#{store_id}", sk="week")


def telling_item(store_id: str, at: datetime) -> TellingItem:
    """When a store is told next, as it is stored."""
    shard = due.shard("weeks", store_id)
    return TellingItem(pk=f"telling#{store_id}", sk="week", due_shard=shard, due_at=clock.stamp(at))


def telling_want(store_id: str) -> Want[datetime]:
    """When a store is told next, to be read together with other things."""
    return Want(TellingItem, f"telling#{store_id}", "week", TellingItem.due)
