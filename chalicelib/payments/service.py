"""What can be done with money: wallets and charges here, a sale's money in `escrow`, withdrawals in
`withdrawals`, transfers in two phases in `pending`.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from chalicelib.foundation import clock, due, idempotency
from chalicelib.foundation.config import settings
from chalicelib.foundation.errors import ChangedMeanwhile, DomainError, KeyReused
from chalicelib.foundation.money import Money
from chalicelib.foundation.observability import log
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import Want, get
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments import ledger, models, rules, sandbox, stripe_gateway, withdrawals
from chalicelib.payments.errors import (
    CardDeclined,
    ChargeNotFound,
    NoticeMismatch,
)
from chalicelib.payments.escrow import service as escrow
from chalicelib.payments.escrow.rules import Instructions, Reward, Sale, division
from chalicelib.payments.escrow.service import give_back, heeding, hold
from chalicelib.payments.events import ChargeSucceeded
from chalicelib.payments.gateway import Notice, Outcome, Result, Subject, gateway, offer
from chalicelib.payments.limits import service as limits
from chalicelib.payments.limits.rules import Use
from chalicelib.payments.models import AccountItem, ChargeItem, NoticeItem
from chalicelib.payments.pending import expire_due
from chalicelib.payments.pins import service as pins
from chalicelib.payments.rules import Charge, ChargeState, Code, Line, Transfer, Wallet, refuse_unknown

__all__ = [
    "Charge",
    "ChargeState",
    "Instructions",
    "Reward",
    "Sale",
    "Wallet",
    "division",
    "expire_due",
    "give_back",
    "heeding",
    "hold",
    "refuse_unknown",
    "settle_sale",
    "settle_withdrawals",
]

settle_sale = escrow.settle
settle_withdrawals = withdrawals.settle_due

SETTLE_WITHIN = timedelta(minutes=2)
"""When the sweep asks the gateway what became of a charge that nobody has finished."""

SWEEP_LIMIT = 25

offer(sandbox.NAME, sandbox.Sandbox)
if settings().gateway == stripe_gateway.NAME:
    offer(stripe_gateway.NAME, stripe_gateway.StripeGateway)


def show_wallet(person_id: str, currency: str) -> Wallet:
    """How much a person has in a currency. 1 read. Raises UnknownCurrency."""
    refuse_unknown(currency)
    found = ledger.state(rules.wallet(person_id, currency))
    return Wallet(found.posted, found.available)


def wallet_want(person_id: str, currency: str) -> Want[Wallet]:
    """How much a person has, to be read together with other things; None if she never had anything."""
    return Want(AccountItem, rules.wallet(person_id, currency).id, "account", _wallet)


def _wallet(item: AccountItem) -> Wallet:
    found = item.state()
    return Wallet(found.posted, found.available)


def wallet_entries(person_id: str, currency: str, *, limit: int, cursor: str | None) -> Page[Line]:
    """What came into a wallet and went out, the newest first, with the balance after each.

    1 query, for the first page 2 reads more. Raises UnknownCurrency, Busy, BadCursor.
    """
    refuse_unknown(currency)
    return ledger.statement(rules.wallet(person_id, currency), limit=limit, cursor=cursor)


def let_pay(tx: Transaction, *, buyer: str, amount: Money, pin: str | None, at: datetime) -> None:
    """Let a buyer pay from her wallet with her PIN, if she has one, and within her limits. 2 items.

    With a PIN 1 read and 2 writes more. Raises WrongPin, PinLocked, LimitExceeded, on commit PinRequired and
    LimitExceeded.
    """
    pins.demand(tx, buyer, pin=pin, now=at)
    limits.take(tx, buyer, Use.PAYMENT, amount, now=at)


def begin_charge(
    tx: Transaction,
    charge_id: str,
    *,
    person_id: str,
    amount: Money,
    reference: str,
    method: str = "",
    now: datetime,
    within: timedelta = SETTLE_WITHIN,
) -> Charge:
    """Note that money will be asked of a person: 1 item. The asking is `collect`.

    What is neither paid nor refused `within` this time, the sweep asks the gateway about.
    """
    charge = Charge(
        id=charge_id,
        person_id=person_id,
        amount=amount,
        gateway=settings().gateway,
        method=method,
        reference=reference,
        state=ChargeState.PENDING,
        reason=None,
        created_at=now,
    )
    tx.put(models.charge_item(charge, now + within))
    return charge


def top_up(person_id: str, *, amount: Money, method: str, now: datetime) -> Charge:
    """Fill a wallet from a card. 2 transactions of 2 and 7 items, and the gateway's call between.

    Dies it in between, the same Idempotency-Key goes on where it stopped, or the sweep does.
    Raises UnknownCurrency, UnknownMethod, LimitExceeded, CardDeclined, AmountNotSupported,
    GatewayUnavailable, KeyReused.
    """
    refuse_unknown(amount.currency)
    charge_id = idempotency.stable_id("chg")
    try:
        with Transaction() as tx:
            charge = begin_charge(
                tx, charge_id, person_id=person_id, amount=amount, reference="", method=method, now=now
            )
            limits.take(tx, person_id, Use.TOP_UP, amount, now=now)
    except ChangedMeanwhile:  # an earlier try with this key has begun it
        charge = charge_of(charge_id, person_id=person_id)
        if (charge.amount, charge.method) != (amount, method):
            raise KeyReused from None
        charge = _try_again(charge, now)
    return collect(charge, now=now)


def _try_again(charge: Charge, now: datetime) -> Charge:
    """A charge that was declined, begun anew: it counts again in the limit of the day it was first begun."""
    if charge.state is not ChargeState.FAILED:
        return charge
    again = replace(charge, state=ChargeState.PENDING, reason=None)
    with Transaction() as tx:
        tx.put(
            models.charge_item(again, now + SETTLE_WITHIN),
            condition=ChargeItem.state == ChargeState.FAILED.value,
        )
        limits.take(tx, charge.person_id, Use.TOP_UP, charge.amount, now=charge.created_at)
    return again


def charge_of(charge_id: str, *, person_id: str) -> Charge:
    """One's own charge. 1 read. Raises ChargeNotFound."""
    found: ChargeItem | None = get(ChargeItem, charge_id, "charge")
    if found is None or found.person_id != person_id:
        raise ChargeNotFound
    return found.charge()


