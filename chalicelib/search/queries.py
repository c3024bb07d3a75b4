"""From a question to an answer: a bounded number of postings, whatever the corpus.

1 read of counts, 6 lists of 200 postings, of a category 1 more, 1 read of a page's goods and their stores: 9
requests. Empty lists don't count, of which there are 8 at most; where goods have vanished meanwhile a page
is read up to 2 times more. When nothing is called as somebody wrote: up to 7 reads for each of 3 misspelt
words, and once all of it again.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Protocol

from chalicelib.foundation.paging import BadCursor
from chalicelib.search.index import Counts, Index, Posting
from chalicelib.search.rules import facets, queries, ranking, spelling, tokens
from chalicelib.search.rules.documents import SKU, brief_of
from chalicelib.search.rules.facets import Facet
from chalicelib.search.rules.queries import Terms, Wish
from chalicelib.search.rules.ranking import Candidate, Ranked

MOST_POSTINGS = 200
"""How many listings are looked at under one term: the best ones."""

MOST_CANDIDATES = 300
"""How many of the listings that were found are weighed and counted: those under the most telling terms."""

MOST_LISTS = 6
"""Under how many terms, the rarest first, somebody looks who has found something."""

MOST_MISSPELT = 3
"""For how many words of a question somebody is asked back."""

ROUNDS = 3
"""How often a page is filled up when goods have vanished meanwhile."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Goods as they are at this moment, to be shown in an answer."""

    id: str
    title: str
    text: str
    """All in which an exact phrase may stand."""
    sold_out: bool
    low: int
    high: int
    card: object
    slug: str = ""
    """Of the store that sells it."""


class Shelves(Protocol):
    """How the goods of a page are read. 1 request."""

    def __call__(self, wanted: Mapping[str, str], *, with_text: bool) -> Mapping[str, Shown]:
        """Of listings by id, with the id of the store of each, those that are on sale now."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A listing of an answer."""

    shown: Shown
    ranked: Ranked


@dataclass(frozen=True, slots=True)
class Answer:
    """A page of what was found."""

    hits: list[Hit]
    cursor: str | None
    facets: list[Facet] = field(default_factory=list)
    counted: int = 0
    """How many listings fit, of those looked at."""
    all_counted: bool = True
    """Whether all there are were looked at; else the best ones."""
    did_you_mean: str | None = None
    explanation: str | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """What the terms of a question led to."""

    terms: Terms
    candidates: list[Candidate]
    weights: Mapping[str, float]
    missing: frozenset[str]
    """Terms under which nothing stands."""
    complete: bool


def answer(wish: Wish, *, limit: int, cursor: str | None, index: Index, shelves: Shelves) -> Answer:
    """A page of the listings that answer a wish. Raises BadCursor.

    Where a word is misspelt, what was meant is looked for, and said: nothing would be found by the word.
    """
    after = _after(cursor, wish)
    if after and after.meant:
        found = _looked(after.meant, wish, index)
        return _page(wish, after.meant, found, limit=limit, after=after, shelves=shelves)
    if queries.terms_of(wish.text).empty and wish.category is None:
        return Answer([], None, explanation="There is no word in this to look for.")
    found = _looked(wish.text, wish, index)
    given = _page(wish, None, found, limit=limit, after=after, shelves=shelves)
    if after or (meant := _meant(found, given.hits, index)) is None:
        return given
    found = _looked(meant, wish, index)
    again = _page(wish, meant, found, limit=limit, after=None, shelves=shelves)
    if not again.hits:
        return given
    said = f"Not all of “{wish.text}” is to be found: these are for “{meant}”."
    return replace(again, did_you_mean=meant, explanation=said)


@dataclass(frozen=True, slots=True)
class _After:
    """Where a page begins: after this place, of an answer to what was meant."""

    place: tuple[int, float]
    listing_id: str
    meant: str | None


def _page(
    wish: Wish,
    meant: str | None,
    found: _Found,
    *,
    limit: int,
    after: _After | None,
    shelves: Shelves,
) -> Answer:
    ranked = _ranked(found)
    briefs = [one.candidate.brief for one in ranked]
    fitting = [one for one, fits in zip(ranked, facets.passing(briefs, wish), strict=True) if fits]
    ordered = ranking.ordered(fitting, wish.sort)
    hits, last = _filled(ordered, wish, found.terms, limit=limit, after=after, shelves=shelves)
    return Answer(
        hits=hits,
        cursor=_cursor(last, wish, meant) if last else None,
        facets=facets.counted(briefs, wish),
        counted=len(fitting),
        all_counted=found.complete,
        explanation=None if hits or after else _explained(wish, found, fitting),
    )


