"""Checkout: a cart becomes one order for each store and one payment.

`place` takes the stock, writes the orders, moves the money into their escrows, empties the cart and
tells the merchants, in one transaction: all of it happens or none. A cart of one line costs 2 reads and
1 transaction.

A checkout paid at a gateway is prepared first and placed when the money has come. Whoever learns of the
money first places it, the buyer's own completion or the gateway's notice; whoever comes after finds it
placed. If the goods are gone by then, what was paid stays in the buyer's wallet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from chalicelib.accounts import service as accounts
from chalicelib.foundation import ids
from chalicelib.foundation.config import settings
from chalicelib.foundation.errors import Busy, ChangedMeanwhile, DomainError
from chalicelib.foundation.money import Money, total
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import service as listings
from chalicelib.listings.errors import ListingNotFound
from chalicelib.listings.service import Listing, Wanted
from chalicelib.orders import carts, models, rules
from chalicelib.orders.errors import (
    CartEmpty,
    CartFull,
    CheckoutExpired,
    CheckoutFailed,
    CheckoutNotFound,
    OwnGoods,
    StoreClosed,
)
from chalicelib.orders.events import OrderPaid
from chalicelib.orders.models import CheckoutItem
from chalicelib.orders.moves import told
from chalicelib.orders.rules import Cart, Checkout, CheckoutState, Destination, Line, Order, Seller
from chalicelib.payments import service as payments
from chalicelib.stores import service as stores


@dataclass(frozen=True, slots=True)
class Item:
    """Goods to buy at once, without a cart, at the price (in minor units) that the buyer saw."""

    listing_id: str
    variant_id: str
    quantity: int
    price: int
    note: str


@dataclass(frozen=True, slots=True)
class Selection:
    """What is being checked out, as it was read."""

    lines: Sequence[Line]
    listings: Mapping[str, Listing]
    sellers: Mapping[str, Seller]
    destination: Destination
    cart: Cart | None
    """The cart that it comes from."""


def select_cart(buyer: str, *, address_id: str, line_ids: Sequence[str] | None) -> Selection:
    """The cart's lines, or some of them. 2 reads.

    Raises CartEmpty, LineNotFound, ListingNotFound, AddressNotFound, StoreClosed, OwnGoods.
    """
    (cart,) = read_together([models.cart_want(buyer)])
    if not (lines := carts.chosen(cart, line_ids)):
        raise CartEmpty
    listing_ids = sorted({line.listing_id for line in lines})
    store_ids = sorted({line.store_id for line in lines})
    found = read_together(
        [
            accounts.address_want(buyer, address_id),
            *(listings.listing_want(one) for one in listing_ids),
            *(stores.store_want(one) for one in store_ids),
        ]
    )
    goods, shops = found[1 : 1 + len(listing_ids)], found[1 + len(listing_ids) :]
    return Selection(
        lines=lines,
        listings=_known(listing_ids, goods),
        sellers=_selling(store_ids, shops, buyer),
        destination=_destination(found[0]),
        cart=cart,
    )


def select_items(buyer: str, items: Sequence[Item], *, address_id: str) -> Selection:
    """Goods to buy at once, without the cart. 2 reads.

    Raises ListingNotFound, VariantNotFound, AddressNotFound, StoreClosed, OwnGoods, PriceChanged.
    """
    listing_ids = sorted({item.listing_id for item in items})
    found = read_together(
        [accounts.address_want(buyer, address_id), *(listings.listing_want(one) for one in listing_ids)]
    )
    known = _known(listing_ids, [listings.on_sale(listing) for listing in found[1:]])
    lines = [
        carts.line_from(
            listing := known[item.listing_id],
            variant_id=item.variant_id,
            quantity=item.quantity,
            note=item.note,
            price=Money(item.price, listing.lowest_price.currency),
        )
        for item in items
    ]
    store_ids = sorted({line.store_id for line in lines})
    if len(store_ids) > rules.MOST_STORES:
        raise CartFull(field="lines")
    shops = read_together([stores.store_want(one) for one in store_ids])
    return Selection(lines, known, _selling(store_ids, shops, buyer), _destination(found[0]), None)


def _known(listing_ids: Sequence[str], found: Sequence[Listing | None]) -> dict[str, Listing]:
    if None in found:
        raise ListingNotFound(field="lines")
    return {one: listing for one, listing in zip(listing_ids, found, strict=True) if listing}


def _selling(store_ids: Sequence[str], found: Sequence[stores.Store | None], buyer: str) -> dict[str, Seller]:
    sellers = {}
    for store_id, store in zip(store_ids, found, strict=True):
        if store is None or not store.is_open:
            raise StoreClosed(field="lines")
        if store.owner_id == buyer:
            raise OwnGoods(field="lines")
        sellers[store_id] = Seller(store.id, store.name, store.owner_id, store.currency)
    return sellers


def _destination(address: accounts.Address | None) -> Destination:
    if address is None:
        raise accounts.AddressNotFound(field="address_id")
    return Destination(
        recipient=address.recipient,
        phone=address.phone,
        country=address.country,
        region=address.region,
        region_name=f"{address.province}{address.city}{address.county}",
        street=address.street,
        postal_code=address.postal_code or "",
        rural=address.rural,
    )


def buy(buyer: str, selection: Selection, *, pin: str | None = None, now: datetime) -> Checkout:
    """Place the orders at once, paid from the buyer's wallet. No read, 1 transaction.

    Raises PinRequired, WrongPin, PinLocked, LimitExceeded, SoldOut, PriceChanged, NotOnSale,
    InsufficientFunds, MixedCurrencies, CartChanged.
    """
    checkout = _checkout(buyer, selection, state=CheckoutState.PLACED, charge_id=None, now=now)
    with Transaction() as tx:
        payments.let_pay(tx, buyer=buyer, amount=checkout.total, pin=pin, at=now)
        _take_stock(tx, selection.listings, [carts.wanted(line) for line in selection.lines], now)
        tx.put(models.checkout_item(checkout))
        _place(tx, checkout, now)
        if selection.cart:
            carts.empty(tx, buyer, selection.cart, selection.lines)
        return tx.result(checkout)


def prepare(buyer: str, selection: Selection, *, now: datetime) -> Checkout:
    """Make a checkout that waits for a payment at the gateway. No read, 1 transaction of 3 items.

    Its prices hold until it expires; its stock isn't reserved. The cart is emptied of its lines.
    Raises SoldOut, PriceChanged, NotOnSale, MixedCurrencies, CartChanged.
    """
    for listing in selection.listings.values():
        wanted = [carts.wanted(line) for line in selection.lines if line.listing_id == listing.id]
        listings.sellable(listing, wanted, field="lines")
    checkout = _checkout(
        buyer, selection, state=CheckoutState.AWAITING_PAYMENT, charge_id=ids.new("chg"), now=now
    )
    with Transaction() as tx:
        tx.put(models.checkout_item(checkout))
        payments.begin_charge(
            tx,
            str(checkout.charge_id),
            person_id=buyer,
            amount=checkout.total,
            reference=checkout.id,
            now=now,
            within=timedelta(minutes=settings().checkout_minutes) + payments.SETTLE_WITHIN,
        )
        if selection.cart:
            carts.empty(tx, buyer, selection.cart, selection.lines)
        return tx.result(checkout)


def _checkout(
    buyer: str, selection: Selection, *, state: CheckoutState, charge_id: str | None, now: datetime
) -> Checkout:
    checkout_id = ids.new("chk")
    orders = rules.split_by_store(
        selection.lines,
        selection.sellers,
        commission={
            listing.id: listings.commission(listing.category, settings().fee_basis_points)
            for listing in selection.listings.values()
        },
        payment_fee=settings().payment_fee_basis_points if charge_id else 0,
        order_ids={store_id: ids.new("ord") for store_id in selection.sellers},
        checkout_id=checkout_id,
        buyer_id=buyer,
        destination=selection.destination,
        now=now,
    )
    if state is CheckoutState.PLACED:
        orders = _placed(orders, now)
    return Checkout(
        id=checkout_id,
        buyer_id=buyer,
        state=state,
        order_ids=tuple(order.id for order in orders),
        orders=orders,
        total=total([order.total for order in orders], orders[0].total.currency),
        charge_id=charge_id,
        reason=None,
        created_at=now,
        expires_at=now + timedelta(minutes=settings().checkout_minutes),
    )


def _placed(orders: Sequence[Order], now: datetime) -> tuple[Order, ...]:
    ship_by = now + timedelta(days=settings().ship_within_days)
    return tuple(replace(order, placed_at=now, due_at=ship_by) for order in orders)


def _take_stock(
    tx: Transaction, known: Mapping[str, Listing], wanted: Sequence[Wanted], now: datetime
) -> None:
    for listing in known.values():
        listings.take_stock(tx, listing, [one for one in wanted if one.listing_id == listing.id])
    listings.tell_of_last_pieces(tx, known.values(), wanted, at=now)


def _place(tx: Transaction, checkout: Checkout, now: datetime) -> None:
    for order in checkout.orders:
        tx.put(models.order_item(order))
        tx.emit(OrderPaid.model_validate(told(order) | {"at": now}))
    payments.hold(
        tx,
        buyer=checkout.buyer_id,
        orders=[(order.id, order.total) for order in checkout.orders],
        at=now,
    )


def show(checkout_id: str, *, buyer: str) -> Checkout:
    """One's own checkout with its orders. 2 reads at most. Raises CheckoutNotFound."""
    checkout: Checkout | None = read_together([models.checkout_want(checkout_id)])[0]
    if checkout is None or checkout.buyer_id != buyer:
        raise CheckoutNotFound
    if checkout.state is not CheckoutState.PLACED:
        return checkout
    orders = read_together([models.order_want(order_id) for order_id in checkout.order_ids])
    return replace(checkout, orders=tuple(orders))


