"""The shipping table: records, an item of counters for each service and lane at each level.

The national ones are spread over shards, since every parcel of a service counts there.
"""

from __future__ import annotations

from pynamodb.attributes import NumberAttribute
from pynamodb.expressions.update import Action

from chalicelib.foundation import ids
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.shipping.records.rules import ALL_COUNTS, NATIONAL_SHARDS, Lane, Level, Tally


class RecordItem(Item):
    """A record. Key: `record#` and the lane's key (and a shard), `record`. Each count is a number of its own:
    DynamoDB adds to nothing that lies deeper."""

    class Meta(Item.Meta):
        table_name = table("shipping")

    for _count in ALL_COUNTS:
        vars()[_count] = NumberAttribute(null=True)
    del _count

    def tally(self) -> Tally:
        """What was counted."""
        counts = {name: getattr(self, name) for name in ALL_COUNTS}
        return Tally({name: int(count) for name, count in counts.items() if count})


def wants(lane: Lane) -> list[tuple[Level, Want[Tally]]]:
    """All that is to be read of a lane's record: MOST_WANTS items, however many parcels there were."""
    return [
        (level, Want(RecordItem, _key(lane, level, shard), "record", RecordItem.tally))
        for level in Level
        for shard in range(_shards(level))
    ]


MOST_WANTS = NATIONAL_SHARDS + len(Level) - 1
"""How many items a lane's record is."""


def record_key(lane: Lane, level: Level, *, parcel: str) -> RecordItem:
    """The item that a parcel counts in."""
    return RecordItem(pk=_key(lane, level, ids.shard(parcel, _shards(level))), sk="record")


def adding(change: Tally) -> list[Action]:
    """The change that adds to a record."""
    return [getattr(RecordItem, name).add(count) for name, count in change.counts.items()]


def _key(lane: Lane, level: Level, shard: int) -> str:
    return f"record#{lane.key(level)}#{shard}"


def _shards(level: Level) -> int:
    return NATIONAL_SHARDS if level is Level.NATIONAL else 1
