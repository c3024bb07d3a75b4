"""By how many pieces goods are sold: at least so many, and in whole cases. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.listings.errors import BelowMinimum, NotInCases


@dataclass(frozen=True, slots=True)
class Lot:
    """What is asked of whoever buys at the listed price. What is agreed on may be less."""

    least: int = 1
    """Pieces of all variants of the goods together: kinds may be mixed."""
    case: int = 1
    """Pieces of each variant come in multiples of this."""


PIECES = Lot()
"""Sold by the piece, as most goods are."""


def refuse_short(lot: Lot, quantities: Sequence[int], *, title: str, field: str) -> None:
    """Are so many pieces of each variant enough, and whole cases? Raises BelowMinimum, NotInCases."""
    if not quantities:
        return
    if sum(quantities) < lot.least:
        raise BelowMinimum(f"“{title}” is sold from {lot.least} pieces on.", field=field)
    if any(quantity % lot.case for quantity in quantities):
        raise NotInCases(f"“{title}” comes in cases of {lot.case}.", field=field)
