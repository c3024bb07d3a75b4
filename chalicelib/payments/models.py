"""The payments table: accounts with their entries, transfers, charges and withdrawals."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pynamodb.attributes import NumberAttribute, UnicodeAttribute, UTCDateTimeAttribute
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from chalicelib.foundation import clock, due
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import Item, table
from chalicelib.payments.rules import (
    Account,
    Balance,
    Charge,
    ChargeState,
    Code,
    Entry,
    Pending,
    PendingState,
    Standing,
    Transfer,
    Withdrawal,
    WithdrawalState,
)


class Due(GlobalSecondaryIndex["ChargeItem"]):
    """What the clock must look at, by when: charges, withdrawals, pending transfers, accounts to be audited.

    Sparse: what needs nothing more isn't in it.
    """

    class Meta:
        index_name = "due"
        projection = KeysOnlyProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    due_at = UnicodeAttribute(range_key=True)


class AccountItem(Item):
    """A balance. Key: the account's id, `account`."""

    class Meta(Item.Meta):
        table_name = table("payments")

    kind = UnicodeAttribute()
    currency = UnicodeAttribute()
    balance = NumberAttribute(default=0)
    available = NumberAttribute(default=0)
    """`rules.room`: what may still be taken; not kept for the outside world."""
    awaited = NumberAttribute(default=0)
    entries = NumberAttribute(default=0)
    """How many it has: it grows with each change, so it tells whether anything happened."""
    standing = UnicodeAttribute(null=True)
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)
    """Since when it has entries that no audit has seen."""

    due = Due()

    def state(self) -> Balance:
        """How the account stands."""
        account, currency = Account.named(self.pk), self.currency
        return Balance(
            account=account,
            posted=Money(int(self.balance), currency),
            available=Money(int(self.available), currency),
            awaited=Money(int(self.awaited), currency),
            entries=int(self.entries),
            standing=Standing(self.standing or Standing.OPEN),
        )


class EntryItem(Item):
    """One side of a transfer. Key: the account's id, then time and transfer."""

    class Meta(Item.Meta):
        table_name = table("payments")

    transfer_id = UnicodeAttribute()
    amount = NumberAttribute()
    currency = UnicodeAttribute()
    code = UnicodeAttribute()
    reference = UnicodeAttribute()
    counterparty = UnicodeAttribute()
    at = UTCDateTimeAttribute()
    memo = UnicodeAttribute(null=True)

    def entry(self) -> Entry:
        """What a statement shows."""
        return Entry(
            transfer_id=self.transfer_id,
            amount=Money(int(self.amount), self.currency),
            code=self.code,
            reference=self.reference,
            counterparty=self.counterparty,
            at=self.at,
            memo=self.memo or "",
        )


class Moving(Item):
    """What is stored of a transfer, made or pending."""

    debit = UnicodeAttribute()
    credit = UnicodeAttribute()
    amount = NumberAttribute()
    currency = UnicodeAttribute()
    code = UnicodeAttribute()
    reference = UnicodeAttribute()
    memo = UnicodeAttribute(null=True)
    at = UTCDateTimeAttribute()

    def transfer(self) -> Transfer:
        """What the business knows of it."""
        return Transfer(
            id=self.pk.removeprefix("transfer#"),
            debit=Account.named(self.debit),
            credit=Account.named(self.credit),
            amount=Money(int(self.amount), self.currency),
            code=Code(self.code),
            reference=self.reference,
            memo=self.memo or "",
        )


class TransferItem(Moving):
    """A transfer that was made. Key: `transfer#` and its id, `transfer`."""

    class Meta(Item.Meta):
        table_name = table("payments")


class PendingItem(Moving):
    """A transfer in two phases. Key: `transfer#` and its id, `pending`; it isn't made until it is posted."""

    class Meta(Item.Meta):
        table_name = table("payments")

    until = UTCDateTimeAttribute()
    state = UnicodeAttribute()
    posted = NumberAttribute(default=0)
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    due = Due()

    def pending(self) -> Pending:
        """What the business knows of it."""
        return Pending(self.transfer(), self.until, PendingState(self.state), int(self.posted))


class ChargeItem(Item):
    """A charge. Key: its id, `charge`."""

    class Meta(Item.Meta):
        table_name = table("payments")

    person_id = UnicodeAttribute()
    amount = NumberAttribute()
    currency = UnicodeAttribute()
    gateway = UnicodeAttribute()
    method = UnicodeAttribute()
    reference = UnicodeAttribute()
    state = UnicodeAttribute()
    reason = UnicodeAttribute(null=True)
    created_at = UTCDateTimeAttribute()
    settled_at = UTCDateTimeAttribute(null=True)
    returned = NumberAttribute(default=0)
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    due = Due()

    def charge(self) -> Charge:
        """What the business knows of it."""
        return Charge(
            id=self.pk,
            person_id=self.person_id,
            amount=Money(int(self.amount), self.currency),
            gateway=self.gateway,
            method=self.method,
            reference=self.reference,
            state=ChargeState(self.state),
            reason=self.reason,
            created_at=self.created_at,
            settled_at=self.settled_at,
            returned=int(self.returned),
        )


