"""What a supplier does with its yearly plan: look at it, take another one, pay what couldn't be paid.

Whatever changes a membership is one transaction: the membership by its version, the invoice and the money. So
a change or a renewal is paid once or not at all. While a renewal waits for its money the plan goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from chalicelib.foundation import ids, paging, subscribing
from chalicelib.foundation.errors import ChangedMeanwhile, DomainError
from chalicelib.foundation.money import Money
from chalicelib.foundation.observability import log
from chalicelib.foundation.paging import Page
from chalicelib.foundation.subscribing import InvoiceState, SubscriptionState
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments.subscriptions import service as money
from chalicelib.payments.subscriptions.service import Subscribed
from chalicelib.stores import service as stores
from chalicelib.stores.errors import NotPermitted
from chalicelib.stores.service import Scope, Store
from chalicelib.wholesale.errors import MembershipUnpaid, NoMembershipOwed, SameMembership
from chalicelib.wholesale.events import (
    MembershipChanged,
    MembershipEnded,
    MembershipLapsing,
    MembershipRenewed,
)
from chalicelib.wholesale.memberships import models, rules
from chalicelib.wholesale.memberships.models import MembershipInvoiceItem, MembershipItem
from chalicelib.wholesale.memberships.rules import PLANS, Invoice, Line, Membership, Plan, Tier
from chalicelib.wholesale.suppliers import models as suppliers
from chalicelib.wholesale.suppliers import service as supplying
from chalicelib.wholesale.suppliers.rules import Supplier, SupplierState

_AT_ONCE = 25
"""How many memberships of each shard one sweep looks at."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A supplier's membership, what it has used of it, and what the other plans cost this second."""

    membership: Membership
    answered: int
    """Open requests, this month."""
    at: datetime

    @property
    def changes(self) -> Sequence[tuple[Plan, tuple[Line, ...]]]:
        """Each other plan, and what changing to it costs; none while an invoice isn't paid."""
        one = self.membership
        if one.state is SubscriptionState.OVERDUE:
            return []
        others = [plan for plan in PLANS.values() if plan.tier is not one.tier]
        return [(plan, rules.change_lines(one, plan.tier, now=self.at)) for plan in others]


def standing(store_id: str, *, person: str, now: datetime) -> Standing:
    """A store's membership, for who opened the store. 1 read. Raises StoreNotFound, NotPermitted."""
    store, staff, one, answered = read_together(
        [
            *stores.wants(store_id, person),
            models.membership_want(store_id),
            models.answers_want(store_id, now),
        ]
    )
    store = _own(stores.checked(store, staff, person=person, scope=Scope.STORE_READ), person)
    return Standing(one or Membership(store_id, store.owner_id), answered or 0, now)


def _own(checked: Store, person: str) -> Store:
    """Her wallet pays, so staff may not, whatever else they may. Raises NotPermitted."""
    if checked.owner_id != person:
        raise NotPermitted("Only who opened the store decides about its plan.")
    return checked


def take(store_id: str, tier: Tier, *, person: str, now: datetime) -> Standing:
    """Have another plan from this second on; what is left of the old one is given back.

    1 read, 1 transaction of at most 8 items and 1 event. Raises StoreNotFound, NotPermitted, NotASupplier,
    MembershipUnpaid, SameMembership; on commit InsufficientFunds, AccountFrozen, ChangedMeanwhile.
    """
    store, staff, supplier, found, answered = read_together(
        [
            *stores.wants(store_id, person),
            suppliers.supplier_want(store_id),
            models.membership_want(store_id),
            models.answers_want(store_id, now),
        ]
    )
    store = _own(stores.checked(store, staff, person=person, scope=Scope.STORE_READ), person)
    before = found or Membership(store_id, store.owner_id)
    if before.state is SubscriptionState.OVERDUE:
        raise MembershipUnpaid
    if before.tier is tier:
        raise SameMembership(field="tier")
    if tier is not Tier.FREE:
        supplying.demand_verified(supplier)
    after = rules.changed(before, tier, now=now)
    invoice = _invoice(after, rules.change_lines(before, tier, now=now), now=now)
    with Transaction() as tx:
        models.keep(tx, after, before=before)
        _issue_paid(tx, after, invoice, now=now)
        tx.emit(MembershipChanged.model_validate(_told(after, store.name, invoice.total.amount, now)))
        return tx.result(Standing(after, answered or 0, now))