def refuse_paid(tx: Transaction, charge_id: str, *, otherwise: type[DomainError]) -> None:
    """Demand that a charge's money hasn't come: 1 item, which isn't changed. On commit raises `otherwise`."""
    unpaid = ChargeItem.state != ChargeState.SUCCEEDED.value
    tx.check(ChargeItem(pk=charge_id, sk="charge"), unpaid, otherwise=otherwise())


def show_charge(charge_id: str, *, person_id: str) -> Charge:
    """One's own charge, and what her device needs if it waits for her. 1 read; a pending one also asks the
    gateway. Raises ChargeNotFound, GatewayUnavailable."""
    charge = charge_of(charge_id, person_id=person_id)
    if charge.state is not ChargeState.PENDING:
        return charge
    return replace(charge, client_secret=gateway(charge.gateway).client_secret(charge_id))


def collect(charge: Charge, *, now: datetime, method: str | None = None) -> Charge:
    """Ask the gateway for a charge's money and settle what it answers. Safe to repeat.

    A charge that was declined can be asked again, by another method. Raises UnknownMethod, CardDeclined,
    AmountNotSupported, GatewayUnavailable.
    """
    if charge.state is not ChargeState.SUCCEEDED:
        asked = gateway(charge.gateway).charge(
            charge.id, amount=charge.amount, method=method or charge.method
        )
        charge = replace(settle(charge, asked, now=now), client_secret=asked.client_secret)
    if charge.state is ChargeState.FAILED:
        raise CardDeclined(f"The payment was declined: {(charge.reason or 'no reason').replace('_', ' ')}.")
    return charge


def settle(charge: Charge, result: Result, *, now: datetime, notice_id: str | None = None) -> Charge:
    """Let a gateway's answer take effect, once: the wallet is credited with the charge's state.

    1 transaction of 8 items at most. A charge that was declined and then paid after all is credited.
    """
    if result.outcome is Outcome.PENDING or charge.state is ChargeState.SUCCEEDED:
        return charge
    succeeded = result.outcome is Outcome.SUCCEEDED
    after = replace(
        charge,
        state=ChargeState.SUCCEEDED if succeeded else ChargeState.FAILED,
        reason=result.reason,
        settled_at=now,
    )
    try:
        with Transaction() as tx:
            _advance(tx, charge, after, now)
            if notice_id:
                tx.put(NoticeItem(pk=f"notice#{charge.gateway}", sk=notice_id))
            if succeeded:
                _credit(tx, charge, now)
            _count_top_up(tx, charge, after, now)
            return after
    except DomainError:
        settled = charge_of(charge.id, person_id=charge.person_id)
        if settled.state is charge.state:
            raise
        return settled


