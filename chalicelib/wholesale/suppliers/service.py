"""Being a supplier: applying, being judged, and the record that is counted as things happen.

Every figure is counted once, in the transaction of what it counts or by an event: showing it costs one read,
however old the supplier is.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from chalicelib.foundation import paging
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.orders import service as orders
from chalicelib.stores import service as stores
from chalicelib.stores.service import Scope
from chalicelib.wholesale.errors import NotASupplier, SupplierNotFound
from chalicelib.wholesale.events import SupplierJudged
from chalicelib.wholesale.suppliers import models, rules
from chalicelib.wholesale.suppliers.models import SupplierItem
from chalicelib.wholesale.suppliers.rules import (
    Party,
    Record,
    Supplier,
    SupplierAction,
    SupplierState,
)

Shown = tuple[Supplier, Record]


def apply(store_id: str, *, person: str, since: int, about: str, now: datetime) -> Shown:
    """Ask to be verified as a supplier, also again after a refusal. 1 read, 1 transaction of 1 item.

    Raises StoreNotFound, NotPermitted, BadYear, WrongSupplierState, ChangedMeanwhile.
    """
    rules.refuse_future(since, now=now)
    store, staff, before, record = read_together(
        [
            *stores.wants(store_id, person),
            models.supplier_want(store_id),
            models.record_want(store_id),
        ]
    )
    store = stores.checked(store, staff, person=person, scope=Scope.STORE_EDIT)
    state = (
        rules.transition(before.state, SupplierAction.APPLY, Party.STORE) if before else SupplierState.APPLIED
    )
    wish = Supplier(store_id, store.owner_id, store.name, since, about, state, now)
    with Transaction() as tx:
        return models.keep(tx, wish, before=before), record or Record()


def show(store_id: str) -> Shown:
    """A verified supplier with its record, for everybody. 1 read. Raises SupplierNotFound."""
    supplier, record = read_together([models.supplier_want(store_id), models.record_want(store_id)])
    if supplier is None or supplier.state is not SupplierState.VERIFIED:
        raise SupplierNotFound
    return supplier, record or Record()


def own(store_id: str, *, person: str) -> Shown:
    """What became of one's store as a supplier. 1 read.

    Raises StoreNotFound, NotPermitted, SupplierNotFound.
    """
    store, staff, supplier, record = read_together(
        [*stores.wants(store_id, person), models.supplier_want(store_id), models.record_want(store_id)]
    )
    stores.checked(store, staff, person=person, scope=Scope.STORE_READ)
    if supplier is None:
        raise SupplierNotFound
    return supplier, record or Record()


def applications(*, limit: int, cursor: str | None) -> Page[Shown]:
    """Who waits to be verified, the longest first, for operators. 1 query, 1 read."""
    keys = paging.query(SupplierItem.opened, models.APPLIED, limit=limit, cursor=cursor, newest_first=False)
    found = read_together([models.supplier_want(key.pk) for key in keys.items]) if keys.items else []
    return Page([(one, Record()) for one in found if one], keys.cursor)


def judge(store_id: str, action: SupplierAction, *, reason: str, now: datetime) -> Shown:
    """Decide about a supplier, as an operator. 1 read, 1 transaction of 1 item and 1 event.

    Raises SupplierNotFound, WrongSupplierState, ChangedMeanwhile.
    """
    before, record = read_together([models.supplier_want(store_id), models.record_want(store_id)])
    if before is None:
        raise SupplierNotFound
    state = rules.transition(before.state, action, Party.OPERATOR)
    verified_at = before.verified_at or (now if state is SupplierState.VERIFIED else None)
    with Transaction() as tx:
        wish = replace(before, state=state, verified_at=verified_at, reason=reason)
        after = models.keep(tx, wish, before=before)
        tx.emit(
            SupplierJudged(
                at=now,
                person_id=before.owner_id,
                title=before.store_name,
                store_id=store_id,
                state=state.value,
                reason=reason,
            )
        )
        return tx.result((after, record or Record()))


def demand_verified(supplier: Supplier | None) -> None:
    """Is a supplier that was read verified? Raises NotASupplier."""
    if supplier is None or supplier.state is not SupplierState.VERIFIED:
        raise NotASupplier(field="store_id")


def note_completed(order_id: str) -> None:
    """Count that a buyer completed an order: her first of a store, or her second. 2 reads, 1 transaction.

    However often it is told, and in whatever order: a third changes nothing. Raises ChangedMeanwhile.
    """
    order = orders.heard_of(order_id)
    store_id, buyer = order.seller.store_id, order.buyer_id
    (known,) = read_together([models.customer_want(store_id, buyer)])
    if known and (order_id in known or known[1]):
        return
    with Transaction() as tx:
        count = models.count_second if known else models.count_first
        count(tx, store_id, buyer=buyer, order_id=order_id)