def _invoice(one: Membership, lines: Sequence[Line], *, now: datetime) -> Invoice:
    """Its id follows from the membership's version, so a year has one, whoever tries to issue it."""
    return Invoice(
        id=ids.derived_at("inv", now, one.store_id, str(one.version)),
        store_id=one.store_id,
        lines=tuple(lines),
        state=InvoiceState.OPEN,
        issued_at=now,
        begins=one.begins,
        ends=one.ends,
    )


def _issue_paid(tx: Transaction, one: Membership, invoice: Invoice, *, now: datetime) -> None:
    """6 items; none where nothing was sold and nothing is given back."""
    if invoice.lines:
        tx.put(models.invoice_item(replace(invoice, state=InvoiceState.PAID, paid_at=now)))
        total = invoice.total
        money.settle(tx, invoice.id, payer=one.payer, amount=total, of=Subscribed.MEMBERSHIP, at=now)


def _told(one: Membership, store_name: str, amount: int, now: datetime) -> dict[str, object]:
    return {
        "at": now,
        "person_id": one.payer,
        "title": store_name,
        "store_id": one.store_id,
        "tier": one.tier.value,
        "amount": amount,
        "currency": rules.CURRENCY,
    }


def invoices(store_id: str, *, person: str, limit: int, cursor: str | None) -> Page[Invoice]:
    """What a store was invoiced for its plans, the newest first. 1 read, 1 query.

    Raises StoreNotFound, NotPermitted, BadCursor.
    """
    store, staff = read_together(stores.wants(store_id, person))
    _own(stores.checked(store, staff, person=person, scope=Scope.STORE_READ), person)
    return invoices_of(store_id, limit=limit, cursor=cursor)


def invoices_of(store_id: str, *, limit: int, cursor: str | None) -> Page[Invoice]:
    """What a store was invoiced, whoever asks. 1 query. Raises BadCursor."""
    within = models.invoices_of_store()
    found = paging.query(MembershipInvoiceItem, store_id, within, limit=limit, cursor=cursor)
    return found.map(MembershipInvoiceItem.invoice)


def pay(store_id: str, *, person: str, now: datetime) -> Standing:
    """Pay the renewal that couldn't be paid; one that is paid stays so.

    1 read, 1 transaction of 8 items and 1 event. Raises StoreNotFound, NotPermitted, NoMembershipOwed; on
    commit InsufficientFunds, AccountFrozen, ChangedMeanwhile.
    """
    store, staff, one, answered = read_together(
        [
            *stores.wants(store_id, person),
            models.membership_want(store_id),
            models.answers_want(store_id, now),
        ]
    )
    store = _own(stores.checked(store, staff, person=person, scope=Scope.STORE_READ), person)
    if one is None or one.tier is Tier.FREE:
        raise NoMembershipOwed
    if one.state is SubscriptionState.ACTIVE:
        return Standing(one, answered or 0, now)
    after = replace(subscribing.recovered(one), owed=0)
    with Transaction() as tx:
        _pay(tx, one, after, store.name, now=now)
        return tx.result(Standing(after, answered or 0, now))


def _pay(tx: Transaction, before: Membership, after: Membership, store_name: str, *, now: datetime) -> None:
    models.keep(tx, after, before=before)
    models.close_invoice(tx, before, InvoiceState.PAID, paid_at=now)
    owed = Money(before.owed, rules.CURRENCY)
    assert before.invoice_id is not None
    money.settle(tx, before.invoice_id, payer=before.payer, amount=owed, of=Subscribed.MEMBERSHIP, at=now)
    _tell_renewed(tx, after, store_name, before.owed, now=now)


