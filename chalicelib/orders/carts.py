"""The cart: what a buyer has put aside, at the prices she saw.

It is one item, so a checkout empties it with one change, and its version tells when two devices of hers
change it at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from chalicelib.foundation import ids
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import service as listings
from chalicelib.listings.errors import ListingNotFound
from chalicelib.listings.reservations import service as reservations
from chalicelib.listings.service import Listing, Variant, Wanted
from chalicelib.orders import models, rules
from chalicelib.orders.errors import CartChanged, CartFull, LineNotFound
from chalicelib.orders.events import AddedToCart
from chalicelib.orders.models import CartItem
from chalicelib.orders.rules import Cart, Line

EMPTY = Cart((), 0)


@dataclass(frozen=True, slots=True)
class LineNow:
    """A cart's line as it could be bought at this moment."""

    line: Line
    price: Money
    regular_price: Money
    problem: str | None
    """The code of what stands in the way of buying it; None: nothing."""


def show(buyer: str, *, now: datetime) -> list[LineNow]:
    """What is in the cart, with today's prices and what stands in the way. 2 reads."""
    cart = _load(buyer)
    ids_ = sorted({line.listing_id for line in cart.lines})
    found = dict(zip(ids_, read_together([listings.listing_want(one) for one in ids_]), strict=True))
    return [present(line, found[line.listing_id], cart.lines, now) for line in cart.lines]


def present(line: Line, listing: Listing | None, together: Sequence[Line], now: datetime) -> LineNow:
    """A line as it could be bought now `together` with others, by its goods as they were read. No read."""
    if listing is None:
        return LineNow(line, line.price, line.regular_price, ListingNotFound.code)
    variant = listing.variant(line.variant_id)
    price, problem = variant.price_at(now, quantity=line.quantity), None
    try:
        listings.sellable(listing, [wanted(line)], field="lines", now=now)
        listings.in_lots(listing, [wanted(one) for one in together], field="lines")
    except DomainError as error:
        problem = error.code
    return LineNow(line, price, variant.price, problem)


def wanted(line: Line) -> Wanted:
    """What a line asks of the listings."""
    return Wanted(line.listing_id, line.variant_id, line.quantity, line.price)


def agreed(line: Line) -> Wanted:
    """What a line asks of the listings once its price was agreed, whatever the price is now."""
    return Wanted(line.listing_id, line.variant_id, line.quantity, None)


def add(
    buyer: str, *, listing_id: str, variant_id: str, quantity: int, note: str, now: datetime
) -> list[LineNow]:
    """Put goods into the cart at today's price. 1 read of 2 items, 1 transaction of 1, of a new line 1 event.

    The same variant with the same note is one line, at the price of so many. Raises ListingNotFound,
    VariantNotFound, SoldOut, CartFull, CartChanged.
    """
    listing, cart = read_together([listings.listing_want(listing_id), models.cart_want(buyer)])
    if (shown := listings.on_sale(listing)) is None:
        raise ListingNotFound(field="listing_id")
    line = line_from(shown, variant_id=variant_id, quantity=quantity, note=note, now=now)
    before = cart or EMPTY
    lines = _merged(before.lines, line, shown.variant(variant_id), now)
    return _save(buyer, before, lines, [_added(buyer, line, now)] if line in lines else ())


def _added(buyer: str, line: Line, now: datetime) -> AddedToCart:
    return AddedToCart(
        at=now, buyer_id=buyer, store_id=line.store_id, listing_id=line.listing_id, line_id=line.id
    )


def line_from(
    listing: Listing | None,
    *,
    variant_id: str,
    quantity: int,
    note: str,
    price: Money | None = None,
    now: datetime,
) -> Line:
    """A line for goods that are on sale, at today's price or at the one the buyer saw.

    Raises ListingNotFound, VariantNotFound, NotOnSale, PriceChanged, SoldOut.
    """
    if listing is None:
        raise ListingNotFound(field="listing_id")
    variant = listing.variant(variant_id)
    line = Line(
        id=ids.new("lin"),
        listing_id=listing.id,
        variant_id=variant_id,
        store_id=listing.store_id,
        title=listing.title,
        variant_title=variant.title,
        price=price or variant.price_at(now, quantity=quantity),
        regular_price=variant.price,
        quantity=quantity,
        note=note,
        cover=listing.cover.id if listing.cover else None,
    )
    listings.sellable(listing, [wanted(line)], field="quantity", now=now)
    return line


