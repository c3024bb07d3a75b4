"""The index of search in memory: it keeps the protocol, and counts what DynamoDB would be asked.

A stand-in for sizes that the local engine can't be filled with in the time one waits. Its counts of terms
are exact, where the table's are of a sample; all else is the same, and `tests/unit/search` holds both to it.
"""

from __future__ import annotations

import time
from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.search.index import Counts, Entry, Posting
from chalicelib.search.queries import Shown
from chalicelib.search.rules import spelling
from chalicelib.search.rules.documents import Document

_Row = tuple[int, str, str]


class MemoryIndex:
    """Postings in lists. `requests` and `items` count what was asked since they were last set to nothing."""

    def __init__(self) -> None:
        self._under: dict[str, list[_Row]] = defaultdict(list)
        self._near: dict[str, set[str]] = defaultdict(set)
        self._phrases: Counter[str] = Counter()
        self._entries: dict[str, Entry] = {}
        self._listings = 0
        self.requests = self.items = 0
        self.asked: set[str] = set()
        """The terms that were ever asked for."""

    def _asked(self, items: int) -> None:
        self.requests += 1
        self.items += items

    def counts(self, terms: Sequence[str]) -> Counts:
        """How frequent terms are."""
        self._asked(len(terms) + 1)
        self.asked.update(terms)
        return Counts(self._listings, {term: len(self._under.get(term, ())) for term in terms})

    def postings(self, term: str, *, most: int) -> list[Posting]:
        """The best listings under a term."""
        best = self._under.get(term, [])[-most:][::-1]
        self.asked.add(term)
        self._asked(len(best))
        return [Posting(listing_id, quality, brief) for quality, listing_id, brief in best]

    def near(self, rests: Collection[str]) -> frozenset[str]:
        """The words that have one of these rests in common."""
        for start in range(0, len(rests), 100):
            self._asked(min(100, len(rests) - start))
        return frozenset(word for rest in rests for word in self._near.get(rest, ()))

    def phrases(self, beginning: str, *, most: int) -> list[tuple[str, int]]:
        """Phrases of titles that begin so."""
        found = sorted(one for one in self._phrases.items() if one[0].startswith(beginning))[:most]
        self._asked(len(found))
        return found

    def entry(self, listing_id: str) -> Entry:
        """What there is of a listing."""
        nothing: frozenset[str] = frozenset()
        return self._entries.get(listing_id) or Entry(listing_id, 0, True, frozenset(), "", nothing, nothing)

    def replace(self, before: Entry, after: Document | None) -> None:
        """Change what there is of a listing."""
        if self.entry(before.listing_id).edition != before.edition:
            raise ChangedMeanwhile
        for term in before.terms:
            rows = self._under[term]
            for quality in before.qualities:
                at = bisect_left(rows, (quality, before.listing_id, ""))
                if at < len(rows) and rows[at][:2] == (quality, before.listing_id):
                    del rows[at]
        self._phrases.subtract(before.phrases)
        self._listings += bool(after) - bool(before.terms)
        if after:
            row = (after.quality, after.listing_id, after.brief)
            for term in after.terms:
                insort(self._under[term], row)
            self._phrases.update(after.phrases)
        self._entries[before.listing_id] = Entry(
            listing_id=before.listing_id,
            edition=before.edition + 1,
            whole=True,
            qualities=frozenset((after.quality,)) if after else frozenset(),
            brief=after.brief if after else "",
            terms=after.terms if after else frozenset(),
            phrases=after.phrases if after else frozenset(),
        )

    def learn(self, words: Collection[str]) -> None:
        """Keep words that may be meant by misspelt ones."""
        for word in words:
            if word not in self._near.get(word, ()):
                for rest in spelling.rests(word):
                    self._near[rest].add(word)

    def under(self, term: str) -> Sequence[_Row]:
        """All postings of a term, the worst first: their quality, listing and brief."""
        return self._under.get(term, ())

    def words(self) -> Mapping[str, Collection[str]]:
        """By rest the words that have it."""
        return self._near

    def load(self, documents: Iterable[Document]) -> None:
        """Put many new listings in at once, past all that would happen to one: sorted when all are there."""
        for one in documents:
            row = (one.quality, one.listing_id, one.brief)
            for term in one.terms:
                self._under[term].append(row)
            self._listings += 1
            self.learn(one.words)
        for rows in self._under.values():
            rows.sort()


class MemoryShelves:
    """Goods of a page by their titles. It counts as the read that it stands for, and its time apart."""

    def __init__(self, title: Callable[[str], str]) -> None:
        self._title = title
        self.requests = self.items = 0
        self.seconds = 0.0

    def __call__(self, wanted: Mapping[str, str], *, with_text: bool) -> Mapping[str, Shown]:
        """All that are wanted."""
        began = time.perf_counter()
        self.requests += 1 + with_text
        self.items += len(wanted) * (1 + with_text) + len(set(wanted.values()))
        titles = {listing_id: self._title(listing_id) for listing_id in wanted}
        shown = {one: Shown(one, title, title, False, 1, 1, None) for one, title in titles.items()}
        self.seconds += time.perf_counter() - began
        return shown
