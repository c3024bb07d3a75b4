"""An order's life after it is placed: shipped, confirmed, extended, called off.

`rules.MOVES` says who may do what when.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from pynamodb.expressions.update import Action as Update

from chalicelib.foundation import clock, paging
from chalicelib.foundation.config import settings
from chalicelib.foundation.errors import ChangedMeanwhile, DomainError
from chalicelib.foundation.observability import log
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import service as listings
from chalicelib.orders import carts, models, rules
from chalicelib.orders.checkouts import told
from chalicelib.orders.errors import OrderNotFound
from chalicelib.orders.events import OrderCancelled, OrderCompleted, OrderShipped
from chalicelib.orders.models import OrderItem
from chalicelib.orders.rules import Action, Actor, Order, State
from chalicelib.payments import service as payments
from chalicelib.stores import service as stores
from chalicelib.stores.errors import NotPermitted
from chalicelib.stores.service import Scope

__all__ = ["Order"]

SWEEP_LIMIT = 25
"""The most orders of one shard that one sweep confirms."""


def show(order_id: str, *, caller: str) -> Order:
    """An order, for its buyer, its merchant and who works for her. 1 read, for staff 2.

    Raises OrderNotFound, NotPermitted.
    """
    order = _load(order_id)
    _actor(order, caller, Scope.ORDERS_READ)
    return order


def _load(order_id: str) -> Order:
    order: Order | None = read_together([models.order_want(order_id)])[0]
    if order is None:
        raise OrderNotFound
    return order


def _actor(order: Order, caller: str, scope: Scope) -> Actor:
    """What a person is to an order: its merchant also who works in the store and has the scope.

    Who bought it is its buyer, even if she works there. No read for buyer and merchant, else 1.
    """
    if actor := order.actor(caller):
        return actor
    store_id, owner = order.seller.store_id, order.seller.merchant_id
    stores.permit(caller, scope, store_id=store_id, owner=owner, otherwise=OrderNotFound)
    return Actor.MERCHANT


def bought(buyer: str, *, limit: int, cursor: str | None) -> Page[Order]:
    """What somebody bought, the newest first. 1 query of an index."""
    found = paging.query(OrderItem.by_buyer, buyer, limit=limit, cursor=cursor)
    return found.map(OrderItem.order)


def sold(store_id: str, *, person: str, limit: int, cursor: str | None) -> Page[Order]:
    """What a store sold, the newest first. 1 read, 1 query of an index.

    Raises StoreNotFound, NotPermitted.
    """
    stores.permitted(store_id, person=person, scope=Scope.ORDERS_READ)
    found = paging.query(OrderItem.by_store, store_id, limit=limit, cursor=cursor)
    return found.map(OrderItem.order)


def for_shipping(order_id: str, *, person: str) -> Order:
    """An order that a person may ship now. 1 read, for staff 2.

    Raises OrderNotFound, NotPermitted, WrongState.
    """
    return _about_to(order_id, Action.SHIP, person, Scope.ORDERS_SHIP)


def mark_shipped(
    tx: Transaction, order: Order, *, courier: str, tracking_number: str, now: datetime
) -> Order:
    """Note in shipping's transaction that an order is on its way; from now its time to confirm runs.

    1 item and 1 event. On commit raises ChangedMeanwhile.
    """
    until = now + timedelta(days=settings().auto_confirm_days)
    shipped = replace(order, state=State.SHIPPED, shipped_at=now, auto_confirm_at=until)
    _advance(tx, order, shipped, [OrderItem.shipped_at.set(now), *models.due(order, until)])
    facts = told(order) | {"at": now, "courier": courier, "tracking_number": tracking_number}
    tx.emit(OrderShipped.model_validate(facts))
    return shipped


def confirm_receipt(order_id: str, *, buyer: str, now: datetime) -> Order:
    """Confirm that the goods came: the merchant is paid in the same step. 1 read, 1 transaction.

    Raises OrderNotFound, NotPermitted, WrongState, ChangedMeanwhile.
    """
    order = _about_to(order_id, Action.CONFIRM, buyer)
    return _complete(order, automatic=False, now=now)


def _complete(order: Order, *, automatic: bool, now: datetime) -> Order:
    """1 transaction of 11 items at most."""
    completed = replace(order, state=State.COMPLETED, completed_at=now, auto_confirm_at=None)
    with Transaction() as tx:
        _advance(tx, order, completed, [OrderItem.completed_at.set(now), *models.not_due()])
        payments.release(
            tx,
            order_id=order.id,
            total=order.total,
            fee=order.fee,
            merchant=order.seller.merchant_id,
            at=now,
        )
        earned = (order.total - order.fee).amount
        facts = told(order) | {"at": now, "earned": earned, "automatic": automatic}
        tx.emit(OrderCompleted.model_validate(facts))
        return tx.result(completed)


def confirm_due(now: datetime) -> int:
    """Confirm for the buyers whose time is over; answers how many.

    A query for each of 4 shards, and 1 transaction for each order due. One that fails is left for the
    next sweep and doesn't hold up the others.
    """
    confirmed = 0
    for shard in range(models.DUE_SHARDS):
        found = OrderItem.due.query(
            models.due_shard(shard), OrderItem.due_at <= clock.stamp(now), limit=SWEEP_LIMIT
        )
        for item in found:
            confirmed += _confirm_for_buyer(item.order(), now)
    return confirmed


def _confirm_for_buyer(order: Order, now: datetime) -> bool:
    try:
        rules.transition(order.state, Action.AUTO_CONFIRM, Actor.CLOCK)
        _complete(order, automatic=True, now=now)
        return True
    except DomainError:
        log.exception("not confirmed", extra={"order_id": order.id})
        return False


def extend(order_id: str, *, buyer: str) -> Order:
    """Give the buyer some days more to confirm, once. 1 read, 1 transaction of 1 item.

    Raises OrderNotFound, NotPermitted, WrongState, ExtendedBefore, ChangedMeanwhile.
    """
    order = _about_to(order_id, Action.EXTEND, buyer)
    until = rules.extended(order, timedelta(days=settings().extension_days))
    longer = replace(order, auto_confirm_at=until, extended=True)
    with Transaction() as tx:
        _advance(tx, order, longer, [OrderItem.extended.set(True), *models.due(order, until)])
        return tx.result(longer)


def cancel(order_id: str, *, caller: str, now: datetime) -> Order:
    """Call an order off before it is shipped: the money and the goods go back.

    1 read, for staff 2, 1 transaction. Raises OrderNotFound, NotPermitted, WrongState, ChangedMeanwhile.
    """
    order = _about_to(order_id, Action.CANCEL, caller, Scope.ORDERS_CANCEL)
    cancelled = replace(order, state=State.CANCELLED, cancelled_at=now)
    with Transaction() as tx:
        _advance(tx, order, cancelled, [OrderItem.cancelled_at.set(now)])
        _return_goods(tx, order)
        payments.refund(tx, order_id=order.id, total=order.total, buyer=order.buyer_id, at=now)
        facts = told(order) | {"at": now, "by_buyer": caller == order.buyer_id}
        tx.emit(OrderCancelled.model_validate(facts))
        return tx.result(cancelled)


def _return_goods(tx: Transaction, order: Order) -> None:
    listings.return_stock(tx, [carts.agreed(line) for line in order.lines])


def _about_to(order_id: str, action: Action, caller: str, scope: Scope = Scope.ORDERS_READ) -> Order:
    """An order with which a person may do this now; `scope` is what staff needs for it. 1 read, for staff 2.

    Raises OrderNotFound; NotPermitted when it is never hers to do; WrongState when it isn't possible now.
    """
    order = _load(order_id)
    actor = _actor(order, caller, scope)
    if not rules.may_ever(action, actor):
        raise NotPermitted(f"It isn't for the {actor} of an order to {action} it.")
    rules.transition(order.state, action, actor)
    return order


def _advance(tx: Transaction, before: Order, after: Order, changes: Sequence[Update]) -> None:
    """Move an order on, provided that nobody moved it, or its time to confirm, since it was read."""
    condition = OrderItem.state == before.state.value
    if before.auto_confirm_at:
        condition &= OrderItem.due_at == clock.stamp(before.auto_confirm_at)
    tx.update(
        models.order_key(before),
        [OrderItem.state.set(after.state.value), *changes],
        condition=condition,
        otherwise=ChangedMeanwhile,
    )
