"""The favourites' routes."""

from __future__ import annotations

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.listings.errors import ListingNotFound
from chalicelib.listings.favourites import service
from chalicelib.listings.favourites.errors import FavouriteNotFound, FavouritesFull
from chalicelib.listings.favourites.schemas import FavouriteCount, FavouritesView, FavouriteView
from chalicelib.listings.favourites.service import Marked
from chalicelib.stores.errors import NotPermitted

bp = Routes(__name__)


@bp.get("/favourites", answers=FavouritesView)
def my_favourites(caller: Caller, query: PageQuery) -> Page[Marked]:
    """List the goods that one keeps in mind."""
    return service.of_person(caller.person_id, limit=query.limit, cursor=query.cursor)


@bp.put(
    "/favourites/{listing_id}",
    answers=FavouriteView,
    raises=(ListingNotFound, FavouritesFull, ChangedMeanwhile),
)
def mark_favourite(listing_id: str, caller: Caller) -> Marked:
    """Keep goods in mind, and hear when they cost less."""
    return service.mark(listing_id, person=caller.person_id, now=clock.now())


@bp.get("/favourites/{listing_id}", answers=FavouriteView, raises=(FavouriteNotFound,))
def show_favourite(listing_id: str, caller: Caller) -> Marked:
    """See whether one keeps goods in mind."""
    return service.show(listing_id, person=caller.person_id)


@bp.delete("/favourites/{listing_id}", raises=(ListingNotFound, ChangedMeanwhile))
def unmark_favourite(listing_id: str, caller: Caller) -> None:
    """Keep goods in mind no more."""
    service.unmark(listing_id, person=caller.person_id)


@bp.get("/listings/{listing_id}/favourites", answers=FavouriteCount, raises=(ListingNotFound, NotPermitted))
def count_favourites(listing_id: str, caller: Caller) -> int:
    """See how many people keep one's goods in mind."""
    return service.how_many(listing_id, person=caller.person_id)
