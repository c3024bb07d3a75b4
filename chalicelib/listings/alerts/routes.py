"""The stock alerts' routes."""

from __future__ import annotations

from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.listings.alerts import service
from chalicelib.listings.alerts.schemas import ListingAlert, ListingAlertView, StoreAlert, StoreAlertView
from chalicelib.listings.alerts.service import Watched
from chalicelib.listings.errors import ListingNotFound
from chalicelib.stores.errors import NotPermitted, StoreNotFound

bp = Routes(__name__)


@bp.get(
    "/listings/{listing_id}/stock-alert", answers=ListingAlertView, raises=(ListingNotFound, NotPermitted)
)
def show_stock_alert(listing_id: str, caller: Caller) -> Watched:
    """See from how few pieces on a listing is low, and how its variants stand."""
    return service.show(listing_id, person=caller.person_id)


@bp.put(
    "/listings/{listing_id}/stock-alert",
    answers=ListingAlertView,
    raises=(ListingNotFound, NotPermitted, ChangedMeanwhile),
)
def set_stock_alert(listing_id: str, caller: Caller, body: ListingAlert) -> Watched:
    """Say from how few pieces on one wants to hear that a listing is low."""
    return service.watch(listing_id, person=caller.person_id, threshold=body.threshold)


@bp.get("/stores/{store_id}/stock-alert", answers=StoreAlertView, raises=(StoreNotFound, NotPermitted))
def show_store_stock_alert(store_id: str, caller: Caller) -> int:
    """See from how few pieces on a store's goods are low."""
    return service.show_of_store(store_id, person=caller.person_id)


@bp.put("/stores/{store_id}/stock-alert", answers=StoreAlertView, raises=(StoreNotFound, NotPermitted))
def set_store_stock_alert(store_id: str, caller: Caller, body: StoreAlert) -> int:
    """Say from how few pieces on one wants to hear that goods are low, where a listing says nothing else."""
    return service.watch_store(store_id, person=caller.person_id, threshold=body.threshold)
