"""The rules of orders: who may move one from which state to which, and how a cart becomes orders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from chalicelib.foundation.money import Money, portion, total
from chalicelib.orders.errors import ExtendedBefore, MixedCurrencies, WrongState

MOST_LINES = 30
MOST_STORES = 10
"""Within DynamoDB's 100 items a transaction: 30 listings, 10 orders of 6 items, and 4 for all together."""


class State(StrEnum):
    """Where an order is."""

    PAID = "paid"
    """The money waits in escrow and the merchant must ship."""
    SHIPPED = "shipped"
    COMPLETED = "completed"
    """The buyer has the goods and the merchant has the money."""
    CANCELLED = "cancelled"
    """The buyer has her money back."""


class Action(StrEnum):
    """What can be done to an order."""

    SHIP = "ship"
    CONFIRM = "confirm"
    AUTO_CONFIRM = "auto_confirm"
    EXTEND = "extend"
    CANCEL = "cancel"


class Actor(StrEnum):
    """Who does it."""

    BUYER = "buyer"
    MERCHANT = "merchant"
    CLOCK = "clock"


MOVES: Mapping[tuple[State, Action], tuple[State, frozenset[Actor]]] = {
    (State.PAID, Action.SHIP): (State.SHIPPED, frozenset({Actor.MERCHANT})),
    (State.PAID, Action.CANCEL): (State.CANCELLED, frozenset({Actor.BUYER, Actor.MERCHANT})),
    (State.SHIPPED, Action.CONFIRM): (State.COMPLETED, frozenset({Actor.BUYER})),
    (State.SHIPPED, Action.AUTO_CONFIRM): (State.COMPLETED, frozenset({Actor.CLOCK})),
    (State.SHIPPED, Action.EXTEND): (State.SHIPPED, frozenset({Actor.BUYER})),
}
"""The whole life of an order: the state and the action, the state after it and who may do it."""


def transition(state: State, action: Action, actor: Actor) -> State:
    """The state after an action. Raises WrongState."""
    after, actors = MOVES.get((state, action), (None, frozenset()))
    if after is None or actor not in actors:
        raise WrongState(f"An order that is {state} can't be told to {action} by its {actor}.")
    return after


def may_ever(action: Action, actor: Actor) -> bool:
    """Is there a state in which this is for her to do?"""
    return any(actor in actors for (_, what), (_, actors) in MOVES.items() if what is action)


@dataclass(frozen=True, slots=True)
class Line:
    """So many of one variant, with the price at which they are ordered."""

    id: str
    listing_id: str
    variant_id: str
    store_id: str
    title: str
    variant_title: str
    price: Money
    quantity: int
    note: str

    @property
    def amount(self) -> Money:
        """What the line costs."""
        return self.price * self.quantity


@dataclass(frozen=True, slots=True)
class Cart:
    """What a buyer has put aside. `version` counts its changes."""

    lines: tuple[Line, ...]
    version: int


@dataclass(frozen=True, slots=True)
class Seller:
    """Whose store an order is from, as it was when the order was placed."""

    store_id: str
    store_name: str
    merchant_id: str
    currency: str


@dataclass(frozen=True, slots=True)
class Destination:
    """Where an order goes, as the buyer's address was when she ordered."""

    recipient: str
    phone: str
    country: str
    region: str
    region_name: str
    street: str
    postal_code: str
    rural: bool


@dataclass(frozen=True, slots=True)
class Order:
    """What one buyer bought of one store in one checkout."""

    id: str
    checkout_id: str
    buyer_id: str
    seller: Seller
    lines: tuple[Line, ...]
    total: Money
    fee: Money
    """The platform's commission, frozen when the order is placed."""
    destination: Destination
    state: State
    placed_at: datetime
    shipped_at: datetime | None = None
    completed_at: datetime | None = None
    cancelled_at: datetime | None = None
    auto_confirm_at: datetime | None = None
    extended: bool = False

    def actor(self, person_id: str) -> Actor | None:
        """What a person is to this order; None: nothing."""
        if person_id == self.buyer_id:
            return Actor.BUYER
        return Actor.MERCHANT if person_id == self.seller.merchant_id else None


class CheckoutState(StrEnum):
    """How far a checkout is."""

    AWAITING_PAYMENT = "awaiting_payment"
    PLACED = "placed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Checkout:
    """One payment for one order of each store: the order group."""

    id: str
    buyer_id: str
    state: CheckoutState
    order_ids: tuple[str, ...]
    orders: tuple[Order, ...]
    total: Money
    charge_id: str | None
    """The payment it waits for; None when it is paid from the wallet."""
    reason: str | None
    created_at: datetime
    expires_at: datetime


def split_by_store(
    lines: Sequence[Line],
    sellers: Mapping[str, Seller],
    *,
    fee_basis_points: int,
    order_ids: Mapping[str, str],
    checkout_id: str,
    buyer_id: str,
    destination: Destination,
    now: datetime,
) -> tuple[Order, ...]:
    """One order for each store, in the order in which their first lines stand. Raises MixedCurrencies."""
    if len({line.price.currency for line in lines}) > 1:
        raise MixedCurrencies(field="lines")
    by_store: dict[str, list[Line]] = {}
    for line in lines:
        by_store.setdefault(line.store_id, []).append(line)
    orders = []
    for store_id, own in by_store.items():
        amount = total([line.amount for line in own], own[0].price.currency)
        orders.append(
            Order(
                id=order_ids[store_id],
                checkout_id=checkout_id,
                buyer_id=buyer_id,
                seller=sellers[store_id],
                lines=tuple(own),
                total=amount,
                fee=portion(amount, fee_basis_points),
                destination=destination,
                state=State.PAID,
                placed_at=now,
            )
        )
    return tuple(orders)


def extended(order: Order, by: timedelta) -> datetime:
    """Until when the buyer may take to confirm, once extended. Raises WrongState, ExtendedBefore."""
    transition(order.state, Action.EXTEND, Actor.BUYER)
    if order.extended or order.auto_confirm_at is None:
        raise ExtendedBefore
    return order.auto_confirm_at + by
