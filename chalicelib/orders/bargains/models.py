"""Bargains as the orders table keeps them until they are ordered."""

from __future__ import annotations

from dataclasses import asdict

from pynamodb.attributes import JSONAttribute

from chalicelib.foundation.tables import Item, Want, table
from chalicelib.orders.bargains.rules import Bargain


class BargainItem(Item):
    """What was agreed on besides the price. Key: what it was agreed on in, `bargain`."""

    class Meta(Item.Meta):
        table_name = table("orders")

    facts = JSONAttribute()

    def bargain(self) -> Bargain:
        """What the business knows of it."""
        return Bargain(**self.facts)


def bargain_item(bargain: Bargain) -> BargainItem:
    """A bargain as it is stored."""
    return BargainItem(pk=bargain.agreement, sk="bargain", facts=asdict(bargain))


def bargain_want(agreement: str) -> Want[Bargain]:
    """What was agreed on somewhere, to be read."""
    return Want(BargainItem, agreement, "bargain", BargainItem.bargain)
