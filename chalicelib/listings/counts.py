"""Correcting the stock: by so many pieces, or to what somebody counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import models, service, stock
from chalicelib.listings.errors import StockChanged
from chalicelib.listings.events import Cause
from chalicelib.listings.models import ListingItem
from chalicelib.listings.rules import Details, Listing
from chalicelib.listings.stock import Why
from chalicelib.stores.service import Scope


def restock(
    listing_id: str, *, person: str, variant_id: str, change: int, now: datetime
) -> tuple[Listing, Details]:
    """Add pieces to a variant's stock, or take some off. 1 read, for staff 2, 1 transaction of 2 items.

    The answer's stock is what it was when read plus the change; a sale may have come between.
    Raises ListingNotFound, NotPermitted, VariantNotFound, NothingLeft.
    """
    listing, details = service.permitted_with_details(listing_id, person=person, scope=Scope.GOODS_COUNT)
    left = max(0, listing.variant(variant_id).stock + change)
    cause = Cause.RESTOCKED if change > 0 else Cause.WRITTEN_OFF
    with Transaction() as tx:
        stock.change(tx, listing_id, variant_id, change, why=Why(cause, person, now))
        return tx.result((_with_stock(listing, variant_id, left), details))


def take_count(
    listing_id: str, *, person: str, variant_id: str, counted: int, seen: int, now: datetime
) -> tuple[Listing, Details]:
    """Set a variant's stock to what was counted. 1 read, for staff 2, 1 transaction of 2 items.

    It must still be what she saw when she counted: a sale that came between would be undone by her count.
    Raises ListingNotFound, NotPermitted, VariantNotFound, StockChanged.
    """
    listing, details = service.permitted_with_details(listing_id, person=person, scope=Scope.GOODS_COUNT)
    listing.variant(variant_id)

    def refusal() -> DomainError:
        (found,) = read_together([models.listing_want(listing_id)])
        return StockChanged(f"The stock is {found.variant(variant_id).stock} now, not {seen}.", field="seen")

    with Transaction() as tx:
        path = ListingItem.variants[variant_id]["stock"]
        tx.update(models.key_of(listing_id), [path.set(counted)], condition=path == seen, otherwise=refusal)
        stock.moved(
            tx, Why(Cause.COUNTED, person, now), [stock.correction(listing_id, variant_id, counted - seen)]
        )
        return tx.result((_with_stock(listing, variant_id, counted), details))


def _with_stock(listing: Listing, variant_id: str, left: int) -> Listing:
    after = replace(listing.variant(variant_id), stock=left)
    return replace(
        listing, variants=tuple(after if one.id == variant_id else one for one in listing.variants)
    )
