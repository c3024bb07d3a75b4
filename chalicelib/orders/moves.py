"""Reading an order for somebody who may do something with it, and moving it on.

An order has a version that grows with each move, and every move demands the version that was read: of two
moves at one instant one wins, and the other one is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from pynamodb.expressions.update import Action as Update

from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.orders import models, referrals, rules
from chalicelib.orders.errors import OrderNotFound
from chalicelib.orders.models import OrderItem
from chalicelib.orders.rules import Action, Actor, Order
from chalicelib.stores import service as stores
from chalicelib.stores.errors import NotPermitted
from chalicelib.stores.service import Scope


def load(order_id: str) -> Order:
    """An order. 1 read. Raises OrderNotFound."""
    order: Order | None = read_together([models.order_want(order_id)])[0]
    if order is None:
        raise OrderNotFound
    return order


def actor_of(order: Order, caller: str, scope: Scope) -> Actor:
    """What a person is to an order: its merchant also who works in the store and has the scope.

    Who bought it is its buyer, even if she works there. No read for buyer and merchant, else 1.
    Raises OrderNotFound, NotPermitted.
    """
    if actor := order.actor(caller):
        return actor
    store_id, owner = order.seller.store_id, order.seller.merchant_id
    stores.permit(caller, scope, store_id=store_id, owner=owner, otherwise=OrderNotFound)
    return Actor.MERCHANT


def about_to(
    order_id: str, action: Action, caller: str, scope: Scope = Scope.ORDERS_READ
) -> tuple[Order, Actor]:
    """An order with which a person may do this now; `scope` is what staff needs for it. 1 read, for staff 2.

    Raises OrderNotFound; NotPermitted when it is never hers to do; WrongState, RefundOpen when it isn't
    possible now.
    """
    order = load(order_id)
    actor = actor_of(order, caller, scope)
    if not rules.may_ever(action, actor):
        raise NotPermitted(f"It isn't for the {actor} of an order to {action} it.")
    rules.transition(order.state, action, actor)
    rules.refused_while_open(order, action)
    return order, actor


def advance(tx: Transaction, before: Order, after: Order, more: Sequence[Update] = ()) -> None:
    """Move an order on, provided that nobody moved it since it was read: 1 item.

    Where a promoter waits for her part of it, she is told: 1 item and 1 event more. On commit raises
    ChangedMeanwhile.
    """
    tx.update(
        models.order_key(before),
        [*models.moving(before, after), *more],
        condition=OrderItem.version == before.version,
        otherwise=ChangedMeanwhile,
    )
    referrals.follow(tx, before, after)


def told(order: Order) -> dict[str, object]:
    """What every event about an order tells."""
    return {
        "order_id": order.id,
        "buyer_id": order.buyer_id,
        "merchant_id": order.seller.merchant_id,
        "store_name": order.seller.store_name,
        "total": order.total.amount,
        "currency": order.total.currency,
        "summary": order.lines[0].title,
    }
