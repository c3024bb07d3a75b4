"""What a person does with her plan: look at it, take another one, read and pay invoices.

Whatever changes a plan is one transaction: the subscription by its version, the invoice, the money and the
room that she may use. So a change or a renewal is paid once or not at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from chalicelib.foundation import due, ids, paging, subscribing
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.paging import Page
from chalicelib.foundation.subscribing import InvoiceState, SubscriptionState
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments.subscriptions import service as money
from chalicelib.payments.subscriptions.service import Subscribed
from chalicelib.photos.capacity import service as room
from chalicelib.photos.capacity.errors import TooMuchStored
from chalicelib.photos.capacity.service import Capacity, Day
from chalicelib.storage import models, rules
from chalicelib.storage.errors import InvoiceNotFound, InvoiceUnpaid, NotOwed, SamePlan
from chalicelib.storage.events import StorageEnded, StoragePlanChanged, StorageRenewed, StorageUnpaid
from chalicelib.storage.models import InvoiceItem, SubscriptionItem
from chalicelib.storage.rules import (
    PLANS,
    Invoice,
    Line,
    Plan,
    PlanCode,
    Subscription,
    Usage,
)

__all__ = ["PLANS", "Plan", "PlanCode", "recommended"]

_AT_ONCE = 25
"""How many subscriptions of each shard one sweep renews."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody's plan, and how her room stands."""

    subscription: Subscription
    capacity: Capacity

    @property
    def plan(self) -> Plan:
        """What she may use."""
        return PLANS[self.subscription.plan]


def plans() -> Sequence[Plan]:
    """All plans, the smallest first. No call."""
    return list(PLANS.values())


def recommended(*, size: int, requests: int, bandwidth: int) -> Plan:
    """The cheapest plan that holds so many bytes, and serves so much in 30 days. No call."""
    return rules.fitting(size, requests, bandwidth)


def standing(person_id: str) -> Standing:
    """Somebody's plan and room. 1 read."""
    sub, capacity = read_together([models.subscription_want(person_id), room.capacity_want(person_id)])
    return Standing(sub or Subscription(person_id), capacity or room.untouched(person_id))


def days(person_id: str, *, count: int, now: datetime) -> Sequence[Day]:
    """The metering of the last days, today first. 1 read, 1 query."""
    return room.days(person_id, count=count, now=now)


def change(person_id: str, plan: PlanCode, *, now: datetime) -> Standing:
    """Take another plan from this second on, and settle the old one.

    1 read, of a paid plan 1 query more; 1 transaction of at most 8 items and 1 event.
    Raises SamePlan, InvoiceUnpaid, TooMuchStored, InsufficientFunds, AccountFrozen.
    """
    before = standing(person_id)
    after, invoice = _settled(before, plan, now=now)
    size = PLANS[plan].size
    with Transaction() as tx:
        _keep(tx, before.subscription, after)
        _issue_paid(tx, invoice, now=now)
        room.resize(tx, person_id, limit=size, was=before.capacity.limit)
        told = {"person_id": person_id, "plan": plan.value, "currency": invoice.currency}
        tx.emit(StoragePlanChanged.model_validate({**told, "at": now, "amount": invoice.total.amount}))
        return tx.result(Standing(after, replace(before.capacity, limit=size, read_only=False)))


def quote(person_id: str, plan: PlanCode, *, now: datetime) -> Invoice:
    """What another plan would cost, were it taken this second: an invoice that is kept nowhere.

    1 read, of a paid plan 1 query more. Raises SamePlan, InvoiceUnpaid, TooMuchStored.
    """
    before = standing(person_id)
    _, invoice = _settled(before, plan, now=now)
    if before.capacity.used + before.capacity.reserved > PLANS[plan].size:
        raise TooMuchStored
    return invoice


