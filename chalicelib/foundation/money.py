"""Money: whole minor units of an ISO-4217 currency. Never a float."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Self

BASIS_POINTS = 10_000

_SYMBOLS = {"CNY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "JPY": "JP¥", "HKD": "HK$", "TWD": "NT$"}


class CurrencyMismatch(ValueError):
    """Two amounts of different currencies can't be added or compared."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of `amount` minor units (fen, cents) of `currency`."""

    amount: int
    currency: str

    def __add__(self, other: Money) -> Money:
        return Money(self.amount + self._same(other).amount, self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.amount - self._same(other).amount, self.currency)

    def __mul__(self, count: int) -> Money:
        return Money(self.amount * count, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.amount, self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.amount < self._same(other).amount

    def __le__(self, other: Money) -> bool:
        return self.amount <= self._same(other).amount

    def _same(self, other: Money) -> Money:
        if other.currency != self.currency:
            raise CurrencyMismatch(f"{self.currency} and {other.currency}")
        return other

    @classmethod
    def zero(cls, currency: str) -> Self:
        """Nothing, in a currency."""
        return cls(0, currency)

    def decimal(self) -> str:
        """The amount as a decimal number in major units: 3990 fen → `39.90`."""
        digits = minor_digits(self.currency)
        sign, text = "-" if self.amount < 0 else "", str(abs(self.amount)).rjust(digits + 1, "0")
        return sign + (f"{text[:-digits]}.{text[-digits:]}" if digits else text)

    @property
    def symbol(self) -> str:
        """What stands before the amount: `¥`, or the currency's code and a space."""
        return _SYMBOLS.get(self.currency, self.currency + " ")

    def __str__(self) -> str:
        """As a person reads it: `¥39.90`."""
        return f"-{self.symbol}{(-self).decimal()}" if self.amount < 0 else self.symbol + self.decimal()


@cache
def minor_digits(currency: str) -> int:
    """How many decimal digits a currency's minor unit has. Raises ValueError for an unknown currency.

    Source: ISO 4217, as packaged by `iso4217`.
    """
    from iso4217 import Currency

    return Currency(currency).exponent or 0


def is_currency(code: str) -> bool:
    """Is this an ISO-4217 currency in which one can pay (metals and test codes have no minor unit)?"""
    from iso4217 import Currency

    try:
        return Currency(code).exponent is not None
    except ValueError:
        return False


def currencies() -> list[str]:
    """All currencies in which one can pay, by code."""
    from iso4217 import Currency

    return sorted(one.code for one in Currency if one.exponent is not None)


def share(total: Money, weights: Sequence[int]) -> list[Money]:
    """Split by weights so that the parts sum to the whole: the largest-remainder method.

    Every part is within one minor unit of its ideal. Equal remainders are served in the order of the
    parts, the earlier first. Raises ValueError for a negative weight or when all weights are zero.
    """
    whole = sum(weights)
    if whole <= 0 or min(weights) < 0:
        raise ValueError("weights must be zero or more, and not all zero")
    sign = -1 if total.amount < 0 else 1
    floors, remainders = zip(*(divmod(abs(total.amount) * w, whole) for w in weights), strict=True)
    left = abs(total.amount) - sum(floors)
    lucky = set(sorted(range(len(weights)), key=lambda i: -remainders[i])[:left])
    return [Money(sign * (f + (i in lucky)), total.currency) for i, f in enumerate(floors)]


def portion(total: Money, basis_points: int) -> Money:
    """A percentage given in basis points, rounded half up to a minor unit: 2 % of 999 is 20."""
    return Money((total.amount * basis_points * 2 + BASIS_POINTS) // (2 * BASIS_POINTS), total.currency)


def in_proportion(amount: Money, *, part: Money, whole: Money) -> Money:
    """So much of an amount as `part` is of `whole`, rounded half up: of all of it, all."""
    return Money((amount.amount * part.amount * 2 + whole.amount) // (2 * whole.amount), amount.currency)


def total(amounts: Sequence[Money], currency: str) -> Money:
    """The sum of amounts that are all of one currency."""
    return sum(amounts, Money.zero(currency))
