"""Transfers in two phases: an amount is set aside now, and moved later, wholly, in part, or not at all.

While it is pending only the pending sums change: the money is still the payer's, but she can't spend it. It
is resolved once, by posting, voiding, or when its time is over by the clock of whoever asks.
Source of the behaviour: TigerBeetle's documentation of two-phase transfers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from pynamodb.expressions.update import Action

from chalicelib.foundation import due
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.money import Money
from chalicelib.foundation.observability import log
from chalicelib.foundation.tables import get
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments import ledger, models, rules
from chalicelib.payments.errors import AlreadyResolved, TransferExists, TransferNotFound
from chalicelib.payments.models import PendingItem
from chalicelib.payments.rules import Pending, PendingState, Transfer

SWEEP_LIMIT = 25


def set_aside(tx: Transaction, transfer: Transfer, *, until: datetime, at: datetime) -> Pending:
    """Begin a transfer: 1 item and 1 for each of both accounts.

    On commit raises TransferExists, InsufficientFunds, AccountFrozen, AccountClosed.
    """
    pending = Pending(transfer, until)
    tx.put(models.pending_item(pending, at), otherwise=TransferExists)
    ledger.post(tx, [], at=at, before=rules.setting_aside(transfer))
    return pending


def load(transfer_id: str) -> Pending:
    """A pending transfer, resolved or not. 1 read. Raises TransferNotFound."""
    found: PendingItem | None = get(PendingItem, f"transfer#{transfer_id}", "pending")
    if found is None:
        raise TransferNotFound
    return found.pending()


def post(
    tx: Transaction,
    pending: Pending,
    *,
    amount: Money | None = None,
    now: datetime,
    beside: Sequence[Transfer] = (),
) -> Transfer:
    """Make a pending transfer, wholly or for less; the rest is free again. 6 items.

    `beside` are other transfers of the same transaction, which are netted with it.
    Raises PendingExpired, BadTransfer; on commit AlreadyResolved.
    """
    transfer = rules.postable(pending, amount, now=now)
    _resolve(tx, pending, PendingState.POSTED, [PendingItem.posted.set(transfer.amount.amount)])
    freed = rules.setting_aside(pending.transfer, sign=-1)
    ledger.post(tx, [transfer, *beside], at=now, before=freed)
    return transfer


def void(
    tx: Transaction, pending: Pending, *, now: datetime, into: PendingState = PendingState.VOIDED
) -> Pending:
    """Give a pending transfer up: its money is free again. 3 items.

    Raises NotExpired; on commit AlreadyResolved.
    """
    rules.voidable(pending, into=into, now=now)
    _resolve(tx, pending, into, [])
    ledger.post(tx, [], at=now, before=rules.setting_aside(pending.transfer, sign=-1))
    return replace(pending, state=into)


def _resolve(tx: Transaction, pending: Pending, state: PendingState, more: Sequence[Action]) -> None:
    item = PendingItem
    tx.update(
        models.pending_key(pending.transfer.id),
        [item.state.set(state.value), item.due_shard.remove(), item.due_at.remove(), *more],
        condition=item.state == PendingState.PENDING.value,
        otherwise=AlreadyResolved,
    )


def expire_due(now: datetime) -> int:
    """Free the money of pending transfers whose time is over; answers how many.

    A query for each of 4 shards; 1 read and 1 transaction for each that is due.
    """
    expired = 0
    for keys in due.by_shard(PendingItem.due, PendingItem.due_at, "pending", now, limit=SWEEP_LIMIT):
        expired += sum(_expire(key.pk.removeprefix("transfer#"), now) for key in keys)
    return expired


def _expire(transfer_id: str, now: datetime) -> bool:
    try:
        with Transaction() as tx:
            void(tx, load(transfer_id), now=now, into=PendingState.EXPIRED)
        return True
    except DomainError:
        log.exception("pending transfer not expired", extra={"transfer_id": transfer_id})
        return False
