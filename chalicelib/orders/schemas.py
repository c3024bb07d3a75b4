"""What the orders' API takes and answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import combinations
from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, JsonValue, StringConstraints, model_validator

from chalicelib.foundation.http import Schema
from chalicelib.foundation.money import Money
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import Amount, MoneyView, PageQuery
from chalicelib.foundation.text import prose
from chalicelib.orders.bargains.rules import Bargain
from chalicelib.orders.carts import LineNow
from chalicelib.orders.quotes import Quote, StoreQuote
from chalicelib.orders.rules import (
    MOST_LINES,
    MOST_STORES,
    Checkout,
    CheckoutState,
    Discount,
    Line,
    LineTax,
    Order,
    Queue,
    State,
    TaxTotal,
)

Id = Annotated[str, StringConstraints(min_length=1, max_length=40)]
Quantity = Annotated[int, Field(ge=1, le=9999)]
Note = Annotated[str, prose(200)]


CouponCode = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]{4,20}$")]
Coupons = Annotated[list[CouponCode], Field(max_length=MOST_STORES)]
"""The codes of coupons; of each store one can be used."""


class SoldQuery(PageQuery):
    """Which page of what a store sold, and of which queue; without one, of all."""

    queue: Queue | None = None


class NewLine(Schema):
    """Goods for the cart. `note` tells the merchant something, such as an engraving."""

    listing_id: Id
    variant_id: Id
    quantity: Quantity
    note: Note = ""


class LineChange(Schema):
    """How many one wants now, at today's price."""

    quantity: Quantity


class ItemToBuy(Schema):
    """Goods to buy at once. `price` is the price of one piece that the buyer saw, in minor units."""

    listing_id: Id
    variant_id: Id
    quantity: Quantity
    price: Amount
    note: Note = ""


_SOURCES: dict[str, JsonValue] = {
    "line_ids": {"type": "array"},
    "items": {"type": "array"},
    "offer_id": {"type": "string"},
}
_SEVERAL: dict[str, JsonValue] = {
    "anyOf": [
        {"required": [one, other], "properties": {one: _SOURCES[one], other: _SOURCES[other]}}
        for one, other in combinations(_SOURCES, 2)
    ]
}


class NewCheckout(Schema):
    """What to buy, where to, and from what money.

    Without `line_ids`, `items` and `offer_id` the whole cart is bought; with one of the latter two the cart
    isn't touched. An offer or a quotation that was accepted (`offer_id`) is bought as it was agreed on, once:
    where a deposit was agreed on, that is all that is paid now.
    From the wallet it is bought at once; from the gateway once POST /checkouts/{checkout_id}/complete or
    the gateway's notice has told that it is paid.
    """

    model_config = ConfigDict(json_schema_extra={"not": _SEVERAL})

    address_id: Id
    pay_from: Literal["wallet", "gateway"] = "wallet"
    line_ids: Annotated[list[Id], Field(min_length=1, max_length=MOST_LINES)] | None = None
    items: Annotated[list[ItemToBuy], Field(min_length=1, max_length=MOST_LINES)] | None = None
    offer_id: Id | None = None
    coupons: Coupons = []
    expected_total: Amount | None = Field(
        None, description="What it must cost, in minor units; where it costs something else it is refused."
    )
    referral: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.-]{1,400}$")] | None = Field(
        None,
        description="The visit over a promoter's link that one came by, as `/r/{code}` gave it. One that "
        "doesn't count is passed over.",
    )
    pin: Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")] | None = Field(
        None,
        description="One's payment PIN, if one has set it and pays from the wallet.",
        json_schema_extra={"writeOnly": True},
    )

    @model_validator(mode="after")
    def _either(self) -> Self:
        if sum(one is not None for one in (self.line_ids, self.items, self.offer_id)) > 1:
            raise ValueError("give one of line_ids, items and offer_id")
        return self


class Completion(Schema):
    """The gateway's payment method to pay a checkout with."""

    method: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_]{1,60}$")]


class CartLineView(Schema):
    """A line of the cart: its price when it was put there and now, and what stands in the way.

    `regular_price` is what it costs when there is no sale.
    """

    id: str
    listing_id: str
    variant_id: str
    store_id: str
    title: str
    variant_title: str
    price: MoneyView
    price_now: MoneyView
    regular_price: MoneyView
    quantity: int
    note: str
    problem: str | None
    cover: str | None = Field(None, description="The path of its photo, below the API's address.")

    @classmethod
    def of(cls, now: LineNow, /) -> Self:
        """Shape the answer."""
        line = now.line
        return cls(
            id=line.id,
            listing_id=line.listing_id,
            variant_id=line.variant_id,
            store_id=line.store_id,
            title=line.title,
            variant_title=line.variant_title,
            price=MoneyView.of(line.price),
            price_now=MoneyView.of(now.price),
            regular_price=MoneyView.of(now.regular_price),
            quantity=line.quantity,
            note=line.note,
            problem=now.problem,
            cover=_photo_of(line),
        )


