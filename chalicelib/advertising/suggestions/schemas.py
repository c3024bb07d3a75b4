"""What the API of suggested keywords answers."""

from __future__ import annotations

from typing import Self

from chalicelib.advertising.attribution.rules import Model, counted
from chalicelib.advertising.suggestions.rules import Suggestion
from chalicelib.advertising.suggestions.service import Suggested
from chalicelib.foundation.http import Schema


class KeywordSuggestion(Schema):
    """A search that sold and should be an exact keyword, with the bid that would have been first in three of
    four of its auctions; with `least_bid` the ad would have been shown in half of them. Neither is more than
    what a click brought. Money is in minor units of the campaign's currency; orders count in parts for each
    click that led to them.
    """

    text: str
    found_by: str
    """The campaign's keyword that meant it."""
    impressions: int
    clicks: int
    cost: int
    orders: float
    sales: int
    bid: int
    least_bid: int

    @classmethod
    def of(cls, one: Suggestion, /) -> Self:
        """Shape the answer."""
        found = counted(one.sums, Model.LINEAR)
        return cls(
            text=one.text,
            found_by=one.keyword,
            impressions=one.sums.impressions,
            clicks=one.sums.clicks,
            cost=one.sums.cost,
            orders=found.orders,
            sales=found.sales,
            bid=one.bid,
            least_bid=one.least_bid,
        )


class KeywordSuggestions(Schema):
    """Searches of the last seven days that sold, those that sold most first; 50 at most."""

    items: list[KeywordSuggestion]

    @classmethod
    def of(cls, found: Suggested, /) -> Self:
        """Shape the answer."""
        return cls(items=[KeywordSuggestion.of(one) for one in found.suggestions])
