"""The use cases that are measured: a row of the table each.

A row is a function that takes the cast, prepares what isn't counted, and answers what is to be counted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from bench import cast as casting
from bench.cast import PRICE, Cast
from chalicelib import sweep
from chalicelib.foundation import clock, ids
from chalicelib.foundation.money import Money
from chalicelib.listings import service as listings
from chalicelib.notifications import service as notifications
from chalicelib.orders import carts, checkouts, prepared
from chalicelib.orders import service as orders
from chalicelib.payments import service as payments
from chalicelib.payments import withdrawals
from chalicelib.stores import service as stores
from chalicelib.stores import sharing
from chalicelib.web import service as web

Doing = Callable[[], object]

PAGE = 20
"""How many of a list one asks for, unless one says otherwise."""


@dataclass(frozen=True, slots=True)
class Row:
    """A use case, and how to have it done once."""

    name: str
    prepare: Callable[[Cast], Doing]


def open_store(cast: Cast) -> Doing:
    """A draft under a slug that is free."""
    return partial(
        stores.open_store,
        cast.merchant,
        name=f"梅的新铺 {ids.new('new')[-8:]}",
        currency="CNY",
        time_zone="Asia/Shanghai",
        now=clock.now(),
    )


def list_goods(cast: Cast) -> Doing:
    """Three kinds and three photos, on sale at once."""
    return partial(casting.list_goods, cast.store, cast.photos)


def store_page(cast: Cast) -> Doing:
    """What a visitor over the link sees first."""
    visit = web.Visit("https://guanxi.example", "zh")
    return partial(web.store_page, cast.store.slug, visit, cursor=None)


def listing_page(cast: Cast) -> Doing:
    """What she sees when she taps on goods."""
    visit = web.Visit("https://guanxi.example", "zh")
    return partial(web.listing_page, cast.store.slug, cast.goods[0].id, visit)


def goods_on_sale(cast: Cast) -> Doing:
    """A page of the store's goods for an app."""
    return partial(listings.goods_of, cast.store.id, limit=PAGE, cursor=None)


def follow_link(cast: Cast) -> Doing:
    """What the QR code's address does: count the visit, and lead on."""
    return partial(sharing.follow, cast.link.code)


def add_to_cart(cast: Cast) -> Doing:
    """A first line in an empty cart."""
    buyer = ids.new("per")
    now = clock.now()
    return partial(
        carts.add, buyer, listing_id=cast.goods[0].id, variant_id="v01", quantity=1, note="", now=now
    )


def check_out_one(cast: Cast) -> Doing:
    """A cart of one line, from the wallet."""
    return _check_out(cast, 1)


def check_out_ten(cast: Cast) -> Doing:
    """A cart of ten lines of three stores, from the wallet: three orders."""
    return _check_out(cast, 10)


def _check_out(cast: Cast, lines: int) -> Doing:
    _fill_cart(cast, lines)

    def buy() -> object:
        selection = checkouts.select_cart(cast.buyer, address_id=cast.address, line_ids=None)
        return checkouts.buy(cast.buyer, selection, now=clock.now())

    return buy


def pay_by_gateway(cast: Cast) -> Doing:
    """A cart of one line, prepared, paid at the gateway, and placed."""
    _fill_cart(cast, 1)

    def pay() -> object:
        selection = checkouts.select_cart(cast.buyer, address_id=cast.address, line_ids=None)
        checkout = prepared.prepare(cast.buyer, selection, now=clock.now())
        return prepared.complete(checkout.id, buyer=cast.buyer, method="pm_card_visa", now=clock.now())

    return pay


def _fill_cart(cast: Cast, lines: int) -> None:
    for listing in cast.goods[:lines]:
        carts.add(cast.buyer, listing_id=listing.id, variant_id="v01", quantity=1, note="", now=clock.now())


def ship(cast: Cast) -> Doing:
    """An order of one line is handed to a courier."""
    return partial(casting.ship, cast, cast.order())


def confirm_receipt(cast: Cast) -> Doing:
    """The merchant is paid out of escrow, the platform gets its fee."""
    order = cast.shipped()
    return partial(orders.confirm_receipt, order.id, buyer=cast.buyer, now=clock.now())


def top_up(cast: Cast) -> Doing:
    """A card fills the wallet."""
    amount = Money(PRICE, "CNY")
    return partial(payments.top_up, cast.buyer, amount=amount, method="pm_card_visa", now=clock.now())


def withdraw(cast: Cast) -> Doing:
    """Money leaves the wallet, and the bank pays it."""

    def home() -> object:
        asked = withdrawals.withdraw(
            cast.buyer, amount=Money(PRICE, "CNY"), destination="ba_ok", now=clock.now()
        )
        return withdrawals.pay_out(asked.id, now=clock.now())

    return home


def wallet_entries(cast: Cast) -> Doing:
    """The newest page of the buyer's statement."""
    return partial(payments.wallet_entries, cast.buyer, "CNY", limit=PAGE, cursor=None)


def my_orders(cast: Cast) -> Doing:
    """The newest page of what the buyer bought."""
    return partial(orders.bought, cast.buyer, limit=PAGE, cursor=None)


def store_orders(cast: Cast) -> Doing:
    """The newest page of what the store sold."""
    return partial(orders.sold, cast.store.id, person=cast.merchant, limit=PAGE, cursor=None)


def my_notifications(cast: Cast) -> Doing:
    """The newest page of what the buyer was told."""
    return partial(notifications.of_person, cast.buyer, limit=PAGE, cursor=None)


def sweep_idle(_: Cast) -> Doing:
    """The clock's minute when nothing is due and no crash left anything behind."""

    def look() -> None:
        done = sweep.sweep()
        assert not any(done.values()), f"something was due, or a duty failed: {done}"

    return look


ROWS = (
    Row("Open a store", open_store),
    Row("List goods", list_goods),
    Row("Follow a QR code or link", follow_link),
    Row("Store page", store_page),
    Row("Listing page", listing_page),
    Row("Goods on sale, a page", goods_on_sale),
    Row("Add to cart", add_to_cart),
    Row("Checkout of 1 line", check_out_one),
    Row("Checkout of 10 lines, 3 stores", check_out_ten),
    Row("Checkout paid at the gateway", pay_by_gateway),
    Row("Ship", ship),
    Row("Confirm receipt", confirm_receipt),
    Row("Top up", top_up),
    Row("Withdraw, and pay out", withdraw),
    Row("Wallet entries, a page", wallet_entries),
    Row("My orders, a page", my_orders),
    Row("My store's orders, a page", store_orders),
    Row("Notifications, a page", my_notifications),
    Row("Sweep, nothing due", sweep_idle),
)
