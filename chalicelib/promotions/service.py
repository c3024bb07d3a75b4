"""What merchants do with promotions, and what a checkout asks of them.

Whoever may edit a store's goods may give discounts there. A promotion's terms never change: buyers count on
them; it is paused, resumed or ended. What it takes off the store bears: the order costs less, and the
commission is of what it costs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from chalicelib.foundation import clock, ids, paging
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.money import Money
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import Want, read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import service as listings
from chalicelib.listings.categories import service as categories
from chalicelib.listings.categories.errors import UnknownCategory
from chalicelib.listings.errors import ListingNotFound, NoReduction
from chalicelib.listings.service import Listing
from chalicelib.promotions import models, rules
from chalicelib.promotions.errors import PromotionNotFound, PromotionOver
from chalicelib.promotions.models import Board, PromotionItem
from chalicelib.promotions.rules import Action, Goods, Promotion, Reduced, Use, Uses
from chalicelib.stores import service as stores
from chalicelib.stores.service import Scope

__all__ = ["Board", "Goods", "Promotion", "Reduced", "Use"]


@dataclass(frozen=True, slots=True)
class Terms:
    """What a new promotion gives and asks, in minor units of its store's currency."""

    title: str
    starts_at: datetime | None
    ends_at: datetime | None
    code: str | None = None
    basis_points: int | None = None
    amount: int | None = None
    most: int | None = None
    threshold: int | None = None
    category: str | None = None
    listing_ids: Sequence[str] = ()
    total_limit: int | None = None
    buyer_limit: int | None = None
    stackable: bool = True
    advertised: bool = True
    price: int | None = None
    """What a piece costs in a flash sale."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A promotion as its merchant sees it, with how often it was used, which is counted of limited ones."""

    promotion: Promotion
    used: int


def begin(store_id: str, *, person: str, terms: Terms, now: datetime) -> Shown:
    """Begin a promotion or a coupon. 1 read, 1 transaction of 2 items; 3 for a store's first one.

    For those that are over by now 1 more, and 1 for each.

    Raises StoreNotFound, NotPermitted, PromotionOver, TooManyPromotions, CodeTaken, ListingNotFound,
    UnknownCategory, NoReduction, ChangedMeanwhile.
    """
    store, staff, found, tally, *goods = read_together(
        [
            *stores.wants(store_id, person),
            models.board_want(store_id),
            models.tally_want(store_id),
            *map(listings.listing_want, terms.listing_ids),
        ]
    )
    store = stores.checked(store, staff, person=person, scope=Scope.GOODS_EDIT)
    _refuse_strange(store, terms, goods)
    promotion = _promotion(store, terms, now)
    board = found or Board()
    with Transaction() as tx:
        tx.put(models.promotion_item(promotion))
        _write(tx, store_id, board, rules.opened(board.promotions, promotion, now), tally=tally, now=now)
        return tx.result(Shown(promotion, 0))


def _refuse_strange(store: stores.Store, terms: Terms, goods: Sequence[Listing | None]) -> None:
    """What a promotion means must be there, and the store's.

    Raises ListingNotFound, NoReduction, UnknownCategory.
    """
    for place, listing in enumerate(goods):
        if listing is None or listing.store_id != store.id:
            raise ListingNotFound(field=f"listing_ids.{place}")
        if terms.price is not None and terms.price >= listing.lowest_price.amount:
            raise NoReduction(f"A piece is to cost less than {listing.lowest_price}.", field="price")
    if terms.category and not categories.line_of(terms.category):
        raise UnknownCategory(field="category")


def _write(
    tx: Transaction,
    store_id: str,
    before: Board,
    after: Sequence[Promotion],
    *,
    tally: dict[str, int] | None,
    now: datetime,
) -> None:
    """Write a board anew, without those that are over: 1 item, 1 for each of those, and the tally.

    How often one that is over was used is noted on its own item; the tally, which checkouts read, forgets it.
    """
    still = [one for one in after if not one.over(now)]
    item, unchanged = models.board_item(store_id, still, after=before.version)
    tx.put(item, condition=unchanged, otherwise=ChangedMeanwhile)
    counted = tally or {}
    for one in after:
        if one.over(now):
            noted = models.promotion_item(one, used=counted.get(one.id, 0))
            tx.put(noted, condition=PromotionItem.pk.exists())
    if tally is None:
        tx.put(models.first_tally(store_id))
    elif gone := {one: used for one, used in tally.items() if one not in {other.id for other in still}}:
        actions, as_read = models.forgetting(gone)
        tx.update(models.tally_key(store_id), actions, condition=as_read, otherwise=ChangedMeanwhile)


