"""Whom which samples were kept for, as the wholesale table knows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pynamodb.attributes import JSONAttribute, NumberAttribute
from pynamodb.expressions.condition import Condition

from chalicelib.foundation.tables import Item, Want, table


@dataclass(frozen=True, slots=True)
class Taken:
    """The samples of some goods that one buyer asked for and that may count. `version` counts changes."""

    samples: tuple[str, ...] = ()
    version: int = 0


class TakenItem(Item):
    """A buyer's samples of some goods. Key: the listing's id, `sampled#` and hers."""

    class Meta(Item.Meta):
        table_name = table("wholesale")

    samples = JSONAttribute()
    version = NumberAttribute()

    def taken(self) -> Taken:
        """What the business knows of it."""
        return Taken(tuple(self.samples), int(self.version))


def taken_want(listing_id: str, buyer: str) -> Want[Taken]:
    """A buyer's samples to be read."""
    return Want(TakenItem, listing_id, f"sampled#{buyer}", TakenItem.taken)


def taken_item(
    listing_id: str, buyer: str, before: Taken, samples: Sequence[str]
) -> tuple[TakenItem, Condition]:
    """A buyer's samples as they are stored in place of what was read, if that is so still."""
    item = TakenItem(pk=listing_id, sk=f"sampled#{buyer}", samples=list(samples), version=before.version + 1)
    new: Condition = TakenItem.pk.does_not_exist()
    return item, TakenItem.version == before.version if before.version else new
