"""The best goods of some categories, for who hasn't asked for anything yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chalicelib.search.index import Index
from chalicelib.search.queries import Hit, Shelves
from chalicelib.search.rules import ranking
from chalicelib.search.rules.documents import brief_of
from chalicelib.search.rules.queries import of_category
from chalicelib.search.rules.ranking import Candidate, Ranked

SPARE = 2
"""How many more are looked at for each shelf: some may have gone since they were indexed."""


def best(
    categories: Sequence[str], *, shelves: int, each: int, index: Index, read: Shelves
) -> Mapping[str, list[Hit]]:
    """So many shelves of the best goods, of the first categories that have any.

    1 query for each category that is looked at, of a few postings, and 1 read of all goods and their stores.
    """
    found: dict[str, list[Candidate]] = {}
    for category in categories:
        if len(found) == shelves:
            break
        if some := _candidates(category, each + SPARE, index):
            found[category] = some
    wanted = {one.id: one.brief.store_id for some in found.values() for one in some}
    shown = read(wanted, with_text=False) if wanted else {}
    filled = {
        category: [Hit(shown[one.id], _ranked(one)) for one in some if one.id in shown][:each]
        for category, some in found.items()
    }
    return {category: hits for category, hits in filled.items() if hits}


def _candidates(category: str, most: int, index: Index) -> list[Candidate]:
    term = of_category(category)
    return [
        Candidate(one.listing_id, one.quality, brief_of(one.brief), frozenset({term}))
        for one in index.postings(term, most=most)
    ]


def _ranked(one: Candidate) -> Ranked:
    return Ranked(one, ranking.FAME * one.quality / 100, 1.0)