def _count_top_up(tx: Transaction, before: Charge, after: Charge, now: datetime) -> None:
    """A top-up that failed doesn't count in its day's limit; one that was paid after all does."""
    if before.reference:  # it is for a checkout
        return
    person, amount, at = before.person_id, before.amount, before.created_at
    if after.state is ChargeState.FAILED:
        limits.give_back(tx, person, Use.TOP_UP, amount, at=at, now=now)
    elif before.state is ChargeState.FAILED:
        limits.take_anyway(tx, person, Use.TOP_UP, amount, at=at)


def _advance(tx: Transaction, before: Charge, after: Charge, now: datetime) -> None:
    tx.update(
        ChargeItem(pk=before.id, sk="charge"),
        [
            ChargeItem.state.set(after.state.value),
            ChargeItem.reason.set(after.reason) if after.reason else ChargeItem.reason.remove(),
            ChargeItem.settled_at.set(now),
            ChargeItem.due_shard.remove(),
            ChargeItem.due_at.remove(),
        ],
        condition=ChargeItem.state == before.state.value,
    )


def _credit(tx: Transaction, charge: Charge, now: datetime) -> None:
    transfer = Transfer(
        id=f"{charge.id}:credit",
        debit=rules.outside(charge.gateway, charge.id, charge.amount.currency),
        credit=rules.wallet(charge.person_id, charge.amount.currency),
        amount=charge.amount,
        code=Code.TOP_UP,
        reference=charge.reference or charge.id,
    )
    ledger.post(tx, [transfer], at=now)
    tx.emit(
        ChargeSucceeded(
            at=now,
            charge_id=charge.id,
            person_id=charge.person_id,
            amount=charge.amount.amount,
            currency=charge.amount.currency,
            reference=charge.reference,
        )
    )


def receive_notice(gateway_name: str, headers: Mapping[str, str], body: bytes, *, now: datetime) -> None:
    """Let a gateway's message take effect, however often and whenever it comes; what isn't ours is taken too.

    1 read, 1 transaction. Raises UnknownGateway, BadSignature, MalformedNotice, ChargeNotFound,
    WithdrawalNotFound, NoticeMismatch.
    """
    notice = gateway(gateway_name).read_notice(headers, body)
    if notice is None:
        return
    if notice.subject is Subject.PAYOUT:
        withdrawals.take_notice(gateway_name, notice, now=now)
        return
    found: ChargeItem | None = get(ChargeItem, notice.reference, "charge")
    if found is None or found.gateway != gateway_name:
        raise ChargeNotFound(field="charge_id")
    charge = found.charge()
    if notice.amount != charge.amount:
        raise NoticeMismatch(field="amount")
    _take_notice(charge, notice, now)


def _take_notice(charge: Charge, notice: Notice, now: datetime) -> None:
    if charge.state is ChargeState.FAILED and notice.outcome is Outcome.DECLINED:
        return
    settle(charge, Result(notice.outcome, notice.reason), now=now, notice_id=notice.notice_id)


def reconcile(now: datetime) -> int:
    """Ask the gateway about charges that nobody has finished; answers how many were settled.

    A query for each of 4 shards; for each charge found 1 read, the gateway's call and 1 transaction. What
    still waits is asked about again when it is twice as old, so that many that wait long cost little.
    """
    settled = 0
    for keys in due.by_shard(ChargeItem.due, ChargeItem.due_at, "charge", now, limit=SWEEP_LIMIT):
        settled += sum(_settle_due(key.pk, now) for key in keys)
    return settled


def _settle_due(charge_id: str, now: datetime) -> bool:
    """Whether it is settled now. One that can't be asked about doesn't hold up the others."""
    waited = SETTLE_WITHIN
    try:
        charge = get(ChargeItem, charge_id, "charge").charge()
        waited = max(waited, now - charge.created_at)
        result = gateway(charge.gateway).outcome_of(charge_id)
        if settle(charge, result, now=now).state is not ChargeState.PENDING:
            return True
    except Exception:
        log.exception("charge not settled", extra={"charge": charge_id})
    with suppress(ChangedMeanwhile), Transaction() as tx:
        tx.update(
            ChargeItem(pk=charge_id, sk="charge"),
            [ChargeItem.due_at.set(clock.stamp(now + waited))],
            condition=ChargeItem.state == ChargeState.PENDING.value,
        )
    return False
