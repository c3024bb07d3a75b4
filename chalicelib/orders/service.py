"""An order's life after it is placed: shipped, confirmed, extended, called off. Refunds are in `refunds`.

`rules.MOVES` says who may do what when.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from chalicelib.foundation import paging
from chalicelib.foundation.config import settings
from chalicelib.foundation.errors import ChangedMeanwhile, DomainError
from chalicelib.foundation.money import Money
from chalicelib.foundation.observability import log
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import service as listings
from chalicelib.listings.events import CLOCK, Cause
from chalicelib.listings.service import Why
from chalicelib.orders import carts, discounts, models, moves, referrals, rules
from chalicelib.orders.events import (
    DepositEnded,
    OrderCancelled,
    OrderCompleted,
    OrderShipped,
    ParcelMoved,
)
from chalicelib.orders.models import OrderItem
from chalicelib.orders.moves import told
from chalicelib.orders.refunds import service as refunds
from chalicelib.orders.rules import Action, Actor, Line, Order, Queue, State
from chalicelib.payments import service as payments
from chalicelib.promotions.uses import service as uses
from chalicelib.stores import service as stores
from chalicelib.stores.errors import NotPermitted
from chalicelib.stores.service import Scope

__all__ = ["Line", "Order", "State", "order_want"]

order_want = models.order_want

SWEEP_LIMIT = 25
"""The most orders of one shard that one sweep moves."""


def show(order_id: str, *, caller: str) -> Order:
    """An order, for its buyer, its merchant and who works for her. 1 read, for staff 2.

    Raises OrderNotFound, NotPermitted.
    """
    order = moves.load(order_id)
    moves.actor_of(order, caller, Scope.ORDERS_READ)
    return order


def heard_of(order_id: str) -> Order:
    """An order as it is now, for whoever heard of it by an event. 1 read. Raises OrderNotFound."""
    return moves.load(order_id)


def demand_unchanged(tx: Transaction, order: Order) -> None:
    """Demand that nobody moved an order since it was read: 1 item. On commit raises ChangedMeanwhile."""
    tx.check(models.order_key(order), OrderItem.version == order.version, otherwise=ChangedMeanwhile)


def bought(buyer: str, *, limit: int, cursor: str | None) -> Page[Order]:
    """What somebody bought, the newest first. 1 query of an index, 1 read."""
    return _read(paging.query(OrderItem.of_buyer, buyer, limit=limit, cursor=cursor))


def _read(keys: Page[OrderItem]) -> Page[Order]:
    """The index has the keys alone, so that what moves an order needn't change it as well."""
    wants = [models.order_want(key.pk) for key in keys.items]
    return Page(read_together(wants) if wants else [], keys.cursor)


def sold(
    store_id: str, *, person: str, queue: Queue | None = None, limit: int, cursor: str | None
) -> Page[Order]:
    """What a store sold, or what of it waits in one queue, the newest first. 2 reads, 1 query of an index.

    Raises StoreNotFound, NotPermitted.
    """
    stores.permitted(store_id, person=person, scope=Scope.ORDERS_READ)
    index, key = (
        (OrderItem.in_queue, models.queue_key(store_id, queue)) if queue else (OrderItem.of_store, store_id)
    )
    return _read(paging.query(index, key, limit=limit, cursor=cursor))


def for_shipping(order_id: str, *, person: str) -> Order:
    """An order that a person may ship now. 1 read, for staff 2.

    Raises OrderNotFound, NotPermitted, WrongState.
    """
    return moves.about_to(order_id, Action.SHIP, person, Scope.ORDERS_SHIP)[0]


def permit_shipping(order: Order, *, person: str) -> None:
    """May a person ship this order? No read, for staff 1. Raises OrderNotFound, NotPermitted."""
    actor = moves.actor_of(order, person, Scope.ORDERS_SHIP)
    if not rules.may_ever(Action.SHIP, actor):
        raise NotPermitted(f"It isn't for the {actor} of an order to ship it.")


def refuse_shipping(order: Order, *, begun: bool) -> None:
    """May a parcel of this order be sent now? Further ones too once it was `begun`. Raises WrongState."""
    if order.state is not State.SHIPPED or not begun:
        rules.transition(order.state, Action.SHIP, Actor.MERCHANT)


