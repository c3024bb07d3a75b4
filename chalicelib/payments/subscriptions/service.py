"""What somebody pays the platform out of her wallet for what she subscribes to, and gets back of it.

Both move money between her wallet and one shard of the platform's revenue, which follows from her: so what is
given back was paid into that very account before.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from chalicelib.foundation.money import Money
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments import ledger, rules
from chalicelib.payments.errors import AccountClosed, AccountFrozen, InsufficientFunds
from chalicelib.payments.rules import Code, Transfer

UNPAYABLE = (InsufficientFunds, AccountFrozen, AccountClosed)
"""Why a renewal isn't paid, and is tried again."""


class Subscribed(StrEnum):
    """What somebody subscribes to."""

    STORAGE = "storage"
    MEMBERSHIP = "membership"


_CODES: Mapping[Subscribed, tuple[Code, Code]] = {
    Subscribed.STORAGE: (Code.STORAGE, Code.STORAGE_RETURNED),
    Subscribed.MEMBERSHIP: (Code.MEMBERSHIP, Code.MEMBERSHIP_RETURNED),
}
"""As what it is booked when it is paid, and when it is given back."""


def settle(
    tx: Transaction, invoice_id: str, *, payer: str, amount: Money, of: Subscribed, at: datetime
) -> None:
    """Pay an invoice, or get back what it is below zero, once: 5 items; none where it is zero.

    On commit raises InsufficientFunds, AccountFrozen, TransferExists.
    """
    if amount.amount == 0:
        return
    wallet, revenue = rules.wallet(payer, amount.currency), rules.revenue(payer, amount.currency)
    back = amount.amount < 0
    transfer = Transfer(
        id=f"{invoice_id}:{'returned' if back else 'paid'}",
        debit=revenue if back else wallet,
        credit=wallet if back else revenue,
        amount=-amount if back else amount,
        code=_CODES[of][back],
        reference=invoice_id,
    )
    ledger.post(tx, [transfer], at=at)