class CartView(Schema):
    """What a buyer has put aside."""

    lines: list[CartLineView]

    @classmethod
    def of(cls, lines: Sequence[LineNow], /) -> Self:
        """Shape the answer."""
        return cls(lines=[CartLineView.of(line) for line in lines])


class LineTaxView(Schema):
    """The tax of a line: its rate in basis points, and whether the price holds it or it comes on top."""

    rate: int
    included: bool
    amount: MoneyView

    @classmethod
    def of(cls, tax: LineTax, /) -> Self:
        """Shape the answer."""
        return cls(rate=tax.rate, included=tax.included, amount=MoneyView.of(tax.amount))


class TaxTotalView(Schema):
    """The tax of all lines of one rate, in basis points: of how much, and how much went back with refunds."""

    rate: int
    included: bool
    base: MoneyView
    amount: MoneyView
    refunded: MoneyView

    @classmethod
    def of(cls, one: TaxTotal, /) -> Self:
        """Shape the answer."""
        return cls(
            rate=one.rate,
            included=one.included,
            base=MoneyView.of(one.base),
            amount=MoneyView.of(one.amount),
            refunded=MoneyView.of(one.refunded),
        )


class LineView(Schema):
    """A line of an order: its `amount` is so many pieces at their `price`, its `net` what is paid for it.

    Between lie what the store's promotion and a coupon take off, and tax that isn't in the price; the order's
    total is the sum of the nets.
    """

    id: str
    listing_id: str
    variant_id: str
    title: str
    variant_title: str
    price: MoneyView
    regular_price: MoneyView
    quantity: int
    amount: MoneyView
    promotion: MoneyView
    coupon: MoneyView
    tax: LineTaxView | None
    net: MoneyView
    note: str
    cover: str | None = Field(None, description="The path of its photo, below the API's address.")

    @classmethod
    def of(cls, line: Line, /) -> Self:
        """Shape the answer."""
        return cls(
            id=line.id,
            listing_id=line.listing_id,
            variant_id=line.variant_id,
            title=line.title,
            variant_title=line.variant_title,
            price=MoneyView.of(line.price),
            regular_price=MoneyView.of(line.regular_price),
            quantity=line.quantity,
            amount=MoneyView.of(line.amount),
            promotion=_off(line.promotion, line),
            coupon=_off(line.coupon, line),
            tax=LineTaxView.of(line.tax) if line.tax else None,
            net=MoneyView.of(line.net),
            note=line.note,
            cover=_photo_of(line),
        )


def _photo_of(line: Line) -> str | None:
    return f"/media/{line.cover}" if line.cover else None


def _off(part: Money | None, line: Line) -> MoneyView:
    return MoneyView.of(part or Money.zero(line.price.currency))


class DiscountView(Schema):
    """A promotion that applied to an order; with a `code` it is a coupon. `amount` is taken off its lines."""

    promotion_id: str
    title: str
    code: str | None
    amount: MoneyView

    @classmethod
    def of(cls, one: Discount, /) -> Self:
        """Shape the answer."""
        return cls(
            promotion_id=one.promotion_id, title=one.title, code=one.code, amount=MoneyView.of(one.amount)
        )


class NewQuote(Schema):
    """What of one's cart to reckon (without `line_ids`: all of it), and with which coupons."""

    line_ids: Annotated[list[Id], Field(min_length=1, max_length=MOST_LINES)] | None = None
    coupons: Coupons = []


class StoreQuoteView(Schema):
    """What the goods of one store cost together: the sum of the lines' nets."""

    store_id: str
    store_name: str
    lines: list[LineView]
    discounts: list[DiscountView]
    taxes: list[TaxTotalView]
    total: MoneyView

    @classmethod
    def of(cls, one: StoreQuote, /) -> Self:
        """Shape the answer."""
        return cls(
            store_id=one.store_id,
            store_name=one.store_name,
            lines=[LineView.of(line) for line in one.lines],
            discounts=[DiscountView.of(discount) for discount in one.discounts],
            taxes=[TaxTotalView.of(tax) for tax in one.taxes],
            total=MoneyView.of(one.total),
        )


class CouponCheck(Schema):
    """A coupon that was named, and the code of what stands in its way; null: nothing."""

    code: str
    problem: str | None
    detail: str | None


