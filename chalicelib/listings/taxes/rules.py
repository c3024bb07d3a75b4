"""Tax on goods, to the last minor unit, whatever the country: a store says its rates and where tax stands.

All goods of one rate are taxed together and once, rounded half up; the tax is then divided among them by what
is paid for each, with the largest-remainder method. So the lines' taxes sum to the rate's, and a line without
a price has none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from chalicelib.foundation.money import BASIS_POINTS, Money, portion, share

MOST_RATES = 20


class TaxMode(StrEnum):
    """Where a store's tax stands."""

    NONE = "none"
    INCLUDED = "included"
    """Its prices hold it already."""
    ADDED = "added"
    """It comes on top of its prices."""


@dataclass(frozen=True, slots=True)
class TaxTerms:
    """A store's rates, in basis points: by category, and for all else."""

    mode: TaxMode = TaxMode.NONE
    rate: int = 0
    by_category: Mapping[str, int] = field(default_factory=dict)

    def rate_of(self, categories: Sequence[str]) -> int:
        """The rate of goods by their category and those above it, the nearest first."""
        return next((self.by_category[one] for one in categories if one in self.by_category), self.rate)


@dataclass(frozen=True, slots=True)
class Tax:
    """The tax of a line: at which rate (in basis points), how much, and whether its price holds it."""

    rate: int
    amount: Money
    included: bool


def levied(amounts: Sequence[Money], rates: Sequence[int], *, included: bool) -> list[Tax]:
    """The tax of some lines by what is to be paid for each, before what is added."""
    amount_of: dict[int, Money] = {}
    for rate in dict.fromkeys(rates):
        places = [place for place, one in enumerate(rates) if one == rate]
        base = [amounts[place] for place in places]
        weights = [one.amount for one in base]
        whole = _tax(Money(sum(weights), amounts[0].currency), rate, included=included)
        parts = share(whole, weights) if whole.amount else [whole] * len(base)
        amount_of |= dict(zip(places, parts, strict=True))
    return [Tax(rate, amount_of[place], included) for place, rate in enumerate(rates)]


def _tax(base: Money, rate: int, *, included: bool) -> Money:
    """Added: so much of it. Included: what, taken off it, leaves that of which it is so much."""
    if not included:
        return portion(base, rate)
    whole = BASIS_POINTS + rate
    return Money((base.amount * rate * 2 + whole) // (2 * whole), base.currency)
