"""Saying on which terms goods are sold wholesale.

Minimum and case are the listing's own, and what so many cost is its ladder: a checkout, from whichever cart
or page it comes, demands them in its transaction. Here lies only what a buyer reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import service as listings
from chalicelib.listings.lots import service as lots
from chalicelib.listings.lots.service import Lot
from chalicelib.listings.service import Listing
from chalicelib.stores.service import Scope
from chalicelib.wholesale.errors import NoWholesale
from chalicelib.wholesale.terms import models
from chalicelib.wholesale.terms.models import TermsItem
from chalicelib.wholesale.terms.rules import Sample, WholesaleTerms

Offered = tuple[Listing, WholesaleTerms]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a supplier wants; the sample's price is in minor units of the goods' currency."""

    lot: Lot
    lead_days: int
    origin: str
    sample: tuple[int, int] | None
    """Its price, and how many each buyer may have."""


def offer(listing_id: str, wish: Wish, *, person: str, now: datetime) -> Offered:
    """Sell goods wholesale on these terms from now on. 1 read, for staff 2, 1 transaction of 3 items.

    Raises ListingNotFound, NotPermitted, ChangedMeanwhile.
    """
    (found,) = read_together([listings.listing_want(listing_id)])
    listing = listings.permitted(found, person=person, scope=Scope.GOODS_EDIT)
    currency = listing.lowest_price.currency
    sample = Sample(Money(wish.sample[0], currency), wish.sample[1]) if wish.sample else None
    terms = WholesaleTerms(wish.lead_days, wish.origin, sample)
    with Transaction() as tx:
        after = lots.sell_by(tx, listing, wish.lot, at=now)
        item = models.terms_item(listing_id, terms, currency=currency)
        tx.put(item, condition=TermsItem.pk.exists() | TermsItem.pk.does_not_exist())
        return tx.result((after, terms))


def show(listing_id: str) -> Offered:
    """On which terms goods that are on sale are sold wholesale, for everybody. 1 read. Raises NoWholesale."""
    listing, terms = read_together([listings.listing_want(listing_id), models.terms_want(listing_id)])
    if terms is None or (listing := listings.on_sale(listing)) is None:
        raise NoWholesale
    return listing, terms