def complete(checkout_id: str, *, buyer: str, method: str, now: datetime) -> Checkout:
    """Pay a prepared checkout and place its orders, unless the gateway's notice has done so already.

    5 reads and 2 transactions at most, and the gateway's call. Raises CheckoutNotFound,
    CheckoutExpired, CheckoutFailed, CardDeclined, UnknownMethod.
    """
    checkout = show(checkout_id, buyer=buyer)
    if checkout.state is CheckoutState.AWAITING_PAYMENT and checkout.charge_id:
        charge = payments.charge_of(checkout.charge_id, person_id=buyer)
        if charge.state is not payments.ChargeState.SUCCEEDED and now >= checkout.expires_at:
            raise CheckoutExpired
        charge = payments.collect(charge, method=method, now=now)
        if charge.state is payments.ChargeState.SUCCEEDED:
            checkout = place_paid(checkout_id, buyer=buyer, paid_at=now, now=now)
    if checkout.state is CheckoutState.FAILED:
        raise CheckoutFailed(f"{CheckoutFailed.__doc__} ({checkout.reason})")
    return checkout


def place_paid(checkout_id: str, *, buyer: str, paid_at: datetime, now: datetime) -> Checkout:
    """Place a checkout's orders from the money that came to the buyer's wallet at `paid_at`, once.

    3 reads at most, 1 transaction. If they can't be placed the checkout fails with the reason, and the
    money stays in the wallet. Raises CheckoutNotFound.
    """
    checkout = show(checkout_id, buyer=buyer)
    if checkout.state is not CheckoutState.AWAITING_PAYMENT:
        return checkout
    if paid_at >= checkout.expires_at:
        return _give_up(checkout, CheckoutExpired.code)
    listing_ids = sorted({line.listing_id for order in checkout.orders for line in order.lines})
    found = read_together([listings.listing_want(one) for one in listing_ids])
    try:
        return _place_waiting(checkout, _known(listing_ids, found), now)
    except DomainError as refusal:
        latest = show(checkout_id, buyer=buyer)
        if latest.state is not CheckoutState.AWAITING_PAYMENT:
            return latest
        if isinstance(refusal, Busy | ChangedMeanwhile):
            raise
        return _give_up(latest, refusal.code)


def _place_waiting(checkout: Checkout, known: Mapping[str, Listing], now: datetime) -> Checkout:
    placed = replace(
        checkout,
        state=CheckoutState.PLACED,
        orders=_placed(checkout.orders, now),
    )
    wanted = [carts.agreed(line) for order in placed.orders for line in order.lines]
    with Transaction() as tx:
        tx.update(
            CheckoutItem(pk=checkout.id, sk="checkout"),
            [CheckoutItem.state.set(CheckoutState.PLACED.value), CheckoutItem.waiting.remove()],
            condition=CheckoutItem.state == CheckoutState.AWAITING_PAYMENT.value,
        )
        _take_stock(tx, known, wanted, now)
        _place(tx, placed, now)
        return tx.result(placed)


def _give_up(checkout: Checkout, reason: str) -> Checkout:
    with Transaction() as tx:
        tx.update(
            CheckoutItem(pk=checkout.id, sk="checkout"),
            [CheckoutItem.state.set(CheckoutState.FAILED.value), CheckoutItem.reason.set(reason)],
            condition=CheckoutItem.state == CheckoutState.AWAITING_PAYMENT.value,
            otherwise=ChangedMeanwhile,
        )
    return replace(checkout, state=CheckoutState.FAILED, reason=reason)
