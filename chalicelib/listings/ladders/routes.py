"""The routes of price ladders."""

from __future__ import annotations

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.listings.errors import LadderBroken, ListingNotFound, VariantNotFound
from chalicelib.listings.ladders import service
from chalicelib.listings.ladders.schemas import NewLadders
from chalicelib.listings.rules import Details, Listing
from chalicelib.listings.schemas import ListingView
from chalicelib.stores.errors import NotPermitted

bp = Routes(__name__)


@bp.put(
    "/listings/{listing_id}/ladders",
    answers=ListingView,
    raises=(ListingNotFound, NotPermitted, VariantNotFound, LadderBroken, ChangedMeanwhile),
)
def set_ladders(listing_id: str, caller: Caller, body: NewLadders) -> tuple[Listing, Details]:
    """Let pieces cost less for whoever takes more; what was set before is replaced, by nothing if empty."""
    return service.set_up(listing_id, person=caller.person_id, steps=body.steps, now=clock.now())
