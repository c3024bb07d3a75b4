"""What somebody asks for, taken apart."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from chalicelib.search.rules import tokens
from chalicelib.search.rules.documents import CATEGORY, SKU
from chalicelib.search.rules.tokens import Piece

MOST_TERMS = 12
"""How many of a query's terms count; what comes after them doesn't."""

_PHRASE = re.compile(r"[\"“”„「『]([^\"“”„「」『』]+)[\"“”」』]")


class Sort(StrEnum):
    """By what the answer is ordered. What is sold out comes last in each."""

    RELEVANCE = "relevance"
    SALES = "sales"
    CHEAPEST = "price"
    DEAREST = "-price"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody looks for. Prices are in minor units of `currency`."""

    text: str = ""
    category: str | None = None
    price_min: int | None = None
    price_max: int | None = None
    currency: str | None = None
    attributes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By name the values of which one must fit."""
    region: str | None = None
    rating: float | None = None
    in_stock: bool = False
    wholesale: bool = False
    """Only what is sold from some pieces on."""
    sort: Sort = Sort.RELEVANCE

    def fingerprint(self) -> str:
        """What a cursor belongs to: the same question, whatever page of it."""
        asked: list[object] = [
            self.text,
            self.category,
            self.price_min,
            self.price_max,
            self.currency,
            self.region,
        ]
        asked += [self.rating, self.in_stock, self.wholesale, self.sort.value]
        asked += [(name, *sorted(values)) for name, values in sorted(self.attributes.items())]
        return hashlib.sha256(repr(asked).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Terms:
    """A query's text as terms of the index."""

    wanted: tuple[str, ...]
    """What should be met; the more, the better."""
    bonus: tuple[str, ...]
    """What tells more when it is met, and nothing when it isn't: neighbours as one word, and SKUs."""
    phrases: tuple[str, ...]
    """What must stand in the listing just so; folded."""
    pieces: tuple[Piece, ...]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not (self.wanted or self.bonus)


def terms_of(text: str) -> Terms:
    """Take a query apart."""
    folded = tokens.fold(text)
    some = tokens.pieces(folded)
    wanted = list(dict.fromkeys(tokens.terms(some))) or [piece.text for piece in some if not piece.han]
    bonus = [*(SKU + one for one in tokens.skus_in(folded)), *tokens.joined(some)]
    return Terms(
        wanted=tuple(wanted[:MOST_TERMS]),
        bonus=tuple(one for one in dict.fromkeys(bonus) if one not in wanted)[:MOST_TERMS],
        phrases=tuple(plain(found) for found in _PHRASE.findall(folded) if plain(found)),
        pieces=tuple(some),
    )


def plain(folded: str) -> str:
    """A folded text with nothing but its words and runs, a blank between: how phrases are compared."""
    return f" {' '.join(piece.text for piece in tokens.pieces(folded))} " if folded.strip() else ""


def has_phrase(text: str, phrase: str) -> bool:
    """Whether a folded text has a phrase, both `plain`; Chinese needs no space around it."""
    bare = phrase.strip()
    return phrase in text or (bare[:1] > "\u3000" and bare in text)


def of_category(slug: str) -> str:
    """The term under which all goods of a category are."""
    return CATEGORY + slug
