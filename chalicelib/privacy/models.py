"""Archives and farewells as the privacy table keeps them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from pynamodb.attributes import (
    BooleanAttribute,
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UTCDateTimeAttribute,
)
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from chalicelib.foundation import clock, due
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.privacy.rules import ARCHIVE_KEPT, CLAIM, Archive, ArchiveState, Farewell, FarewellState

ONCE_IN = timedelta(days=1)
"""Within which time somebody has one archive."""


class ByDue(GlobalSecondaryIndex["FarewellItem"]):
    """The farewells whose waiting time is over by now."""

    class Meta:
        index_name = "by_due"
        projection = KeysOnlyProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    due_at = UnicodeAttribute(range_key=True)


class ArchiveItem(Item):
    """An archive. Key: the person, `archive#` and its id."""

    class Meta(Item.Meta):
        table_name = table("privacy")

    state = UnicodeAttribute()
    turn = NumberAttribute()
    part = NumberAttribute()
    parts = NumberAttribute()
    cursor = UnicodeAttribute(null=True)
    counts = JSONAttribute()
    files = NumberAttribute()
    offset = NumberAttribute()
    upload_id = UnicodeAttribute(null=True)
    pending = BooleanAttribute()
    claimed_until = UnicodeAttribute(null=True)
    tags = JSONAttribute()
    created_at = UTCDateTimeAttribute()
    finished_at = UTCDateTimeAttribute(null=True)

    def archive(self) -> Archive:
        """What the business knows of it."""
        return Archive(
            id=self.sk.partition("#")[2],
            person_id=self.pk,
            created_at=self.created_at,
            state=ArchiveState(self.state),
            turn=int(self.turn),
            part=int(self.part),
            parts=int(self.parts),
            cursor=self.cursor,
            counts={name: int(count) for name, count in self.counts.items()},
            files=int(self.files),
            offset=int(self.offset),
            upload_id=self.upload_id or "",
            pending=bool(self.pending),
            tags=tuple(self.tags),
            finished_at=self.finished_at,
        )


class SlotItem(Item):
    """That somebody has had her archive of a day. Key: the person, `slot`."""

    class Meta(Item.Meta):
        table_name = table("privacy")

    until = UnicodeAttribute()


class DirectoryItem(Item):
    """What an archive's turn has put into it. Key: the archive's id, `turn#` and the turn."""

    class Meta(Item.Meta):
        table_name = table("privacy")

    entries = JSONAttribute()


class FarewellItem(Item):
    """Somebody's wish to go. Key: the person, `farewell`."""

    class Meta(Item.Meta):
        table_name = table("privacy")

    state = UnicodeAttribute()
    asked_at = UTCDateTimeAttribute()
    due = UTCDateTimeAttribute()
    turn = NumberAttribute()
    part = NumberAttribute()
    cursor = UnicodeAttribute(null=True)
    open_matters = JSONAttribute()
    version = NumberAttribute()
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    by_due = ByDue()

    def farewell(self) -> Farewell:
        """What the business knows of it."""
        return Farewell(
            person_id=self.pk,
            state=FarewellState(self.state),
            asked_at=self.asked_at,
            due=self.due,
            turn=int(self.turn),
            part=int(self.part),
            cursor=self.cursor,
            open_matters=tuple(self.open_matters),
            version=int(self.version),
        )


def archive_item(one: Archive) -> ArchiveItem:
    """An archive as it is stored."""
    return ArchiveItem(
        pk=one.person_id,
        sk=f"archive#{one.id}",
        state=one.state.value,
        turn=one.turn,
        part=one.part,
        parts=one.parts,
        cursor=one.cursor,
        counts=dict(one.counts),
        files=one.files,
        offset=one.offset,
        upload_id=one.upload_id or None,
        pending=one.pending,
        tags=list(one.tags),
        created_at=one.created_at,
        finished_at=one.finished_at,
        expires_at=one.created_at + ARCHIVE_KEPT,
    )


def archive_want(person_id: str, archive_id: str) -> Want[Archive]:
    """An archive, to be read together with other things."""
    return Want(ArchiveItem, person_id, f"archive#{archive_id}", ArchiveItem.archive)


def archive_as_read(one: Archive) -> Condition:
    """That an archive is where it was read to be."""
    same: Condition = (ArchiveItem.turn == one.turn) & (ArchiveItem.state == one.state.value)
    return same


def claiming(one: Archive, *, now: datetime) -> tuple[list[Action], Condition]:
    """The change by which a turn is taken, and that nobody else is at it."""
    free = ArchiveItem.claimed_until.does_not_exist() | (ArchiveItem.claimed_until < clock.stamp(now))
    return [ArchiveItem.claimed_until.set(clock.stamp(now + CLAIM))], archive_as_read(one) & free


def slot(person_id: str, *, now: datetime) -> tuple[SlotItem, Condition]:
    """The item that notes an archive of today, and that there is none yet."""
    until = now + ONCE_IN
    item = SlotItem(pk=person_id, sk="slot", until=clock.stamp(until), expires_at=until)
    return item, SlotItem.pk.does_not_exist() | (SlotItem.until < clock.stamp(now))


def directory_item(one: Archive, entries: Sequence[Any]) -> DirectoryItem:
    """What a turn has put into an archive, as it is stored."""
    return DirectoryItem(
        pk=one.id, sk=f"turn#{one.turn:06}", entries=list(entries), expires_at=one.created_at + ARCHIVE_KEPT
    )


def directory(archive_id: str) -> list[Any]:
    """What all turns before have put into an archive, in its order. 1 query for each megabyte of names."""
    turns = DirectoryItem.query(archive_id, DirectoryItem.sk.startswith("turn#"), consistent_read=True)
    return [entry for item in turns for entry in item.entries]


def farewell_item(one: Farewell) -> FarewellItem:
    """A farewell as it is stored: the clock looks at what waits."""
    waits = one.state is FarewellState.WAITING
    return FarewellItem(
        pk=one.person_id,
        sk="farewell",
        state=one.state.value,
        asked_at=one.asked_at,
        due=one.due,
        turn=one.turn,
        part=one.part,
        cursor=one.cursor,
        open_matters=list(one.open_matters),
        version=one.version,
        due_shard=due.shard("privacy", one.person_id) if waits else None,
        due_at=clock.stamp(one.due) if waits else None,
    )


def farewell_key(person_id: str) -> FarewellItem:
    """The item to delete, known by its key alone."""
    return FarewellItem(pk=person_id, sk="farewell")


def farewell_want(person_id: str) -> Want[Farewell]:
    """A farewell, to be read together with other things."""
    return Want(FarewellItem, person_id, "farewell", FarewellItem.farewell)


def farewell_as_read(one: Farewell | None) -> Condition:
    """That a farewell is as it was read."""
    if one is None:
        return FarewellItem.pk.does_not_exist()
    same: Condition = FarewellItem.version == one.version
    return same
