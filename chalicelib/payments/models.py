"""The payments table: accounts with their entries, transfers, charges and withdrawals."""

from __future__ import annotations

from datetime import datetime

from pynamodb.attributes import NumberAttribute, UnicodeAttribute, UTCDateTimeAttribute
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from chalicelib.foundation import clock, ids
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import Item, table
from chalicelib.payments.rules import (
    Account,
    Charge,
    ChargeState,
    Entry,
    Transfer,
    Withdrawal,
    WithdrawalState,
)

DUE_SHARDS = 4


class AccountItem(Item):
    """A balance. Key: the account's id, `account`."""

    class Meta(Item.Meta):
        table_name = table("payments")

    kind = UnicodeAttribute()
    currency = UnicodeAttribute()
    balance = NumberAttribute()


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

    def entry(self) -> Entry:
        """What a statement shows."""
        return Entry(
            transfer_id=self.transfer_id,
            amount=Money(int(self.amount), self.currency),
            code=self.code,
            reference=self.reference,
            counterparty=self.counterparty,
            at=self.at,
        )


class TransferItem(Item):
    """A transfer that was made. Key: `transfer#` and its id, `transfer`."""

    class Meta(Item.Meta):
        table_name = table("payments")

    debit = UnicodeAttribute()
    credit = UnicodeAttribute()
    amount = NumberAttribute()
    currency = UnicodeAttribute()
    code = UnicodeAttribute()
    reference = UnicodeAttribute()
    at = UTCDateTimeAttribute()


class Due(GlobalSecondaryIndex["ChargeItem"]):
    """Charges whose outcome we must ask the gateway for, by when. Sparse: settled ones aren't in it."""

    class Meta:
        index_name = "due"
        projection = KeysOnlyProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    due_at = UnicodeAttribute(range_key=True)


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
            returned=int(self.returned),
        )


class WithdrawalsDue(GlobalSecondaryIndex["WithdrawalItem"]):
    """Withdrawals that nobody has settled, by when to ask for them: the same index, other partitions."""

    class Meta:
        index_name = "due"
        projection = KeysOnlyProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    due_at = UnicodeAttribute(range_key=True)


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

    due = WithdrawalsDue()

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
    return TransferItem(
        pk=f"transfer#{transfer.id}",
        sk="transfer",
        debit=transfer.debit.id,
        credit=transfer.credit.id,
        amount=transfer.amount.amount,
        currency=transfer.amount.currency,
        code=transfer.code.value,
        reference=transfer.reference,
        at=at,
    )


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
        due_shard=due_shard(ids.shard(charge.id, DUE_SHARDS)),
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
        due_shard=withdrawals_due(ids.shard(withdrawal.id, DUE_SHARDS)),
        due_at=clock.stamp(due_at),
    )


def due_shard(shard: int) -> str:
    """The name of a shard of the due index."""
    return f"charge#{shard}"


def withdrawals_due(shard: int) -> str:
    """The name of a shard of the due index's withdrawals."""
    return f"withdrawal#{shard}"
