"""The stock journal as the listings table keeps it: under each variant its entries, and what they come to."""

from __future__ import annotations

from pynamodb.attributes import NumberAttribute, UnicodeAttribute, UTCDateTimeAttribute
from pynamodb.expressions.update import Action

from chalicelib.foundation.tables import Item, table
from chalicelib.listings.events import Cause, MovedLine, StockMoved
from chalicelib.listings.journal.rules import Entry, Sum


class EntryItem(Item):
    """An entry. Key: `journal#`, the listing and the variant; the id of the event that told of it."""

    class Meta(Item.Meta):
        table_name = table("listings")

    cause = UnicodeAttribute()
    change = NumberAttribute()
    reserved = NumberAttribute()
    reference = UnicodeAttribute()
    by = UnicodeAttribute()
    at = UTCDateTimeAttribute()

    def entry(self) -> Entry:
        """What the business knows of it."""
        return Entry(
            id=self.sk,
            cause=Cause(self.cause),
            change=int(self.change),
            reserved=int(self.reserved),
            reference=self.reference,
            by=self.by,
            at=self.at,
        )


class SumItem(Item):
    """What a variant's entries come to. Key: as theirs, `sum`."""

    class Meta(Item.Meta):
        table_name = table("listings")

    stock = NumberAttribute()
    reserved = NumberAttribute()
    entries = NumberAttribute()

    def sum(self) -> Sum:
        """What the business knows of it."""
        return Sum(int(self.stock), int(self.reserved), int(self.entries))


def entry_item(event: StockMoved, line: MovedLine) -> EntryItem:
    """An entry as it is stored: an event has one of each variant, so its id is the key."""
    return EntryItem(
        pk=partition(line.listing_id, line.variant_id),
        sk=event.event_id,
        cause=event.cause.value,
        change=line.change,
        reserved=line.reserved,
        reference=line.reference,
        by=event.by,
        at=event.at,
    )


def sum_key(line: MovedLine) -> SumItem:
    """The item to update, known by its key alone."""
    return SumItem(pk=partition(line.listing_id, line.variant_id), sk="sum")


def adding(line: MovedLine) -> list[Action]:
    """The change of what the entries come to. It is an addition, so the order of events doesn't matter."""
    item = SumItem
    return [item.stock.add(line.change), item.reserved.add(line.reserved), item.entries.add(1)]


def partition(listing_id: str, variant_id: str) -> str:
    """Under which key a variant's journal is."""
    return f"journal#{listing_id}#{variant_id}"
