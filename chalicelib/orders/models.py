"""The orders table: carts, checkouts and orders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from pynamodb.attributes import (
    BooleanAttribute,
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UnicodeSetAttribute,
    UTCDateTimeAttribute,
)
from pynamodb.expressions.condition import Condition, size
from pynamodb.expressions.update import Action as Update
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from chalicelib.foundation import clock
from chalicelib.foundation import due as due_index
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.orders.bargains.rules import Bargain
from chalicelib.orders.rules import (
    MOST_WAITING,
    Cart,
    Checkout,
    CheckoutState,
    Destination,
    Discount,
    Line,
    LineTax,
    Order,
    Queue,
    Referral,
    Seller,
    State,
    queue_of,
)


class CartItem(Item):
    """A buyer's cart, whole: one item, so that a checkout empties it with one change. Key: buyer, `cart`."""

    class Meta(Item.Meta):
        table_name = table("orders")

    lines = JSONAttribute()
    version = NumberAttribute()

    def cart(self) -> Cart:
        """What the business knows of it."""
        return Cart(tuple(line_of(row) for row in self.lines), int(self.version))


class CheckoutItem(Item):
    """A checkout. Key: its id, `checkout`."""

    class Meta(Item.Meta):
        table_name = table("orders")

    buyer_id = UnicodeAttribute()
    state = UnicodeAttribute()
    total = NumberAttribute()
    currency = UnicodeAttribute()
    order_ids = JSONAttribute()
    waiting = JSONAttribute(null=True)
    """The orders that will be placed once they are paid; gone when they are."""
    charge_id = UnicodeAttribute(null=True)
    reason = UnicodeAttribute(null=True)
    created_at = UTCDateTimeAttribute()
    closes_at = UTCDateTimeAttribute()

    def checkout(self) -> Checkout:
        """What the business knows of it; a placed one's orders are read by their ids."""
        return Checkout(
            id=self.pk,
            buyer_id=self.buyer_id,
            state=CheckoutState(self.state),
            order_ids=tuple(self.order_ids),
            orders=tuple(order_of(row) for row in self.waiting or ()),
            total=Money(int(self.total), self.currency),
            charge_id=self.charge_id,
            reason=self.reason,
            created_at=self.created_at,
            expires_at=self.closes_at,
        )


class WaitingItem(Item):
    """Which of a buyer's checkouts wait for their payment. Key: `waiting#` and her id, `waiting`."""

    class Meta(Item.Meta):
        table_name = table("orders")

    checkouts = UnicodeSetAttribute(null=True)
    """Until when each waits, and its id."""

    def waiting(self) -> dict[str, datetime]:
        """Until when each waits, by its id."""
        marks = (mark.split(" ") for mark in self.checkouts or ())
        return {checkout_id: clock.moment(until) for until, checkout_id in marks}


class OfBuyer(GlobalSecondaryIndex["OrderItem"]):
    """A buyer's orders, by age."""

    class Meta:
        index_name = "of_buyer"
        projection = KeysOnlyProjection()

    buyer_id = UnicodeAttribute(hash_key=True)
    id = UnicodeAttribute(range_key=True)


class OfStore(GlobalSecondaryIndex["OrderItem"]):
    """A store's orders, by age."""

    class Meta:
        index_name = "of_store"
        projection = KeysOnlyProjection()

    store_id = UnicodeAttribute(hash_key=True)
    id = UnicodeAttribute(range_key=True)


class InQueue(GlobalSecondaryIndex["OrderItem"]):
    """A store's orders by what there is to do about them, then by age."""

    class Meta:
        index_name = "in_queue"
        projection = KeysOnlyProjection()

    queue = UnicodeAttribute(hash_key=True)
    id = UnicodeAttribute(range_key=True)


class Due(GlobalSecondaryIndex["OrderItem"]):
    """Orders and refunds by when the clock acts for whoever doesn't. Sparse: others aren't in it."""

    class Meta:
        index_name = "by_due"
        projection = KeysOnlyProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    due_at = UnicodeAttribute(range_key=True)