class WithdrawalItem(Item):
    """A withdrawal. Key: its id, `withdrawal`."""

    class Meta(Item.Meta):
        table_name = table("payments")

    person_id = UnicodeAttribute()
    amount = NumberAttribute()
    currency = UnicodeAttribute()
    gateway = UnicodeAttribute()
    destination = UnicodeAttribute()
    state = UnicodeAttribute()
    reason = UnicodeAttribute(null=True)
    created_at = UTCDateTimeAttribute()
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    due = Due()

    def withdrawal(self) -> Withdrawal:
        """What the business knows of it."""
        return Withdrawal(
            id=self.pk,
            person_id=self.person_id,
            amount=Money(int(self.amount), self.currency),
            gateway=self.gateway,
            destination=self.destination,
            state=WithdrawalState(self.state),
            reason=self.reason,
            created_at=self.created_at,
        )


class NoticeItem(Item):
    """A gateway's notice whose effect we have had. Key: `notice#` and gateway, the notice's id."""

    class Meta(Item.Meta):
        table_name = table("payments")


def account_key(account: Account) -> AccountItem:
    """An account's item to update, known by its key alone."""
    return AccountItem(pk=account.id, sk="account")


def transfer_item(transfer: Transfer, at: datetime) -> TransferItem:
    """A transfer as it is stored."""
    return TransferItem(pk=f"transfer#{transfer.id}", sk="transfer", **_transfer_row(transfer, at))


def pending_item(pending: Pending, at: datetime) -> PendingItem:
    """A pending transfer as it is stored."""
    transfer = pending.transfer
    return PendingItem(
        pk=f"transfer#{transfer.id}",
        sk="pending",
        until=pending.until,
        state=pending.state.value,
        due_shard=due.shard("pending", transfer.id),
        due_at=clock.stamp(pending.until),
        **_transfer_row(transfer, at),
    )


def pending_key(transfer_id: str) -> PendingItem:
    """A pending transfer's item to update, known by its key alone."""
    return PendingItem(pk=f"transfer#{transfer_id}", sk="pending")


def _transfer_row(transfer: Transfer, at: datetime) -> dict[str, Any]:
    return {
        "debit": transfer.debit.id,
        "credit": transfer.credit.id,
        "amount": transfer.amount.amount,
        "currency": transfer.amount.currency,
        "code": transfer.code.value,
        "reference": transfer.reference,
        "memo": transfer.memo or None,
        "at": at,
    }


def entry_items(transfer: Transfer, at: datetime) -> list[EntryItem]:
    """Both sides of a transfer as they are stored."""
    sides = [
        (transfer.debit, -transfer.amount.amount, transfer.credit),
        (transfer.credit, transfer.amount.amount, transfer.debit),
    ]
    return [
        EntryItem(
            pk=account.id,
            sk=f"entry#{clock.stamp(at)}#{transfer.id}",
            transfer_id=transfer.id,
            amount=amount,
            currency=transfer.amount.currency,
            code=transfer.code.value,
            reference=transfer.reference,
            counterparty=counterparty.id,
            at=at,
            memo=transfer.memo or None,
        )
        for account, amount, counterparty in sides
    ]


def charge_item(charge: Charge, due_at: datetime) -> ChargeItem:
    """A pending charge as it is stored."""
    return ChargeItem(
        pk=charge.id,
        sk="charge",
        person_id=charge.person_id,
        amount=charge.amount.amount,
        currency=charge.amount.currency,
        gateway=charge.gateway,
        method=charge.method,
        reference=charge.reference,
        state=charge.state.value,
        created_at=charge.created_at,
        due_shard=due.shard("charge", charge.id),
        due_at=clock.stamp(due_at),
    )


def withdrawal_item(withdrawal: Withdrawal, due_at: datetime) -> WithdrawalItem:
    """A withdrawal as it is stored, and when the sweep asks for it if nobody else did."""
    return WithdrawalItem(
        pk=withdrawal.id,
        sk="withdrawal",
        person_id=withdrawal.person_id,
        amount=withdrawal.amount.amount,
        currency=withdrawal.amount.currency,
        gateway=withdrawal.gateway,
        destination=withdrawal.destination,
        state=withdrawal.state.value,
        created_at=withdrawal.created_at,
        due_shard=due.shard("withdrawal", withdrawal.id),
        due_at=clock.stamp(due_at),
    )
