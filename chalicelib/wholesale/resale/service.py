"""Selling on what one bought: each line of an order becomes a draft listing of one's own store, in one step.

A line is sold on once, however often one presses: the draft's id follows from the line, and an item beside
says so. Its stock comes when the goods have come: at once if they have, else by the order's event. Either the
event finds the item, or the draft's transaction finds the order moved on: no pieces are lost between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from chalicelib.foundation import ids, paging
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import service as listings
from chalicelib.listings.errors import ListingNotFound
from chalicelib.listings.events import Cause
from chalicelib.listings.service import Details, Listing, Offered, Why
from chalicelib.orders import service as orders
from chalicelib.orders.errors import LineNotFound, OrderNotFound
from chalicelib.orders.service import Line, Order, State
from chalicelib.stores import service as stores
from chalicelib.stores.service import Scope, Store
from chalicelib.wholesale.errors import NotResellable, OtherCurrency
from chalicelib.wholesale.resale import models, rules
from chalicelib.wholesale.resale.models import ResaleItem
from chalicelib.wholesale.resale.rules import Resale, Source

__all__ = ["Source"]

_BOUGHT = (State.PAID, State.SHIPPED, State.COMPLETED)


@dataclass(frozen=True, slots=True)
class Wish:
    """Into which store, at which margin (in basis points), and which lines; None: all of them."""

    store_id: str
    margin: int
    line_ids: Sequence[str] | None


def resell(order_id: str, wish: Wish, *, buyer: str, now: datetime) -> list[Resale]:
    """Make drafts of the lines of an order that aren't sold on yet. 2 reads, 1 transaction.

    Of 3 items for each line, 1 event more if it has come, and 1 for all. Raises OrderNotFound, LineNotFound,
    ListingNotFound, NotResellable, StoreNotFound, NotPermitted, OtherCurrency, ChangedMeanwhile.
    """
    order = orders.heard_of(order_id)
    if order.buyer_id != buyer:
        raise OrderNotFound
    if order.state not in _BOUGHT:
        raise NotResellable
    lines = _chosen(order, wish.line_ids)
    wants = [models.resale_want(order_id, line.id) for line in lines]
    pages = [want for line in lines for want in listings.page_wants(line.listing_id)]
    found = read_together([*stores.wants(wish.store_id, buyer), *wants, *pages])
    store = stores.checked(found[0], found[1], person=buyer, scope=Scope.GOODS_EDIT)
    if store.currency != order.total.currency:
        raise OtherCurrency(field="store_id")
    if None in found[2 + len(lines) :]:
        raise ListingNotFound
    known, shown = found[2 : 2 + len(lines)], found[2 + len(lines) :]
    by, sold_on = _Reseller(buyer, store, wish.margin, now), list[Resale]()
    with Transaction() as tx:
        for line, old, listing, details in zip(lines, known, shown[::2], shown[1::2], strict=True):
            sold_on.append(old or _draft(tx, order, line, (listing, details), by))
        if not all(known):
            orders.demand_unchanged(tx, order)
            tx.result(sold_on)
    return sold_on


def _chosen(order: Order, line_ids: Sequence[str] | None) -> list[Line]:
    by_id = {line.id: line for line in order.lines}
    chosen = list(by_id) if line_ids is None else list(dict.fromkeys(line_ids))
    if not set(chosen) <= set(by_id):
        raise LineNotFound(field="line_ids")
    return [by_id[one] for one in chosen[: rules.MOST_LINES]]


@dataclass(frozen=True, slots=True)
class _Reseller:
    """Who sells on, where, and at which margin."""

    person: str
    store: Store
    margin: int
    now: datetime


def _draft(
    tx: Transaction,
    order: Order,
    line: Line,
    source: tuple[Listing, Details],
    by: _Reseller,
) -> Resale:
    """Store a line as draft goods that look as those that were bought: 3 items, 1 event if they have come."""
    come = order.state is State.COMPLETED
    resale = Resale(
        order_id=order.id,
        line_id=line.id,
        listing_id=ids.derived("lst", order.id, line.id),
        store_id=by.store.id,
        quantity=line.quantity,
        person=by.person,
        stocked=come,
        source=Source(line.listing_id, line.variant_id),
    )
    price = rules.price_of(line.net, line.quantity, margin=by.margin)
    goods, details = source
    sku = goods.variant(line.variant_id).sku
    offered = Offered(sku, line.variant_title, price.amount, line.quantity if come else 0)
    listing = listings.copied(resale.listing_id, goods, offered, store=by.store, now=by.now)
    listings.put(tx, listing, details, by=by.person)
    tx.put(models.resale_item(resale))
    return resale


def source_of(listing_id: str) -> Source | None:
    """What goods were bought as, if they are of what one sells on. 1 query, 1 read."""
    keys = paging.query(ResaleItem.listed, models.list_of_goods(listing_id), limit=1, cursor=None).items
    if not keys:
        return None
    found: Resale | None
    (found,) = read_together([models.resale_want(keys[0].pk, models.line_of(keys[0]))])
    return found.source if found else None


def note_come(order_id: str, *, now: datetime) -> None:
    """Put what has come of an order into the stock of the drafts that it is sold on by, once. 2 reads.

    1 transaction of 2 items and 1 event for each line. Raises ChangedMeanwhile.
    """
    order = orders.heard_of(order_id)
    if order.state is not State.COMPLETED:
        return
    found = read_together([models.resale_want(order_id, line.id) for line in order.lines])
    for resale in found:
        if resale and not resale.stocked:
            _stock(resale, now)


def _stock(resale: Resale, now: datetime) -> None:
    why = Why(Cause.RESTOCKED, resale.person, now, resale.order_id)
    with Transaction() as tx:
        listings.change_stock(tx, resale.listing_id, listings.FIRST_VARIANT, resale.quantity, why=why)
        tx.update(
            models.key_of(resale),
            [ResaleItem.stocked.set(True)],
            condition=ResaleItem.stocked == False,  # noqa: E712 - a condition of DynamoDB's
            otherwise=ChangedMeanwhile,
        )
