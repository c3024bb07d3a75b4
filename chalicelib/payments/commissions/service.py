"""A promoter's commission, taken back out of her wallet. It is paid where the sale is settled (`escrow`)."""

from __future__ import annotations

from datetime import datetime

from chalicelib.foundation.money import Money
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments import ledger, rules
from chalicelib.payments.rules import Code, Transfer


def take_back(
    tx: Transaction, order_id: str, *, promoter: str, merchant: str, amount: Money, at: datetime
) -> None:
    """Give a commission back to the merchant who paid it, once. 5 items, or none of nothing.

    On commit raises InsufficientFunds, AccountFrozen.
    """
    if not amount.amount:
        return
    transfer = Transfer(
        id=f"{order_id}:commission_returned",
        debit=rules.wallet(promoter, amount.currency),
        credit=rules.wallet(merchant, amount.currency),
        amount=amount,
        code=Code.COMMISSION_RETURNED,
        reference=order_id,
    )
    ledger.post(tx, [transfer], at=at)
