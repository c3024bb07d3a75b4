"""What the stores of an order group take off it: asked of promotions, and laid on the lines.

What is taken off is divided among the lines exactly, so an order's total is the sum of its lines, and
commission, refunds and statements, which count from it, need no more to agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import Want
from chalicelib.listings.categories import service as categories
from chalicelib.listings.service import Listing
from chalicelib.orders.rules import Discount, Line, Order
from chalicelib.promotions import service as promotions
from chalicelib.promotions.errors import CouponNotFound, OneCouponEach
from chalicelib.promotions.service import Goods, Offer, Reduced, Use

Problem = tuple[int, DomainError]
"""Which of the coupons named can't be used, and why."""


@dataclass(frozen=True, slots=True)
class Discounted:
    """Lines with what is taken off each, what applies of each store, and what can't."""

    lines: tuple[Line, ...]
    discounts: Mapping[str, tuple[Discount, ...]]
    problems: tuple[Problem, ...]


def wants(store_ids: Iterable[str], buyer: str) -> list[Want[Any]]:
    """What must be read of each store: 3 items."""
    return [want for store_id in store_ids for want in promotions.offer_wants(store_id, buyer)]


def offers(store_ids: Sequence[str], found: Sequence[Any]) -> dict[str, Offer]:
    """What each store takes off, by what was read of it."""
    size = promotions.OFFER_WANTS
    return {
        store_id: promotions.offer(*found[size * place : size * (place + 1)])
        for place, store_id in enumerate(store_ids)
    }


def discounted(
    lines: Sequence[Line],
    goods: Mapping[str, Listing],
    offers: Mapping[str, Offer],
    *,
    coupons: Sequence[str],
    now: datetime,
) -> Discounted:
    """What these lines cost once all is taken off that applies. A coupon that can't be used is left out."""
    named, problems = _assigned(coupons, offers)
    reduced: dict[str, Line] = {}
    applied: dict[str, tuple[Discount, ...]] = {}
    for store_id, offer in offers.items():
        own = [line for line in lines if line.store_id == store_id]
        asked = [_goods(line, goods[line.listing_id]) for line in own]
        place = named.get(store_id)
        result, problem = _reduced(offer, asked, None if place is None else coupons[place], now)
        if place is not None and problem:
            problems.append((place, problem))
        reduced |= {line.id: line for line in _laid(own, result)}
        applied[store_id] = tuple(_noted(result))
    return Discounted(
        tuple(reduced.get(line.id, line) for line in lines), applied, tuple(sorted(problems, key=_place))
    )


def _place(problem: Problem) -> int:
    return problem[0]


def _assigned(coupons: Sequence[str], offers: Mapping[str, Offer]) -> tuple[dict[str, int], list[Problem]]:
    """Which of the coupons is for which store, by its place; a code that several stores have is for each."""
    named: dict[str, int] = {}
    problems: list[Problem] = []
    for place, code in enumerate(coupons):
        stores = [store_id for store_id, offer in offers.items() if offer.has(code)]
        if not stores:
            problems.append((place, CouponNotFound()))
        elif any(store_id in named for store_id in stores):
            problems.append((place, OneCouponEach()))
        else:
            named |= dict.fromkeys(stores, place)
    return named, problems


def _goods(line: Line, listing: Listing) -> Goods:
    return Goods(line.listing_id, categories.category_line(listing.category), line.amount, line.quantity)


def _reduced(
    offer: Offer, goods: Sequence[Goods], code: str | None, now: datetime
) -> tuple[Reduced, DomainError | None]:
    try:
        return offer.reduce(goods, code=code, at=now), None
    except DomainError as problem:
        return offer.reduce(goods, code=None, at=now), problem


def _laid(lines: Sequence[Line], reduced: Reduced) -> Iterable[Line]:
    for place, line in enumerate(lines):
        yield replace(
            line,
            promotion=_part(reduced.promotion.parts if reduced.promotion else (), place),
            coupon=_part(reduced.coupon.parts if reduced.coupon else (), place),
        )


def _part(parts: Sequence[Money], place: int) -> Money | None:
    return parts[place] if parts and parts[place].amount else None


def _noted(reduced: Reduced) -> Iterable[Discount]:
    for one in reduced.applied:
        promotion = one.promotion
        yield Discount(
            promotion_id=promotion.id,
            title=promotion.title,
            code=promotion.code,
            amount=one.amount,
            total_limit=promotion.total_limit,
            buyer_limit=promotion.buyer_limit,
            times=one.times,
        )


def uses_of(orders: Iterable[Order]) -> list[Use]:
    """What of some orders is counted, since it has limits."""
    return [
        Use(
            order.seller.store_id,
            one.promotion_id,
            one.total_limit,
            one.buyer_limit,
            one.code is not None,
            one.times,
        )
        for order in orders
        for one in order.discounts
        if one.limited
    ]


def refuse_problems(problems: Sequence[Problem]) -> None:
    """A coupon that was named and can't be used isn't left out in silence. Raises the first one's error."""
    for place, error in problems:
        error.field = f"coupons.{place}"
        raise error
