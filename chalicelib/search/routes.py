"""The routes of search: what to look for. Looking for it is discovery's, where the ads are."""

from __future__ import annotations

from chalicelib.foundation.http import Routes
from chalicelib.search import service
from chalicelib.search.schemas import SuggestionsQuery, SuggestionsView

bp = Routes(__name__)


@bp.get("/search/suggestions", answers=SuggestionsView, signed_in=False)
def suggest_words(query: SuggestionsQuery) -> list[str]:
    """Suggest what to search for, to somebody who has typed the beginning of it."""
    return service.suggest(query.q)
