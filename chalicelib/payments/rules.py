"""The ledger's arithmetic: transfers between accounts, and what they do to balances."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from chalicelib.foundation import ids, money
from chalicelib.foundation.money import Money
from chalicelib.payments.errors import (
    AlreadyResolved,
    BadTransfer,
    NotExpired,
    PendingExpired,
    UnknownCurrency,
)

SHARDS = 64
"""Over how many accounts the platform's own money is spread, so that no sale waits for another."""


def refuse_unknown(currency: str) -> None:
    """Refuse a code that is no currency's. Raises UnknownCurrency."""
    if not money.is_currency(currency):
        raise UnknownCurrency(field="currency")


class Type(StrEnum):
    """Which side of the books an account stands on. A balance is its credits less its debits."""

    LIABILITY = "liability"
    """What the platform owes: never below zero."""
    INCOME = "income"
    """What the platform has earned: never below zero."""
    ASSET = "asset"
    """What the platform is owed: never above zero."""
    OUTSIDE = "outside"
    """The rest of the world: without bound."""


class Kind(StrEnum):
    """What an account is for."""

    WALLET = "wallet"
    ESCROW = "escrow"
    TRANSIT = "transit"
    """Money on its way to a bank."""
    ADS = "ads"
    """What somebody has set aside for ads."""
    LOAN = "loan"
    """What somebody owes of a loan's principal."""
    INTEREST = "interest"
    """What she owes of its interest, penalties and fee."""
    CLAIM = "claim"
    """What its lender counts on."""
    PROVISION = "provision"
    """What its lender had better not count on."""
    COLLECTED = "collected"
    """What was swept from sales for a loan."""
    POOL = "pool"
    """What lenders have put in and isn't lent."""
    INCOME = "income"
    """What a pool has earned by lending."""
    REVENUE = "revenue"
    """What the platform has earned."""
    OUTSIDE = "outside"
    """The rest of the world, behind a payment gateway."""

    @property
    def type(self) -> Type:
        """Its side of the books."""
        return _TYPES.get(self, Type.LIABILITY)


_TYPES = {
    Kind.LOAN: Type.ASSET,
    Kind.INTEREST: Type.ASSET,
    Kind.REVENUE: Type.INCOME,
    Kind.INCOME: Type.INCOME,
    Kind.OUTSIDE: Type.OUTSIDE,
}


class Standing(StrEnum):
    """What an account refuses. One that was never frozen or closed has no standing stored."""

    OPEN = "open"
    FROZEN = "frozen"
    """Nothing may leave it; what comes is taken, so that nobody else's order is held up."""
    CLOSED = "closed"
    """Nothing may move."""


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
    PAYMENT_FEE = "payment_fee"
    COMMISSION = "commission"
    """What a promoter gets of a sale."""
    COMMISSION_RETURNED = "commission_returned"
    SPLIT = "split"
    REVERSAL = "reversal"
    AD_FUNDS = "ad_funds"
    AD_FUNDS_RETURNED = "ad_funds_returned"
    AD_CLICK = "ad_click"
    AD_CREDIT = "ad_credit"
    AD_IMPRESSIONS = "ad_impressions"
    LOAN_FUNDING = "loan_funding"
    LOAN = "loan"
    LOAN_OWED = "loan_owed"
    LOAN_REPAYMENT = "loan_repayment"
    LOAN_SETTLED = "loan_settled"
    LOAN_PROVISION = "loan_provision"
    LOAN_WRITTEN_OFF = "loan_written_off"
    LOAN_RECOVERED = "loan_recovered"
    LOAN_RELEASED = "loan_released"
    STORAGE = "storage"
    """What a plan of storage costs."""
    STORAGE_RETURNED = "storage_returned"
    MEMBERSHIP = "membership"
    """What a supplier's yearly plan costs."""
    MEMBERSHIP_RETURNED = "membership_returned"
    CARRIAGE = "carriage"
    """What a courier asks for a parcel."""
    CARRIAGE_RETURNED = "carriage_returned"
    CLAIM = "claim"
    """What a courier pays for a parcel that it lost or broke."""


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
    def type(self) -> Type:
        """Its side of the books."""
        return self.kind.type

    @classmethod
    def named(cls, account_id: str) -> Account:
        """The account of an id."""
        kind, name, currency = account_id.split(":")
        return cls(Kind(kind), name, currency)


def wallet(person_id: str, currency: str) -> Account:
    """A person's money."""
    return Account(Kind.WALLET, person_id, currency)


def escrow(sale_id: str, currency: str) -> Account:
    """The money of one order or milestone: its own account, so that no buyer waits for another."""
    return Account(Kind.ESCROW, sale_id, currency)