def _settled(before: Standing, plan: PlanCode, *, now: datetime) -> tuple[Subscription, Invoice]:
    """The subscription with another plan, and the invoice that settles the old one."""
    sub = before.subscription
    if sub.state is SubscriptionState.OVERDUE:
        raise InvoiceUnpaid
    if sub.plan is plan:
        raise SamePlan(field="plan")
    usage = _usage(before, now=now)
    lines = [*rules.remainder(sub, now=now), *rules.usage_lines(before.plan, usage)]
    byte_seconds = before.capacity.byte_seconds(now=now)
    after = rules.changed(sub, plan, byte_seconds=byte_seconds, through=usage.through, now=now)
    return after, _invoice(after, [*lines, *rules.price_of(PLANS[plan])], now=now)


def _usage(now_: Standing, *, now: datetime) -> Usage:
    """What was used since the last invoice: bytes to this second, requests and bandwidth of whole days."""
    sub, today = now_.subscription, rules.today(now)
    if sub.plan is PlanCode.FREE or sub.usage_from is None:
        return Usage(through=today)
    stored = now_.capacity.byte_seconds(now=now) - sub.byte_seconds
    over = [one for one in _whole_days(now_.capacity, since=sub.usage_from, now=now) if one.sums.day < today]
    return Usage(
        byte_seconds=stored,
        requests=sum(one.requests for one in over),
        sent=sum(one.sums.sent for one in over),
        through=max(today, sub.usage_from),
    )


def _whole_days(held: Capacity, *, since: date, now: datetime) -> Sequence[Day]:
    """1 query, if a day is over."""
    count = (rules.today(now) - since).days + 1
    return room.days_of(held, count=count, now=now) if count > 1 else ()


def _invoice(sub: Subscription, lines: Sequence[Line], *, now: datetime) -> Invoice:
    """Its id follows from the subscription's version, so a period has one, whoever tries to issue it."""
    return Invoice(
        id=ids.derived_at("inv", now, sub.person_id, str(sub.version)),
        person_id=sub.person_id,
        lines=tuple(lines),
        state=InvoiceState.OPEN,
        issued_at=now,
        begins=sub.begins,
        ends=sub.ends,
    )


def _keep(tx: Transaction, before: Subscription, after: Subscription) -> None:
    tx.put(models.subscription_item(after), condition=models.as_read(before))


def _issue_paid(tx: Transaction, invoice: Invoice, *, now: datetime) -> None:
    """Nothing is issued where nothing was sold."""
    if invoice.lines:
        tx.put(models.invoice_item(replace(invoice, state=InvoiceState.PAID, paid_at=now)))
        money.settle(
            tx, invoice.id, payer=invoice.person_id, amount=invoice.total, of=Subscribed.STORAGE, at=now
        )


def invoices(person_id: str, *, limit: int, cursor: str | None) -> Page[Invoice]:
    """One's invoices, the newest first. 1 query."""
    within = InvoiceItem.sk.startswith("invoice#")
    found = paging.query(InvoiceItem, person_id, within, limit=limit, cursor=cursor)
    return found.map(lambda item: item.invoice())


def invoice(invoice_id: str, *, person: str) -> Invoice:
    """One's own invoice. 1 read. Raises InvoiceNotFound."""
    found: Invoice | None
    (found,) = read_together([models.invoice_want(person, invoice_id)])
    if found is None:
        raise InvoiceNotFound
    return found


def pay(invoice_id: str, *, person: str, now: datetime) -> Invoice:
    """Pay an invoice that couldn't be paid when it was issued, and use the plan again. 2 reads.

    One that is paid stays so.
    1 transaction of 8 items and 1 event. Raises InvoiceNotFound, NotOwed, InsufficientFunds, AccountFrozen.
    """
    owed, held = invoice(invoice_id, person=person), standing(person)
    if owed.state is InvoiceState.PAID:
        return owed
    if owed.state is not InvoiceState.OPEN or held.subscription.invoice_id != invoice_id:
        raise NotOwed
    return _pay(held, owed, now=now)