class OrderItem(Item):
    """An order. Key: its id, `order`. `facts` never change after it is placed."""

    class Meta(Item.Meta):
        table_name = table("orders")

    id = UnicodeAttribute()
    buyer_id = UnicodeAttribute()
    store_id = UnicodeAttribute()
    facts = JSONAttribute()
    state = UnicodeAttribute()
    shipped_at = UTCDateTimeAttribute(null=True)
    completed_at = UTCDateTimeAttribute(null=True)
    cancelled_at = UTCDateTimeAttribute(null=True)
    refunded_at = UTCDateTimeAttribute(null=True)
    refunded = NumberAttribute(default=0)
    balance_paid_at = UTCDateTimeAttribute(null=True)
    promised_at = UTCDateTimeAttribute(null=True)
    time_left = NumberAttribute(null=True)
    """Seconds."""
    refund_ids = JSONAttribute(null=True)
    open_refund = UnicodeAttribute(null=True)
    version = NumberAttribute(default=1)
    extended = BooleanAttribute(default=False)
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)
    queue = UnicodeAttribute(null=True)

    of_buyer = OfBuyer()
    of_store = OfStore()
    in_queue = InQueue()
    due = Due()

    def order(self) -> Order:
        """What the business knows of it."""
        return order_of(
            self.facts,
            state=State(self.state),
            shipped_at=self.shipped_at,
            completed_at=self.completed_at,
            cancelled_at=self.cancelled_at,
            refunded_at=self.refunded_at,
            balance_paid_at=self.balance_paid_at,
            promised_at=self.promised_at,
            refunded=Money(int(self.refunded), self.facts["total"]["currency"]),
            due_at=clock.moment(self.due_at) if self.due_at else None,
            time_left=None if self.time_left is None else timedelta(seconds=int(self.time_left)),
            extended=bool(self.extended),
            refund_ids=tuple(self.refund_ids or ()),
            open_refund=self.open_refund,
            version=int(self.version),
        )


def line_row(line: Line) -> dict[str, Any]:
    """A line as it is stored."""
    return asdict(line)


def line_of(row: dict[str, Any]) -> Line:
    """A stored line. One from before there were sales has no regular price beside its price."""
    prices = {name: Money(**row.get(name, row["price"])) for name in ("price", "regular_price")}
    off = {name: Money(**row[name]) if row.get(name) else None for name in ("promotion", "coupon")}
    tax = {**row["tax"], "amount": Money(**row["tax"]["amount"])} if row.get("tax") else None
    return Line(**{**row, **prices, **off, "tax": LineTax(**tax) if tax else None})


def facts_of(order: Order) -> dict[str, Any]:
    """What never changes of an order, as it is stored."""
    return {
        "id": order.id,
        "checkout_id": order.checkout_id,
        "buyer_id": order.buyer_id,
        "seller": asdict(order.seller),
        "lines": [line_row(line) for line in order.lines],
        "total": asdict(order.total),
        "fee": asdict(order.fee),
        "payment_fee": asdict(order.payment_fee),
        "destination": asdict(order.destination),
        "placed_at": clock.stamp(order.placed_at),
        "discounts": [asdict(discount) for discount in order.discounts],
        **({"referral": asdict(order.referral)} if order.referral else {}),
        "bargain": asdict(order.bargain) if order.bargain else None,
        "deposit": asdict(order.deposit) if order.deposit else None,
    }


def order_of(facts: dict[str, Any], **moving: Any) -> Order:
    """A stored order: its facts, and what has happened since (nothing: it was just placed)."""
    begun = State.DEPOSITED if facts.get("deposit") else State.PAID
    now: dict[str, Any] = {"state": begun, "refunded": Money.zero(facts["total"]["currency"])} | moving
    return Order(
        id=facts["id"],
        checkout_id=facts["checkout_id"],
        buyer_id=facts["buyer_id"],
        seller=Seller(**facts["seller"]),
        lines=tuple(line_of(row) for row in facts["lines"]),
        total=Money(**facts["total"]),
        fee=Money(**facts["fee"]),
        payment_fee=Money(**facts["payment_fee"]),
        destination=Destination(**facts["destination"]),
        placed_at=clock.moment(facts["placed_at"]),
        discounts=tuple(_discount(row) for row in facts.get("discounts", ())),
        referral=_referral(facts["referral"]) if "referral" in facts else None,
        bargain=Bargain(**facts["bargain"]) if facts.get("bargain") else None,
        deposit=Money(**facts["deposit"]) if facts.get("deposit") else None,
        **now,
    )


def _discount(row: dict[str, Any]) -> Discount:
    return Discount(**{**row, "amount": Money(**row["amount"])})


def _referral(row: dict[str, Any]) -> Referral:
    return Referral(**{**row, "amount": Money(**row["amount"])})


def order_item(order: Order) -> OrderItem:
    """A new order as it is stored."""
    return OrderItem(
        pk=order.id,
        sk="order",
        id=order.id,
        buyer_id=order.buyer_id,
        store_id=order.seller.store_id,
        facts=facts_of(order),
        state=order.state.value,
        queue=queue_key(order.seller.store_id, queue_of(order.state, order.open_refund)),
        due_shard=due_index.shard("order", order.id) if order.due_at else None,
        due_at=clock.stamp(order.due_at) if order.due_at else None,
    )


def checkout_item(checkout: Checkout) -> CheckoutItem:
    """A new checkout as it is stored."""
    waiting = checkout.state is CheckoutState.AWAITING_PAYMENT
    return CheckoutItem(
        pk=checkout.id,
        sk="checkout",
        buyer_id=checkout.buyer_id,
        state=checkout.state.value,
        total=checkout.total.amount,
        currency=checkout.total.currency,
        order_ids=list(checkout.order_ids),
        waiting=[facts_of(order) for order in checkout.orders] if waiting else None,
        charge_id=checkout.charge_id,
        created_at=checkout.created_at,
        closes_at=checkout.expires_at,
    )


