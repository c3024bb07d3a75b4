"""The routes of discovery."""

from __future__ import annotations

from chalice.app import Request

from chalicelib.discovery import service
from chalicelib.discovery.schemas import SearchPage, SearchQuery
from chalicelib.discovery.service import Results, Shopper
from chalicelib.foundation import clock
from chalicelib.foundation.http import Routes
from chalicelib.foundation.paging import BadCursor
from chalicelib.search.errors import BadFilter, BadPriceRange, NothingAsked, UnknownFacet

bp = Routes(__name__)


@bp.get(
    "/search",
    answers=SearchPage,
    signed_in=False,
    raises=(NothingAsked, BadPriceRange, BadFilter, UnknownFacet, BadCursor),
)
def search_goods(query: SearchQuery, request: Request) -> Results:
    """Search all goods on sale, by words or within a category. Ads among them are marked."""
    shopper = Shopper(request.headers.get("user-agent", ""), query.near)
    return service.find(
        query.wish(), shopper=shopper, limit=query.limit, cursor=query.cursor, now=clock.now()
    )
