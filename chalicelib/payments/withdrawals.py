"""Money that leaves for a bank: out of the wallet at once, and home again if the bank refuses.

While the bank is asked the money lies in an account of this withdrawal's own, so it can't be spent
twice, and no crash can lose it: the message that asks for the payout comes until it is done.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from chalicelib.foundation import idempotency, money
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import get
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments import ledger, models, rules, sandbox
from chalicelib.payments.errors import UnknownCurrency, WithdrawalNotFound
from chalicelib.payments.events import WithdrawalFailed, WithdrawalPaid, WithdrawalRequested
from chalicelib.payments.gateway import Outcome, Result, gateway
from chalicelib.payments.models import WithdrawalItem
from chalicelib.payments.rules import Account, Code, Transfer, Withdrawal, WithdrawalState


def withdraw(person_id: str, *, amount: Money, destination: str, now: datetime) -> Withdrawal:
    """Send money from a wallet to a bank account. 1 transaction of 8 items.

    Raises UnknownCurrency, InsufficientFunds.
    """
    if not money.is_currency(amount.currency):
        raise UnknownCurrency(field="currency")
    withdrawal = Withdrawal(
        id=idempotency.stable_id("wdr"),
        person_id=person_id,
        amount=amount,
        gateway=sandbox.NAME,
        destination=destination,
        state=WithdrawalState.REQUESTED,
        reason=None,
        created_at=now,
    )
    wallet, transit = _wallet(withdrawal), _transit(withdrawal)
    with Transaction() as tx:
        ledger.post(tx, [_transfer(withdrawal, "request", wallet, transit, Code.WITHDRAWAL)], at=now)
        tx.put(models.withdrawal_item(withdrawal))
        tx.emit(WithdrawalRequested(at=now, withdrawal_id=withdrawal.id))
        return tx.result(withdrawal)


def withdrawal_of(withdrawal_id: str, *, person_id: str) -> Withdrawal:
    """One's own withdrawal. 1 read. Raises WithdrawalNotFound."""
    found: WithdrawalItem | None = get(WithdrawalItem, withdrawal_id, "withdrawal")
    if found is None or found.person_id != person_id:
        raise WithdrawalNotFound
    return found.withdrawal()


def pay_out(withdrawal_id: str, *, now: datetime) -> Withdrawal:
    """Have the bank pay a withdrawal, and settle its answer, once. 1 read, 1 transaction of 7 items.

    Safe to repeat at any point: the gateway knows the withdrawal by its id.
    """
    found: WithdrawalItem | None = get(WithdrawalItem, withdrawal_id, "withdrawal")
    if found is None:
        raise WithdrawalNotFound
    withdrawal = found.withdrawal()
    if withdrawal.state is not WithdrawalState.REQUESTED:
        return withdrawal
    answer = gateway(withdrawal.gateway).pay_out(
        withdrawal.id, amount=withdrawal.amount, destination=withdrawal.destination
    )
    return withdrawal if answer.outcome is Outcome.PENDING else _settle(withdrawal, answer, now)


def _settle(withdrawal: Withdrawal, answer: Result, now: datetime) -> Withdrawal:
    paid = answer.outcome is Outcome.SUCCEEDED
    after = replace(
        withdrawal,
        state=WithdrawalState.PAID if paid else WithdrawalState.FAILED,
        reason=answer.reason,
    )
    world = rules.outside(withdrawal.gateway, withdrawal.id, withdrawal.amount.currency)
    to, code = (world, Code.WITHDRAWAL_PAID) if paid else (_wallet(withdrawal), Code.WITHDRAWAL_RETURNED)
    try:
        with Transaction() as tx:
            tx.update(
                WithdrawalItem(pk=withdrawal.id, sk="withdrawal"),
                [
                    WithdrawalItem.state.set(after.state.value),
                    WithdrawalItem.reason.set(after.reason)
                    if after.reason
                    else WithdrawalItem.reason.remove(),
                ],
                condition=WithdrawalItem.state == WithdrawalState.REQUESTED.value,
            )
            ledger.post(tx, [_transfer(withdrawal, after.state, _transit(withdrawal), to, code)], at=now)
            tx.emit(_told(after, now))
            return after
    except DomainError:
        settled = withdrawal_of(withdrawal.id, person_id=withdrawal.person_id)
        if settled.state is WithdrawalState.REQUESTED:
            raise
        return settled


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
