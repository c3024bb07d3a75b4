"""Checkout: a cart becomes one order for each store and one payment.

`buy` takes the stock, writes the orders, moves the money into their escrows, empties the cart and tells the
merchants, in one transaction: all of it happens or none. A cart of one line costs 2 reads and 1 transaction.
What is paid at a gateway is in `prepared`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from chalicelib.accounts import service as accounts
from chalicelib.affiliates import service as affiliates
from chalicelib.affiliates.service import Offered, Visit
from chalicelib.foundation import ids
from chalicelib.foundation.config import settings
from chalicelib.foundation.money import Money, total
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import service as listings
from chalicelib.listings.errors import ListingNotFound, ReservationGone, ReservationNotFound
from chalicelib.listings.events import Cause
from chalicelib.listings.reservations import service as reservations
from chalicelib.listings.reservations.service import Reservation
from chalicelib.listings.service import Listing, Why
from chalicelib.listings.taxes.service import TaxTerms
from chalicelib.orders import carts, discounts, models, referrals, rules, taxes
from chalicelib.orders.bargains import models as bargains
from chalicelib.orders.bargains.rules import Bargain
from chalicelib.orders.errors import (
    CartEmpty,
    CartFull,
    CheckoutNotFound,
    OwnGoods,
    StoreClosed,
)
from chalicelib.orders.events import DepositPaid, OrderPaid
from chalicelib.orders.moves import told
from chalicelib.orders.rules import Cart, Checkout, CheckoutState, Destination, Line, Order, Seller, State
from chalicelib.payments import service as payments
from chalicelib.promotions.service import Offer
from chalicelib.promotions.uses import service as uses
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
    offers: Mapping[str, Offer]
    """What each store takes off."""
    taxes: Mapping[str, TaxTerms]
    """How each store taxes."""
    cart: Cart | None
    """The cart that it comes from."""
    reservation: Reservation | None = None
    """What is kept for the buyer already, at a price that was agreed on: all its lines and nothing else."""
    bargain: Bargain | None = None
    """What was agreed on besides that price."""
    coupons: Sequence[str] = ()
    """The codes of those she names."""
    expected_total: int | None = None
    """What it must cost, in minor units, if she told that."""
    offered: Offered | None = None
    """What a store pays to whoever brought her, if somebody did."""

    @property
    def known(self) -> dict[str, bool]:
        """Of each store, whether the buyer used a limited promotion of it before."""
        return {store_id: offer.known for store_id, offer in self.offers.items()}


def select_cart(
    buyer: str, *, address_id: str, line_ids: Sequence[str] | None, visit: Visit | None = None
) -> Selection:
    """The cart's lines, or some of them. 2 reads.

    Raises CartEmpty, LineNotFound, ListingNotFound, AddressNotFound, StoreClosed, OwnGoods.
    """
    (cart,) = read_together([models.cart_want(buyer)])
    if not (lines := carts.chosen(cart, line_ids)):
        raise CartEmpty
    listing_ids = sorted({line.listing_id for line in lines})
    store_ids = sorted({line.store_id for line in lines})
    found, offered = affiliates.read_with(
        visit,
        [
            accounts.address_want(buyer, address_id),
            *(listings.listing_want(one) for one in listing_ids),
            *(stores.store_want(one) for one in store_ids),
            *taxes.wants(store_ids),
            *discounts.wants(store_ids, buyer),
        ],
    )
    goods, rest = found[1 : 1 + len(listing_ids)], found[1 + len(listing_ids) :]
    count = len(store_ids)
    return Selection(
        lines=lines,
        listings=known_goods(listing_ids, goods),
        sellers=_selling(store_ids, rest[:count], buyer),
        destination=_destination(found[0]),
        taxes=taxes.terms(store_ids, rest[count : 2 * count]),
        offers=discounts.offers(store_ids, rest[2 * count :]),
        cart=cart,
        offered=offered,
    )


def select_items(
    buyer: str, items: Sequence[Item], *, address_id: str, visit: Visit | None = None, now: datetime
) -> Selection:
    """Goods to buy at once, without the cart. 2 reads.

    Raises ListingNotFound, VariantNotFound, AddressNotFound, StoreClosed, OwnGoods, PriceChanged.
    """
    listing_ids = sorted({item.listing_id for item in items})
    found = read_together(
        [accounts.address_want(buyer, address_id), *(listings.listing_want(one) for one in listing_ids)]
    )
    known = known_goods(listing_ids, [listings.on_sale(listing) for listing in found[1:]])
    lines = [
        carts.line_from(
            listing := known[item.listing_id],
            variant_id=item.variant_id,
            quantity=item.quantity,
            note=item.note,
            price=Money(item.price, listing.lowest_price.currency),
            now=now,
        )
        for item in items
    ]
    store_ids = sorted({line.store_id for line in lines})
    if len(store_ids) > rules.MOST_STORES:
        raise CartFull(field="lines")
    shops, offered = affiliates.read_with(
        visit,
        [
            *(stores.store_want(one) for one in store_ids),
            *taxes.wants(store_ids),
            *discounts.wants(store_ids, buyer),
        ],
    )
    count = len(store_ids)
    return Selection(
        lines=lines,
        listings=known,
        sellers=_selling(store_ids, shops[:count], buyer),
        destination=_destination(found[0]),
        taxes=taxes.terms(store_ids, shops[count : 2 * count]),
        offers=discounts.offers(store_ids, shops[2 * count :]),
        cart=None,
        offered=offered,
    )


def select_offer(buyer: str, offer_id: str, *, address_id: str, visit: Visit | None = None) -> Selection:
    """What was agreed on in an offer and is kept for its buyer, whatever the merchant did since. 3 reads.

    Raises AddressNotFound, ReservationNotFound, ReservationGone, ListingNotFound.
    """
    address, reservation, bargain = read_together(
        [
            accounts.address_want(buyer, address_id),
            reservations.reservation_want(offer_id),
            bargains.bargain_want(offer_id),
        ]
    )
    if reservation is None or reservation.holder != buyer:
        raise ReservationNotFound(field="offer_id")
    if not reservation.held:
        raise ReservationGone(field="offer_id")
    listing_ids = sorted({line.listing_id for line in reservation.lines})
    found = read_together([listings.listing_want(one) for one in listing_ids])
    known = known_goods(listing_ids, found)
    store_ids = sorted({listing.store_id for listing in known.values()})
    wants = [*(stores.store_want(one) for one in store_ids), *taxes.wants(store_ids)]
    shops, offered = affiliates.read_with(visit, wants)
    count = len(store_ids)
    sellers = {
        store.id: Seller(store.id, store.name, store.owner_id, store.currency)
        for store in shops[:count]
        if store
    }
    lines = [carts.line_of_reserved(known[line.listing_id], line) for line in reservation.lines]
    return Selection(
        lines=lines,
        listings=known,
        sellers=sellers,
        destination=_destination(address),
        taxes=taxes.in_price(taxes.terms(store_ids, shops[count:])),
        offers={},  # what was agreed on is the price: nothing more is taken off it
        cart=None,
        reservation=reservation,
        offered=offered,
        bargain=bargain,
    )


def known_goods(listing_ids: Sequence[str], found: Sequence[Listing | None]) -> dict[str, Listing]:
    """The goods that were read, by id. Raises ListingNotFound."""
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
    ReservationGone, InsufficientFunds, MixedCurrencies, CartChanged, what `draft` does of coupons,
    TooManyLimited and PromotionUsedUp.
    """
    checkout = draft(buyer, selection, state=CheckoutState.PLACED, charge_id=None, now=now)
    with Transaction() as tx:
        payments.let_pay(tx, buyer=buyer, amount=checkout.total, pin=pin, at=now)
        _take(tx, checkout, selection, now)
        used = discounts.uses_of(checkout.orders)
        uses.count(tx, used, buyer=buyer, known=selection.known)
        tx.put(models.checkout_item(checkout))
        place(tx, checkout, now)
        if selection.cart:
            carts.empty(tx, buyer, selection.cart, selection.lines)
        return tx.result(checkout)


