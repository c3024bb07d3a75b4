"""The route of restocking."""

from __future__ import annotations

from chalicelib.foundation import clock
from chalicelib.foundation.http import Caller, Routes
from chalicelib.insights.errors import NotBoughtHere
from chalicelib.insights.restocking import service
from chalicelib.insights.restocking.schemas import RestockQuery, RestockView
from chalicelib.insights.restocking.service import Restock
from chalicelib.listings.errors import ListingNotFound
from chalicelib.stores.errors import NotPermitted
from chalicelib.wholesale.errors import NoWholesale

bp = Routes(__name__)


@bp.get(
    "/listings/{listing_id}/restock",
    answers=RestockView,
    raises=(ListingNotFound, NotPermitted, NotBoughtHere, NoWholesale),
)
def suggest_restock(listing_id: str, caller: Caller, query: RestockQuery) -> Restock:
    """See when to order goods again that one bought wholesale, and how many cases."""
    return service.suggest(listing_id, query.plan(), person=caller.person_id, now=clock.now())
