"""What merchants and the clock do with payout plans.

A payout and the plan's next date are one transaction, and the withdrawal's id follows from plan and date: it
is made once, however often the job dies.
"""

from __future__ import annotations

from datetime import datetime

from chalicelib.foundation import clock, due, ids
from chalicelib.foundation.config import settings
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.money import Money
from chalicelib.foundation.observability import log
from chalicelib.foundation.tables import get
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments import ledger, withdrawals
from chalicelib.payments import rules as books
from chalicelib.payments.errors import NoPayoutPlan
from chalicelib.payments.payouts import models, rules
from chalicelib.payments.payouts.models import PlanItem
from chalicelib.payments.payouts.rules import Every, Plan
from chalicelib.payments.pins import service as pins
from chalicelib.payments.rules import refuse_unknown

SWEEP_LIMIT = 25


def set_plan(
    person_id: str,
    *,
    currency: str,
    destination: str,
    every: Every,
    minimum: int,
    reserve: int,
    pin: str | None,
    now: datetime,
) -> Plan:
    """Have what comes into a wallet paid out by itself. 1 transaction of 2 items; with a PIN 1 read more.

    Raises UnknownCurrency, PinRequired, WrongPin, PinLocked.
    """
    refuse_unknown(currency)
    plan = Plan(
        person_id=person_id,
        destination=destination,
        every=every,
        minimum=Money(minimum, currency),
        reserve=Money(reserve, currency),
        next_at=rules.next_after(now, every, settings().time_zone),
    )
    with Transaction() as tx:
        pins.demand(tx, person_id, pin=pin, now=now)
        tx.update(models.plan_key(person_id, currency), models.setting(plan))
    return plan


def show(person_id: str, currency: str) -> Plan:
    """One's payout plan. 1 read. Raises NoPayoutPlan."""
    found: PlanItem | None = get(PlanItem, books.wallet(person_id, currency).id, "plan")
    if found is None:
        raise NoPayoutPlan
    return found.plan()


def end(person_id: str, currency: str) -> None:
    """Have nothing paid out by itself any more. 1 transaction of 1 item. Raises NoPayoutPlan."""
    with Transaction() as tx:
        tx.delete(
            models.plan_key(person_id, currency), condition=PlanItem.pk.exists(), otherwise=NoPayoutPlan
        )


def pay_due(now: datetime) -> int:
    """Make the payouts that are due; answers how many plans were looked at.

    A query for each of 4 shards; for each plan due 2 reads and 1 transaction of 9 items.
    """
    seen = 0
    for keys in due.by_shard(PlanItem.due, PlanItem.due_at, "payout", now, limit=SWEEP_LIMIT):
        seen += sum(_pay(key.pk, now) for key in keys)
    return seen


def _pay(wallet_id: str, now: datetime) -> bool:
    try:
        found: PlanItem | None = get(PlanItem, wallet_id, "plan")
        if found is None or (plan := found.plan()).next_at > now:
            return False
        wallet = books.Account.named(wallet_id)
        amount = rules.payable(plan, ledger.state(wallet).available)
        _advance(plan, amount, now)
        return True
    except DomainError:
        log.exception("no payout", extra={"wallet": wallet_id})
        return False


def _advance(plan: Plan, amount: Money | None, now: datetime) -> None:
    following = rules.next_after(now, plan.every, settings().time_zone)
    with Transaction() as tx:
        tx.update(
            models.plan_key(plan.person_id, plan.minimum.currency),
            [PlanItem.due_at.set(clock.stamp(following))],
            condition=PlanItem.due_at == clock.stamp(plan.next_at),
        )
        if amount:
            payout_id = ids.derived("wdr", plan.person_id, amount.currency, clock.stamp(plan.next_at))
            withdrawal = withdrawals.begun(
                payout_id, plan.person_id, amount=amount, destination=plan.destination, now=now
            )
            withdrawals.request(tx, withdrawal, now=now)