def _take(tx: Transaction, checkout: Checkout, selection: Selection, now: datetime) -> None:
    """Take the goods from stock, or from what is kept for the buyer."""
    orders = rules.order_of_listing(checkout.orders)
    if selection.reservation:
        reservations.use(tx, selection.reservation, holder=checkout.buyer_id, at=now, orders=orders)
        return
    why = Why(Cause.SOLD, checkout.buyer_id, now, checkout.id, orders)
    wanted = [carts.wanted(line) for line in selection.lines]
    listings.take_stock(tx, selection.listings.values(), wanted, why=why)


def draft(
    buyer: str, selection: Selection, *, state: CheckoutState, charge_id: str | None, now: datetime
) -> Checkout:
    """A checkout of what was selected, with its orders; not stored yet.

    Raises MixedCurrencies, TotalChanged; CouponNotFound, OneCouponEach, CouponNotRunning, CouponUsedUp,
    CouponUsed, CouponUnfit, CouponThreshold, CouponWorthless, CouponNotBetter.
    """
    checkout_id = ids.new("chk")
    rules.refuse_mixed(selection.lines)
    priced = discounts.discounted(
        selection.lines, selection.listings, selection.offers, coupons=selection.coupons, now=now
    )
    discounts.refuse_problems(priced.problems)
    orders = rules.split_by_store(
        taxes.taxed(priced.lines, selection.listings, selection.taxes),
        selection.sellers,
        commission={
            listing.id: listings.commission(listing.category, settings().fee_basis_points)
            for listing in selection.listings.values()
        },
        payment_fee=settings().payment_fee_basis_points if charge_id else 0,
        order_ids={store_id: ids.new("ord") for store_id in selection.sellers},
        discounts=priced.discounts,
        checkout_id=checkout_id,
        buyer_id=buyer,
        destination=selection.destination,
        now=now,
    )
    if selection.bargain is None:  # what is bargained for has terms of its own
        orders = referrals.referred(orders, selection.offered, selection.listings)
    orders = tuple(rules.agreed(order, selection.bargain) for order in orders)
    if state is CheckoutState.PLACED:
        orders = placed(orders, now)
    whole = total([order.paid for order in orders], orders[0].total.currency)
    rules.refuse_other_total(whole, selection.expected_total)
    return Checkout(
        id=checkout_id,
        buyer_id=buyer,
        state=state,
        order_ids=tuple(order.id for order in orders),
        orders=orders,
        total=whole,
        charge_id=charge_id,
        reason=None,
        created_at=now,
        expires_at=now + timedelta(minutes=settings().checkout_minutes),
    )