def _ranked(found: _Found) -> list[Ranked]:
    """Of a category's goods, where no words say which of them answers better, the better ones are first."""
    if found.terms.empty:
        return [Ranked(one, ranking.FAME * one.quality / 100, 1.0) for one in found.candidates]
    return ranking.ranked(found.candidates, found.terms, found.weights)


def _looked(text: str, wish: Wish, index: Index) -> _Found:
    """What is under the rarest terms, so many that enough of them led somewhere."""
    terms = queries.terms_of(text)
    if terms.empty:
        assert wish.category is not None
        lists = {wish.category: index.postings(queries.of_category(wish.category), most=MOST_POSTINGS)}
        return _Found(terms, _candidates(lists, {}), {}, frozenset(), _complete(lists.values()))
    counts = index.counts([*terms.wanted, *terms.bonus])
    lists = _lists(terms, counts, index)
    weights = _weights(terms, lists, counts)
    missing = frozenset(term for term, some in lists.items() if not some)
    told = [some for term, some in lists.items() if term in terms.wanted]
    complete = _complete(told) and all(term in lists for term in terms.wanted if counts.having[term])
    if wish.category is not None:  # of many candidates those are kept that will fit
        category = queries.of_category(wish.category)
        lists[category] = index.postings(category, most=MOST_POSTINGS)
        weights[category] = 1.0 + sum(weights.values())
    candidates = _candidates(lists, weights)
    return _Found(terms, candidates, weights, missing, complete and len(candidates) < MOST_CANDIDATES)


def _weights(terms: Terms, lists: Mapping[str, Sequence[Posting]], counts: Counts) -> dict[str, float]:
    """What each term weighs that there is: of a list that was read whole it is known how many have it."""
    having = {
        term: len(some) if len(some) < MOST_POSTINGS else max(counts.having[term], len(some))
        for term, some in lists.items()
        if some
    }
    unread = (term for term in (*terms.wanted, *terms.bonus) if term not in lists)
    having |= {term: counts.having[term] for term in unread if counts.having[term] or term in terms.bonus}
    everything = max(counts.listings, *having.values(), 1)
    return {term: ranking.weight(everything, count) for term, count in having.items()}


def _complete(lists: Iterable[Sequence[Posting]]) -> bool:
    return all(len(some) < MOST_POSTINGS for some in lists)


def _lists(terms: Terms, counts: Counts, index: Index) -> dict[str, list[Posting]]:
    """Postings by term: of SKUs and joined words first, which tell most, then of the rarest words."""
    keys = [term for term in terms.bonus if term.startswith(SKU)]
    joined = [term for term in terms.bonus if not term.startswith(SKU)]
    rarest = sorted(terms.wanted, key=lambda term: counts.having[term])
    lists: dict[str, list[Posting]] = {}
    for term in (*keys[:1], *joined[:1], *rarest):
        if sum(1 for some in lists.values() if some) == MOST_LISTS:
            break
        lists[term] = index.postings(term, most=MOST_POSTINGS)
    return lists


def _candidates(lists: Mapping[str, Sequence[Posting]], weights: Mapping[str, float]) -> list[Candidate]:
    """The listings under some terms: if they are many, those that the most telling terms led to."""
    led: dict[str, list[str]] = {}
    best: dict[str, Posting] = {}
    for term, some in lists.items():
        for posting in some:
            led.setdefault(posting.listing_id, []).append(term)
            best[posting.listing_id] = posting
    chosen = list(best.values())
    if len(chosen) > MOST_CANDIDATES:
        told = {one: sum(weights.get(term, 0.0) for term in terms) for one, terms in led.items()}
        chosen.sort(key=lambda one: (-told[one.listing_id], -one.quality))
    return [
        Candidate(one.listing_id, one.quality, brief_of(one.brief), frozenset(led[one.listing_id]))
        for one in chosen[:MOST_CANDIDATES]
    ]


