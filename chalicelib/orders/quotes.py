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
from chalicelib.listings.taxes.service import TaxTerms
from chalicelib.orders import carts, discounts, models, taxes
from chalicelib.orders.carts import LineNow
from chalicelib.orders.discounts import Discounted
from chalicelib.orders.errors import StoreClosed
from chalicelib.orders.rules import Discount, Line, TaxTotal, tax_totals
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
    taxes: tuple[TaxTotal, ...]
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
    chosen = carts.chosen(cart, line_ids)
    read = _read(chosen, buyer)
    seen = [
        _seen(carts.present(line, read.goods[line.listing_id], chosen, now), read.shops[line.store_id])
        for line in chosen
    ]
    able = [replace(one.line, price=one.price, regular_price=one.regular_price) for one in seen if _able(one)]
    offers = {line.store_id: read.offers[line.store_id] for line in able}
    priced = discounts.discounted(able, read.goods, offers, coupons=coupons, now=now)
    problems = dict(priced.problems)
    terms = {store_id: read.taxes[store_id] for store_id in offers}
    lines = taxes.taxed(priced.lines, read.goods, terms)
    by_store = _by_store(lines, priced, read.shops)
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
    taxes: Mapping[str, TaxTerms]


def _read(lines: Sequence[Line], buyer: str) -> _Read:
    listing_ids = sorted({line.listing_id for line in lines})
    store_ids = list(dict.fromkeys(line.store_id for line in lines))
    found = read_together(
        [
            *(listings.listing_want(one) for one in listing_ids),
            *(stores.store_want(one) for one in store_ids),
            *taxes.wants(store_ids),
            *discounts.wants(store_ids, buyer),
        ]
    )
    goods, rest = found[: len(listing_ids)], found[len(listing_ids) :]
    count = len(store_ids)
    return _Read(
        goods=dict(zip(listing_ids, goods, strict=True)),
        shops=dict(zip(store_ids, rest[:count], strict=True)),
        taxes=taxes.terms(store_ids, rest[count : 2 * count]),
        offers=discounts.offers(store_ids, rest[2 * count :]),
    )


def _seen(line: LineNow, store: Store | None) -> LineNow:
    if line.problem is None and (store is None or not store.is_open):
        return replace(line, problem=StoreClosed.code)
    return line


def _able(line: LineNow) -> bool:
    """Could it be bought, perhaps at another price than when it was put aside?"""
    return line.problem in (None, PriceChanged.code)


def _by_store(
    lines: Sequence[Line], priced: Discounted, shops: Mapping[str, Store]
) -> tuple[StoreQuote, ...]:
    quotes = []
    for store_id, applied in priced.discounts.items():
        own = tuple(line for line in lines if line.store_id == store_id)
        whole = total([line.net for line in own], own[0].price.currency)
        taxed = tax_totals(own, refunded=Money.zero(whole.currency), paid=whole)
        quotes.append(StoreQuote(store_id, shops[store_id].name, own, applied, taxed, whole))
    return tuple(quotes)


def _whole(totals: Sequence[Money]) -> Money | None:
    currencies = {one.currency for one in totals}
    return total(totals, currencies.pop()) if len(currencies) == 1 else None
