"""A store's tax terms, an item of the listings table, so that they are read beside the goods."""

from __future__ import annotations

from typing import Any

from pynamodb.attributes import JSONAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.expressions.update import Action

from chalicelib.foundation.tables import Item, Want, table
from chalicelib.listings.taxes.rules import TaxMode, TaxTerms


class TaxItem(Item):
    """How a store taxes its goods. Key: the store's id, `tax`."""

    class Meta(Item.Meta):
        table_name = table("listings")

    mode = UnicodeAttribute()
    rate = NumberAttribute()
    by_category: JSONAttribute = JSONAttribute()

    def terms(self) -> TaxTerms:
        """What the business knows of it."""
        rates: dict[str, Any] = self.by_category
        return TaxTerms(TaxMode(self.mode), int(self.rate), {slug: int(rate) for slug, rate in rates.items()})


def tax_key(store_id: str) -> TaxItem:
    """The item to update, known by its key alone."""
    return TaxItem(pk=store_id, sk="tax")


def saying(terms: TaxTerms) -> list[Action]:
    """The change that says a store's terms, whatever they were: the last word counts."""
    return [
        TaxItem.mode.set(terms.mode.value),
        TaxItem.rate.set(terms.rate),
        TaxItem.by_category.set(dict(terms.by_category)),
    ]


def tax_want(store_id: str) -> Want[TaxTerms]:
    """A store's tax terms to be read together with other things; None: it has said none."""
    return Want(TaxItem, store_id, "tax", TaxItem.terms)