def unship(tx: Transaction, order: Order, *, now: datetime) -> None:
    """Note in shipping's transaction that an order isn't on its way after all: 1 item, or none.

    Whoever ships it has as long as at first. One that is over stays so. Raises RefundOpen; on commit
    ChangedMeanwhile.
    """
    if order.state is not State.SHIPPED:
        return
    rules.refused_while_open(order, Action.UNSHIP)
    state = rules.transition(order.state, Action.UNSHIP, Actor.MERCHANT)
    until = rules.ship_by(order, usual=settings().ship_within_days, now=now)
    moves.advance(tx, order, replace(order, state=state, shipped_at=None, due_at=until))


def mark_shipped(
    tx: Transaction, order: Order, *, courier: str, tracking_number: str, confirm_days: int, now: datetime
) -> Order:
    """Note in shipping's transaction that an order is on its way; from now its time to confirm runs.

    1 item and 1 event. On commit raises ChangedMeanwhile.
    """
    inspect_days = order.bargain.inspect_days if order.bargain else 0
    until = now + timedelta(days=max(confirm_days, inspect_days))
    shipped = replace(order, state=State.SHIPPED, shipped_at=now, promised_at=order.promise, due_at=until)
    moves.advance(tx, order, shipped)
    facts = told(order) | {"at": now, "courier": courier, "tracking_number": tracking_number}
    tx.emit(OrderShipped.model_validate(facts))
    return shipped


def all_of(order_ids: Sequence[str]) -> list[Order]:
    """Orders by their ids, for a domain that acts in their name. 1 read."""
    return [order for order in read_together([models.order_want(one) for one in order_ids]) if order]


def tell_of_parcel(
    tx: Transaction, order: Order, *, status: str, courier: str, tracking_number: str, now: datetime
) -> None:
    """Tell in shipping's transaction what became of an order's parcel. 1 event."""
    facts = told(order) | {"at": now, "status": status, "courier": courier}
    tx.emit(ParcelMoved.model_validate(facts | {"tracking_number": tracking_number}))


def note_delivery(tx: Transaction, order: Order, *, at: datetime) -> None:
    """Note in shipping's transaction that an order came: from then its time to confirm runs. 1 item, or none.

    On commit raises ChangedMeanwhile.
    """
    days = order.bargain.inspect_days if order.bargain else settings().auto_confirm_days
    days += settings().extension_days if order.extended else 0
    _confirm_anew(tx, order, at=at, days=days)


def note_trouble(tx: Transaction, order: Order, *, at: datetime) -> None:
    """Note in shipping's transaction that an order may never come: its buyer has time to ask for her money.

    1 item, or none. On commit raises ChangedMeanwhile.
    """
    _confirm_anew(tx, order, at=at, days=settings().followed_confirm_days)


def _confirm_anew(tx: Transaction, order: Order, *, at: datetime, days: int) -> None:
    later = rules.confirmed_later(order, at=at, to_confirm=timedelta(days=days))
    if later != order:
        moves.advance(tx, order, later)


def confirm_receipt(order_id: str, *, buyer: str, now: datetime) -> Order:
    """Confirm that the goods came: the merchant is paid in the same step. 2 reads, 1 transaction.

    A refund that was being negotiated is given up by it. Raises OrderNotFound, NotPermitted, WrongState,
    ChangedMeanwhile, SplitsChanged.
    """
    order, _ = moves.about_to(order_id, Action.CONFIRM, buyer)
    return _complete(order, by=Actor.BUYER, now=now)


def _complete(order: Order, *, by: Actor, now: datetime) -> Order:
    """1 read, 1 transaction of 14 items at most, and 5 more for each split instruction."""
    return payments.heeding(
        order.seller.merchant_id,
        order.total.currency,
        lambda instructions: _settle(order, instructions, by, now),
    )


def _settle(order: Order, instructions: payments.Instructions, by: Actor, now: datetime) -> Order:
    completed = rules.completed(order, now=now)
    with Transaction() as tx:
        if order.open_refund:
            refunds.close(tx, order.open_refund)
        moves.advance(tx, order, completed)
        earned = payments.settle_sale(tx, referrals.sale_of(order), instructions, at=now)
        facts = told(order) | {"at": now, "earned": earned.amount, "by": by.value}
        tx.emit(OrderCompleted.model_validate(facts))
        return tx.result(completed)


