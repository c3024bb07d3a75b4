"""What the payments' API takes and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Self

from pydantic import Field, StringConstraints

from chalicelib.foundation.http import Query, Schema
from chalicelib.foundation.money import Money
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import Amount, Currency, MoneyView, PageQuery
from chalicelib.payments.rules import Charge, ChargeState, Code, Line, Wallet, Withdrawal, WithdrawalState

Method = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_]{1,60}$")]


Pin = Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")]
PIN: Any = Field(
    None, description="One's payment PIN, if one has set it.", json_schema_extra={"writeOnly": True}
)


class TopUp(Schema):
    """Money to put into one's wallet. `method` is a payment method of the gateway."""

    amount: Amount
    currency: Currency
    method: Method


class NewWithdrawal(Schema):
    """Money to send from one's wallet to a bank account, or back to the card of one's charge (`chg_…`)."""

    amount: Amount
    currency: Currency
    destination: Method
    pin: Pin | None = PIN


class WalletQuery(Query):
    """Which of one's wallets: there is one for each currency."""

    currency: Currency = "CNY"


class EntriesQuery(PageQuery):
    """Which page of a wallet's entries."""

    currency: Currency = "CNY"


class WalletView(Schema):
    """How much there is in a wallet, and how much of it isn't set aside for something."""

    balance: MoneyView
    available: MoneyView

    @classmethod
    def of(cls, wallet: Wallet, /) -> Self:
        """Shape the answer."""
        return cls(balance=MoneyView.of(wallet.balance), available=MoneyView.of(wallet.available))


class EntryView(Schema):
    """One movement of a wallet, negative when money left it, and what was in it then."""

    transfer_id: str
    amount: MoneyView
    balance: MoneyView
    code: Code
    reference: str
    memo: str
    at: datetime

    @classmethod
    def of(cls, line: Line, /) -> Self:
        """Shape the answer."""
        entry = line.entry
        return cls(
            transfer_id=entry.transfer_id,
            amount=MoneyView.of(entry.amount),
            balance=MoneyView.of(line.balance),
            code=Code(entry.code),
            reference=entry.reference,
            memo=entry.memo,
            at=entry.at,
        )


class EntriesView(Schema):
    """Some of a wallet's movements, the newest first."""

    items: list[EntryView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Line], /) -> Self:
        """Shape the answer."""
        return cls(items=[EntryView.of(line) for line in page.items], cursor=page.cursor)


class ChargeView(Schema):
    """A charge: pending until the gateway has told, then succeeded or failed.

    With a `client_secret` the payer's own device must go on with the gateway (3-D Secure). `returned` is
    what has gone back to the card, or is on its way there.
    """

    id: str
    amount: MoneyView
    state: ChargeState
    reason: str | None
    returned: MoneyView
    client_secret: str | None
    created_at: datetime

    @classmethod
    def of(cls, charge: Charge, /) -> Self:
        """Shape the answer."""
        return cls(
            id=charge.id,
            amount=MoneyView.of(charge.amount),
            state=charge.state,
            reason=charge.reason,
            returned=MoneyView.of(Money(charge.returned, charge.amount.currency)),
            client_secret=charge.client_secret,
            created_at=charge.created_at,
        )


class WithdrawalView(Schema):
    """A withdrawal: requested, then paid or failed (and the money back in the wallet)."""

    id: str
    amount: MoneyView
    destination: str
    state: WithdrawalState
    reason: str | None
    created_at: datetime

    @classmethod
    def of(cls, withdrawal: Withdrawal, /) -> Self:
        """Shape the answer."""
        return cls(
            id=withdrawal.id,
            amount=MoneyView.of(withdrawal.amount),
            destination=withdrawal.destination,
            state=withdrawal.state,
            reason=withdrawal.reason,
            created_at=withdrawal.created_at,
        )
