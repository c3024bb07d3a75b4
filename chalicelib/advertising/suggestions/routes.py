"""The route of suggested keywords."""

from __future__ import annotations

from chalicelib.advertising.errors import CampaignNotFound
from chalicelib.advertising.suggestions import service
from chalicelib.advertising.suggestions.schemas import KeywordSuggestions
from chalicelib.advertising.suggestions.service import Suggested
from chalicelib.foundation import clock
from chalicelib.foundation.http import Caller, Routes
from chalicelib.stores.errors import NotPermitted

bp = Routes(__name__)


@bp.get(
    "/campaigns/{campaign_id}/suggestions",
    answers=KeywordSuggestions,
    raises=(CampaignNotFound, NotPermitted),
)
def suggest_keywords(campaign_id: str, caller: Caller) -> Suggested:
    """See which searches should be keywords of a campaign, and what to bid for them."""
    return service.suggest(campaign_id, person=caller.person_id, now=clock.now())
