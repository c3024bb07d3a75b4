"""The rules of orders: who may move one from which state to which, and how a cart becomes orders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from chalicelib.foundation.money import Money, in_proportion, portion, total
from chalicelib.orders.bargains.rules import Bargain, deposit_of, forfeit_of
from chalicelib.orders.errors import (
    ExtendedBefore,
    MixedCurrencies,
    RefundOpen,
    TooManyCheckouts,
    TooManyRefunds,
    TotalChanged,
    WrongState,
)
from chalicelib.payments.errors import RefundTooLarge

MOST_LINES = 30
MOST_STORES = 8
"""Within DynamoDB's 100 items a transaction: 30 listings, 8 orders of 6 items, 8 for all together, and 2 for
each of the 6 stores at most that give limited discounts."""

MOST_WAITING = 5
"""Checkouts of one buyer that wait for their payment: each holds stock that others can't buy."""

MOST_REFUNDS = 10
"""Of one order."""


class Queue(StrEnum):
    """What a store has to do about an order, as its list is looked through."""

    WAITING = "waiting"
    """Nothing yet: its balance isn't paid, or its group isn't full."""
    TO_SHIP = "to_ship"
    ON_THE_WAY = "on_the_way"
    REFUNDS = "refunds"
    """A refund is being negotiated, whatever else there is to do."""
    DONE = "done"


class State(StrEnum):
    """Where an order is."""

    GATHERING = "gathering"
    """The money waits in escrow, and the order for enough others of a group buy."""
    DEPOSITED = "deposited"
    """Its deposit waits in escrow, and the buyer must pay the balance."""
    PAID = "paid"
    """The money waits in escrow and the merchant must ship."""
    SHIPPED = "shipped"
    COMPLETED = "completed"
    """The buyer has the goods and the merchant has the money."""
    CANCELLED = "cancelled"
    """Called off before it was shipped; the buyer has her money back."""
    REFUNDED = "refunded"
    """The buyer has all her money back after all: no sale."""


class Action(StrEnum):
    """What can be done to an order."""

    GO_AHEAD = "go_ahead"
    """Enough have joined its group."""
    PAY_BALANCE = "pay_balance"
    LAPSE = "lapse"
    """Its balance wasn't paid in time."""
    SHIP = "ship"
    UNSHIP = "unship"
    """Its only parcel was called off before it was fetched."""
    CONFIRM = "confirm"
    AUTO_CONFIRM = "auto_confirm"
    EXTEND = "extend"
    CANCEL = "cancel"
    AUTO_CANCEL = "auto_cancel"
    REFUND = "refund"
    """Give money back: some of it, and the order goes on; or all."""
    DISPUTE = "dispute"
    """Ask for money back."""


class Actor(StrEnum):
    """Who does it."""

    BUYER = "buyer"
    MERCHANT = "merchant"
    CLOCK = "clock"


MOVES: Mapping[tuple[State, Action], tuple[State, frozenset[Actor]]] = {
    (State.GATHERING, Action.GO_AHEAD): (State.PAID, frozenset({Actor.CLOCK})),
    (State.GATHERING, Action.AUTO_CANCEL): (State.CANCELLED, frozenset({Actor.CLOCK})),
    (State.DEPOSITED, Action.PAY_BALANCE): (State.PAID, frozenset({Actor.BUYER})),
    (State.DEPOSITED, Action.CANCEL): (State.CANCELLED, frozenset({Actor.BUYER, Actor.MERCHANT})),
    (State.DEPOSITED, Action.LAPSE): (State.CANCELLED, frozenset({Actor.CLOCK})),
    (State.PAID, Action.SHIP): (State.SHIPPED, frozenset({Actor.MERCHANT})),
    (State.SHIPPED, Action.UNSHIP): (State.PAID, frozenset({Actor.MERCHANT})),
    (State.PAID, Action.CANCEL): (State.CANCELLED, frozenset({Actor.BUYER, Actor.MERCHANT})),
    (State.PAID, Action.AUTO_CANCEL): (State.CANCELLED, frozenset({Actor.CLOCK})),
    (State.PAID, Action.REFUND): (State.PAID, frozenset({Actor.MERCHANT})),
    (State.SHIPPED, Action.CONFIRM): (State.COMPLETED, frozenset({Actor.BUYER})),
    (State.SHIPPED, Action.AUTO_CONFIRM): (State.COMPLETED, frozenset({Actor.CLOCK})),
    (State.SHIPPED, Action.EXTEND): (State.SHIPPED, frozenset({Actor.BUYER})),
    (State.SHIPPED, Action.REFUND): (State.SHIPPED, frozenset({Actor.MERCHANT})),
    (State.SHIPPED, Action.DISPUTE): (State.SHIPPED, frozenset({Actor.BUYER})),
}
"""The whole life of an order: the state and the action, the state after it and who may do it."""


