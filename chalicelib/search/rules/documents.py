"""What the index keeps of a listing: the terms that lead to it, and beside each what a query must know.

All postings of a listing say the same of it, its `Brief`, so that a query filters, counts and ranks without
reading anything else. A brief carries the listing's terms as one character each, its mark: with any one of a
query's terms its posting tells how the others are met.
"""

from __future__ import annotations

import json
import math
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from itertools import islice

from chalicelib.search.rules import suggestions, tokens

MOST_BODY_TERMS = 150
"""How many different terms beyond the title's a listing is found by; a longer text's rest isn't."""

MOST_ATTRIBUTES = 8
LONGEST_VALUE = 40
"""What of a listing's attributes can be a facet: postings are small."""

SKU, CATEGORY = "k:", "c:"
"""What terms begin with that aren't words."""


Value = str | float
"""Of an attribute: numbers are compared as such."""


@dataclass(frozen=True, slots=True)
class Fame:
    """What buyers made of a listing: pieces sold, the mean of its stars (0 to 5), and how many gave them."""

    sales: int = 0
    rating: float = 0.0
    reviews: int = 0


@dataclass(frozen=True, slots=True)
class Goods:
    """A listing as search sees it."""

    id: str
    store_id: str
    title: str
    description: str
    categories: tuple[str, ...]
    """The slug of its category, then of those above it."""
    told: tuple[str, ...]
    """What is said of it in other words: its categories' names and its attributes, in both languages."""
    facets: Mapping[str, Value]
    """Its attributes by which one can narrow down."""
    kinds: tuple[tuple[str, str], ...]
    """The SKU and the title of each variant."""
    low: int
    high: int
    currency: str
    sold_out: bool
    region: str = ""
    by_the_lot: bool = False
    """Sold from some pieces on, not by the piece: wholesale."""
    fame: Fame = Fame()


@dataclass(frozen=True, slots=True)
class Brief:
    """What a posting tells of its listing."""

    store_id: str
    low: int
    high: int
    currency: str
    categories: tuple[str, ...]
    region: str
    rating: float
    reviews: int
    sales: int
    sold_out: bool
    attributes: Mapping[str, Value]
    in_title: str
    """The marks of the title's terms."""
    in_body: str
    """The marks of all other terms."""
    by_the_lot: bool = False
    """The last: what was stored before it was told is read as sold by the piece."""

    def text(self) -> str:
        """As it is stored."""
        told = [getattr(self, one.name) for one in fields(self)]
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def brief_of(text: str) -> Brief:
    """A brief as it was stored."""
    row = json.loads(text)
    row[4] = tuple(row[4])
    return Brief(*row)


@dataclass(frozen=True, slots=True)
class Document:
    """A listing as it is indexed."""

    listing_id: str
    quality: int
    """From 0 for what is sold out to 99: the order of postings."""
    brief: str
    terms: frozenset[str]
    phrases: frozenset[str]
    """What may be suggested of its title."""
    words: frozenset[str]
    """What may be meant by a word that is misspelt."""


def document(goods: Goods) -> Document:
    """How a listing is indexed."""
    title = tokens.pieces(tokens.fold(goods.title))
    in_title = dict.fromkeys((*tokens.terms(title), *tokens.characters(title), *tokens.joined(title)))
    others = dict.fromkeys(one for one in _body(goods) if one not in in_title)
    in_body = list(islice(others, MOST_BODY_TERMS))
    keys = {SKU + one for code, _ in goods.kinds for one in tokens.sku_prefixes(code)}
    keys |= {CATEGORY + slug for slug in goods.categories}
    brief = Brief(
        store_id=goods.store_id,
        low=goods.low,
        high=goods.high,
        currency=goods.currency,
        categories=goods.categories,
        region=goods.region,
        rating=round(goods.fame.rating, 1),
        reviews=goods.fame.reviews,
        sales=goods.fame.sales,
        sold_out=goods.sold_out,
        attributes=_short(goods.facets),
        in_title=_marked(in_title),
        in_body=_marked(in_body),
        by_the_lot=goods.by_the_lot,
    )
    return Document(
        listing_id=goods.id,
        quality=quality(goods.fame, sold_out=goods.sold_out),
        brief=brief.text(),
        terms=frozenset((*in_title, *in_body, *keys)),
        phrases=frozenset(suggestions.phrases(title)),
        words=frozenset(piece.text for piece in title if not piece.han and len(piece.text) > 3),
    )


def _body(goods: Goods) -> Iterable[str]:
    """All terms but the title's, those first that say most. A SKU's parts are words too: `CANDLE-OSM`."""
    codes = dict.fromkeys(code for code, _ in goods.kinds)
    for text in (*(title for _, title in goods.kinds), *goods.told, goods.description, *codes):
        yield from tokens.terms(tokens.pieces(tokens.fold(text)))


def _short(facets: Mapping[str, Value]) -> dict[str, Value]:
    some = ((name, value) for name, value in facets.items() if len(str(value)) <= LONGEST_VALUE)
    return dict(islice(some, MOST_ATTRIBUTES))


def quality(fame: Fame, *, sold_out: bool) -> int:
    """How good a listing is whatever is asked for, from 1 to 99; 0 when nothing of it is left.

    Sales count by their logarithm. Stars count as a mean with five of 4.0 that nobody gave, so that one
    friend's doesn't beat a hundred strangers' (a Bayesian mean).
    """
    if sold_out:
        return 0
    stars = (fame.rating * fame.reviews + 4.0 * 5) / (fame.reviews + 5)
    return 1 + round(min(60.0, 6 * math.log2(1 + fame.sales)) + 7.6 * stars)


_FIRST_MARK, _MARKS = 0x3400, 0xD7FF - 0x3400
"""Marks are characters of three bytes, short of those that can't be stored."""


def mark(term: str) -> str:
    """A term as one character: of ten thousand pairs of terms, a quarter of one looks the same."""
    return chr(_FIRST_MARK + zlib.crc32(term.encode()) % _MARKS)


def _marked(some: Iterable[str]) -> str:
    return "".join(map(mark, some))
