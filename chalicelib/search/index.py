"""The one protocol between search and what keeps its postings: another back end can stand in here."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from chalicelib.search.rules.documents import Document


@dataclass(frozen=True, slots=True)
class Posting:
    """That a term leads to a listing."""

    listing_id: str
    quality: int
    brief: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many listings there are, and how many have each term: approximately."""

    listings: int
    having: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index has of a listing, as its maintenance needs it."""

    listing_id: str
    edition: int
    """Each change makes another one, and demands the one that it has seen. 0: nothing was ever here."""
    whole: bool
    """Whether the last change came to its end."""
    qualities: frozenset[int]
    """Of its postings; more than one while a change of it isn't finished."""
    brief: str
    terms: frozenset[str]
    phrases: frozenset[str]


class Index(Protocol):
    """Postings by term, the best listings first; and what is needed to keep and to question them."""

    def counts(self, terms: Sequence[str]) -> Counts:
        """How frequent terms are. 1 request."""

    def postings(self, term: str, *, most: int) -> list[Posting]:
        """The best listings under a term, by quality and then the newest first. 1 request."""

    def near(self, rests: Collection[str]) -> frozenset[str]:
        """The words that have one of these rests in common. 1 request for each 100."""

    def phrases(self, beginning: str, *, most: int) -> list[tuple[str, int]]:
        """Phrases of titles that begin so, and how many listings have each. 2 requests."""

    def entry(self, listing_id: str) -> Entry:
        """What there is of a listing. 1 request."""

    def replace(self, before: Entry, after: Document | None) -> None:
        """Change what there is of a listing, from what `before` saw; None: it is no longer on sale.

        Raises ChangedMeanwhile when another change came between: then `before` is to be read anew.
        """

    def learn(self, words: Collection[str]) -> None:
        """Keep words that may be meant by misspelt ones. 1 request for each 100; writes for new ones only."""
