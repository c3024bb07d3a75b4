"""What is sold on, as the wholesale table keeps it."""

from __future__ import annotations

from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute

from chalicelib.foundation.tables import Item, Want, table
from chalicelib.wholesale.models import Listed
from chalicelib.wholesale.resale.rules import Resale, Source

_RESALE = "resale#"


class ResaleItem(Item):
    """A line of an order that is sold on. Key: the order, `resale#` and the line."""

    class Meta(Item.Meta):
        table_name = table("wholesale")

    listing_id = UnicodeAttribute()
    store_id = UnicodeAttribute()
    quantity = NumberAttribute()
    person = UnicodeAttribute()
    stocked = BooleanAttribute()
    source_listing = UnicodeAttribute()
    source_variant = UnicodeAttribute()
    listed_in = UnicodeAttribute()
    placed = UnicodeAttribute()

    listed = Listed()

    def resale(self) -> Resale:
        """What the business knows of it."""
        return Resale(
            order_id=self.pk,
            line_id=self.sk.removeprefix(_RESALE),
            listing_id=self.listing_id,
            store_id=self.store_id,
            quantity=int(self.quantity),
            person=self.person,
            stocked=bool(self.stocked),
            source=Source(self.source_listing, self.source_variant),
        )


def resale_item(resale: Resale) -> ResaleItem:
    """A new one as it is stored."""
    return ResaleItem(
        pk=resale.order_id,
        sk=_RESALE + resale.line_id,
        listing_id=resale.listing_id,
        store_id=resale.store_id,
        quantity=resale.quantity,
        person=resale.person,
        stocked=resale.stocked,
        source_listing=resale.source.listing_id,
        source_variant=resale.source.variant_id,
        listed_in=list_of_goods(resale.listing_id),
        placed=resale.order_id,
    )


def list_of_goods(listing_id: str) -> str:
    """The list of what was bought to be sold on as these goods."""
    return f"resold#{listing_id}"


def resale_want(order_id: str, line_id: str) -> Want[Resale]:
    """What is sold on of a line, to be read."""
    return Want(ResaleItem, order_id, _RESALE + line_id, ResaleItem.resale)


def line_of(key: ResaleItem) -> str:
    """The line of an index's key."""
    return key.sk.removeprefix(_RESALE)


def key_of(resale: Resale) -> ResaleItem:
    """The item to update, known by its key alone."""
    return ResaleItem(pk=resale.order_id, sk=_RESALE + resale.line_id)