def _tell_renewed(tx: Transaction, one: Membership, store_name: str, amount: int, *, now: datetime) -> None:
    told = _told(one, store_name, amount, now) | {"until": one.ends}
    tx.emit(MembershipRenewed.model_validate(told))


def paid_by(person_id: str, *, limit: int, cursor: str | None) -> Page[Membership]:
    """The memberships for which somebody pays, or once paid. 1 query, 1 read."""
    keys = paging.query(MembershipItem.listed, models.list_of_payer(person_id), limit=limit, cursor=cursor)
    found = read_together([models.membership_want(key.pk) for key in keys.items]) if keys.items else []
    return Page([one for one in found if one], keys.cursor)


def renew_due(now: datetime) -> int:
    """Renew what has come to its year's end, and try again what isn't paid; answers how many.

    A query for each of 4 shards; for each membership 1 read, 1 transaction of at most 8 items and 1 event, 2
    if it can't be paid. One that fails is left for the next sweep and doesn't hold up the others.
    """
    return sum(
        _looked_at(store_id, now) for shard in models.due_stores(now, limit=_AT_ONCE) for store_id in shard
    )


def _looked_at(store_id: str, now: datetime) -> bool:
    one, supplier = read_together([models.membership_want(store_id), suppliers.supplier_want(store_id)])
    if one is None or supplier is None or one.due is None or one.due > now:
        return False  # the index was a moment behind
    try:
        if supplier.state is not SupplierState.VERIFIED:
            _end(one, supplier, now)
        elif one.state is SubscriptionState.OVERDUE:
            _try_again(one, supplier, now)
        else:
            _renew(one, supplier, now)
        return True
    except ChangedMeanwhile:
        return False  # she changed it at this instant
    except DomainError:
        log.exception("a supplier's plan wasn't renewed", extra={"store_id": store_id})
        return False


def _renew(one: Membership, supplier: Supplier, now: datetime) -> None:
    after = subscribing.renewed(one, period=rules.YEAR)
    invoice = _invoice(after, rules.price_of(after.plan), now=now)
    amount = invoice.total.amount
    try:
        with Transaction() as tx:
            models.keep(tx, after, before=one)
            _issue_paid(tx, after, invoice, now=now)
            _tell_renewed(tx, after, supplier.store_name, amount, now=now)
    except money.UNPAYABLE:
        late = replace(subscribing.overdue(after, invoice.id, now=now), owed=amount)
        with Transaction() as tx:
            models.keep(tx, late, before=one)
            tx.put(models.invoice_item(invoice))
            _tell_lapsing(tx, late, supplier, now)


def _tell_lapsing(tx: Transaction, one: Membership, supplier: Supplier, now: datetime) -> None:
    told = _told(one, supplier.store_name, one.owed, now) | {"until": one.grace_until}
    tx.emit(MembershipLapsing.model_validate(told))


def _try_again(one: Membership, supplier: Supplier, now: datetime) -> None:
    after = replace(subscribing.recovered(one), owed=0)
    try:
        with Transaction() as tx:
            _pay(tx, one, after, supplier.store_name, now=now)
    except money.UNPAYABLE:
        if subscribing.hopeless(one, now=now):
            return _end(one, supplier, now)
        again = subscribing.tried_again(one, now=now)
        with Transaction() as tx:
            models.keep(tx, again, before=one)
            if subscribing.reminded(again):
                _tell_lapsing(tx, again, supplier, now)


def _end(one: Membership, supplier: Supplier, now: datetime) -> None:
    """The free plan again: it wasn't paid, or who isn't verified any more can't use it."""
    with Transaction() as tx:
        models.keep(tx, rules.changed(one, Tier.FREE, now=now), before=one)
        if one.invoice_id:
            models.close_invoice(tx, one, InvoiceState.UNCOLLECTED, paid_at=None)
        told = _told(one, supplier.store_name, one.owed, now)
        tx.emit(MembershipEnded.model_validate(told))
