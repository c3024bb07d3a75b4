"""Share of sales: a sum that was fixed before comes back as a part of each sale.

How long that takes is expected of the yearly volume of sales. Source: the working capital loans of Apache
Fineract, whose fee is amortised at the rate that makes the expected payments worth what was paid out.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from math import ceil

from chalicelib.foundation.money import BASIS_POINTS
from chalicelib.lending.errors import TermTooLong
from chalicelib.lending.schedules.rules import rounded

LONGEST = 540
"""In how many days it must be expected back: a trickle that takes decades is no loan."""

_CENT = Decimal(1)


@dataclass(frozen=True, slots=True)
class Expected:
    """How a share of sales should come back: so much a day, for so many days."""

    daily: int
    days: int
    balances: tuple[int, ...]
    """What is left of the paid-out sum after each day, the fee amortised."""
    fees: tuple[int, ...]
    """Which part of each day's payment is fee."""


def expected(paid_out: int, fee: int, *, yearly_volume: int, share: int, year: int = 360) -> Expected:
    """What to expect of a share (in basis points) of sales that are so much a year.

    Raises TermTooLong beyond `LONGEST` days, or when nothing is to be expected.
    """
    daily = rounded(Fraction(yearly_volume * share, BASIS_POINTS * year))
    if daily < 1 or (days := ceil(Fraction(paid_out + fee, daily))) > LONGEST:
        raise TermTooLong
    balances, fees = _amortised(paid_out, fee, daily, days)
    return Expected(daily, days, balances, fees)


def _amortised(paid_out: int, fee: int, daily: int, days: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    payments = [daily] * (days - 1) + [paid_out + fee - daily * (days - 1)]
    with localcontext() as context:
        context.prec = 40
        rate = _rate(Decimal(paid_out), payments) if fee else Decimal(0)
        left, balances, fees = Decimal(paid_out), [], []
        for payment in payments:
            part = left * rate
            left += part - payment
            balances.append(int(left.quantize(_CENT)))
            fees.append(int(part.quantize(_CENT)))
    return tuple(balances), tuple(fees)


def _rate(paid_out: Decimal, payments: list[int]) -> Decimal:
    """The daily rate at which payments are worth what was paid out, by halving an interval."""
    low, high = Decimal(0), Decimal(1)
    for _ in range(60):
        middle = (low + high) / 2
        discount, worth = Decimal(1), Decimal(0)
        for payment in payments:
            discount /= 1 + middle
            worth += payment * discount
        low, high = (middle, high) if worth > paid_out else (low, middle)
    return (low + high) / 2
