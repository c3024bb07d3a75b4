"""Letting pieces cost less for whoever takes more of them.

The ladder is stored in the variant, as a sale is: what so many cost takes no read more, and a checkout's
condition is the ladder as it read it. Where a sale runs as well, the lower of the two prices counts. A ladder
counts the pieces of one line, as the line's price is one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import models, rules
from chalicelib.listings import service as listings
from chalicelib.listings.ladders.rules import Ladder, Rung, price_of, refuse_broken
from chalicelib.listings.rules import Details, Listing
from chalicelib.stores.service import Scope

__all__ = ["Ladder", "Rung", "price_of", "refuse_broken", "set_up"]


def set_up(
    listing_id: str, *, person: str, steps: Mapping[str, Sequence[tuple[int, int]]], now: datetime
) -> tuple[Listing, Details]:
    """Set the ladders of a listing: of these variants, by least quantity and price, and of no others.

    1 read, for staff 2, 1 transaction of 2 items. Raises ListingNotFound, NotPermitted, VariantNotFound,
    LadderBroken, ChangedMeanwhile.
    """
    before, details = listings.permitted_with_details(listing_id, person=person, scope=Scope.GOODS_EDIT)
    after = rules.by_quantity(before, steps)
    with Transaction() as tx:
        if before != after:
            actions, condition = models.laddering(before, after)
            tx.update(models.key_of(before.id), actions, condition=condition)
            listings.tell(tx, after, at=now)
        return tx.result((after, details))
