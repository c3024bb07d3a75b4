"""Wholesale terms as the wholesale table keeps them."""

from __future__ import annotations

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.wholesale.terms.rules import Sample, WholesaleTerms


class TermsItem(Item):
    """On which terms goods are sold wholesale. Key: the listing's id, `terms`."""

    class Meta(Item.Meta):
        table_name = table("wholesale")

    lead_days = NumberAttribute()
    origin = UnicodeAttribute()
    sample_price = NumberAttribute(null=True)
    sample_most = NumberAttribute(null=True)
    currency = UnicodeAttribute()

    def terms(self) -> WholesaleTerms:
        """What the business knows of them."""
        return WholesaleTerms(
            lead_days=int(self.lead_days),
            origin=self.origin,
            sample=Sample(Money(int(self.sample_price), self.currency), int(self.sample_most or 0))
            if self.sample_price
            else None,
        )


def terms_item(listing_id: str, terms: WholesaleTerms, *, currency: str) -> TermsItem:
    """Terms as they are stored."""
    return TermsItem(
        pk=listing_id,
        sk="terms",
        lead_days=terms.lead_days,
        origin=terms.origin,
        sample_price=terms.sample.price.amount if terms.sample else None,
        sample_most=terms.sample.most if terms.sample else None,
        currency=currency,
    )


def terms_want(listing_id: str) -> Want[WholesaleTerms]:
    """Terms to be read."""
    return Want(TermsItem, listing_id, "terms", TermsItem.terms)
