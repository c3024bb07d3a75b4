"""Amounts as Stripe counts them, which isn't everywhere how ISO 4217 does. Pure.

Source: Stripe's documentation, "Supported currencies": zero-decimal and three-decimal currencies, special
cases.
"""

from __future__ import annotations

from chalicelib.foundation import money
from chalicelib.foundation.money import Money
from chalicelib.payments.errors import AmountNotSupported

_NO_DECIMALS = frozenset(
    {"BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"}
)
_THREE_DECIMALS = frozenset({"BHD", "JOD", "KWD", "OMR", "TND"})
_WHOLE_UNITS_ONLY = frozenset({"ISK", "UGX"})
"""Have no minor unit, but Stripe counts hundredths of them, which must be none."""
_WHOLE_PAYOUTS_ONLY = frozenset({"HUF", "TWD"})
"""Are paid out in whole major units only."""


def to_stripe(amount: Money, *, payout: bool = False) -> int:
    """An amount in Stripe's smallest unit. Raises AmountNotSupported."""
    digits = _digits(amount.currency)
    iso = money.minor_digits(amount.currency)
    scaled, rest = divmod(amount.amount * 10**digits, 10**iso)
    if rest or scaled % _step(amount.currency, payout=payout):
        raise AmountNotSupported(field="amount")
    return scaled


def from_stripe(amount: int, currency: str) -> Money:
    """An amount that Stripe tells, in our minor units. Raises AmountNotSupported."""
    code = currency.upper()
    scaled, rest = divmod(amount * 10 ** money.minor_digits(code), 10 ** _digits(code))
    if rest:
        raise AmountNotSupported(field="amount")
    return Money(scaled, code)


def _digits(currency: str) -> int:
    if currency in _NO_DECIMALS:
        return 0
    return 3 if currency in _THREE_DECIMALS else 2


def _step(currency: str, *, payout: bool) -> int:
    """What an amount in Stripe's unit must be a multiple of."""
    if currency in _THREE_DECIMALS:
        return 10
    if currency in _WHOLE_UNITS_ONLY or (payout and currency in _WHOLE_PAYOUTS_ONLY):
        return 100
    return 1
