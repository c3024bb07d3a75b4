"""A price ladder: from so many pieces on each costs less. Pure, for whoever sells by quantity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.foundation.money import Money
from chalicelib.listings.errors import LadderBroken

MOST_RUNGS = 8


@dataclass(frozen=True, slots=True)
class Rung:
    """What a piece costs from so many pieces on."""

    least: int
    price: Money


Ladder = tuple[Rung, ...]
"""The rungs above the first, which is the price of a single piece; empty: it costs the same for all."""


def refuse_broken(ladder: Ladder, *, single: Money, field: str) -> None:
    """From rung to rung one takes more and pays less, and less than for a single piece. Raises LadderBroken.

    `field` is where the ladder stands in the request, to which the rung and what is wrong of it is added.
    """
    least, price = 1, single
    for place, rung in enumerate(ladder):
        if rung.least <= least:
            raise LadderBroken(f"This step must begin above {least}.", field=f"{field}.{place}.from_quantity")
        if price <= rung.price:
            raise LadderBroken(
                f"From {rung.least} on a piece must cost less than {price}.", field=f"{field}.{place}.price"
            )
        least, price = rung.least, rung.price


def refuse_below(ladder: Ladder, *, single: Money, field: str) -> None:
    """A single piece goes on costing more than the first rung, whatever is edited. Raises LadderBroken."""
    if ladder and single <= ladder[0].price:
        first = ladder[0]
        raise LadderBroken(
            f"From {first.least} pieces on it costs {first.price}: one must cost more.", field=field
        )


def price_of(ladder: Sequence[Rung], *, single: Money, quantity: int) -> Money:
    """What a piece costs of so many: the last rung that is reached, or what a single one costs."""
    return next((rung.price for rung in reversed(ladder) if quantity >= rung.least), single)