def _promotion(store: stores.Store, terms: Terms, now: datetime) -> Promotion:
    start = terms.starts_at or now
    for name, moment in (("starts_at", start), ("ends_at", terms.ends_at)):
        if not clock.of_this_age(moment):
            raise PromotionOver("Give a year of this century.", field=name)
    if terms.ends_at and terms.ends_at <= max(start, now):
        raise PromotionOver(field="ends_at")

    def money(amount: int | None) -> Money | None:
        return None if amount is None else Money(amount, store.currency)

    return Promotion(
        id=ids.new("prm"),
        store_id=store.id,
        title=terms.title,
        code=terms.code,
        basis_points=terms.basis_points,
        amount=money(terms.amount),
        most=money(terms.most),
        threshold=money(terms.threshold),
        category=terms.category,
        listing_ids=tuple(terms.listing_ids),
        starts_at=start,
        ends_at=terms.ends_at,
        total_limit=terms.total_limit,
        buyer_limit=terms.buyer_limit,
        stackable=terms.stackable,
        advertised=terms.advertised,
        created_at=now,
        price=money(terms.price),
    )


def act(store_id: str, promotion_id: str, action: Action, *, person: str, now: datetime) -> Shown:
    """Pause, resume or end a promotion. 1 read, 1 transaction of 2 items; and what `_write` says.

    A checkout that had read it a moment before may still use it. What was prepared keeps it.
    Raises StoreNotFound, NotPermitted, PromotionNotFound, WrongPromotionState, ChangedMeanwhile.
    """
    store, staff, before, board, tally = read_together(
        [
            *stores.wants(store_id, person),
            models.promotion_want(store_id, promotion_id),
            models.board_want(store_id),
            models.tally_want(store_id),
        ]
    )
    stores.checked(store, staff, person=person, scope=Scope.GOODS_EDIT)
    if before is None:
        raise PromotionNotFound
    after = rules.move(before, action, now)
    listed = [after if one.id == promotion_id else one for one in board.promotions]
    with Transaction() as tx:
        if not after.over(now):
            tx.put(models.promotion_item(after), condition=PromotionItem.pk.exists())
        _write(tx, store_id, board, listed, tally=tally, now=now)
        return tx.result(Shown(after, tally.get(promotion_id, 0)))


def all_of(store_id: str, *, person: str, limit: int, cursor: str | None) -> Page[Shown]:
    """All of a store's promotions, the newest first, for who works there. 1 read, 1 query.

    Raises StoreNotFound, NotPermitted.
    """
    store, staff, tally = read_together([*stores.wants(store_id, person), models.tally_want(store_id)])
    stores.checked(store, staff, person=person, scope=Scope.GOODS_READ)
    found = paging.query(
        PromotionItem, store_id, PromotionItem.sk.startswith(models.PROMOTION), limit=limit, cursor=cursor
    )
    return found.map(lambda item: _shown(item, tally or {}))


def _shown(item: PromotionItem, tally: dict[str, int]) -> Shown:
    used = tally.get(item.promotion().id, 0) if item.used is None else int(item.used)
    return Shown(item.promotion(), used)


def running(store_id: str, *, now: datetime) -> list[Promotion]:
    """What a store that is open takes off now, the oldest first; coupons if they are advertised. 1 read.

    Raises StoreNotFound, StorePaused.
    """
    store, board = read_together([stores.store_want(store_id), models.board_want(store_id)])
    stores.published(store)
    return advertised(board, now)


board_want = models.board_want


def advertised(board: Board | None, now: datetime) -> list[Promotion]:
    """What of a store's board everybody is told. No read."""
    return [
        one for one in (board or Board()).promotions if one.runs(now) and (one.advertised or one.code is None)
    ]


@dataclass(frozen=True, slots=True)
class Offer:
    """What a store takes off, as it was read for one buyer."""

    board: Board
    uses: Uses
    known: bool
    """Did the buyer use something of it before?"""

    def has(self, code: str) -> bool:
        """Is there such a coupon?"""
        return any(one.code == code for one in self.board.promotions)

    def reduce(self, goods: Sequence[Goods], *, code: str | None, at: datetime) -> Reduced:
        """What it takes off some lines of the store. Raises what `rules.reduce` does."""
        return rules.reduce(goods, self.board.promotions, self.uses, code=code, at=at)


OFFER_WANTS = 3


def offer_wants(store_id: str, buyer: str) -> tuple[Want[Board], Want[dict[str, int]], Want[dict[str, int]]]:
    """What must be read to know what a store takes off for a buyer: 3 items."""
    return models.board_want(store_id), models.tally_want(store_id), models.of_buyer_want(store_id, buyer)


def offer(board: Board | None, by_all: dict[str, int] | None, by_buyer: dict[str, int] | None) -> Offer:
    """It, made of what was read. No read."""
    return Offer(board or Board(), Uses(by_all or {}, by_buyer or {}), by_buyer is not None)