def transition(state: State, action: Action, actor: Actor) -> State:
    """The state after an action. Raises WrongState."""
    after, actors = MOVES.get((state, action), (None, frozenset()))
    if after is None or actor not in actors:
        raise WrongState(f"An order that is {state} can't be told to {action} by its {actor}.")
    return after


_QUEUES = {
    State.GATHERING: Queue.WAITING,
    State.DEPOSITED: Queue.WAITING,
    State.PAID: Queue.TO_SHIP,
    State.SHIPPED: Queue.ON_THE_WAY,
}


def queue_of(state: State, open_refund: str | None) -> Queue:
    """What a store has to do about an order."""
    return Queue.REFUNDS if open_refund else _QUEUES.get(state, Queue.DONE)


def may_ever(action: Action, actor: Actor) -> bool:
    """Is there a state in which this is for her to do?"""
    return any(actor in actors for (_, what), (_, actors) in MOVES.items() if what is action)


@dataclass(frozen=True, slots=True)
class LineTax:
    """The tax of a line: at which rate (in basis points), how much, and whether the price holds it."""

    rate: int
    amount: Money
    included: bool


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
    regular_price: Money
    """What one piece costs when there is no sale."""
    quantity: int
    note: str
    promotion: Money | None = None
    """What the store's promotion takes off it; None: nothing."""
    coupon: Money | None = None
    """What a coupon takes off it."""
    tax: LineTax | None = None
    """None: there is none, or it isn't ordered yet."""
    cover: str | None = None
    """The id of the photo with which the goods were shown."""

    @property
    def amount(self) -> Money:
        """What the line costs before anything is taken off."""
        return self.price * self.quantity

    @property
    def discount(self) -> Money:
        """What is taken off it."""
        return total([one for one in (self.promotion, self.coupon) if one], self.price.currency)

    @property
    def reduced(self) -> Money:
        """What is left of it then: of this the tax is reckoned."""
        return self.amount - self.discount

    @property
    def net(self) -> Money:
        """What the line costs in the end, with tax. An order's total is the sum of its lines' nets."""
        return self.reduced if self.tax is None or self.tax.included else self.reduced + self.tax.amount


@dataclass(frozen=True, slots=True)
class TaxTotal:
    """The tax of all lines of one rate: of how much, and what of it went back with refunds."""

    rate: int
    included: bool
    base: Money
    """What the lines cost without it."""
    amount: Money
    refunded: Money


def tax_totals(lines: Sequence[Line], *, refunded: Money, paid: Money) -> tuple[TaxTotal, ...]:
    """The tax of some lines by rate, the lowest first; of what was `paid` so much was `refunded`."""
    by_rate: dict[tuple[int, bool], list[Line]] = {}
    for line in lines:
        if line.tax:
            by_rate.setdefault((line.tax.rate, line.tax.included), []).append(line)
    totals = []
    for (rate, included), own in sorted(by_rate.items()):
        tax = total([line.tax.amount for line in own if line.tax], paid.currency)
        base = total([line.net for line in own], paid.currency) - tax
        back = in_proportion(tax, part=refunded, whole=paid)
        totals.append(TaxTotal(rate, included, base, tax, back))
    return tuple(totals)


