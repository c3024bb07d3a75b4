"""The payments' routes."""

from __future__ import annotations

from http import HTTPStatus

from chalice.app import Request

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes, body_of
from chalicelib.foundation.money import Money
from chalicelib.foundation.paging import Page
from chalicelib.payments import service, withdrawals
from chalicelib.payments.errors import (
    AmountNotSupported,
    BadSignature,
    CardDeclined,
    ChargeNotFound,
    GatewayUnavailable,
    InsufficientFunds,
    LimitExceeded,
    MalformedNotice,
    NoticeMismatch,
    NotRefundable,
    PinLocked,
    PinRequired,
    UnknownCurrency,
    UnknownGateway,
    UnknownMethod,
    WithdrawalNotFound,
    WrongPin,
)
from chalicelib.payments.rules import Charge, Line, Wallet, Withdrawal
from chalicelib.payments.schemas import (
    ChargeView,
    EntriesQuery,
    EntriesView,
    NewWithdrawal,
    TopUp,
    WalletQuery,
    WalletView,
    WithdrawalView,
)

bp = Routes(__name__)


@bp.get("/wallet", answers=WalletView, raises=(UnknownCurrency,))
def show_wallet(caller: Caller, query: WalletQuery) -> Wallet:
    """See how much is in one's wallet."""
    return service.show_wallet(caller.person_id, query.currency)


@bp.get("/wallet/entries", answers=EntriesView, raises=(UnknownCurrency,))
def wallet_entries(caller: Caller, query: EntriesQuery) -> Page[Line]:
    """See what came into one's wallet and went out, the newest first, with the balance after each."""
    return service.wallet_entries(caller.person_id, query.currency, limit=query.limit, cursor=query.cursor)


@bp.post(
    "/wallet/top-ups",
    answers=ChargeView,
    status=HTTPStatus.CREATED,
    raises=(
        UnknownCurrency,
        UnknownMethod,
        AmountNotSupported,
        LimitExceeded,
        CardDeclined,
        GatewayUnavailable,
    ),
)
def top_up(caller: Caller, body: TopUp) -> Charge:
    """Fill one's wallet from a card."""
    return service.top_up(
        caller.person_id, amount=Money(body.amount, body.currency), method=body.method, now=clock.now()
    )


@bp.get("/wallet/top-ups/{charge_id}", answers=ChargeView, raises=(ChargeNotFound, GatewayUnavailable))
def show_charge(charge_id: str, caller: Caller) -> Charge:
    """See what became of a payment."""
    return service.show_charge(charge_id, person_id=caller.person_id)


@bp.post(
    "/wallet/withdrawals",
    answers=WithdrawalView,
    status=HTTPStatus.CREATED,
    raises=(
        UnknownCurrency,
        PinRequired,
        WrongPin,
        PinLocked,
        LimitExceeded,
        InsufficientFunds,
        ChargeNotFound,
        NotRefundable,
    ),
)
def withdraw(caller: Caller, body: NewWithdrawal) -> Withdrawal:
    """Send money from one's wallet to a bank account, or back to a card it came from."""
    return withdrawals.withdraw(
        caller.person_id,
        amount=Money(body.amount, body.currency),
        destination=body.destination,
        pin=body.pin,
        now=clock.now(),
    )


@bp.get("/wallet/withdrawals/{withdrawal_id}", answers=WithdrawalView, raises=(WithdrawalNotFound,))
def show_withdrawal(withdrawal_id: str, caller: Caller) -> Withdrawal:
    """See what became of a withdrawal."""
    return withdrawals.withdrawal_of(withdrawal_id, person_id=caller.person_id)


@bp.post(
    "/payments/notices/{gateway}",
    signed_in=False,
    takes_anything=True,
    raises=(
        UnknownGateway,
        BadSignature,
        MalformedNotice,
        ChargeNotFound,
        WithdrawalNotFound,
        NoticeMismatch,
        ChangedMeanwhile,
    ),
)
def receive_notice(gateway: str, request: Request) -> None:
    """Take a payment gateway's signed notice about a charge, a payout or a refund."""
    service.receive_notice(gateway, request.headers, body_of(request), now=clock.now())
