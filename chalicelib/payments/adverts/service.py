"""The money for ads: an account of its own for each person, filled from her wallet.

A click, or impressions, are paid from it to the platform's revenue. Nothing else can be paid from it but what
goes back to the wallet, so that what ads may cost is bounded by what was set aside.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from chalicelib.foundation import idempotency
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import Want
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments import ledger
from chalicelib.payments import rules as books
from chalicelib.payments.models import AccountItem
from chalicelib.payments.rules import Code, Transfer, refuse_unknown


def balance(person_id: str, currency: str) -> Money:
    """How much somebody has set aside. 1 read. Raises UnknownCurrency."""
    refuse_unknown(currency)
    return ledger.balance(books.ads(person_id, currency))


def balance_want(person_id: str, currency: str) -> Want[Money]:
    """How much somebody has set aside, to be read together with other things; none if she never did."""
    return Want(
        AccountItem, books.ads(person_id, currency).id, "account", lambda item: item.state().available
    )


def fund(person_id: str, amount: Money, *, now: datetime) -> Money:
    """Set money of one's wallet aside for ads. 1 read, 1 transaction of 5 items.

    Raises UnknownCurrency, InsufficientFunds, AccountFrozen.
    """
    return _moved(person_id, amount, Code.AD_FUNDS, now)


def take_back(person_id: str, amount: Money, *, now: datetime) -> Money:
    """Take money back into the wallet that clicks haven't cost. 1 read, 1 transaction of 5 items.

    Raises UnknownCurrency, InsufficientFunds, AccountFrozen.
    """
    return _moved(person_id, amount, Code.AD_FUNDS_RETURNED, now)


def _moved(person_id: str, amount: Money, code: Code, now: datetime) -> Money:
    refuse_unknown(amount.currency)
    wallet, ads = books.wallet(person_id, amount.currency), books.ads(person_id, amount.currency)
    there = ledger.balance(ads)
    came = code is Code.AD_FUNDS
    debit, credit = (wallet, ads) if came else (ads, wallet)
    with Transaction() as tx:
        transfer = Transfer(idempotency.stable_id("adf"), debit, credit, amount, code, person_id)
        ledger.post(tx, [transfer], at=now)
        return tx.result(there + amount if came else there - amount)


def charge(tx: Transaction, prices: Mapping[str, Money], *, person: str, campaign: str, at: datetime) -> None:
    """Let clicks of one campaign be paid: 3 items for each, 1 for its shard of the revenue, and 1 for all.

    On commit raises InsufficientFunds, AccountFrozen, TransferExists.
    """
    transfers = [
        Transfer(
            id=f"{click_id}:click",
            debit=books.ads(person, price.currency),
            credit=books.revenue(click_id, price.currency),
            amount=price,
            code=Code.AD_CLICK,
            reference=campaign,
        )
        for click_id, price in prices.items()
    ]
    ledger.post(tx, transfers, at=at)


def charge_impressions(
    tx: Transaction, first_id: str, *, person: str, amount: Money, campaign: str, at: datetime
) -> None:
    """Let impressions be paid that were billed together, under the first one's id: 5 items.

    On commit raises InsufficientFunds, AccountFrozen.
    """
    transfer = Transfer(
        id=f"{first_id}:impressions",
        debit=books.ads(person, amount.currency),
        credit=books.revenue(first_id, amount.currency),
        amount=amount,
        code=Code.AD_IMPRESSIONS,
        reference=campaign,
    )
    ledger.post(tx, [transfer], at=at)


def credit(
    tx: Transaction, click_id: str, *, person: str, amount: Money, campaign: str, at: datetime
) -> None:
    """Pay a click back that was none: 5 items. On commit raises TransferExists when it was before."""
    transfer = Transfer(
        id=f"{click_id}:credit",
        debit=books.revenue(click_id, amount.currency),
        credit=books.ads(person, amount.currency),
        amount=amount,
        code=Code.AD_CREDIT,
        reference=campaign,
    )
    ledger.post(tx, [transfer], at=at)