@dataclass(frozen=True, slots=True)
class Discount:
    """A promotion that applied to an order, as it was then; with a code it is a coupon."""

    promotion_id: str
    title: str
    code: str | None
    amount: Money
    total_limit: int | None
    buyer_limit: int | None
    times: int = 1
    """As how many uses it counts: so many pieces of a flash sale."""

    @property
    def limited(self) -> bool:
        """Was its use counted?"""
        return self.total_limit is not None or self.buyer_limit is not None


@dataclass(frozen=True, slots=True)
class Referral:
    """Over whose link the buyer came, and what that brings, frozen when the order is placed."""

    promoter_id: str
    code: str
    amount: Money


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
    payment_fee: Money
    """What the payment gateway costs, frozen too; nothing when it was paid from the wallet."""
    destination: Destination
    state: State
    placed_at: datetime
    refunded: Money
    """What the buyer has got back so far."""
    shipped_at: datetime | None = None
    completed_at: datetime | None = None
    cancelled_at: datetime | None = None
    refunded_at: datetime | None = None
    """When she had got back all of it."""
    due_at: datetime | None = None
    """When the clock acts for whoever doesn't; None: it doesn't run."""
    time_left: timedelta | None = None
    """What was left of the time to confirm when a refund was asked for and the clock stopped."""
    extended: bool = False
    refund_ids: tuple[str, ...] = ()
    open_refund: str | None = None
    """The one that is being negotiated."""
    version: int = 1
    discounts: tuple[Discount, ...] = ()
    """What was taken off its lines."""
    referral: Referral | None = None
    bargain: Bargain | None = None
    """What was agreed on besides the price; None: it is paid and shipped as usual."""
    deposit: Money | None = None
    """What was paid first; None: all of it at once."""
    balance_paid_at: datetime | None = None
    promised_at: datetime | None = None
    """Until when it was to be sent as its buyer was first told; None: it was neither sent nor called off."""

    @property
    def taxes(self) -> tuple[TaxTotal, ...]:
        """Its tax by rate, and what of it went back with refunds."""
        return tax_totals(self.lines, refunded=self.refunded, paid=self.total)

    @property
    def paid(self) -> Money:
        """What the buyer has paid."""
        return self.deposit if self.deposit and not self.balance_paid_at else self.total

    @property
    def balance(self) -> Money:
        """What she has not paid yet."""
        return self.total - self.paid

    @property
    def left(self) -> Money:
        """What is in escrow, as long as it is there."""
        return self.paid - self.refunded

    @property
    def fee_paid(self) -> Money:
        """The platform's commission on what was paid."""
        return in_proportion(self.fee, part=self.paid, whole=self.total) if self.balance.amount else self.fee

    @property
    def balance_due_at(self) -> datetime | None:
        """When it lapses unless its balance is paid."""
        return self.due_at if self.state is State.DEPOSITED else None

    @property
    def ship_by(self) -> datetime | None:
        """When it calls itself off unless it is shipped."""
        return self.due_at if self.state is State.PAID else None

    @property
    def promise(self) -> datetime | None:
        """Until when its buyer was first told that it would be sent: time given anew doesn't count."""
        return self.promised_at or self.ship_by

    @property
    def sent_in_time(self) -> bool | None:
        """Was it sent as promised? None: that isn't known yet, or it was called off before it had to be."""
        if self.promised_at is None:
            return None
        if self.shipped_at:
            return self.shipped_at <= self.promised_at
        return False if self.cancelled_at and self.cancelled_at >= self.promised_at else None

    @property
    def auto_confirm_at(self) -> datetime | None:
        """When it confirms itself."""
        return self.due_at if self.state is State.SHIPPED else None

    @property
    def is_sale(self) -> bool:
        """Is it neither called off nor wholly refunded?"""
        return self.state not in (State.CANCELLED, State.REFUNDED)

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
    CANCELLED = "cancelled"
    """Given up by the buyer before she paid."""


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


