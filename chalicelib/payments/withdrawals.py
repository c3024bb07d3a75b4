"""Money that leaves for a bank, or back to a card: out of the wallet at once, and home again if refused.

While the gateway is asked the money lies in an account of this withdrawal's own, so it can't be spent
twice, and no crash can lose it: the message that asks for the payout comes until it is done, and the sweep
asks about what the gateway still works on. What goes back to a card counts on its charge, so that no more
can go back than was taken, however many ask at once.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from chalicelib.foundation import clock, due, idempotency
from chalicelib.foundation.config import settings
from chalicelib.foundation.errors import ChangedMeanwhile, DomainError
from chalicelib.foundation.money import Money
from chalicelib.foundation.observability import log
from chalicelib.foundation.tables import get
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments import ledger, models, rules
from chalicelib.payments.errors import (
    ChargeNotFound,
    NoticeMismatch,
    NotRefundable,
    WithdrawalNotFound,
)
from chalicelib.payments.events import WithdrawalFailed, WithdrawalPaid, WithdrawalRequested
from chalicelib.payments.gateway import Notice, Outcome, Result, gateway
from chalicelib.payments.limits import service as limits
from chalicelib.payments.limits.rules import Use
from chalicelib.payments.models import ChargeItem, WithdrawalItem
from chalicelib.payments.pins import service as pins
from chalicelib.payments.rules import (
    Account,
    Charge,
    Code,
    Transfer,
    Withdrawal,
    WithdrawalState,
    refuse_unknown,
)

ASK_AFTER = timedelta(minutes=10)
"""When the sweep asks the gateway for a withdrawal that nobody has settled."""

SWEEP_LIMIT = 25


def withdraw(
    person_id: str, *, amount: Money, destination: str, pin: str | None = None, now: datetime
) -> Withdrawal:
    """Send money from a wallet to a bank account, or back to the card of one's own charge.

    1 transaction of 10 items; to a card 1 read and 1 item more; with a PIN 1 read and 2 writes more. Raises
    UnknownCurrency, PinRequired, WrongPin, PinLocked, LimitExceeded, InsufficientFunds, ChargeNotFound,
    NotRefundable.
    """
    refuse_unknown(amount.currency)
    charge = _returning(person_id, amount, destination)
    withdrawal = begun(
        idempotency.stable_id("wdr"), person_id, amount=amount, destination=destination, now=now
    )
    if charge:
        withdrawal = replace(withdrawal, gateway=charge.gateway)
    with Transaction() as tx:
        pins.demand(tx, person_id, pin=pin, now=now)
        limits.take(tx, person_id, Use.WITHDRAWAL, amount, now=now)
        request(tx, withdrawal, now=now)
        if charge:
            _count_as_returned(tx, charge, amount)
        return tx.result(withdrawal)


def begun(
    withdrawal_id: str, person_id: str, *, amount: Money, destination: str, now: datetime
) -> Withdrawal:
    """A withdrawal to the stage's gateway, as it begins."""
    return Withdrawal(
        id=withdrawal_id,
        person_id=person_id,
        amount=amount,
        gateway=settings().gateway,
        destination=destination,
        state=WithdrawalState.REQUESTED,
        reason=None,
        created_at=now,
    )


def request(tx: Transaction, withdrawal: Withdrawal, *, now: datetime) -> None:
    """Set a withdrawal's money apart and ask for it to be paid: 7 items.

    On commit raises InsufficientFunds.
    """
    transfer = _transfer(withdrawal, "request", _wallet(withdrawal), _transit(withdrawal), Code.WITHDRAWAL)
    ledger.post(tx, [transfer], at=now)
    tx.put(models.withdrawal_item(withdrawal, now + ASK_AFTER))
    tx.emit(WithdrawalRequested(at=now, withdrawal_id=withdrawal.id))


def _returning(person_id: str, amount: Money, destination: str) -> Charge | None:
    """The charge whose card the money goes back to; None: it goes to a bank."""
    if not destination.startswith(rules.CHARGE):
        return None
    found: ChargeItem | None = get(ChargeItem, destination, "charge")
    if found is None or found.person_id != person_id:
        raise ChargeNotFound(field="destination")
    charge = found.charge()
    if charge.amount.currency != amount.currency or amount.amount > charge.returnable:
        raise _not_refundable(charge)
    return charge


