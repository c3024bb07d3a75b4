"""The routes of sales."""

from __future__ import annotations

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.listings.errors import ListingNotFound, NoReduction, SaleOver, VariantNotFound
from chalicelib.listings.rules import Details, Listing
from chalicelib.listings.sales import service
from chalicelib.listings.sales.schemas import NewSale
from chalicelib.listings.schemas import ListingView
from chalicelib.stores.errors import NotPermitted

bp = Routes(__name__)


@bp.put(
    "/listings/{listing_id}/sale",
    answers=ListingView,
    raises=(ListingNotFound, NotPermitted, VariantNotFound, NoReduction, SaleOver, ChangedMeanwhile),
)
def set_sale(listing_id: str, caller: Caller, body: NewSale) -> tuple[Listing, Details]:
    """Lower the price of goods for some time; what was set before is replaced."""
    return service.reduce(
        listing_id,
        person=caller.person_id,
        prices=body.prices,
        starts_at=body.starts_at,
        ends_at=body.ends_at,
        now=clock.now(),
    )


@bp.delete("/listings/{listing_id}/sale", raises=(ListingNotFound, NotPermitted, ChangedMeanwhile))
def end_sale(listing_id: str, caller: Caller) -> None:
    """End the sale of goods, or call it off before it begins."""
    service.end(listing_id, person=caller.person_id, now=clock.now())
