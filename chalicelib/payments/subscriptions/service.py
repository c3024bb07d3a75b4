"""What somebody pays the platform for a plan, out of her wallet, and gets back of it when she ends it.

Both move money between her wallet and one shard of the platform's revenue, which follows from her: so what is
given back was paid into that very account before.
"""

from __future__ import annotations

from datetime import datetime

from chalicelib.foundation.money import Money
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments import ledger, rules
from chalicelib.payments.rules import Code, Transfer


def settle(tx: Transaction, invoice_id: str, *, payer: str, amount: Money, at: datetime) -> None:
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
        code=Code.STORAGE_RETURNED if back else Code.STORAGE,
        reference=invoice_id,
    )
    ledger.post(tx, [transfer], at=at)
