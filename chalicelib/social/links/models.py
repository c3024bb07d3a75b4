"""What links carry, in the social table."""

from __future__ import annotations

from dataclasses import dataclass

from pynamodb.attributes import UnicodeAttribute

from chalicelib.foundation.tables import Item, Want, table


@dataclass(frozen=True, slots=True)
class Carried:
    """What a link carries besides where it leads."""

    code: str
    store_id: str
    listing_id: str
    promotion_id: str


class CarriedItem(Item):
    """It. Key: `link#` and the link's code, `carried`."""

    class Meta(Item.Meta):
        table_name = table("social")

    store_id = UnicodeAttribute()
    listing_id = UnicodeAttribute(null=True)
    promotion_id = UnicodeAttribute(null=True)

    def carried(self) -> Carried:
        """What the business knows of it."""
        code = self.pk.removeprefix("link#")
        return Carried(code, self.store_id, self.listing_id or "", self.promotion_id or "")


def carried_item(carried: Carried) -> CarriedItem:
    """It, as it is stored."""
    return CarriedItem(
        pk=f"link#{carried.code}",
        sk="carried",
        store_id=carried.store_id,
        listing_id=carried.listing_id or None,
        promotion_id=carried.promotion_id or None,
    )


def carried_want(code: str) -> Want[Carried]:
    """What a link carries."""
    return Want(CarriedItem, f"link#{code}", "carried", CarriedItem.carried)
