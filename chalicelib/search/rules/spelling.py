"""What was meant by a word that nothing is called.

A misspelt word is found by what is left of it without some of its characters: two words at a distance of one
have a rest without one in common, whichever of them has the error (the symmetric deletes of SymSpell).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from chalicelib.search.rules.tokens import Piece, pieces

SHORTEST = 4
LONGEST = 24


def rests(word: str) -> frozenset[str]:
    """A word, and it without any so many of its characters as it may have errors."""
    left = frozenset((word,))
    for _ in range(allowed(word)):
        left |= {one[:at] + one[at + 1 :] for one in left for at in range(len(one))}
    return left


def allowed(word: str) -> int:
    """How many errors we believe in: one, in a long word two."""
    return 1 if len(word) < 8 else 2


def distance(one: str, other: str) -> int:
    """How many characters are to be put in, taken out, changed, or swapped with a neighbour.

    The optimal string alignment distance, by its recurrence over the beginnings of both.
    """
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, left in enumerate(one, 1):
        line = [row]
        for column, right in enumerate(other, 1):
            least = min(above[column] + 1, line[-1] + 1, above[column - 1] + (left != right))
            swapped = row > 1 and column > 1 and left == other[column - 2] and one[row - 2] == right
            line.append(min(least, before[column - 2] + 1) if swapped else least)
        before, above = above, line
    return above[-1]


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """Known words that may have been meant, the likeliest first: of those as near, which begins alike."""
    near = ((distance(word, one), _differ_at(word, one), one) for one in known if one != word)
    return [one for far, _, one in sorted(near) if far <= allowed(word)]


def _differ_at(one: str, other: str) -> int:
    """Minus where they begin to differ: people seldom mistype the beginning."""
    return -next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))


def in_titles(run: str, titles: Sequence[str]) -> str | None:
    """What of folded titles was meant by a Chinese run that none of them has: the nearest part of one."""
    found: dict[str, int] = {}
    for part in (part for title in titles for part in _parts(pieces(title), len(run))):
        far = distance(run, part)
        if 0 < far <= (1 if len(run) < 6 else 2):
            found.setdefault(part, far)
    likeliest = sorted(found, key=lambda part: (found[part], abs(len(part) - len(run))))
    return likeliest[0] if likeliest else None


def _parts(title: Sequence[Piece], length: int) -> Iterator[str]:
    for piece in title:
        if piece.han:
            for size in (length, length + 1, length - 1):
                for at in range(len(piece.text) - size + 1):
                    yield piece.text[at : at + size]