def queue_key(store_id: str, queue: Queue) -> str:
    """Under which key a store's orders are of which the same must be done."""
    return f"{store_id}#{queue}"


def order_key(order: Order) -> OrderItem:
    """The item to update, known by its key alone."""
    return OrderItem(pk=order.id, sk="order")


def checkout_want(checkout_id: str) -> Want[Checkout]:
    """A checkout to be read."""
    return Want(CheckoutItem, checkout_id, "checkout", CheckoutItem.checkout)


def waiting_want(buyer_id: str) -> Want[dict[str, datetime]]:
    """Until when a buyer's checkouts wait for their payment."""
    return Want(WaitingItem, f"waiting#{buyer_id}", "waiting", WaitingItem.waiting)


def waiting_key(buyer_id: str) -> WaitingItem:
    """The item to update, known by its key alone."""
    return WaitingItem(pk=f"waiting#{buyer_id}", sk="waiting")


def one_waits_more(
    seen: Mapping[str, datetime], still: Mapping[str, datetime], checkout: Checkout
) -> tuple[list[Update], Condition]:
    """The change that notes one more, and that there is room for it.

    Where some of those `seen` needn't be noted `still`, nobody else may have come between.
    """
    marks, new = WaitingItem.checkouts, {_mark(checkout.id, checkout.expires_at)}
    if len(still) == len(seen):
        return [marks.add(new)], marks.does_not_exist() | (size(marks) < MOST_WAITING)
    return [marks.set(_marks(still) | new)], marks == _marks(seen)


def waits_no_more(checkout: Checkout) -> list[Update]:
    """The change that forgets one, whether it was noted or not."""
    return [WaitingItem.checkouts.delete({_mark(checkout.id, checkout.expires_at)})]


def _marks(waiting: Mapping[str, datetime]) -> set[str]:
    return {_mark(checkout_id, until) for checkout_id, until in waiting.items()}


def _mark(checkout_id: str, until: datetime) -> str:
    return f"{clock.stamp(until)} {checkout_id}"


def order_want(order_id: str) -> Want[Order]:
    """An order to be read."""
    return Want(OrderItem, order_id, "order", OrderItem.order)


def moving(before: Order, after: Order) -> list[Update]:
    """The change that makes a stored order the one `after`: what of it can change, and does."""
    item = OrderItem
    values: list[tuple[Any, Any, Any]] = [
        (item.state, before.state.value, after.state.value),
        (item.shipped_at, before.shipped_at, after.shipped_at),
        (item.completed_at, before.completed_at, after.completed_at),
        (item.cancelled_at, before.cancelled_at, after.cancelled_at),
        (item.refunded_at, before.refunded_at, after.refunded_at),
        (item.balance_paid_at, before.balance_paid_at, after.balance_paid_at),
        (item.promised_at, before.promised_at, after.promised_at),
        (item.refunded, before.refunded.amount, after.refunded.amount),
        (item.time_left, _seconds(before.time_left), _seconds(after.time_left)),
        (item.extended, before.extended, after.extended),
        (item.refund_ids, list(before.refund_ids), list(after.refund_ids)),
        (item.open_refund, before.open_refund, after.open_refund),
    ]
    changes = [
        attribute.remove() if new is None else attribute.set(new)
        for attribute, old, new in values
        if old != new
    ]
    queues = [queue_of(order.state, order.open_refund) for order in (before, after)]
    if queues[0] is not queues[1]:
        changes.append(item.queue.set(queue_key(after.seller.store_id, queues[1])))
    if before.due_at != after.due_at:
        changes += due(OrderItem, "order", after.id, after.due_at)
    return [*changes, item.version.set(before.version + 1)]


def _seconds(time: timedelta | None) -> int | None:
    return None if time is None else int(time.total_seconds())


def due(item: Any, what: str, id_: str, at: datetime | None) -> list[Update]:
    """The change that puts an order or a refund into the clock's hands at a time, or out of them."""
    if at is None:
        return [item.due_shard.remove(), item.due_at.remove()]
    return [item.due_shard.set(due_index.shard(what, id_)), item.due_at.set(clock.stamp(at))]


def due_ids(what: str, now: datetime, *, limit: int) -> list[list[str]]:
    """What is due, the longest first: the ids of each shard. A query for each of 4 shards."""
    found = due_index.by_shard(OrderItem.due, OrderItem.due_at, what, now, limit=limit)
    return [[key.pk for key in keys] for keys in found]


def cart_want(buyer_id: str) -> Want[Cart]:
    """A buyer's cart to be read."""
    return Want(CartItem, f"cart#{buyer_id}", "cart", CartItem.cart)


def cart_item(buyer_id: str, cart: Cart) -> CartItem:
    """A cart as it is stored."""
    return CartItem(
        pk=f"cart#{buyer_id}",
        sk="cart",
        lines=[line_row(line) for line in cart.lines],
        version=cart.version,
    )
