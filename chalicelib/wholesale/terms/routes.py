"""The routes of wholesale terms."""

from __future__ import annotations

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.listings.errors import ListingNotFound
from chalicelib.stores.errors import NotPermitted
from chalicelib.wholesale.errors import NoWholesale
from chalicelib.wholesale.terms import service
from chalicelib.wholesale.terms.schemas import NewWholesaleTerms, WholesaleView
from chalicelib.wholesale.terms.service import Offered

bp = Routes(__name__)


@bp.put(
    "/listings/{listing_id}/wholesale",
    answers=WholesaleView,
    raises=(ListingNotFound, NotPermitted, ChangedMeanwhile),
)
def set_wholesale_terms(listing_id: str, caller: Caller, body: NewWholesaleTerms) -> Offered:
    """Sell goods wholesale: from so many pieces on, in cases, with or without samples."""
    return service.offer(listing_id, body.wish(), person=caller.person_id, now=clock.now())


@bp.get("/listings/{listing_id}/wholesale", answers=WholesaleView, raises=(NoWholesale,), signed_in=False)
def show_wholesale_terms(listing_id: str) -> Offered:
    """See on which terms goods are sold wholesale."""
    return service.show(listing_id)
