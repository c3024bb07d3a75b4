"""Imports and exports as the listings table keeps them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from pynamodb.attributes import (
    BooleanAttribute,
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UTCDateTimeAttribute,
)
from pynamodb.expressions.condition import Condition

from chalicelib.foundation.tables import Item, Want, table
from chalicelib.listings.bulk.rules import Export, Fault, Format, Import, Reason, State

KEPT = timedelta(days=30)
"""How long an import and its report are remembered."""

FILES_KEPT = timedelta(days=7)
"""How long an export is remembered: as long as the bucket keeps its files."""


class ImportItem(Item):
    """An import. Key: its id, `import`."""

    class Meta(Item.Meta):
        table_name = table("listings")

    of_store = UnicodeAttribute()
    owner_id = UnicodeAttribute()
    person_id = UnicodeAttribute()
    format = UnicodeAttribute()
    publish = BooleanAttribute()
    state = UnicodeAttribute()
    etag = UnicodeAttribute()
    turn = NumberAttribute()
    position = NumberAttribute()
    rows = NumberAttribute(null=True)
    kept = NumberAttribute()
    faulty = NumberAttribute()
    created = NumberAttribute()
    updated = NumberAttribute()
    reason = UnicodeAttribute(null=True)
    created_at = UTCDateTimeAttribute()
    started_at = UTCDateTimeAttribute(null=True)
    finished_at = UTCDateTimeAttribute(null=True)

    def import_(self) -> Import:
        """What the business knows of it."""
        return Import(
            id=self.pk,
            store_id=self.of_store,
            owner_id=self.owner_id,
            person_id=self.person_id,
            format=Format(self.format),
            publish=bool(self.publish),
            state=State(self.state),
            etag=self.etag,
            turn=int(self.turn),
            position=int(self.position),
            rows=None if self.rows is None else int(self.rows),
            kept=int(self.kept),
            faulty=int(self.faulty),
            created=int(self.created),
            updated=int(self.updated),
            reason=Reason(self.reason) if self.reason else None,
            created_at=self.created_at,
            started_at=self.started_at,
            finished_at=self.finished_at,
        )


class OfStoreItem(Item):
    """That an import is a store's. Key: `imports#` and the store, the import's id, so in the order of age."""

    class Meta(Item.Meta):
        table_name = table("listings")


def of_store_item(one: Import) -> OfStoreItem:
    """What lists an import among its store's, as long as it is remembered."""
    return OfStoreItem(pk=imports_of(one.store_id), sk=one.id, expires_at=one.created_at + KEPT)


def imports_of(store_id: str) -> str:
    """The partition of a store's imports."""
    return f"imports#{store_id}"


class FaultItem(Item):
    """What is wrong in a row of an import. Key: the import's id, `fault#` and the row."""

    class Meta(Item.Meta):
        table_name = table("listings")

    row = NumberAttribute()
    faults = JSONAttribute()

    def found(self) -> list[Fault]:
        """What the business knows of it."""
        return [Fault(int(self.row), *one) for one in self.faults]


class ExportItem(Item):
    """An export. Key: its id, `export`."""

    class Meta(Item.Meta):
        table_name = table("listings")

    of_store = UnicodeAttribute()
    owner_id = UnicodeAttribute()
    person_id = UnicodeAttribute()
    format = UnicodeAttribute()
    state = UnicodeAttribute()
    turn = NumberAttribute()
    after = UnicodeAttribute()
    rows = NumberAttribute()
    listings = NumberAttribute()
    reason = UnicodeAttribute(null=True)
    created_at = UTCDateTimeAttribute()
    finished_at = UTCDateTimeAttribute(null=True)

    def export(self) -> Export:
        """What the business knows of it."""
        return Export(
            id=self.pk,
            store_id=self.of_store,
            owner_id=self.owner_id,
            person_id=self.person_id,
            format=Format(self.format),
            state=State(self.state),
            turn=int(self.turn),
            after=self.after,
            rows=int(self.rows),
            listings=int(self.listings),
            reason=Reason(self.reason) if self.reason else None,
            created_at=self.created_at,
            finished_at=self.finished_at,
        )


def import_want(import_id: str) -> Want[Import]:
    """An import to be read together with other things."""
    return Want(ImportItem, import_id, "import", ImportItem.import_)


def export_want(export_id: str) -> Want[Export]:
    """An export to be read together with other things."""
    return Want(ExportItem, export_id, "export", ExportItem.export)


def import_item(one: Import) -> ImportItem:
    """An import as it is stored. `of_store`: as `store_id` it would be among the store's listings."""
    return ImportItem(
        pk=one.id,
        sk="import",
        of_store=one.store_id,
        owner_id=one.owner_id,
        person_id=one.person_id,
        format=one.format.value,
        publish=one.publish,
        state=one.state.value,
        etag=one.etag,
        turn=one.turn,
        position=one.position,
        rows=one.rows,
        kept=one.kept,
        faulty=one.faulty,
        created=one.created,
        updated=one.updated,
        reason=one.reason.value if one.reason else None,
        created_at=one.created_at,
        started_at=one.started_at,
        finished_at=one.finished_at,
        expires_at=one.created_at + KEPT,
    )


def export_item(one: Export) -> ExportItem:
    """An export as it is stored."""
    return ExportItem(
        pk=one.id,
        sk="export",
        of_store=one.store_id,
        owner_id=one.owner_id,
        person_id=one.person_id,
        format=one.format.value,
        state=one.state.value,
        turn=one.turn,
        after=one.after,
        rows=one.rows,
        listings=one.listings,
        reason=one.reason.value if one.reason else None,
        created_at=one.created_at,
        finished_at=one.finished_at,
        expires_at=one.created_at + FILES_KEPT,
    )


def import_as_read(one: Import) -> Condition:
    """That nobody was faster."""
    as_read: Condition = (
        (ImportItem.position == one.position)
        & (ImportItem.turn == one.turn)
        & (ImportItem.state == one.state.value)
    )
    return as_read


def export_as_read(one: Export) -> Condition:
    """That nobody was faster."""
    as_read: Condition = (ExportItem.turn == one.turn) & (ExportItem.state == one.state.value)
    return as_read


def fault_items(import_id: str, faults: Mapping[int, Sequence[Fault]], *, at: datetime) -> list[FaultItem]:
    """The faults of some rows as they are stored."""
    return [
        FaultItem(
            pk=import_id,
            sk=f"fault#{row:06}",
            row=row,
            faults=[[one.column[:80], one.code, one.detail[:400]] for one in some],
            expires_at=at + KEPT,
        )
        for row, some in faults.items()
    ]
