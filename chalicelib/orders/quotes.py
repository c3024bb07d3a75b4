"""What a cart would cost now, with the stores' promotions and some coupons, before it is checked out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.money import Money, total
from chalicelib.foundation.tables import read_together
from chalicelib.listings import service as listings
from chalicelib.listings.errors import PriceChanged
from chalicelib.listings.service import Listing
from chalicelib.orders import carts, discounts, models
from chalicelib.orders.carts import LineNow
from chalicelib.orders.discounts import Discounted
from chalicelib.orders.errors import StoreClosed
from chalicelib.orders.rules import Discount, Line
from chalicelib.promotions.service import Offer
from chalicelib.stores import service as stores
from chalicelib.stores.service import Store


@dataclass(frozen=True, slots=True)
class StoreQuote:
    """What the goods of one store would cost together."""

    store_id: str
    store_name: str
    lines: tuple[Line, ...]
    discounts: tuple[Discount, ...]
    total: Money


@dataclass(frozen=True, slots=True)
class Quote:
    """What can be bought, by store; what can't, and why; and which coupons can't be used."""

    stores: tuple[StoreQuote, ...]
    left_out: tuple[LineNow, ...]
    coupons: tuple[tuple[str, DomainError | None], ...]
    total: Money | None
    """None: goods of several currencies, or none at all."""


def quote(buyer: str, *, line_ids: Sequence[str] | None, coupons: Sequence[str], now: datetime) -> Quote:
    """What a buyer's cart, or some of its lines, would cost at this moment. 2 reads. Raises LineNotFound."""
    (cart,) = read_together([models.cart_want(buyer)])
    lines = carts.chosen(cart, line_ids)
    read = _read(lines, buyer)
    seen = [
        _seen(carts.present(line, read.goods[line.listing_id], now), read.shops[line.store_id])
        for line in lines
    ]
    able = [replace(one.line, price=one.price, regular_price=one.regular_price) for one in seen if _able(one)]
    offers = {line.store_id: read.offers[line.store_id] for line in able}
    priced = discounts.discounted(able, read.goods, offers, coupons=coupons, now=now)
    problems = dict(priced.problems)
    by_store = _by_store(priced, read.shops)
    return Quote(
        stores=by_store,
        left_out=tuple(one for one in seen if not _able(one)),
        coupons=tuple((code, problems.get(place)) for place, code in enumerate(coupons)),
        total=_whole([one.total for one in by_store]),
    )


@dataclass(frozen=True, slots=True)
class _Read:
    goods: Mapping[str, Listing]
    """By id; what isn't there any more is None, and is never asked for once it was seen."""
    shops: Mapping[str, Store]
    offers: Mapping[str, Offer]


def _read(lines: Sequence[Line], buyer: str) -> _Read:
    listing_ids = sorted({line.listing_id for line in lines})
    store_ids = list(dict.fromkeys(line.store_id for line in lines))
    found = read_together(
        [
            *(listings.listing_want(one) for one in listing_ids),
            *(stores.store_want(one) for one in store_ids),
            *discounts.wants(store_ids, buyer),
        ]
    )
    goods, rest = found[: len(listing_ids)], found[len(listing_ids) :]
    return _Read(
        goods=dict(zip(listing_ids, goods, strict=True)),
        shops=dict(zip(store_ids, rest[: len(store_ids)], strict=True)),
        offers=discounts.offers(store_ids, rest[len(store_ids) :]),
    )


def _seen(line: LineNow, store: Store | None) -> LineNow:
    if line.problem is None and (store is None or not store.is_open):
        return replace(line, problem=StoreClosed.code)
    return line


def _able(line: LineNow) -> bool:
    """Could it be bought, perhaps at another price than when it was put aside?"""
    return line.problem in (None, PriceChanged.code)


def _by_store(priced: Discounted, shops: Mapping[str, Store]) -> tuple[StoreQuote, ...]:
    quotes = []
    for store_id, applied in priced.discounts.items():
        own = tuple(line for line in priced.lines if line.store_id == store_id)
        whole = total([line.net for line in own], own[0].price.currency)
        quotes.append(StoreQuote(store_id, shops[store_id].name, own, applied, whole))
    return tuple(quotes)


def _whole(totals: Sequence[Money]) -> Money | None:
    currencies = {one.currency for one in totals}
    return total(totals, currencies.pop()) if len(currencies) == 1 else None
