"""Leaving what was agreed on for its checkout, and paying the balance of what was begun by a deposit.

Whoever lets two sides agree (on a quotation) reserves the goods at their price and leaves a bargain here
under the same reference; a checkout of that reference freezes it in the order. From then on it is an order
like any other: its escrow, its parcels, its refunds are.
"""

from __future__ import annotations

from datetime import datetime

from chalicelib.foundation.config import settings
from chalicelib.foundation.transaction import Transaction
from chalicelib.orders import moves, rules
from chalicelib.orders.bargains import models
from chalicelib.orders.bargains.rules import Bargain
from chalicelib.orders.events import OrderPaid
from chalicelib.orders.rules import Action, Order
from chalicelib.payments import service as payments

__all__ = ["Bargain"]

BALANCE = "balance"
"""The name of an order's second payment."""


def leave(tx: Transaction, bargain: Bargain) -> None:
    """Leave a bargain for the checkout of what was agreed on, in the agreement's transaction: 1 item."""
    tx.put(models.bargain_item(bargain))


def pay_balance(order_id: str, *, buyer: str, pin: str | None, now: datetime) -> Order:
    """Pay the rest of an order that was begun with a deposit, from the wallet: it is shipped next.

    1 read, 1 transaction of 9 items and 1 event; with a PIN 1 read and 2 items more. Raises OrderNotFound,
    NotPermitted, WrongState, PinRequired, WrongPin, PinLocked, LimitExceeded, InsufficientFunds,
    ChangedMeanwhile.
    """
    order, _ = moves.about_to(order_id, Action.PAY_BALANCE, buyer)
    with Transaction() as tx:
        payments.let_pay(tx, buyer=buyer, amount=order.balance, pin=pin, at=now)
        paid = note_paid(tx, order, now=now)
        payments.hold(tx, buyer=buyer, sales=[(order.id, order.balance)], step=BALANCE, at=now)
        return tx.result(paid)


def note_paid(tx: Transaction, order: Order, *, now: datetime) -> Order:
    """Note that an order's balance is in its escrow: 1 item and 1 event. On commit raises ChangedMeanwhile.

    From now the merchant's time to ship runs.
    """
    paid = rules.balance_paid(order, usual=settings().ship_within_days, now=now)
    moves.advance(tx, order, paid)
    tx.emit(OrderPaid.model_validate(moves.told(order) | {"at": now}))
    return paid
