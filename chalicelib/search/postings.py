"""The index in DynamoDB.

A change of a listing is one transaction that demands the edition it has seen; of two at once, one begins
anew and reads the truth anew. So whatever messages come late or twice, the index ends at the latest truth.
What is longer than a transaction can be is claimed first: the entry then names all terms under which the
listing may stand, so that whoever goes on after a crash finds every posting.

Counts are of a sample, so that a frequent term isn't one hot item: which listings count for a term depends
on nothing but the two, so that a listing is taken off as exactly as it was put on.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace as changed
from datetime import timedelta
from functools import partial
from itertools import chain
from typing import Any

from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from chalicelib.foundation import clock
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import MOST_ITEMS, Transaction
from chalicelib.search import models
from chalicelib.search.index import Counts, Entry, Posting
from chalicelib.search.models import CountItem, EntryItem, NearItem, PhraseItem, PostingItem
from chalicelib.search.rules import spelling, suggestions
from chalicelib.search.rules.documents import Document

SAMPLE = 16
"""One listing in so many counts for a term, as so many."""

KEPT = timedelta(days=30)
"""How long the entry stays of what is no longer on sale: longer than any message of it may still come."""

ALL = "*"
"""In whose stead of a term all listings are counted."""

_Change = Callable[[Transaction], None]


class TableIndex:
    """Postings in the search table."""

    def counts(self, terms: Sequence[str]) -> Counts:
        """How frequent terms are. 1 request."""
        wanted = [ALL, *dict.fromkeys(terms)]
        found = read_together([models.count_want(term) for term in wanted], consistent=False)
        having = {term: max(0, count or 0) for term, count in zip(wanted, found, strict=True)}
        return Counts(having.pop(ALL), having)

    def postings(self, term: str, *, most: int) -> list[Posting]:
        """The best listings under a term. 1 query."""
        return models.postings(term, most=most)

    def near(self, rests: Collection[str]) -> frozenset[str]:
        """The words that have one of these rests in common. 1 request for each 100."""
        found = [
            words
            for some in _in_turns(sorted(rests), MOST_ITEMS)
            for words in read_together([models.near_want(rest) for rest in some], consistent=False)
        ]
        return frozenset(word for words in found for word in words or ())

    def phrases(self, beginning: str, *, most: int) -> list[tuple[str, int]]:
        """Phrases of titles that begin so, and how many listings have each. 2 queries."""
        shelf = f"s#{suggestions.shelf(beginning)}"
        found = [
            PhraseItem.query(shelf, PhraseItem.sk.startswith(f"{length}#{beginning}"), limit=most)
            for length in ("1", "2")
        ]
        return [(item.sk[2:], int(item.listings)) for item in chain(*found)]

    def entry(self, listing_id: str) -> Entry:
        """What there is of a listing. 1 request."""
        (found,) = read_together([models.entry_want(listing_id)])
        return found or Entry(listing_id, 0, True, frozenset(), "", frozenset(), frozenset())

    def replace(self, before: Entry, after: Document | None) -> None:
        """Change what there is of a listing. 1 transaction; another for each 98 postings that change more.

        Raises ChangedMeanwhile.
        """
        last = _entry_after(before, after)
        changes = list(_changes(before, after))
        if len(changes) < MOST_ITEMS:
            self._write(before, last, changes)
            return
        claim = _claim(before, last)
        self._write(before, claim, [])
        *some, rest = _in_turns(changes, MOST_ITEMS - 1)
        for several in some:
            with Transaction() as tx:
                tx.check(_key(last), EntryItem.edition == claim.edition)
                for change in several:
                    change(tx)
        self._write(claim, changed(last, edition=claim.edition + 1), rest)

    def _write(self, before: Entry, after: Entry, changes: Sequence[_Change]) -> None:
        with Transaction() as tx:
            tx.update(_key(after), _setting(after), condition=_seen(before))
            for change in changes:
                change(tx)

    def learn(self, words: Collection[str]) -> None:
        """Keep words that may be meant. 1 read for each 100, 1 transaction for each 100 rests of new ones."""
        known = self.near(words)
        rests: dict[str, set[str]] = {}
        for word in sorted(set(words) - known):
            for rest in spelling.rests(word):
                rests.setdefault(rest, set()).add(word)
        for some in _in_turns(sorted(rests), MOST_ITEMS):
            with Transaction() as tx:
                for rest in some:
                    tx.update(models.near_key(rest), [NearItem.words.add(rests[rest])])


def _in_turns(some: Sequence[Any], most: int) -> Iterator[Sequence[Any]]:
    return (some[start : start + most] for start in range(0, len(some), most))


def _entry_after(before: Entry, after: Document | None) -> Entry:
    nothing: frozenset[str] = frozenset()
    return Entry(
        listing_id=before.listing_id,
        edition=before.edition + 1,
        whole=True,
        qualities=frozenset((after.quality,)) if after else frozenset(),
        brief=after.brief if after else "",
        terms=after.terms if after else nothing,
        phrases=after.phrases if after else nothing,
    )


def _claim(before: Entry, last: Entry) -> Entry:
    """An entry under whose terms and qualities all postings are found, whatever becomes of the change."""
    return changed(
        last,
        whole=False,
        terms=before.terms | last.terms,
        phrases=before.phrases | last.phrases,
        qualities=before.qualities | last.qualities,
    )


def _key(entry: Entry) -> EntryItem:
    return EntryItem(pk=entry.listing_id, sk="entry")


def _seen(before: Entry) -> Condition:
    return EntryItem.edition == before.edition if before.edition else EntryItem.pk.does_not_exist()


def _setting(entry: Entry) -> list[Action]:
    sets = (
        (EntryItem.terms, entry.terms),
        (EntryItem.phrases, entry.phrases),
        (EntryItem.qualities, frozenset(map(str, entry.qualities))),
    )
    return [
        EntryItem.edition.set(entry.edition),
        EntryItem.whole.set(entry.whole),
        EntryItem.brief.set(entry.brief),
        *(name.set(set(values)) if values else name.remove() for name, values in sets),
        EntryItem.expires_at.remove() if entry.terms else EntryItem.expires_at.set(clock.now() + KEPT),
    ]


def _changes(before: Entry, after: Document | None) -> Iterator[_Change]:
    """Every posting, count and phrase that is to be changed."""
    now = after.terms if after else frozenset()
    yield from _postings(before, after)
    yield from _counts(before, now)
    phrases = after.phrases if after else frozenset()
    yield from (partial(_suggest, phrase, 1) for phrase in sorted(phrases - before.phrases))
    yield from (partial(_suggest, phrase, -1) for phrase in sorted(before.phrases - phrases))


def _postings(before: Entry, after: Document | None) -> Iterator[_Change]:
    listing_id = before.listing_id
    now = after.terms if after else frozenset()
    for term in sorted(before.terms):
        gone = before.qualities - {after.quality} if after and term in now else before.qualities
        for quality in sorted(gone):
            yield partial(_remove, models.posting_key(term, quality, listing_id))
    if after is None:
        return
    same = before.whole and before.qualities == {after.quality} and before.brief == after.brief
    for term in sorted(now - before.terms if same else now):
        posting = models.posting_key(term, after.quality, listing_id)
        yield partial(_put, posting, after.brief)


def _counts(before: Entry, now: frozenset[str]) -> Iterator[_Change]:
    was = before.terms | {ALL} if before.terms else before.terms
    is_ = now | {ALL} if now else now
    for term in sorted(was ^ is_):
        if zlib.crc32(f"{before.listing_id} {term}".encode()) % SAMPLE == 0:
            yield partial(_count, term, SAMPLE if term in is_ else -SAMPLE)


def _put(posting: PostingItem, brief: str, tx: Transaction) -> None:
    tx.update(posting, [PostingItem.brief.set(brief)])


def _remove(posting: PostingItem, tx: Transaction) -> None:
    tx.delete(posting)


def _count(term: str, change: int, tx: Transaction) -> None:
    tx.update(models.count_key(term), [CountItem.listings.add(change)])


def _suggest(phrase: str, change: int, tx: Transaction) -> None:
    tx.update(models.phrase_key(phrase), [PhraseItem.listings.add(change)])
