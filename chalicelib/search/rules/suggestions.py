"""What a merchant's titles let one suggest to whoever has typed the beginning of something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chalicelib.search.rules.tokens import Piece, says_something

MOST_PHRASES = 30
LEAST_TYPED = 2
"""Letters of a Latin word; a Chinese character is enough by itself."""

_LONGEST_RUN, _MOST_WORDS = 6, 3
_LONGEST = 60


def phrases(title: Sequence[Piece]) -> list[str]:
    """What may be suggested of a title: up to three words, or six characters, from anywhere on."""
    found = dict.fromkeys(one for one in _phrases(title) if len(one) <= _LONGEST)
    return list(found)[:MOST_PHRASES]


def _phrases(title: Sequence[Piece]) -> Iterator[str]:
    for place, piece in enumerate(title):
        if piece.han:
            yield from (piece.text[at : at + _LONGEST_RUN] for at in range(len(piece.text) - 1))
        elif says_something(piece) and len(piece.text) >= LEAST_TYPED:
            words = [piece.text]
            yield piece.text
            for following in title[place + 1 : place + _MOST_WORDS]:
                if following.han:
                    break
                words.append(following.text)
                if says_something(following):
                    yield " ".join(words)


def shelf(phrase: str) -> str:
    """Where a phrase is kept, and all that begin alike: by its first character, or its first two letters."""
    return phrase[:1] if _is_han(phrase[:1]) else phrase[:LEAST_TYPED]


def length(phrase: str) -> str:
    """Single words are kept apart, so that they aren't lost among what begins with a frequent one."""
    return "1" if " " not in phrase and not _is_han(phrase[:1]) else "2"


def enough(typed: str) -> bool:
    """Whether one can say what may follow."""
    return bool(typed) and (_is_han(typed[0]) or len(typed) >= LEAST_TYPED)


def best(found: Sequence[tuple[str, int]], *, most: int) -> list[str]:
    """Of phrases with the number of listings that have each: the most frequent, the shortest first."""
    there = [one for one in found if one[1] > 0]
    return [phrase for phrase, _ in sorted(there, key=lambda one: (-one[1], len(one[0]), one[0]))[:most]]


def _is_han(character: str) -> bool:
    return character > "\u3000"
