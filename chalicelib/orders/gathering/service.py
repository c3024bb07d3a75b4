"""Orders that are paid and wait for enough others: they go ahead together, or are all called off.

Such an order is as any other but for its state: the goods are out of stock and the money is in its escrow, so
that what becomes of it is one transaction by the rules that all orders have. Its merchant hears of it when it
goes ahead.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from chalicelib.foundation.config import settings
from chalicelib.foundation.money import Money
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings.events import CLOCK
from chalicelib.orders import checkouts, models, moves, rules, service
from chalicelib.orders.checkouts import Item, Selection
from chalicelib.orders.events import OrderPaid
from chalicelib.orders.moves import told
from chalicelib.orders.rules import Action, Actor, CheckoutState, Order, State
from chalicelib.payments import service as payments
from chalicelib.promotions.service import Offer

__all__ = ["Order", "Selection", "State"]


def select(
    buyer: str,
    *,
    listing_id: str,
    variant_id: str,
    usual: Money,
    price: Money,
    offer: Offer,
    address_id: str,
    now: datetime,
) -> Selection:
    """One piece that costs `usual` now, at a price that an offer of its store makes of it. 2 reads.

    Raises ListingNotFound, VariantNotFound, AddressNotFound, StoreClosed, OwnGoods.
    """
    item = Item(listing_id, variant_id, 1, usual.amount, "")
    found = checkouts.select_items(buyer, [item], address_id=address_id, now=now)
    (store_id,) = found.sellers
    return replace(found, offers={store_id: offer}, expected_total=price.amount)


def place(tx: Transaction, buyer: str, selection: Selection, *, pin: str | None, now: datetime) -> Order:
    """Pay for it and let it wait. 9 items and 1 event.

    Raises PinRequired, WrongPin, PinLocked, LimitExceeded, SoldOut, PriceChanged, NotOnSale,
    InsufficientFunds, TotalChanged.
    """
    drafted = checkouts.draft(buyer, selection, state=CheckoutState.PLACED, charge_id=None, now=now)
    (order,) = (replace(one, state=State.GATHERING, due_at=None) for one in drafted.orders)
    checkout = replace(drafted, orders=(order,))
    payments.let_pay(tx, buyer=buyer, amount=checkout.total, pin=pin, at=now)
    checkouts.take(tx, checkout, selection, now)
    tx.put(models.checkout_item(checkout))
    tx.put(models.order_item(order))
    payments.hold(tx, buyer=buyer, sales=[(order.id, order.paid)], at=now)
    return order


def go_ahead(order: Order, *, now: datetime) -> bool:
    """Let an order go ahead, once: from now its merchant's time to ship runs.

    1 transaction of 1 item and 1 event.

    Raises ChangedMeanwhile.
    """
    if order.state is not State.GATHERING:
        return False
    state = rules.transition(order.state, Action.GO_AHEAD, Actor.CLOCK)
    after = replace(order, state=state, due_at=now + timedelta(days=settings().ship_within_days))
    with Transaction() as tx:
        moves.advance(tx, order, after)
        tx.emit(OrderPaid.model_validate(told(after) | {"at": now}))
    return True


def call_off(order: Order, *, now: datetime) -> bool:
    """Call an order off, once: its buyer has all her money back. 1 transaction. Raises ChangedMeanwhile."""
    if order.state is not State.GATHERING:
        return False
    rules.transition(order.state, Action.AUTO_CANCEL, Actor.CLOCK)
    service.call_off(order, Actor.CLOCK, now, by=CLOCK)
    return True