def _not_refundable(charge: Charge) -> NotRefundable:
    left = Money(charge.returnable, charge.amount.currency)
    return NotRefundable(f"At most {left} can go back to this card.", field="amount")


def _count_as_returned(tx: Transaction, charge: Charge, amount: Money) -> None:
    room = ChargeItem.returned <= charge.amount.amount - amount.amount
    tx.update(
        ChargeItem(pk=charge.id, sk="charge"),
        [ChargeItem.returned.add(amount.amount)],
        condition=room | ChargeItem.returned.does_not_exist(),
        otherwise=NotRefundable(field="amount"),
    )


def withdrawal_of(withdrawal_id: str, *, person_id: str) -> Withdrawal:
    """One's own withdrawal. 1 read. Raises WithdrawalNotFound."""
    found: WithdrawalItem | None = get(WithdrawalItem, withdrawal_id, "withdrawal")
    if found is None or found.person_id != person_id:
        raise WithdrawalNotFound
    return found.withdrawal()


def pay_out(withdrawal_id: str, *, now: datetime) -> Withdrawal:
    """Have the gateway pay a withdrawal, and settle its answer, once. 1 read, 1 transaction of 9 items.

    Safe to repeat at any point: the gateway knows the withdrawal by its id. Raises GatewayUnavailable.
    """
    found: WithdrawalItem | None = get(WithdrawalItem, withdrawal_id, "withdrawal")
    if found is None:
        raise WithdrawalNotFound
    withdrawal = found.withdrawal()
    if withdrawal.state is not WithdrawalState.REQUESTED:
        return withdrawal
    answer = _ask(withdrawal)
    return withdrawal if answer.outcome is Outcome.PENDING else _settle(withdrawal, answer, now)


def _ask(withdrawal: Withdrawal) -> Result:
    asked = gateway(withdrawal.gateway)
    if withdrawal.charge_id:
        return asked.refund(withdrawal.id, charge_id=withdrawal.charge_id, amount=withdrawal.amount)
    return asked.pay_out(withdrawal.id, amount=withdrawal.amount, destination=withdrawal.destination)


def take_notice(gateway_name: str, notice: Notice, *, now: datetime) -> None:
    """Let a gateway's message about money that leaves take effect. 1 read, 1 transaction.

    It may come twice, late, or tell of a bank that sent back what had been paid. Raises
    WithdrawalNotFound, NoticeMismatch.
    """
    found: WithdrawalItem | None = get(WithdrawalItem, notice.reference, "withdrawal")
    if found is None or found.gateway != gateway_name:
        raise WithdrawalNotFound(field="withdrawal_id")
    withdrawal = found.withdrawal()
    if notice.amount != withdrawal.amount:
        raise NoticeMismatch(field="amount")
    came_back = (withdrawal.state, notice.outcome) == (WithdrawalState.PAID, Outcome.DECLINED)
    waits = withdrawal.state is WithdrawalState.REQUESTED and notice.outcome is not Outcome.PENDING
    if waits or came_back:
        _settle(withdrawal, Result(notice.outcome, notice.reason), now)


def settle_due(now: datetime) -> int:
    """Ask the gateway about withdrawals that nobody has settled; answers how many were settled.

    A query for each of 4 shards; for each withdrawal found what `pay_out` costs. What still waits is asked
    about again when it is twice as old.
    """
    settled = 0
    for keys in due.by_shard(WithdrawalItem.due, WithdrawalItem.due_at, "withdrawal", now, limit=SWEEP_LIMIT):
        settled += sum(_settle_due(key.pk, now) for key in keys)
    return settled


