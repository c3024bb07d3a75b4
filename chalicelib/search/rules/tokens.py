"""From a text to the terms under which it is found: Chinese by bigrams, the rest by stemmed words.

Both a listing and a query go through here, so that they meet.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

_HAN = r"\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003134f"
"""What is written without spaces between words: Chinese characters, kana and hangul."""
_PIECE = re.compile(rf"(?P<han>[{_HAN}]+)|(?P<word>[^\W_{_HAN}]+(?:['’][^\W_{_HAN}]+)*)")
_SKU = re.compile(r"[a-z0-9]+(?:[-_./][a-z0-9]+)+|(?=[a-z]*[0-9])[a-z0-9]{3,}")
_NOT_IN_SKU = re.compile(r"[^a-z0-9]+")

LONGEST_WORD = 40

_SAY_LITTLE = frozenset(
    {"a", "an", "and", "are", "as", "at", "by", "for", "from", "in", "is", "it", "its", "of", "on", "or"}
    | {"our", "that", "the", "this", "to", "we", "with", "you", "your"}
)
_HAN_SAY_LITTLE = frozenset("的了和与是在我你有吗呢也就都")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of Chinese characters, or a word of anything else; folded."""

    text: str
    han: bool


@cache
def _simplifier() -> Any:
    """OpenCC's conversion, loaded with its dictionaries by the first text that needs it."""
    from opencc import OpenCC

    return OpenCC("t2s")


@cache
def _stemmer() -> Any:
    from snowballstemmer import stemmer

    return stemmer("english")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A folded word without its ending: `clips` and `clip` are one. Of a monstrous one, the beginning."""
    return str(_stemmer().stemWord(word[:LONGEST_WORD].replace("’", "'")))


def fold(text: str) -> str:
    """A text whose width, case, accents and traditional characters make no difference."""
    plain = unicodedata.normalize("NFKC", text)
    if not plain.isascii():
        plain = _simplifier().convert(plain)
        parts = unicodedata.normalize("NFD", plain)
        plain = unicodedata.normalize("NFC", "".join(c for c in parts if unicodedata.category(c) != "Mn"))
    return plain.casefold()


def pieces(folded: str) -> list[Piece]:
    """The runs and words of a folded text, in their order."""
    return [Piece(found[0], found.lastgroup == "han") for found in _PIECE.finditer(folded)]


def says_something(piece: Piece) -> bool:
    """Whether somebody would look for it."""
    return piece.text not in (_HAN_SAY_LITTLE if piece.han else _SAY_LITTLE)


def bigrams(run: str) -> Iterator[str]:
    """The pairs of neighbours of a Chinese run; a single character is a term by itself."""
    if len(run) == 1:
        yield run
    for first, second in pairwise(run):
        if first not in _HAN_SAY_LITTLE and second not in _HAN_SAY_LITTLE:
            yield first + second


def terms(some: Sequence[Piece]) -> Iterator[str]:
    """The terms of pieces, in their order."""
    for piece in some:
        if piece.han:
            yield from bigrams(piece.text)
        elif says_something(piece):
            yield stem(piece.text)


def joined(some: Sequence[Piece]) -> Iterator[str]:
    """Two neighbouring words as one, so that `hair clip` and `hairclip` meet; and more precise than each."""
    for first, second in pairwise(some):
        if not (first.han or second.han) and says_something(first) and says_something(second):
            yield stem(first.text) + stem(second.text)


def characters(some: Sequence[Piece]) -> Iterator[str]:
    """Single Chinese characters, under which titles are found too."""
    for piece in some:
        if piece.han:
            yield from (one for one in piece.text if one not in _HAN_SAY_LITTLE)


def sku(text: str) -> str:
    """A merchant's number of goods, however its parts are put together."""
    return _NOT_IN_SKU.sub("", fold(text))


def skus_in(folded: str) -> list[str]:
    """What may be such a number in a query: it has digits, or parts joined by signs."""
    return [_NOT_IN_SKU.sub("", found[0]) for found in _SKU.finditer(folded)]


def sku_prefixes(text: str) -> Iterator[str]:
    """A number and its beginnings of two parts and more: `CLIP-TORT-M` is found by `CLIP-TORT`."""
    parts = [part for part in _NOT_IN_SKU.split(fold(text)) if part]
    yield "".join(parts)
    for count in range(2, len(parts)):
        yield "".join(parts[:count])