def line_of_reserved(listing: Listing, reserved: reservations.Line) -> Line:
    """A line for what is kept for a buyer, at the price that was agreed on."""
    return Line(
        id=ids.new("lin"),
        listing_id=listing.id,
        variant_id=reserved.variant_id,
        store_id=listing.store_id,
        title=listing.title,
        variant_title=listing.variant(reserved.variant_id).title,
        price=reserved.price,
        regular_price=listing.variant(reserved.variant_id).price,
        quantity=reserved.quantity,
        note="",
        cover=listing.cover.id if listing.cover else None,
    )


def _merged(lines: Sequence[Line], line: Line, variant: Variant, now: datetime) -> list[Line]:
    for position, old in enumerate(lines):
        if (old.listing_id, old.variant_id, old.note) == (line.listing_id, line.variant_id, line.note):
            count = old.quantity + line.quantity
            price = variant.price_at(now, quantity=count)
            more = replace(line, id=old.id, quantity=count, price=price)
            return [*lines[:position], more, *lines[position + 1 :]]
    return [*lines, line]


def change(buyer: str, line_id: str, *, quantity: int, now: datetime) -> list[LineNow]:
    """Set how many, and accept today's price. 2 reads, 1 transaction of 1 item.

    Raises LineNotFound, ListingNotFound, NotOnSale, SoldOut, CartChanged.
    """
    cart = _load(buyer)
    old = _line(cart, line_id)
    (listing,) = read_together([listings.listing_want(old.listing_id)])
    new = line_from(listing, variant_id=old.variant_id, quantity=quantity, note=old.note, now=now)
    new = replace(new, id=old.id)
    return _save(buyer, cart, [new if one.id == line_id else one for one in cart.lines])


def remove(buyer: str, line_id: str) -> None:
    """Take a line out of the cart. 1 read, 1 transaction of 1 item. Raises LineNotFound, CartChanged."""
    cart = _load(buyer)
    _line(cart, line_id)
    _save(buyer, cart, [line for line in cart.lines if line.id != line_id])


def chosen(cart: Cart | None, line_ids: Sequence[str] | None) -> list[Line]:
    """The lines to check out: those named, or all. Raises LineNotFound."""
    lines = cart.lines if cart else ()
    if line_ids is None:
        return list(lines)
    return [_line(cart or EMPTY, line_id) for line_id in dict.fromkeys(line_ids)]


def empty(tx: Transaction, buyer: str, cart: Cart, taken: Sequence[Line]) -> None:
    """Take what is being ordered out of the cart, within the checkout's transaction: 1 item.

    On commit raises CartChanged.
    """
    gone = {line.id for line in taken}
    _write(tx, buyer, cart, [line for line in cart.lines if line.id not in gone])


def _load(buyer: str) -> Cart:
    (cart,) = read_together([models.cart_want(buyer)])
    return cart or EMPTY


def _line(cart: Cart, line_id: str) -> Line:
    for line in cart.lines:
        if line.id == line_id:
            return line
    raise LineNotFound(field="line_id")


def _save(buyer: str, cart: Cart, lines: Sequence[Line], told: Sequence[AddedToCart] = ()) -> list[LineNow]:
    if len(lines) > rules.MOST_LINES or len({line.store_id for line in lines}) > rules.MOST_STORES:
        raise CartFull
    with Transaction() as tx:
        _write(tx, buyer, cart, lines)
        for event in told:
            tx.emit(event)
        return tx.result([LineNow(line, line.price, line.regular_price, None) for line in lines])


def _write(tx: Transaction, buyer: str, cart: Cart, lines: Sequence[Line]) -> None:
    free = CartItem.pk.does_not_exist() if cart.version == 0 else CartItem.version == cart.version
    item = models.cart_item(buyer, Cart(tuple(lines), cart.version + 1))
    tx.put(item, condition=free, otherwise=CartChanged)
