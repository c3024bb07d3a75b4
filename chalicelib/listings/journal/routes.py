"""The stock journal's route."""

from __future__ import annotations

from chalicelib.foundation.errors import Busy
from chalicelib.foundation.http import Caller, Routes
from chalicelib.listings.errors import ListingNotFound, VariantNotFound
from chalicelib.listings.journal import service
from chalicelib.listings.journal.schemas import JournalQuery, JournalView
from chalicelib.listings.journal.service import Journal
from chalicelib.stores.errors import NotPermitted

bp = Routes(__name__)


@bp.get(
    "/listings/{listing_id}/stock-journal",
    answers=JournalView,
    raises=(ListingNotFound, NotPermitted, VariantNotFound, Busy),
)
def stock_journal(listing_id: str, caller: Caller, query: JournalQuery) -> Journal:
    """See what happened to a variant's stock, the newest first, with what was left after each change."""
    return service.read(
        listing_id, query.variant_id, person=caller.person_id, limit=query.limit, cursor=query.cursor
    )
