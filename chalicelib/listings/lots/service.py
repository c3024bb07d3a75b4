"""Deciding by how many pieces goods are sold.

The lot is stored in the listing, as a ladder is: a checkout reads nothing more, and its condition is the lot
as it read it, so what a cart went through before doesn't matter.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import models
from chalicelib.listings import service as listings
from chalicelib.listings.lots.rules import Lot
from chalicelib.listings.rules import Listing

__all__ = ["Lot"]


def sell_by(tx: Transaction, before: Listing, lot: Lot, *, at: datetime) -> Listing:
    """Sell goods that were read by this lot from now on: 1 item and 1 event, or none if it is so already.

    On commit raises ChangedMeanwhile.
    """
    after = replace(before, lot=lot)
    if before.lot != lot:
        actions, condition = models.selling_by(before, after)
        tx.update(models.key_of(before.id), actions, condition=condition)
        listings.tell(tx, after, at=at)
    return after
