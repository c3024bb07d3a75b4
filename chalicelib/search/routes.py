"""The routes of search."""

from __future__ import annotations

from chalicelib.foundation.http import Routes
from chalicelib.foundation.paging import BadCursor
from chalicelib.search import service
from chalicelib.search.errors import BadFilter, BadPriceRange, NothingAsked, UnknownFacet
from chalicelib.search.schemas import SearchPage, SearchQuery, SuggestionsQuery, SuggestionsView
from chalicelib.search.service import Answer

bp = Routes(__name__)


@bp.get(
    "/search",
    answers=SearchPage,
    signed_in=False,
    raises=(NothingAsked, BadPriceRange, BadFilter, UnknownFacet, BadCursor),
)
def search_goods(query: SearchQuery) -> Answer:
    """Search all goods on sale, by words or within a category."""
    return service.find(query.wish(), limit=query.limit, cursor=query.cursor)


@bp.get("/search/suggestions", answers=SuggestionsView, signed_in=False)
def suggest_words(query: SuggestionsQuery) -> list[str]:
    """Suggest what to search for, to somebody who has typed the beginning of it."""
    return service.suggest(query.q)