class QuoteView(Schema):
    """What one's cart costs now. What can't be bought is `left_out`; `total` is null for mixed currencies.

    Give it as `expected_total` to POST /checkouts, and nothing else is ever paid.
    """

    stores: list[StoreQuoteView]
    left_out: list[CartLineView]
    coupons: list[CouponCheck]
    total: MoneyView | None

    @classmethod
    def of(cls, quote: Quote, /) -> Self:
        """Shape the answer."""
        return cls(
            stores=[StoreQuoteView.of(one) for one in quote.stores],
            left_out=[CartLineView.of(one) for one in quote.left_out],
            coupons=[
                CouponCheck(
                    code=code,
                    problem=problem.code if problem else None,
                    detail=problem.detail if problem else None,
                )
                for code, problem in quote.coupons
            ],
            total=MoneyView.of(quote.total) if quote.total else None,
        )


class DestinationView(Schema):
    """Where an order goes."""

    recipient: str
    phone: str
    country: str
    region: str
    region_name: str
    street: str
    postal_code: str
    rural: bool


class BargainView(Schema):
    """What was agreed on besides the price, frozen with the order; shares are in basis points.

    The deposit is a share of the whole, what is forfeited one of the deposit: the merchant keeps that if the
    buyer doesn't pay the balance or calls the order off.
    """

    agreement: str
    deposit: int
    balance_days: int
    forfeit: int
    ship_days: int
    inspect_days: int

    @classmethod
    def of(cls, bargain: Bargain, /) -> Self:
        """Shape the answer."""
        return cls.model_validate(bargain, from_attributes=True)


class OrderView(Schema):
    """An order. `paid` is what its buyer has paid so far, `balance` what she has not."""

    id: str
    checkout_id: str
    store_id: str
    store_name: str
    state: State
    lines: list[LineView]
    discounts: list[DiscountView]
    taxes: list[TaxTotalView]
    total: MoneyView
    fee: MoneyView
    payment_fee: MoneyView
    refunded: MoneyView
    paid: MoneyView
    balance: MoneyView
    bargain: BargainView | None
    destination: DestinationView
    placed_at: datetime
    balance_due_at: datetime | None
    ship_by: datetime | None
    shipped_at: datetime | None
    auto_confirm_at: datetime | None
    extended: bool
    completed_at: datetime | None
    cancelled_at: datetime | None
    refunded_at: datetime | None
    open_refund: str | None
    """The refund that is being negotiated; the time to confirm stands still as long."""

    @classmethod
    def of(cls, order: Order, /) -> Self:
        """Shape the answer."""
        return cls(
            id=order.id,
            checkout_id=order.checkout_id,
            store_id=order.seller.store_id,
            store_name=order.seller.store_name,
            state=order.state,
            lines=[LineView.of(line) for line in order.lines],
            discounts=[DiscountView.of(one) for one in order.discounts],
            taxes=[TaxTotalView.of(one) for one in order.taxes],
            total=MoneyView.of(order.total),
            fee=MoneyView.of(order.fee),
            payment_fee=MoneyView.of(order.payment_fee),
            refunded=MoneyView.of(order.refunded),
            paid=MoneyView.of(order.paid),
            balance=MoneyView.of(order.balance),
            bargain=BargainView.of(order.bargain) if order.bargain else None,
            destination=DestinationView.model_validate(order.destination, from_attributes=True),
            placed_at=order.placed_at,
            balance_due_at=order.balance_due_at,
            ship_by=order.ship_by,
            shipped_at=order.shipped_at,
            auto_confirm_at=order.auto_confirm_at,
            extended=order.extended,
            completed_at=order.completed_at,
            cancelled_at=order.cancelled_at,
            refunded_at=order.refunded_at,
            open_refund=order.open_refund,
        )


class OrdersView(Schema):
    """Some orders, the newest first."""

    items: list[OrderView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Order], /) -> Self:
        """Shape the answer."""
        return cls(items=[OrderView.of(order) for order in page.items], cursor=page.cursor)


class CheckoutView(Schema):
    """A checkout: one payment, and an order for each store."""

    id: str
    state: CheckoutState
    reason: str | None
    total: MoneyView
    charge_id: str | None
    orders: list[OrderView]
    created_at: datetime
    expires_at: datetime

    @classmethod
    def of(cls, checkout: Checkout, /) -> Self:
        """Shape the answer."""
        return cls(
            id=checkout.id,
            state=checkout.state,
            reason=checkout.reason,
            total=MoneyView.of(checkout.total),
            charge_id=checkout.charge_id,
            orders=[OrderView.of(order) for order in checkout.orders],
            created_at=checkout.created_at,
            expires_at=checkout.expires_at,
        )
