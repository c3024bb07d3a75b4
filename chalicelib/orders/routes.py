"""The routes of carts, checkouts and orders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from http import HTTPStatus

from chalicelib.accounts.errors import AddressNotFound
from chalicelib.affiliates import service as affiliates
from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.listings.errors import (
    BelowMinimum,
    ListingNotFound,
    NotInCases,
    NotOnSale,
    PriceChanged,
    ReservationGone,
    ReservationNotFound,
    SoldOut,
    VariantNotFound,
)
from chalicelib.orders import carts, checkouts, prepared, quotes, service
from chalicelib.orders.carts import LineNow
from chalicelib.orders.errors import (
    CartChanged,
    CartEmpty,
    CartFull,
    CheckoutCancelled,
    CheckoutExpired,
    CheckoutFailed,
    CheckoutNotFound,
    CheckoutPaid,
    ExtendedBefore,
    LineNotFound,
    MixedCurrencies,
    OrderNotFound,
    OwnGoods,
    RefundOpen,
    StoreClosed,
    TooManyCheckouts,
    TotalChanged,
    WrongState,
)
from chalicelib.orders.quotes import Quote
from chalicelib.orders.rules import Checkout, Order
from chalicelib.orders.schemas import (
    CartView,
    CheckoutView,
    Completion,
    LineChange,
    NewCheckout,
    NewLine,
    NewQuote,
    OrdersView,
    OrderView,
    QuoteView,
    SoldQuery,
)
from chalicelib.payments.errors import (
    AmountNotSupported,
    CardDeclined,
    GatewayUnavailable,
    InsufficientFunds,
    LimitExceeded,
    PinLocked,
    PinRequired,
    SplitsChanged,
    UnknownMethod,
    WrongPin,
)
from chalicelib.promotions.errors import (
    CouponNotBetter,
    CouponNotFound,
    CouponNotRunning,
    CouponNotTaken,
    CouponThreshold,
    CouponUnfit,
    CouponUsed,
    CouponUsedUp,
    CouponWorthless,
    OneCouponEach,
    PromotionUsedUp,
    TooManyLimited,
)
from chalicelib.stores.errors import NotPermitted, StoreNotFound

bp = Routes(__name__)

COUPON_REFUSALS = (
    CouponNotFound,
    OneCouponEach,
    CouponNotRunning,
    CouponNotTaken,
    CouponUnfit,
    CouponThreshold,
    CouponUsedUp,
    CouponUsed,
    CouponWorthless,
    CouponNotBetter,
    PromotionUsedUp,
    TooManyLimited,
)
"""Why a discount can't be had."""


@bp.get("/cart", answers=CartView)
def show_cart(caller: Caller) -> Sequence[LineNow]:
    """See what is in one's cart, at what price it could be bought now."""
    return carts.show(caller.person_id, now=clock.now())


@bp.post(
    "/cart/lines",
    answers=CartView,
    status=HTTPStatus.CREATED,
    raises=(ListingNotFound, VariantNotFound, SoldOut, CartFull, CartChanged),
)
def add_to_cart(caller: Caller, body: NewLine) -> Sequence[LineNow]:
    """Put goods into one's cart."""
    return carts.add(
        caller.person_id,
        listing_id=body.listing_id,
        variant_id=body.variant_id,
        quantity=body.quantity,
        note=body.note,
        now=clock.now(),
    )


@bp.patch(
    "/cart/lines/{line_id}",
    answers=CartView,
    raises=(LineNotFound, ListingNotFound, NotOnSale, SoldOut, CartChanged),
)
def change_line(line_id: str, caller: Caller, body: LineChange) -> Sequence[LineNow]:
    """Set how many of a line one wants, at today's price."""
    return carts.change(caller.person_id, line_id, quantity=body.quantity, now=clock.now())


@bp.delete("/cart/lines/{line_id}", raises=(LineNotFound, CartChanged))
def remove_line(line_id: str, caller: Caller) -> None:
    """Take a line out of one's cart."""
    carts.remove(caller.person_id, line_id)


@bp.post("/cart/quote", answers=QuoteView, raises=(LineNotFound,))
def quote_cart(caller: Caller, body: NewQuote) -> Quote:
    """See what one's cart would cost, with all that is taken off and some coupons."""
    codes = [code.upper() for code in body.coupons]
    return quotes.quote(caller.person_id, line_ids=body.line_ids, coupons=codes, now=clock.now())


