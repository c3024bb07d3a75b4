"""Where ads stand among what was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

SLOTS = (0, 3, 7)
"""The places of a page at which its ads stand, the best one first: two ads are never neighbours."""

_H = TypeVar("_H")


class Ad(Protocol):
    """What must be known of an ad."""

    @property
    def slot(self) -> int:
        """Which slot it has won, from 0."""


_A = TypeVar("_A", bound=Ad)


@dataclass(frozen=True, slots=True)
class Mixed(Generic[_H, _A]):
    """A place of a page: something that was found, or an ad."""

    hit: _H | None
    ad: _A | None


def room(hits: int) -> int:
    """How many ads a page has on which so much was found, though all of it were what the ads show.

    So whatever wins an auction is shown.
    """
    return sum(1 for ads, place in enumerate(SLOTS, start=1) if ads == 1 or place + 1 <= hits)


def mixed(hits: Sequence[_H], ads: Sequence[_A], *, same: Callable[[_H, _A], bool]) -> list[Mixed[_H, _A]]:
    """What was found, with ads in their slots. What is shown as an ad isn't shown again."""
    placed = {SLOTS[ad.slot]: ad for ad in ads}
    rest = iter([hit for hit in hits if not any(same(hit, ad) for ad in ads)])
    page: list[Mixed[_H, _A]] = []
    while True:
        if ad := placed.get(len(page)):
            page.append(Mixed(None, ad))
            continue
        if (hit := next(rest, None)) is None:
            return page
        page.append(Mixed(hit, None))