def placed(orders: Sequence[Order], now: datetime) -> tuple[Order, ...]:
    """Orders that are placed now: from now somebody's time runs."""
    days = settings().ship_within_days
    return tuple(rules.placed(order, ship_days=days, now=now) for order in orders)


def place(tx: Transaction, checkout: Checkout, now: datetime) -> None:
    """Store a checkout's orders, move the money into their escrows, tell the merchants: 6 items an order.

    2 more for the one order that a promoter brought.
    """
    for order in checkout.orders:
        tx.put(models.order_item(order))
        referrals.promise(tx, order)
        tx.emit(_begun(order, now))
    payments.hold(
        tx,
        buyer=checkout.buyer_id,
        sales=[(order.id, order.paid) for order in checkout.orders],
        at=now,
    )


def _begun(order: Order, now: datetime) -> OrderPaid | DepositPaid:
    facts = told(order) | {"at": now}
    if order.state is State.DEPOSITED:
        return DepositPaid.model_validate(facts | {"deposit": order.paid.amount})
    return OrderPaid.model_validate(facts)


def show(checkout_id: str, *, buyer: str) -> Checkout:
    """One's own checkout with its orders. 2 reads at most. Raises CheckoutNotFound."""
    return with_orders(own(read_together([models.checkout_want(checkout_id)])[0], buyer))


def own(checkout: Checkout | None, buyer: str) -> Checkout:
    """A checkout that was read, if it is the buyer's. Raises CheckoutNotFound."""
    if checkout is None or checkout.buyer_id != buyer:
        raise CheckoutNotFound
    return checkout


def with_orders(checkout: Checkout) -> Checkout:
    """A checkout with its orders as they are now. 1 read if they are placed."""
    if checkout.state is not CheckoutState.PLACED:
        return checkout
    orders = read_together([models.order_want(order_id) for order_id in checkout.order_ids])
    return replace(checkout, orders=tuple(orders))
