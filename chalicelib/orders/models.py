"""The orders table: carts, checkouts and orders."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from pynamodb.attributes import (
    BooleanAttribute,
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UTCDateTimeAttribute,
)
from pynamodb.expressions.update import Action as Update
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex

from chalicelib.foundation import clock, ids
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.orders.rules import (
    Cart,
    Checkout,
    CheckoutState,
    Destination,
    Line,
    Order,
    Seller,
    State,
)

DUE_SHARDS = 4


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


class ByBuyer(GlobalSecondaryIndex["OrderItem"]):
    """A buyer's orders, by age."""

    class Meta:
        index_name = "by_buyer"
        projection = AllProjection()

    buyer_id = UnicodeAttribute(hash_key=True)
    id = UnicodeAttribute(range_key=True)


class ByStore(GlobalSecondaryIndex["OrderItem"]):
    """A store's orders, by age."""

    class Meta:
        index_name = "by_store"
        projection = AllProjection()

    store_id = UnicodeAttribute(hash_key=True)
    id = UnicodeAttribute(range_key=True)


class Due(GlobalSecondaryIndex["OrderItem"]):
    """Shipped orders, by when they confirm themselves. Sparse: others aren't in it."""

    class Meta:
        index_name = "due"
        projection = AllProjection()

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
    extended = BooleanAttribute(default=False)
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    by_buyer = ByBuyer()
    by_store = ByStore()
    due = Due()

    def order(self) -> Order:
        """What the business knows of it."""
        return order_of(
            self.facts,
            state=State(self.state),
            shipped_at=self.shipped_at,
            completed_at=self.completed_at,
            cancelled_at=self.cancelled_at,
            auto_confirm_at=clock.moment(self.due_at) if self.due_at else None,
            extended=bool(self.extended),
        )


def line_row(line: Line) -> dict[str, Any]:
    """A line as it is stored."""
    return asdict(line)


def line_of(row: dict[str, Any]) -> Line:
    """A stored line."""
    return Line(**{**row, "price": Money(**row["price"])})


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
        "destination": asdict(order.destination),
        "placed_at": clock.stamp(order.placed_at),
    }


def order_of(facts: dict[str, Any], **moving: Any) -> Order:
    """A stored order: its facts, and what has happened since (nothing: it was just placed)."""
    return Order(
        id=facts["id"],
        checkout_id=facts["checkout_id"],
        buyer_id=facts["buyer_id"],
        seller=Seller(**facts["seller"]),
        lines=tuple(line_of(row) for row in facts["lines"]),
        total=Money(**facts["total"]),
        fee=Money(**facts["fee"]),
        destination=Destination(**facts["destination"]),
        placed_at=clock.moment(facts["placed_at"]),
        **({"state": State.PAID} | moving),
    )


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


def order_key(order: Order) -> OrderItem:
    """The item to update, known by its key alone."""
    return OrderItem(pk=order.id, sk="order")


def checkout_want(checkout_id: str) -> Want[Checkout]:
    """A checkout to be read."""
    return Want(CheckoutItem, checkout_id, "checkout", CheckoutItem.checkout)


def order_want(order_id: str) -> Want[Order]:
    """An order to be read."""
    return Want(OrderItem, order_id, "order", OrderItem.order)


def due(order: Order, at: datetime) -> list[Update]:
    """The change that lets an order confirm itself at a time."""
    return [
        OrderItem.due_shard.set(due_shard(ids.shard(order.id, DUE_SHARDS))),
        OrderItem.due_at.set(clock.stamp(at)),
    ]


def not_due() -> list[Update]:
    """The change that takes an order out of the clock's hands."""
    return [OrderItem.due_shard.remove(), OrderItem.due_at.remove()]


def due_shard(shard: int) -> str:
    """The name of a shard of the due index."""
    return f"order#{shard}"


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
