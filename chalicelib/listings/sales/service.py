"""Putting goods on sale for less, from one moment to another, and ending that.

The sale is stored in the variants that it reduces, so reading what goods cost now takes no read more. A
checkout's condition is the regular price and the sale as it read them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from chalicelib.foundation import clock
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import models, rules
from chalicelib.listings import service as listings
from chalicelib.listings.errors import SaleOver
from chalicelib.listings.rules import Details, Listing
from chalicelib.stores.service import Scope


def reduce(
    listing_id: str,
    *,
    person: str,
    prices: Mapping[str, int],
    starts_at: datetime | None,
    ends_at: datetime,
    now: datetime,
) -> tuple[Listing, Details]:
    """Set the sale of a listing: these variants, in minor units, and no others. Another one is replaced.

    1 read, for staff 2, 1 transaction of 1 item. Raises ListingNotFound, NotPermitted, VariantNotFound,
    NoReduction, SaleOver, ChangedMeanwhile.
    """
    start = starts_at or now
    for name, moment in (("starts_at", start), ("ends_at", ends_at)):
        if not clock.of_this_age(moment):
            raise SaleOver("Give a year of this century.", field=name)
    if ends_at <= max(start, now):
        raise SaleOver(field="ends_at")
    before, details = listings.permitted_with_details(listing_id, person=person, scope=Scope.GOODS_EDIT)
    return _set(before, rules.on_sale(before, prices, starts_at=start, ends_at=ends_at), details)


def end(listing_id: str, *, person: str, now: datetime) -> None:
    """Take a listing's sale away, whether it runs or not. 1 read, for staff 2, 1 transaction of 1 item.

    Raises ListingNotFound, NotPermitted, ChangedMeanwhile.
    """
    before, details = listings.permitted_with_details(listing_id, person=person, scope=Scope.GOODS_EDIT)
    _set(before, rules.on_sale(before, {}, starts_at=now, ends_at=now), details)


def _set(before: Listing, after: Listing, details: Details) -> tuple[Listing, Details]:
    with Transaction() as tx:
        if before != after:
            actions, condition = models.reducing(before, after)
            tx.update(models.key_of(before.id), actions, condition=condition)
        return tx.result((after, details))