def _filled(
    ordered: Sequence[Ranked],
    wish: Wish,
    terms: Terms,
    *,
    limit: int,
    after: _After | None,
    shelves: Shelves,
) -> tuple[list[Hit], Ranked | None]:
    """A page of goods as they are now, and the last one looked at, if there are more.

    What is gone meanwhile, or doesn't fit any more, is left out.
    """
    start = _start(ordered, wish, after)
    hits: list[Hit] = []
    for _ in range(ROUNDS):
        some = ordered[start : start + limit - len(hits)]
        if not some:
            break
        start += len(some)
        stores = {one.candidate.id: one.candidate.brief.store_id for one in some}
        shown = shelves(stores, with_text=bool(terms.phrases))
        hits += [
            Hit(shown[one.candidate.id], one)
            for one in some
            if one.candidate.id in shown and _still_fits(shown[one.candidate.id], wish, terms)
        ]
    last = ordered[start - 1] if 0 < start < len(ordered) else None
    return sorted(hits, key=lambda hit: hit.shown.sold_out), last


def _still_fits(shown: Shown, wish: Wish, terms: Terms) -> bool:
    dear = wish.price_max is not None and shown.low > wish.price_max
    cheap = wish.price_min is not None and shown.high < wish.price_min
    if dear or cheap or (wish.in_stock and shown.sold_out):
        return False
    if not terms.phrases:
        return True
    text = queries.plain(tokens.fold(shown.text))
    return all(queries.has_phrase(text, phrase) for phrase in terms.phrases)


def _start(ordered: Sequence[Ranked], wish: Wish, after: _After | None) -> int:
    """Where a page begins: after the place that the cursor names, whatever has come and gone before it."""
    if after is None:
        return 0
    return next(
        (
            at
            for at, one in enumerate(ordered)
            if ranking.comes_after(one, wish.sort, after.place, after.listing_id)
        ),
        len(ordered),
    )


def _after(cursor: str | None, wish: Wish) -> _After | None:
    """What a cursor says. Raises BadCursor for one of another question."""
    if cursor is None:
        return None
    try:
        told = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        fingerprint, sold_out, by, last, meant = told
        after = _After((int(sold_out), float(by)), str(last), str(meant)[:1000] if meant else None)
    except (ValueError, TypeError):
        raise BadCursor(field="cursor") from None
    if fingerprint != wish.fingerprint():
        raise BadCursor(field="cursor")
    return after


def _cursor(last: Ranked, wish: Wish, meant: str | None) -> str:
    text = json.dumps([wish.fingerprint(), *ranking.place(last, wish.sort), last.candidate.id, meant])
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _meant(found: _Found, hits: Sequence[Hit], index: Index) -> str | None:
    """The question with what was probably meant in the stead of what nothing is called."""
    titles = [tokens.fold(hit.shown.title) for hit in hits]
    unknown = [piece for piece in found.terms.pieces if _unknown(piece, found)][:MOST_MISSPELT]
    better = {piece: _meant_by(piece, titles, index) for piece in unknown}
    if not any(better.values()):
        return None
    return " ".join(better.get(piece) or piece.text for piece in found.terms.pieces)


def _unknown(piece: tokens.Piece, found: _Found) -> bool:
    """Whether nothing is called so, and it may be misspelt."""
    if piece.han:
        return len(piece.text) > 2 and not found.missing.isdisjoint(tokens.bigrams(piece.text))
    right_size = spelling.SHORTEST <= len(piece.text) <= spelling.LONGEST
    return right_size and tokens.stem(piece.text) in found.missing


def _meant_by(piece: tokens.Piece, titles: Sequence[str], index: Index) -> str | None:
    if piece.han:
        return spelling.in_titles(piece.text, titles)
    known = spelling.nearest(piece.text, index.near(spelling.rests(piece.text)))
    return next((one for one in islice(known, 3) if index.postings(tokens.stem(one), most=1)), None)


def _explained(wish: Wish, found: _Found, fitting: Sequence[Ranked]) -> str:
    """Why there is nothing."""
    if not found.candidates:
        return "Nothing on sale is called so." if wish.text else "Nothing is on sale in this category."
    if not fitting:
        for name in wish.attributes:
            if not any(name in one.brief.attributes for one in found.candidates):
                return f"None of the goods found tells its “{name}”."
        return "Goods were found, but none that fits all the filters."
    return "What was found is no longer on sale, or not just so."