@bp.post(
    "/checkouts",
    answers=CheckoutView,
    status=HTTPStatus.CREATED,
    raises=(
        AddressNotFound,
        CartEmpty,
        CartFull,
        CartChanged,
        LineNotFound,
        ListingNotFound,
        VariantNotFound,
        StoreClosed,
        OwnGoods,
        NotOnSale,
        PriceChanged,
        SoldOut,
        BelowMinimum,
        NotInCases,
        MixedCurrencies,
        PinRequired,
        WrongPin,
        PinLocked,
        LimitExceeded,
        InsufficientFunds,
        TooManyCheckouts,
        ReservationNotFound,
        ReservationGone,
        TotalChanged,
        ChangedMeanwhile,
        *COUPON_REFUSALS,
    ),
)
def check_out(caller: Caller, body: NewCheckout) -> Checkout:
    """Buy one's cart, some of its lines, goods at once, or what was agreed on."""
    buyer, now = caller.person_id, clock.now()
    visit = affiliates.visit_of(body.referral, now=now)
    if body.offer_id is not None:
        selection = checkouts.select_offer(buyer, body.offer_id, address_id=body.address_id, visit=visit)
    elif body.items is not None:
        items = [checkouts.Item(**dict(item)) for item in body.items]
        selection = checkouts.select_items(buyer, items, address_id=body.address_id, visit=visit, now=now)
    else:
        selection = checkouts.select_cart(
            buyer, address_id=body.address_id, line_ids=body.line_ids, visit=visit
        )
    named = tuple(code.upper() for code in body.coupons)
    selection = replace(selection, coupons=named, expected_total=body.expected_total)
    if body.pay_from == "wallet":
        return checkouts.buy(buyer, selection, pin=body.pin, now=now)
    return prepared.prepare(buyer, selection, now=now)


@bp.get("/checkouts/{checkout_id}", answers=CheckoutView, raises=(CheckoutNotFound,))
def show_checkout(checkout_id: str, caller: Caller) -> Checkout:
    """See what became of a checkout."""
    return checkouts.show(checkout_id, buyer=caller.person_id)


@bp.post(
    "/checkouts/{checkout_id}/complete",
    answers=CheckoutView,
    raises=(
        CheckoutNotFound,
        CheckoutExpired,
        CheckoutFailed,
        CheckoutCancelled,
        CardDeclined,
        UnknownMethod,
        AmountNotSupported,
        GatewayUnavailable,
        ChangedMeanwhile,
    ),
)
def complete_checkout(checkout_id: str, caller: Caller, body: Completion) -> Checkout:
    """Pay a checkout at the gateway and place its orders."""
    return prepared.complete(checkout_id, buyer=caller.person_id, method=body.method, now=clock.now())


@bp.post("/checkouts/{checkout_id}/cancel", answers=CheckoutView, raises=(CheckoutNotFound, CheckoutPaid))
def cancel_checkout(checkout_id: str, caller: Caller) -> Checkout:
    """Give up a checkout that isn't paid yet; its goods are free again."""
    return prepared.cancel(checkout_id, buyer=caller.person_id, now=clock.now())


@bp.get("/orders", answers=OrdersView)
def my_orders(caller: Caller, query: PageQuery) -> Page[Order]:
    """List what one bought, the newest first."""
    return service.bought(caller.person_id, limit=query.limit, cursor=query.cursor)


@bp.get("/stores/{store_id}/orders", answers=OrdersView, raises=(StoreNotFound, NotPermitted))
def store_orders(store_id: str, caller: Caller, query: SoldQuery) -> Page[Order]:
    """List what a store sold, the newest first: all of it, or what of it waits in one queue."""
    return service.sold(
        store_id, person=caller.person_id, queue=query.queue, limit=query.limit, cursor=query.cursor
    )


@bp.get("/orders/{order_id}", answers=OrderView, raises=(OrderNotFound, NotPermitted))
def show_order(order_id: str, caller: Caller) -> Order:
    """See an order, as its buyer or its merchant."""
    return service.show(order_id, caller=caller.person_id)


@bp.post(
    "/orders/{order_id}/confirm",
    answers=OrderView,
    raises=(OrderNotFound, NotPermitted, WrongState, ChangedMeanwhile, SplitsChanged),
)
def confirm_receipt(order_id: str, caller: Caller) -> Order:
    """Confirm that the goods came; the merchant is paid at once."""
    return service.confirm_receipt(order_id, buyer=caller.person_id, now=clock.now())


@bp.post(
    "/orders/{order_id}/extend",
    answers=OrderView,
    raises=(OrderNotFound, NotPermitted, WrongState, ExtendedBefore, RefundOpen, ChangedMeanwhile),
)
def extend_order(order_id: str, caller: Caller) -> Order:
    """Take some days more to confirm, once."""
    return service.extend(order_id, buyer=caller.person_id)


@bp.post(
    "/orders/{order_id}/cancel",
    answers=OrderView,
    raises=(OrderNotFound, NotPermitted, WrongState, ChangedMeanwhile),
)
def cancel_order(order_id: str, caller: Caller) -> Order:
    """Call an order off before it is shipped; the buyer gets her money back."""
    return service.cancel(order_id, caller=caller.person_id, now=clock.now())
