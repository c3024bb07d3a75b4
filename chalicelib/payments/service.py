"""What can be done with money: wallets, charges, escrow.

A sale's money waits in an account of its own order: `hold` puts it there, `release` pays the merchant
less the fee, `refund` gives it back. They post in the caller's transaction. Withdrawals are in
`withdrawals`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from chalicelib.foundation import clock, idempotency, money
from chalicelib.foundation.errors import ChangedMeanwhile, DomainError, KeyReused
from chalicelib.foundation.money import Money
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import get
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments import ledger, models, rules, sandbox
from chalicelib.payments.errors import (
    CardDeclined,
    ChargeNotFound,
    NoticeMismatch,
    UnknownCurrency,
)
from chalicelib.payments.events import ChargeSucceeded
from chalicelib.payments.gateway import Notice, Outcome, Result, gateway, offer
from chalicelib.payments.models import ChargeItem, NoticeItem
from chalicelib.payments.rules import Charge, ChargeState, Code, Entry, Transfer, Wallet

__all__ = ["Charge", "ChargeState"]

SETTLE_WITHIN = timedelta(minutes=2)
"""When the sweep asks the gateway what became of a charge that nobody has finished."""

SWEEP_LIMIT = 25

offer(sandbox.NAME, sandbox.Sandbox)


def show_wallet(person_id: str, currency: str) -> Wallet:
    """How much a person has in a currency. 1 read. Raises UnknownCurrency."""
    _known(currency)
    return Wallet(ledger.balance(rules.wallet(person_id, currency)))


def wallet_entries(person_id: str, currency: str, *, limit: int, cursor: str | None) -> Page[Entry]:
    """What came into a wallet and went out, the newest first. 1 query. Raises UnknownCurrency."""
    _known(currency)
    return ledger.statement(rules.wallet(person_id, currency), limit=limit, cursor=cursor)


def _known(currency: str) -> None:
    if not money.is_currency(currency):
        raise UnknownCurrency(field="currency")


def hold(tx: Transaction, *, buyer: str, orders: Sequence[tuple[str, Money]], at: datetime) -> None:
    """Move what each order costs from the buyer's wallet into that order's escrow.

    4 items for each order and 1 for the wallet. On commit raises InsufficientFunds.
    """
    transfers = [
        Transfer(
            id=f"{order_id}:hold",
            debit=rules.wallet(buyer, total.currency),
            credit=rules.escrow(order_id, total.currency),
            amount=total,
            code=Code.PURCHASE,
            reference=order_id,
        )
        for order_id, total in orders
    ]
    ledger.post(tx, transfers, at=at)


def release(tx: Transaction, *, order_id: str, total: Money, fee: Money, merchant: str, at: datetime) -> None:
    """Pay an order's merchant out of its escrow, less the platform's fee. 9 items at most."""
    escrow = rules.escrow(order_id, total.currency)
    earned = total - fee
    parts = [
        ("release", rules.wallet(merchant, total.currency), earned, Code.SALE),
        ("fee", rules.revenue(order_id, total.currency), fee, Code.FEE),
    ]
    transfers = [
        Transfer(f"{order_id}:{name}", escrow, to, amount, code, order_id)
        for name, to, amount, code in parts
        if amount.amount
    ]
    ledger.post(tx, transfers, at=at)


def refund(tx: Transaction, *, order_id: str, total: Money, buyer: str, at: datetime) -> None:
    """Give an order's money back to its buyer out of its escrow. 5 items."""
    transfer = Transfer(
        id=f"{order_id}:refund",
        debit=rules.escrow(order_id, total.currency),
        credit=rules.wallet(buyer, total.currency),
        amount=total,
        code=Code.REFUND,
        reference=order_id,
    )
    ledger.post(tx, [transfer], at=at)


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
        gateway=sandbox.NAME,
        method=method,
        reference=reference,
        state=ChargeState.PENDING,
        reason=None,
        created_at=now,
    )
    tx.put(models.charge_item(charge, now + within))
    return charge


def top_up(person_id: str, *, amount: Money, method: str, now: datetime) -> Charge:
    """Fill a wallet from a card. 2 transactions of 1 and 7 items, and the gateway's call between.

    Dies it in between, the same Idempotency-Key goes on where it stopped, or the sweep does.
    Raises UnknownCurrency, UnknownMethod, CardDeclined, KeyReused.
    """
    _known(amount.currency)
    charge_id = idempotency.stable_id("chg")
    try:
        with Transaction() as tx:
            charge = begin_charge(
                tx, charge_id, person_id=person_id, amount=amount, reference="", method=method, now=now
            )
    except ChangedMeanwhile:  # an earlier try with this key has begun it
        charge = charge_of(charge_id, person_id=person_id)
        if (charge.amount, charge.method) != (amount, method):
            raise KeyReused from None
    return collect(charge, now=now)


def charge_of(charge_id: str, *, person_id: str) -> Charge:
    """One's own charge. 1 read. Raises ChargeNotFound."""
    found: ChargeItem | None = get(ChargeItem, charge_id, "charge")
    if found is None or found.person_id != person_id:
        raise ChargeNotFound
    return found.charge()


def collect(charge: Charge, *, now: datetime, method: str | None = None) -> Charge:
    """Ask the gateway for a charge's money and settle what it answers. Safe to repeat.

    A charge that was declined can be asked again, by another method. Raises UnknownMethod, CardDeclined.
    """
    if charge.state is not ChargeState.SUCCEEDED:
        asked = gateway(charge.gateway).charge(
            charge.id, amount=charge.amount, method=method or charge.method
        )
        charge = settle(charge, asked, now=now)
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
    )
    try:
        with Transaction() as tx:
            _advance(tx, charge, after)
            if notice_id:
                tx.put(NoticeItem(pk=f"notice#{charge.gateway}", sk=notice_id))
            if succeeded:
                _credit(tx, charge, now)
            return after
    except DomainError:
        settled = charge_of(charge.id, person_id=charge.person_id)
        if settled.state is charge.state:
            raise
        return settled


def _advance(tx: Transaction, before: Charge, after: Charge) -> None:
    tx.update(
        ChargeItem(pk=before.id, sk="charge"),
        [
            ChargeItem.state.set(after.state.value),
            ChargeItem.reason.set(after.reason) if after.reason else ChargeItem.reason.remove(),
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
    """Let a gateway's message about a charge take effect, however often and whenever it comes.

    1 read, 1 transaction.
    Raises UnknownGateway, BadSignature, MalformedNotice, ChargeNotFound, NoticeMismatch.
    """
    notice = gateway(gateway_name).read_notice(headers, body)
    found: ChargeItem | None = get(ChargeItem, notice.charge_id, "charge")
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

    A query for each of 4 shards; for each charge found 1 read, the gateway's call and 1 transaction.
    """
    settled = 0
    for shard in range(models.DUE_SHARDS):
        due = ChargeItem.due.query(
            models.due_shard(shard), ChargeItem.due_at <= clock.stamp(now), limit=SWEEP_LIMIT
        )
        for key in due:
            charge = get(ChargeItem, key.pk, key.sk).charge()
            result = gateway(charge.gateway).outcome_of(charge.id)
            settled += settle(charge, result, now=now).state is not ChargeState.PENDING
    return settled
