"""Posting transfers: both entries, both balances and the transfer itself, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from chalicelib.foundation import paging
from chalicelib.foundation.money import Money
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import get
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments import models, rules
from chalicelib.payments.errors import InsufficientFunds, TransferExists
from chalicelib.payments.models import AccountItem, EntryItem
from chalicelib.payments.rules import Account, Entry, Transfer


def post(tx: Transaction, transfers: Sequence[Transfer], *, at: datetime) -> None:
    """Make all these transfers, or none. 3 items for each transfer and 1 for each account.

    Call it once in a transaction: what several transfers do to one account is netted to one change.
    On commit raises TransferExists when one was made before, and InsufficientFunds when an account
    other than the outside world's would fall below zero.
    """
    for transfer in transfers:
        tx.put(models.transfer_item(transfer, at), otherwise=TransferExists)
        for entry in models.entry_items(transfer, at):
            tx.put(entry, otherwise=TransferExists)
    for account, change in rules.net(transfers).items():
        if change:
            _change_balance(tx, account, change)


def _change_balance(tx: Transaction, account: Account, change: int) -> None:
    covered = change > 0 or account.may_be_negative
    tx.update(
        models.account_key(account),
        [
            AccountItem.balance.add(change),
            AccountItem.kind.set(account.kind.value),
            AccountItem.currency.set(account.currency),
        ],
        condition=None if covered else AccountItem.balance >= -change,
        otherwise=InsufficientFunds,
    )


def balance(account: Account) -> Money:
    """What an account holds; nothing when it was never used. 1 read."""
    found = get(AccountItem, account.id, "account")
    return Money(int(found.balance) if found else 0, account.currency)


def statement(account: Account, *, limit: int, cursor: str | None) -> Page[Entry]:
    """An account's entries, the newest first. 1 query."""
    found = paging.query(EntryItem, account.id, EntryItem.sk.startswith("entry#"), limit=limit, cursor=cursor)
    return found.map(EntryItem.entry)
