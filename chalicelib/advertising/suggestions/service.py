"""Keywords that are suggested by the log of auctions, and by what came of their searches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from chalicelib.advertising.campaigns import models as groups
from chalicelib.advertising.campaigns import service as campaigns
from chalicelib.advertising.campaigns.rules import RESERVE, Campaign
from chalicelib.advertising.clicks import models
from chalicelib.advertising.clicks.rules import Sums
from chalicelib.advertising.events import Participant
from chalicelib.advertising.suggestions import rules
from chalicelib.advertising.suggestions.rules import Searched, Suggestion
from chalicelib.advertising.targeting.rules import MOST_WORDS, Match, Words
from chalicelib.foundation.tables import read_together
from chalicelib.search import service as search

DAYS, MOST_AUCTIONS, MOST_TERMS = 7, 500, 500
"""How far one looks back, and how much at most: auctions and different searches a day."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """What is suggested for a campaign."""

    campaign: Campaign
    suggestions: tuple[Suggestion, ...]


def suggest(campaign_id: str, *, person: str, now: datetime) -> Suggested:
    """Searches of the last seven days that sold, without an exact keyword yet, and what to bid for them.

    2 reads, for staff 3; for each day 2 queries, of at most 500 auctions and 500 searches.
    Raises CampaignNotFound, NotPermitted.
    """
    campaign = campaigns.permitted(campaign_id, person=person)
    last = campaign.local(now).date()
    days = [(last - timedelta(days=back)).isoformat() for back in range(DAYS)]
    searches = [one for day in days for one in _searches(campaign_id, day)]
    found = rules.suggested(searches, _sums(campaign_id, days), exact=_exact(campaign), reserve=RESERVE)
    return Suggested(campaign, tuple(found))


def _exact(campaign: Campaign) -> set[Words]:
    wants = [groups.group_want(campaign.id, group_id) for group_id in campaign.group_ids]
    found = [group for group in read_together(wants) if group] if wants else []
    return {one.words for group in found for one in group.keywords if one.match is Match.EXACT}


def _searches(campaign_id: str, day: str) -> Iterator[Searched]:
    """Those whose text still means what it meant then: its words are what a keyword would be made of."""
    words_of: dict[str, Words] = {}
    for item in models.auctions(campaign_id, day, most=MOST_AUCTIONS):
        own, text = Participant.model_validate(item.own), item.text or item.term
        if text not in words_of:
            words_of[text] = search.words(text)
        words = words_of[text]
        if " ".join(words) != item.term or len(words) > MOST_WORDS:
            continue
        yield Searched(
            term=item.term,
            text=text,
            words=words,
            keyword=own.keyword,
            match=Match(own.keyword.partition(" ")[0]),
            quality=own.quality,
            others=tuple(int(score) for score in item.others),
        )


def _sums(campaign_id: str, days: list[str]) -> dict[str, Sums]:
    """What came of each search in these days together."""
    sums: dict[str, Sums] = {}
    for day in days:
        for term, one in models.terms(campaign_id, day, most=MOST_TERMS):
            sums[term] = sums.get(term, Sums()) + one
    return sums