def act_due(now: datetime) -> int:
    """Act for those whose time is over; answers how many orders moved.

    What was shipped is confirmed, what wasn't, or isn't paid in full, is called off. For each of 4 shards a
    query and a read; for each order due 1 transaction, to confirm 1 read more. One that fails is left for the
    next sweep and doesn't hold up the others.
    """
    moved = 0
    for due in models.due_ids("order", now, limit=SWEEP_LIMIT):
        orders = read_together([models.order_want(order_id) for order_id in due]) if due else []
        moved += sum(_act_for_absent(order, now) for order in orders)
    return moved


def _act_for_absent(order: Order, now: datetime) -> bool:
    if order.due_at is None or order.due_at > now:
        return False  # it moved since the index was read
    try:
        if order.state in (State.PAID, State.DEPOSITED):
            action = Action.AUTO_CANCEL if order.state is State.PAID else Action.LAPSE
            rules.transition(order.state, action, Actor.CLOCK)
            call_off(order, Actor.CLOCK, now, by=CLOCK)
        else:
            rules.transition(order.state, Action.AUTO_CONFIRM, Actor.CLOCK)
            _complete(order, by=Actor.CLOCK, now=now)
        return True
    except DomainError:
        log.exception("the clock couldn't move an order", extra={"order_id": order.id})
        return False


def extend(order_id: str, *, buyer: str) -> Order:
    """Give the buyer some days more to confirm, once. 1 read, 1 transaction of 1 item.

    Raises OrderNotFound, NotPermitted, WrongState, ExtendedBefore, RefundOpen, ChangedMeanwhile.
    """
    order, _ = moves.about_to(order_id, Action.EXTEND, buyer)
    until = rules.extended(order, timedelta(days=settings().extension_days))
    longer = replace(order, due_at=until, extended=True)
    with Transaction() as tx:
        moves.advance(tx, order, longer)
        return tx.result(longer)


def cancel(order_id: str, *, caller: str, now: datetime) -> Order:
    """Call an order off before it is shipped: the money and the goods go back, and what coupons it used.

    Of a deposit its merchant keeps what the bargain says, if the buyer calls it off. 1 read, for staff 2, and
    1 more if she keeps anything, 1 transaction. Raises OrderNotFound, NotPermitted, WrongState,
    ChangedMeanwhile, SplitsChanged.
    """
    order, actor = moves.about_to(order_id, Action.CANCEL, caller, Scope.ORDERS_CANCEL)
    return call_off(order, actor, now, by=caller)


def call_off(order: Order, actor: Actor, now: datetime, *, by: str) -> Order:
    """Call an order off: money, goods and uses of coupons go back. 1 transaction. Raises ChangedMeanwhile."""
    kept = rules.forfeited(order, actor)
    if not kept.amount:
        return _called_off(order, kept, None, actor=actor, by=by, now=now)
    return payments.heeding(
        order.seller.merchant_id,
        order.total.currency,
        lambda instructions: _called_off(order, kept, instructions, actor=actor, by=by, now=now),
    )


def _called_off(
    order: Order,
    kept: Money,
    instructions: payments.Instructions | None,
    *,
    actor: Actor,
    by: str,
    now: datetime,
) -> Order:
    back = order.left - kept
    cancelled = replace(
        order,
        state=State.CANCELLED,
        cancelled_at=now,
        promised_at=order.promise,
        refunded=order.refunded + back,
        due_at=None,
    )
    with Transaction() as tx:
        moves.advance(tx, order, cancelled)
        why = Why(Cause.CANCELLED, by, now, order.id)
        listings.return_stock(tx, [carts.agreed(line) for line in order.lines], why=why)
        if instructions is None:
            payments.give_back(tx, referrals.sale_of(order), refund_id=order.id, amount=back, at=now)
        else:
            part = (order.id, back) if back.amount else None
            payments.settle_sale(tx, referrals.sale_of(order), instructions, refund=part, at=now)
        uses.take_back(tx, discounts.uses_of([order]), buyer=order.buyer_id)
        tx.emit(_ended(order, back=back, kept=kept, by=actor, now=now))
        return tx.result(cancelled)


def _ended(
    order: Order, *, back: Money, kept: Money, by: Actor, now: datetime
) -> OrderCancelled | DepositEnded:
    """What is told of an order that is called off: one never paid in full was no sale to anybody."""
    facts = told(order) | {"at": now, "by": by.value}
    if order.state is State.DEPOSITED:
        return DepositEnded.model_validate(facts | {"back": back.amount, "kept": kept.amount})
    return OrderCancelled.model_validate(facts)
