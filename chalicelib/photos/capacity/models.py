"""A person's room, and its days, as the photos table keeps them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute, UTCDateTimeAttribute
from pynamodb.expressions.update import Action

from chalicelib.foundation import clock, due
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.photos.capacity.rules import USUAL_LIMIT, Capacity, Change, Sums, seconds, weight

RECOUNTS = "recounts"
"""The shards in which rooms wait for their recount, by the photos' index."""

stamp = clock.stamp


class CapacityItem(Item):
    """A person's room. Key: `capacity#<person>`, `room`. `free` is what the limit leaves, for conditions.

    Who has never announced anything and pays for no plan has no item: all the usual room is free.
    """

    class Meta(Item.Meta):
        table_name = table("photos")

    limit = NumberAttribute(null=True)
    free = NumberAttribute(null=True)
    used = NumberAttribute(default=0)
    reserved = NumberAttribute(default=0)
    files = NumberAttribute(default=0)
    moments = NumberAttribute(default=0)
    read_only = BooleanAttribute(null=True)
    changes = NumberAttribute(default=0)
    changed_at = UTCDateTimeAttribute(null=True)
    warned_at = UTCDateTimeAttribute(null=True)
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    def capacity(self) -> Capacity:
        """What the business knows of it."""
        return Capacity(
            person_id=self.pk.partition("#")[2],
            limit=int(USUAL_LIMIT if self.limit is None else self.limit),
            used=int(self.used),
            reserved=int(self.reserved),
            files=int(self.files),
            read_only=bool(self.read_only),
            moments=int(self.moments),
            changes=int(self.changes),
            changed_at=self.changed_at,
            warned_at=self.warned_at,
            due=clock.moment(self.due_at) if self.due_at else None,
        )


class DayItem(Item):
    """What came, went and was looked at on a day. Key: `capacity#<person>`, `day#<day>`."""

    class Meta(Item.Meta):
        table_name = table("photos")

    change = NumberAttribute(default=0)
    weighted = NumberAttribute(default=0)
    landed = NumberAttribute(default=0)
    removed = NumberAttribute(default=0)
    views = NumberAttribute(default=0)
    sent = NumberAttribute(default=0)

    def sums(self) -> Sums:
        """What the business knows of it."""
        return Sums(
            day=date.fromisoformat(self.sk.partition("#")[2]),
            change=int(self.change),
            weighted=int(self.weighted),
            landed=int(self.landed),
            removed=int(self.removed),
            views=int(self.views),
            sent=int(self.sent),
        )


def partition(person_id: str) -> str:
    """Where all of a person's metering lies."""
    return f"capacity#{person_id}"


def capacity_key(person_id: str) -> CapacityItem:
    """The item to update, known by its key alone."""
    return CapacityItem(pk=partition(person_id), sk="room")


def day_key(person_id: str, day: date) -> DayItem:
    """The item to update, known by its key alone."""
    return DayItem(pk=partition(person_id), sk=f"day#{day.isoformat()}")


def capacity_want(person_id: str) -> Want[Capacity]:
    """A person's room, to be read together with other things; None when it was never touched."""
    return Want(CapacityItem, partition(person_id), "room", CapacityItem.capacity)


def freed(size: int) -> Action:
    """The change of what is free; it counts from the usual limit where nothing was noted yet."""
    free = CapacityItem.free
    return free.set((free | USUAL_LIMIT) + size) if size >= 0 else free.set((free | USUAL_LIMIT) - -size)


def storing(person_id: str, size: int, *, at: datetime, files: int) -> list[Action]:
    """The change of what is stored, and of the sum from which byte-seconds follow."""
    item = CapacityItem
    return [
        item.used.add(size),
        item.files.add(files),
        item.moments.add(size * seconds(at)),
        *moving(person_id, at=at),
    ]


def moving(person_id: str, *, at: datetime) -> list[Action]:
    """The change that tells that something of a room has changed: it is recounted from the next day on."""
    item = CapacityItem
    return [
        item.changes.add(1),
        item.changed_at.set(at),
        item.due_shard.set(item.due_shard | due.shard(RECOUNTS, person_id)),
        item.due_at.set(item.due_at | stamp(at + timedelta(days=1))),
    ]


def noting(change: Change, *, at: datetime) -> list[Action]:
    """The change of a day by a file that came or went."""
    return [
        DayItem.change.add(change.size),
        DayItem.weighted.add(weight(change.size, at=at)),
        DayItem.landed.add(change.landed),
        DayItem.removed.add(change.removed),
    ]