def order_of_listing(orders: Sequence[Order]) -> dict[str, str]:
    """Which of a checkout's orders each listing is in: all of a store's goods are in one."""
    return {line.listing_id: order.id for order in orders for line in order.lines}


def refuse_other_total(amount: Money, expected: int | None) -> None:
    """Does it cost what the buyer saw, if she told that? Raises TotalChanged."""
    if expected is not None and amount.amount != expected:
        seen = Money(expected, amount.currency)
        raise TotalChanged(f"This now costs {amount}, not {seen}.", field="expected_total")


def waiting_still(waiting: Mapping[str, datetime], now: datetime) -> dict[str, datetime]:
    """Of open checkouts, by until when they wait, those whose time isn't over. Raises TooManyCheckouts."""
    still = {checkout_id: until for checkout_id, until in waiting.items() if until > now}
    if len(still) >= MOST_WAITING:
        raise TooManyCheckouts
    return still


def refuse_mixed(lines: Sequence[Line]) -> None:
    """What is paid at once is of one currency. Raises MixedCurrencies."""
    if len({line.price.currency for line in lines}) > 1:
        raise MixedCurrencies(field="lines")


def split_by_store(
    lines: Sequence[Line],
    sellers: Mapping[str, Seller],
    *,
    commission: Mapping[str, int],
    payment_fee: int,
    order_ids: Mapping[str, str],
    discounts: Mapping[str, tuple[Discount, ...]],
    checkout_id: str,
    buyer_id: str,
    destination: Destination,
    now: datetime,
) -> tuple[Order, ...]:
    """One order for each store, in the order in which their first lines stand. Raises MixedCurrencies.

    `commission` is in basis points by listing, `payment_fee` in basis points of the whole.
    """
    refuse_mixed(lines)
    by_store: dict[str, list[Line]] = {}
    for line in lines:
        by_store.setdefault(line.store_id, []).append(line)
    orders = []
    for store_id, own in by_store.items():
        amount = total([line.net for line in own], own[0].price.currency)
        orders.append(
            Order(
                id=order_ids[store_id],
                checkout_id=checkout_id,
                buyer_id=buyer_id,
                seller=sellers[store_id],
                lines=tuple(own),
                total=amount,
                fee=_commission(own, commission),
                payment_fee=portion(amount, payment_fee),
                destination=destination,
                state=State.PAID,
                placed_at=now,
                refunded=Money.zero(amount.currency),
                discounts=discounts.get(store_id, ()),
            )
        )
    return tuple(orders)


def _commission(lines: Sequence[Line], basis_points: Mapping[str, int]) -> Money:
    """A percentage of what the goods of each rate cost together, each rounded half up to a minor unit."""
    currency = lines[0].price.currency
    by_rate: dict[int, Money] = {}
    for line in lines:
        rate = basis_points[line.listing_id]
        by_rate[rate] = by_rate.get(rate, Money.zero(currency)) + line.net
    return total([portion(amount, rate) for rate, amount in by_rate.items()], currency)


def agreed(order: Order, bargain: Bargain | None) -> Order:
    """A drafted order as it was agreed on: perhaps a deposit is paid first."""
    if bargain is None:
        return order
    first = deposit_of(bargain, order.total)
    if first is None:
        return replace(order, bargain=bargain)
    fee = in_proportion(order.payment_fee, part=first, whole=order.total)
    return replace(order, bargain=bargain, deposit=first, payment_fee=fee, state=State.DEPOSITED)


def placed(order: Order, *, ship_days: int, now: datetime) -> Order:
    """An order that is placed now: from now the time for its balance runs, or the time to ship it."""
    if order.bargain and order.state is State.DEPOSITED:
        return replace(order, placed_at=now, due_at=now + timedelta(days=order.bargain.balance_days))
    return replace(order, placed_at=now, due_at=ship_by(order, usual=ship_days, now=now))


def ship_by(order: Order, *, usual: int, now: datetime) -> datetime:
    """Until when an order must be shipped that can be shipped from now on."""
    return now + timedelta(days=order.bargain.ship_days if order.bargain else usual)


