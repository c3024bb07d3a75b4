"""The lending table: borrowers, loans and pools."""

from __future__ import annotations

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from chalicelib.foundation.tables import Item, table


class BorrowerItem(Item):
    """What a person owes in all. Key: `borrower#` and the person, `exposure`."""

    class Meta(Item.Meta):
        table_name = table("lending")

    outstanding = NumberAttribute(default=0)
    """Of all her loans, accepted ones too, in minor units: it never exceeds her limit by a new loan."""
    currency = UnicodeAttribute()