def _settle_due(withdrawal_id: str, now: datetime) -> bool:
    """Whether it is settled now. One that can't be asked about doesn't hold up the others."""
    waited = timedelta()
    try:
        withdrawal = pay_out(withdrawal_id, now=now)
        if withdrawal.state is not WithdrawalState.REQUESTED:
            return True
        waited = now - withdrawal.created_at
    except Exception:
        log.exception("payout failed", extra={"withdrawal": withdrawal_id})
    with suppress(ChangedMeanwhile), Transaction() as tx:
        tx.update(
            WithdrawalItem(pk=withdrawal_id, sk="withdrawal"),
            [WithdrawalItem.due_at.set(clock.stamp(now + max(ASK_AFTER, waited)))],
            condition=WithdrawalItem.state == WithdrawalState.REQUESTED.value,
        )
    return False


def _settle(withdrawal: Withdrawal, answer: Result, now: datetime) -> Withdrawal:
    """Let the gateway's answer take effect, once. What had been paid and came back leaves the world again."""
    paid = answer.outcome is Outcome.SUCCEEDED
    after = replace(
        withdrawal,
        state=WithdrawalState.PAID if paid else WithdrawalState.FAILED,
        reason=answer.reason,
    )
    try:
        with Transaction() as tx:
            _advance(tx, withdrawal, after)
            ledger.post(tx, [_settling(withdrawal, after)], at=now)
            if not paid:
                _uncount(tx, withdrawal, now)
            tx.emit(_told(after, now))
            return after
    except DomainError:
        settled = withdrawal_of(withdrawal.id, person_id=withdrawal.person_id)
        if settled.state is withdrawal.state:
            raise
        return settled


def _uncount(tx: Transaction, withdrawal: Withdrawal, now: datetime) -> None:
    """What came home can go back to its card again, and doesn't count in its day's limit."""
    amount, at = withdrawal.amount, withdrawal.created_at
    limits.give_back(tx, withdrawal.person_id, Use.WITHDRAWAL, amount, at=at, now=now)
    if withdrawal.charge_id:
        charge = ChargeItem(pk=withdrawal.charge_id, sk="charge")
        tx.update(charge, [ChargeItem.returned.add(-amount.amount)])


def _settling(before: Withdrawal, after: Withdrawal) -> Transfer:
    world = rules.outside(before.gateway, before.id, before.amount.currency)
    if after.state is WithdrawalState.PAID:
        return _transfer(before, "paid", _transit(before), world, Code.WITHDRAWAL_PAID)
    if before.state is WithdrawalState.PAID:
        return _transfer(before, "returned", world, _wallet(before), Code.WITHDRAWAL_RETURNED)
    return _transfer(before, "failed", _transit(before), _wallet(before), Code.WITHDRAWAL_RETURNED)


def _advance(tx: Transaction, before: Withdrawal, after: Withdrawal) -> None:
    tx.update(
        WithdrawalItem(pk=before.id, sk="withdrawal"),
        [
            WithdrawalItem.state.set(after.state.value),
            WithdrawalItem.reason.set(after.reason) if after.reason else WithdrawalItem.reason.remove(),
            WithdrawalItem.due_shard.remove(),
            WithdrawalItem.due_at.remove(),
        ],
        condition=WithdrawalItem.state == before.state.value,
    )


def _told(withdrawal: Withdrawal, now: datetime) -> WithdrawalPaid | WithdrawalFailed:
    facts = {
        "at": now,
        "withdrawal_id": withdrawal.id,
        "person_id": withdrawal.person_id,
        "amount": withdrawal.amount.amount,
        "currency": withdrawal.amount.currency,
    }
    if withdrawal.state is WithdrawalState.PAID:
        return WithdrawalPaid.model_validate(facts)
    return WithdrawalFailed.model_validate(facts | {"reason": withdrawal.reason or "refused"})


def _transfer(withdrawal: Withdrawal, step: str, debit: Account, credit: Account, code: Code) -> Transfer:
    return Transfer(f"{withdrawal.id}:{step}", debit, credit, withdrawal.amount, code, withdrawal.id)


def _wallet(withdrawal: Withdrawal) -> Account:
    return rules.wallet(withdrawal.person_id, withdrawal.amount.currency)


def _transit(withdrawal: Withdrawal) -> Account:
    return rules.transit(withdrawal.id, withdrawal.amount.currency)