def balance_paid(order: Order, *, usual: int, now: datetime) -> Order:
    """An order that is paid in full now: from now the merchant's time to ship runs. Raises WrongState."""
    state = transition(order.state, Action.PAY_BALANCE, Actor.BUYER)
    return replace(order, state=state, balance_paid_at=now, due_at=ship_by(order, usual=usual, now=now))


def forfeited(order: Order, actor: Actor) -> Money:
    """What of an order that is called off its merchant keeps: nothing, unless it was agreed on beforehand.

    Whoever doesn't pay the balance, or calls it off as its buyer, loses what the bargain says; who hears
    that it isn't shipped, or is told so by the merchant, loses nothing.
    """
    none = Money.zero(order.total.currency)
    hers = actor is Actor.MERCHANT or (actor is Actor.CLOCK and order.state is State.PAID)
    if order.bargain is None or hers:
        return none
    return min(forfeit_of(order.bargain, order.total), order.left)


_NOT_MEANWHILE = (Action.EXTEND, Action.REFUND, Action.DISPUTE, Action.UNSHIP)


def refused_while_open(order: Order, action: Action) -> None:
    """While a refund is negotiated its order stands still, but for what both sides agree on.

    The buyer may still confirm: that gives her request up. Raises RefundOpen.
    """
    if order.open_refund and action in _NOT_MEANWHILE:
        raise RefundOpen


def after_refund(order: Order, amount: Money, *, now: datetime) -> Order:
    """An order of which so much more was given back: wholly, and it is no sale any more; or it goes on.

    Raises RefundTooLarge.
    """
    if amount.amount <= 0 or order.left < amount:
        raise RefundTooLarge(f"No more than {order.left.decimal()} is left to refund.", field="amount")
    refunded = order.refunded + amount
    if refunded != order.total:
        return replace(order, refunded=refunded)
    return replace(
        order, refunded=refunded, state=State.REFUNDED, refunded_at=now, due_at=None, time_left=None
    )


def refused_too_many(order: Order) -> None:
    """Raises TooManyRefunds."""
    if len(order.refund_ids) >= MOST_REFUNDS:
        raise TooManyRefunds


def completed(order: Order, *, now: datetime) -> Order:
    """An order whose money has been divided. A refund that was negotiated is over."""
    return replace(
        order, state=State.COMPLETED, completed_at=now, due_at=None, time_left=None, open_refund=None
    )


def confirmed_later(order: Order, *, at: datetime, to_confirm: timedelta) -> Order:
    """An order of which its courier told something: from then the time to confirm runs, or stands still."""
    if order.state is not State.SHIPPED:
        return order
    if order.open_refund:
        return replace(order, time_left=to_confirm)
    return replace(order, due_at=at + to_confirm)


LEAST_TIME_LEFT = timedelta(days=1)
"""To look at the goods once a refund came to nothing."""


def paused(order: Order, refund_id: str, *, now: datetime) -> Order:
    """An order for which a refund is negotiated: its time to confirm stands still. Raises TooManyRefunds."""
    refused_too_many(order)
    left = max(order.due_at - now, LEAST_TIME_LEFT) if order.due_at else LEAST_TIME_LEFT
    return replace(
        order, open_refund=refund_id, refund_ids=(*order.refund_ids, refund_id), due_at=None, time_left=left
    )


def resumed(order: Order, *, now: datetime) -> Order:
    """An order whose refund is closed: its time to confirm goes on, if it is still on its way."""
    if order.state is not State.SHIPPED:
        return replace(order, open_refund=None, due_at=None, time_left=None)
    return replace(order, open_refund=None, due_at=now + (order.time_left or LEAST_TIME_LEFT), time_left=None)


def extended(order: Order, by: timedelta) -> datetime:
    """Until when the buyer may take to confirm, once extended. Raises WrongState, ExtendedBefore."""
    transition(order.state, Action.EXTEND, Actor.BUYER)
    if order.extended or order.due_at is None:
        raise ExtendedBefore
    return order.due_at + by