def ads(person_id: str, currency: str) -> Account:
    """What a person has set aside for ads."""
    return Account(Kind.ADS, person_id, currency)


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
    memo: str = ""
    """What people may want to know of it."""

    def __post_init__(self) -> None:
        currencies = {self.debit.currency, self.credit.currency, self.amount.currency}
        if self.amount.amount <= 0 or self.debit == self.credit or len(currencies) != 1:
            raise BadTransfer


@dataclass(frozen=True, slots=True)
class Effect:
    """What transfers made together do to one account, in minor units."""

    change: int = 0
    """Of its balance."""
    entries: int = 0
    """How many more it has."""
    held: int = 0
    """More of it that pending transfers will take; negative when they are resolved."""
    awaited: int = 0
    """More that pending transfers will bring."""

    def and_(self, *, change: int = 0, entries: int = 0, held: int = 0, awaited: int = 0) -> Effect:
        """This and more."""
        return Effect(self.change + change, self.entries + entries, self.held + held, self.awaited + awaited)


def effects(
    transfers: Iterable[Transfer], before: Mapping[Account, Effect] | None = None
) -> dict[Account, Effect]:
    """What transfers made together do to each account, beside what is done `before`.

    The changes add up to zero. Accounts that come out even are named too.
    """
    found = dict(before or {})
    for transfer in transfers:
        amount, nothing = transfer.amount.amount, Effect()
        found[transfer.debit] = found.get(transfer.debit, nothing).and_(change=-amount, entries=1)
        found[transfer.credit] = found.get(transfer.credit, nothing).and_(change=amount, entries=1)
    return found


def room(account: Account, effect: Effect) -> int:
    """By how much an effect changes what may still be taken of an account.

    What may be taken of a liability or an income is its balance less what pending transfers hold; what
    may be repaid to an asset is what is owed less what pending transfers will bring.
    """
    if account.type is Type.ASSET:
        return -effect.change - effect.awaited
    return effect.change - effect.held


def reversal(transfer: Transfer, *, memo: str) -> Transfer:
    """The transfer that undoes another: a new one the other way, for the whole amount, once."""
    return replace(
        transfer,
        id=f"{transfer.id}:reversal",
        debit=transfer.credit,
        credit=transfer.debit,
        code=Code.REVERSAL,
        memo=memo,
    )


class PendingState(StrEnum):
    """How a pending transfer is resolved: once."""

    PENDING = "pending"
    POSTED = "posted"
    VOIDED = "voided"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Pending:
    """A transfer in two phases: its amount is set aside until it is posted, voided, or its time is over."""

    transfer: Transfer
    until: datetime
    state: PendingState = PendingState.PENDING
    posted: int = 0
    """How much of it was posted, in minor units."""


def postable(pending: Pending, amount: Money | None, *, now: datetime) -> Transfer:
    """The transfer that posts a pending one, wholly or for a smaller amount.

    Raises AlreadyResolved, PendingExpired, BadTransfer (more than is pending, or nothing).
    """
    _unresolved(pending)
    if now >= pending.until:
        raise PendingExpired
    wanted = pending.transfer.amount if amount is None else amount
    if pending.transfer.amount < wanted:
        raise BadTransfer("More than is pending can't be posted.", field="amount")
    return replace(pending.transfer, id=f"{pending.transfer.id}:post", amount=wanted)


def _unresolved(pending: Pending) -> None:
    if pending.state is not PendingState.PENDING:
        raise AlreadyResolved(f"This pending transfer was {pending.state} before.")


def voidable(pending: Pending, *, into: PendingState, now: datetime) -> None:
    """May it be voided, or is it over? Raises AlreadyResolved, NotExpired."""
    _unresolved(pending)
    if into is PendingState.EXPIRED and now < pending.until:
        raise NotExpired


def setting_aside(transfer: Transfer, *, sign: int = 1) -> dict[Account, Effect]:
    """What a pending transfer does to its accounts; with `sign` −1, what resolving it takes back."""
    amount = sign * transfer.amount.amount
    return {transfer.debit: Effect(held=amount), transfer.credit: Effect(awaited=amount)}


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
    settled_at: datetime | None = None
    """When we learned that it was paid or refused."""
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
    memo: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """An entry on a statement, with the balance after it."""

    entry: Entry
    balance: Money


@dataclass(frozen=True, slots=True)
class Balance:
    """How an account stands."""

    account: Account
    posted: Money
    available: Money
    """What may still be taken of it."""
    awaited: Money
    """What pending transfers will bring."""
    entries: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class Wallet:
    """How much a person has, and how much of it isn't set aside."""

    balance: Money
    available: Money
