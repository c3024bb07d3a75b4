"""What people searched for who then bought, and for which no keyword is exact yet.

A keyword of one's own for such a search has a bid of its own, where a broad one bids alike for all that it
means. What to bid follows from the auctions that were held for the search, each with its rivals as they were.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from chalicelib.advertising.clicks.rules import Sums
from chalicelib.advertising.quality.rules import SEEN
from chalicelib.advertising.targeting.rules import Match, Words

MOST = 50
"""Suggestions at once, those that sold most first."""

LIKELY = 0.75
"""In what part of the search's auctions the suggested bid would have been first."""


@dataclass(frozen=True, slots=True)
class Searched:
    """A search that showed ads, from the view of one who took part."""

    term: str
    """As reports call it."""
    text: str
    """As somebody typed it."""
    words: Words
    keyword: str
    match: Match
    quality: int
    others: tuple[int, ...]
    """The scores of the others, the best first."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A search that should be a keyword. Bids are in minor units."""

    text: str
    keyword: str
    """Through which of the campaign's own it was found."""
    sums: Sums
    bid: int
    """With which three of four auctions would have been won."""
    least_bid: int
    """With which the ad would have been shown in half of them."""


def suggested(
    searches: Iterable[Searched], sums: Mapping[str, Sums], *, exact: Collection[Words], reserve: int
) -> list[Suggestion]:
    """What to bid for. `exact` are the words for which there is an exact keyword."""
    by_term: dict[str, list[Searched]] = defaultdict(list)
    for one in searches:
        if one.match is not Match.EXACT and one.words not in exact:
            by_term[one.term].append(one)
    sold = {term: sums[term] for term in by_term if term in sums and sums[term].linear_orders > 0}
    best = sorted(sold, key=lambda term: (-sold[term].linear_sales, term))[:MOST]
    return [_suggestion(by_term[term], sold[term], reserve) for term in best]


def _suggestion(searches: Sequence[Searched], sums: Sums, reserve: int) -> Suggestion:
    worth = sums.linear_sales // sums.clicks if sums.clicks else 0  # above it a click can't but lose
    top = max(reserve, worth)
    first, last = (sorted(_least(one, slot, reserve) for one in searches) for slot in (0, len(SEEN) - 1))
    return Suggestion(
        text=Counter(one.text for one in searches).most_common(1)[0][0],
        keyword=Counter(one.keyword for one in searches).most_common(1)[0][0],
        sums=sums,
        bid=min(top, _quantile(first, LIKELY)),
        least_bid=min(top, _quantile(last, 0.5)),
    )


def _least(one: Searched, slot: int, reserve: int) -> int:
    """The least bid that gets a slot; of equals the others are first."""
    return max(reserve, one.others[slot] // one.quality + 1) if slot < len(one.others) else reserve


def _quantile(ordered: Sequence[int], part: float) -> int:
    """The least of some numbers that isn't below that part of them."""
    return ordered[ceil(part * len(ordered)) - 1]
