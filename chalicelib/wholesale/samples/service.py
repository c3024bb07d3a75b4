"""Ordering a sample: one piece at the sample's price, whatever the minimum is; so many for each buyer.

A sample is kept for its buyer as what was agreed on in an offer is, and ordered by the same checkout. One
that she let lapse doesn't count.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from chalicelib.foundation import ids
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import service as listings
from chalicelib.listings.errors import ListingNotFound
from chalicelib.listings.reservations import service as reservations
from chalicelib.listings.reservations.service import Terms
from chalicelib.orders.errors import OwnGoods
from chalicelib.wholesale.errors import NoSample, TooManySamples
from chalicelib.wholesale.samples import models
from chalicelib.wholesale.samples.models import Taken
from chalicelib.wholesale.terms import models as terms

HELD = timedelta(hours=24)
"""How long a sample is kept for the buyer to order it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A sample that is kept for a buyer."""

    id: str
    listing_id: str
    variant_id: str
    price: Money
    reserved_until: datetime


def keep(listing_id: str, variant_id: str, *, buyer: str, now: datetime) -> Kept:
    """Keep a sample for a buyer. 2 reads at most, 1 transaction of 3 items and 1 event.

    Raises ListingNotFound, NoSample, OwnGoods, VariantNotFound, SoldOut, TooManySamples, ChangedMeanwhile.
    """
    found, offered, taken = read_together(
        [
            listings.listing_want(listing_id),
            terms.terms_want(listing_id),
            models.taken_want(listing_id, buyer),
        ]
    )
    if (listing := listings.on_sale(found)) is None:
        raise ListingNotFound
    if offered is None or offered.sample is None:
        raise NoSample
    if listing.owner_id == buyer:
        raise OwnGoods
    before = taken or Taken()
    counted = _counted(before)
    if len(counted) >= offered.sample.most:
        raise TooManySamples
    kept = Kept(ids.new("smp"), listing_id, variant_id, offered.sample.price, now + HELD)
    listings.sellable(
        listing, [listings.Wanted(listing_id, variant_id, 1, None)], field="variant_id", now=now
    )
    with Transaction() as tx:
        item, same = models.taken_item(listing_id, buyer, before, [*counted, kept.id])
        tx.put(item, condition=same)
        reservations.reserve(
            tx,
            [listing],
            [reservations.Line(listing_id, variant_id, 1, kept.price)],
            holder=buyer,
            reference=kept.id,
            until=kept.reserved_until,
            terms=Terms.AGREED,
            at=now,
        )
        return tx.result(kept)


def _counted(before: Taken) -> list[str]:
    """The samples that were ordered or still may be. 1 read, or none for the first."""
    wants = [reservations.reservation_want(one) for one in before.samples]
    found = read_together(wants) if wants else []
    return [
        one
        for one, kept in zip(before.samples, found, strict=True)
        if kept and (kept.held or kept.state is reservations.State.USED)
    ]