def _pay(held: Standing, owed: Invoice, *, now: datetime) -> Invoice:
    sub, person = held.subscription, held.subscription.person_id
    paid = replace(owed, state=InvoiceState.PAID, paid_at=now)
    with Transaction() as tx:
        _keep(tx, sub, subscribing.recovered(sub))
        tx.put(models.invoice_item(paid), condition=models.still_open())
        money.settle(tx, owed.id, payer=person, amount=owed.total, of=Subscribed.STORAGE, at=now)
        room.resize(tx, person, limit=held.plan.size, was=held.capacity.limit)
        _tell_renewed(tx, sub, owed, now=now)
        return tx.result(paid)


def _tell_renewed(tx: Transaction, sub: Subscription, paid: Invoice, *, now: datetime) -> None:
    told = {"person_id": sub.person_id, "plan": sub.plan.value, "currency": paid.currency, "at": now}
    tx.emit(StorageRenewed.model_validate({**told, "amount": paid.total.amount, "until": sub.ends}))


def renew_due(now: datetime) -> int:
    """Renew what has come to its period's end, and try again what isn't paid; answers how many.

    A query for each of 4 shards; for each plan 1 or 2 reads, 1 query, 1 transaction of 8 items and 1 event.
    """
    done = 0
    items = SubscriptionItem
    for found in due.by_shard(items.by_due, items.due_at, "storage", now, limit=_AT_ONCE):
        for item in found:
            done += _looked_at(item.pk, now=now)
    return done


def _looked_at(person_id: str, *, now: datetime) -> int:
    held = standing(person_id)
    sub = held.subscription
    if sub.due is None or sub.due > now:
        return 0  # the index was a moment behind
    try:
        if sub.state is SubscriptionState.OVERDUE:
            _try_again(held, now=now)
        else:
            _renew(held, now=now)
    except ChangedMeanwhile:
        return 0  # she changed it at this instant
    return 1


def _renew(held: Standing, *, now: datetime) -> None:
    sub = held.subscription
    usage = _usage(held, now=now)
    byte_seconds = held.capacity.byte_seconds(now=now)
    after = rules.renewed(sub, byte_seconds=byte_seconds, through=usage.through)
    lines = [*rules.usage_lines(held.plan, usage), *rules.price_of(held.plan)]
    owed = _invoice(after, lines, now=now)
    try:
        with Transaction() as tx:
            _keep(tx, sub, after)
            _issue_paid(tx, owed, now=now)
            _tell_renewed(tx, after, owed, now=now)
    except money.UNPAYABLE:
        with Transaction() as tx:
            late = subscribing.overdue(after, owed.id, now=now)
            _keep(tx, sub, late)
            tx.put(models.invoice_item(owed))
            room.stop_uploads(tx, sub.person_id)
            _tell_unpaid(tx, late, owed, now=now)


def _tell_unpaid(tx: Transaction, sub: Subscription, owed: Invoice, *, now: datetime) -> None:
    told = {"person_id": sub.person_id, "plan": sub.plan.value, "currency": owed.currency, "at": now}
    tx.emit(StorageUnpaid.model_validate({**told, "amount": owed.total.amount, "until": sub.grace_until}))


def _try_again(held: Standing, *, now: datetime) -> None:
    sub = held.subscription
    assert sub.invoice_id is not None
    owed = invoice(sub.invoice_id, person=sub.person_id)
    try:
        _pay(held, owed, now=now)
    except money.UNPAYABLE:
        _wait_or_end(held, owed, now=now)


def _wait_or_end(held: Standing, owed: Invoice, *, now: datetime) -> None:
    sub = held.subscription
    with Transaction() as tx:
        if not subscribing.hopeless(sub, now=now):
            after = subscribing.tried_again(sub, now=now)
            _keep(tx, sub, after)
            if subscribing.reminded(after):
                _tell_unpaid(tx, after, owed, now=now)
            return
        _keep(tx, sub, rules.given_up(sub, now=now))
        lost = replace(owed, state=InvoiceState.UNCOLLECTED)
        tx.put(models.invoice_item(lost), condition=models.still_open())
        room.shrink(tx, sub.person_id, was=held.capacity.limit)
        told = {"person_id": sub.person_id, "plan": sub.plan.value, "currency": owed.currency, "at": now}
        tx.emit(StorageEnded.model_validate({**told, "amount": owed.total.amount}))
