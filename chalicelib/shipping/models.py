"""The shipping table: parcels."""

from __future__ import annotations

from pynamodb.attributes import UnicodeAttribute, UTCDateTimeAttribute

from chalicelib.foundation.tables import Item, table
from chalicelib.shipping.rules import Parcel


class ParcelItem(Item):
    """A parcel. Key: its order's id, `parcel`."""

    class Meta(Item.Meta):
        table_name = table("shipping")

    courier = UnicodeAttribute()
    tracking_number = UnicodeAttribute()
    shipped_at = UTCDateTimeAttribute()
    service = UnicodeAttribute(null=True)

    def parcel(self) -> Parcel:
        """What the business knows of it."""
        return Parcel(self.pk, self.courier, self.tracking_number, self.shipped_at, self.service)


def parcel_item(parcel: Parcel) -> ParcelItem:
    """A parcel as it is stored."""
    return ParcelItem(
        pk=parcel.order_id,
        sk="parcel",
        courier=parcel.courier,
        tracking_number=parcel.tracking_number,
        shipped_at=parcel.shipped_at,
        service=parcel.service,
    )
