"""What carrying a parcel costs, paid to a courier out of a wallet, and given back if it isn't carried."""

from __future__ import annotations

from datetime import datetime

from chalicelib.foundation.money import Money
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments import ledger, rules
from chalicelib.payments.rules import Code, Transfer

COURIERS = "couriers"
"""What the accounts of the world behind the couriers are called."""


def pay(tx: Transaction, parcel_id: str, *, payer: str, amount: Money, at: datetime) -> None:
    """Pay a courier, once for a parcel. 5 items. On commit raises InsufficientFunds, AccountFrozen."""
    wallet = rules.wallet(payer, amount.currency)
    there = rules.outside(COURIERS, parcel_id, amount.currency)
    transfer = Transfer(f"{parcel_id}:carriage", wallet, there, amount, Code.CARRIAGE, parcel_id)
    ledger.post(tx, [transfer], at=at)


def give_back(tx: Transaction, parcel_id: str, *, payer: str, amount: Money, at: datetime) -> None:
    """Get back what was paid for a parcel that isn't carried, once. 5 items."""
    step = ("carriage_returned", Code.CARRIAGE_RETURNED)
    ledger.post(tx, [_from_courier(parcel_id, step, payer, amount)], at=at)


def make_good(tx: Transaction, parcel_id: str, *, payee: str, amount: Money, at: datetime) -> None:
    """Let a courier pay for what it lost or broke, once for a parcel. 5 items."""
    ledger.post(tx, [_from_courier(parcel_id, ("claim", Code.CLAIM), payee, amount)], at=at)


def _from_courier(parcel_id: str, step: tuple[str, Code], payee: str, amount: Money) -> Transfer:
    name, code = step
    wallet = rules.wallet(payee, amount.currency)
    there = rules.outside(COURIERS, parcel_id, amount.currency)
    return Transfer(f"{parcel_id}:{name}", there, wallet, amount, code, parcel_id)
