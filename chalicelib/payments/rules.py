"""The ledger's arithmetic: transfers between accounts, and what they do to balances."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from chalicelib.foundation import ids
from chalicelib.foundation.money import Money
from chalicelib.payments.errors import BadTransfer

SHARDS = 16
"""Over how many accounts the platform's own money is spread, so that no sale waits for another."""


class Kind(StrEnum):
    """What an account is for."""

    WALLET = "wallet"
    ESCROW = "escrow"
    TRANSIT = "transit"
    """Money on its way to a bank."""
    REVENUE = "revenue"
    """What the platform has earned."""
    OUTSIDE = "outside"
    """The rest of the world, behind a payment gateway: the only kind that may be below zero."""


class Code(StrEnum):
    """Why money moved."""

    TOP_UP = "top_up"
    PURCHASE = "purchase"
    SALE = "sale"
    FEE = "fee"
    REFUND = "refund"
    WITHDRAWAL = "withdrawal"
    WITHDRAWAL_PAID = "withdrawal_paid"
    WITHDRAWAL_RETURNED = "withdrawal_returned"


@dataclass(frozen=True, slots=True)
class Account:
    """An account's name says its kind, its owner or purpose, and its currency."""

    kind: Kind
    name: str
    currency: str

    @property
    def id(self) -> str:
        """Such as `wallet:per_…:CNY`."""
        return f"{self.kind}:{self.name}:{self.currency}"

    @property
    def may_be_negative(self) -> bool:
        """Only the outside world owes us without bound."""
        return self.kind is Kind.OUTSIDE


def wallet(person_id: str, currency: str) -> Account:
    """A person's money."""
    return Account(Kind.WALLET, person_id, currency)


def escrow(order_id: str, currency: str) -> Account:
    """The money of one order: its own account, so that no buyer waits for another."""
    return Account(Kind.ESCROW, order_id, currency)


def transit(withdrawal_id: str, currency: str) -> Account:
    """The money of one withdrawal that the bank hasn't confirmed."""
    return Account(Kind.TRANSIT, withdrawal_id, currency)


def revenue(reference: str, currency: str) -> Account:
    """The platform's earnings: the shard that a reference belongs to."""
    return Account(Kind.REVENUE, f"{ids.shard(reference, SHARDS):02}", currency)


def outside(gateway: str, reference: str, currency: str) -> Account:
    """The world behind a payment gateway: the shard that a reference belongs to."""
    return Account(Kind.OUTSIDE, f"{gateway}-{ids.shard(reference, SHARDS):02}", currency)


@dataclass(frozen=True, slots=True)
class Transfer:
    """An amount that leaves one account (the debit) and arrives in another (the credit), once.

    `id` is the transfer's identity for ever: made twice with one id it happens once.
    """

    id: str
    debit: Account
    credit: Account
    amount: Money
    code: Code
    reference: str
    """The order, charge or withdrawal that it belongs to."""

    def __post_init__(self) -> None:
        currencies = {self.debit.currency, self.credit.currency, self.amount.currency}
        if self.amount.amount <= 0 or self.debit == self.credit or len(currencies) != 1:
            raise BadTransfer


def net(transfers: Iterable[Transfer]) -> Mapping[Account, int]:
    """What transfers made together do to each account, in minor units; the sum is always zero.

    Accounts that come out even are named too.
    """
    changes: dict[Account, int] = {}
    for transfer in transfers:
        changes[transfer.debit] = changes.get(transfer.debit, 0) - transfer.amount.amount
        changes[transfer.credit] = changes.get(transfer.credit, 0) + transfer.amount.amount
    return changes


CHARGE = "chg_"
"""How a charge's id begins; a gateway's own destinations begin otherwise."""


class ChargeState(StrEnum):
    """How far a charge is."""

    PENDING = "pending"
    SUCCEEDED = "succeeded"
    FAILED = "failed"


class WithdrawalState(StrEnum):
    """How far a withdrawal is."""

    REQUESTED = "requested"
    PAID = "paid"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Charge:
    """Money asked of a person through a payment gateway, for her wallet.

    `reference` says what it is meant for, where it isn't just the wallet (a checkout).
    """

    id: str
    person_id: str
    amount: Money
    gateway: str
    method: str
    reference: str
    state: ChargeState
    reason: str | None
    created_at: datetime
    returned: int = 0
    """How much of it has gone back to the card, or is on its way there, in minor units."""
    client_secret: str | None = None
    """Told by the gateway and never stored: with it the payer's device goes on (3-D Secure)."""

    @property
    def returnable(self) -> int:
        """How much may still go back to the card, in minor units."""
        return self.amount.amount - self.returned if self.state is ChargeState.SUCCEEDED else 0


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Money on its way from a wallet to a person's bank account, or back to the card of a charge."""

    id: str
    person_id: str
    amount: Money
    gateway: str
    destination: str
    state: WithdrawalState
    reason: str | None
    created_at: datetime

    @property
    def charge_id(self) -> str | None:
        """The charge whose money goes back to its card; None: it goes to a bank."""
        return self.destination if self.destination.startswith(CHARGE) else None


@dataclass(frozen=True, slots=True)
class Entry:
    """One side of a transfer, as an account's statement shows it; negative when money left."""

    transfer_id: str
    amount: Money
    code: str
    reference: str
    counterparty: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Wallet:
    """How much a person has."""

    balance: Money
