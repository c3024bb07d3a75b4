"""What can be asked of search, and how it learns of goods."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from pynamodb.exceptions import PutError

from chalicelib.foundation import aws, clock, transaction
from chalicelib.foundation.errors import Busy, ChangedMeanwhile
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import service as listings
from chalicelib.listings.categories import service as categories
from chalicelib.listings.categories.service import Kind
from chalicelib.listings.service import Details, Listing
from chalicelib.search import best as best_
from chalicelib.search import models, queries
from chalicelib.search.errors import BadPriceRange, NothingAsked, UnknownFacet
from chalicelib.search.index import Index
from chalicelib.search.models import FameItem
from chalicelib.search.postings import TableIndex
from chalicelib.search.queries import Answer, Hit, Shelves, Shown
from chalicelib.search.rules import suggestions, tokens
from chalicelib.search.rules.documents import Document, Fame, Goods, Value, document
from chalicelib.search.rules.facets import Choice, Facet
from chalicelib.search.rules.queries import Sort, Wish
from chalicelib.stores import service as stores
from chalicelib.stores.events import StoreChanged

__all__ = [
    "Answer",
    "Choice",
    "Facet",
    "Fame",
    "Hit",
    "Sort",
    "Wish",
    "best",
    "fame",
    "fame_want",
    "find",
    "refresh",
    "refresh_store",
    "suggest",
    "words",
]

fame_want = models.fame_want

STORE_PAGE = 25
"""How many goods of a store one message has indexed anew: they take a second or so."""

ATTEMPTS = 10
"""How often a listing is indexed anew when another change of it came between."""

SUGGESTED, PHRASES_READ = 8, 100


def find(
    wish: Wish,
    *,
    limit: int = 20,
    cursor: str | None = None,
    index: Index | None = None,
    shelves: Shelves | None = None,
) -> Answer:
    """A page of the goods on sale that answer a wish. `queries` tells its cost, which is bounded.

    Raises NothingAsked, BadPriceRange, UnknownFacet, BadCursor.
    """
    if not wish.text.strip() and wish.category is None:
        raise NothingAsked(field="q")
    if wish.price_min is not None and wish.price_max is not None and wish.price_min > wish.price_max:
        raise BadPriceRange(field="price_min")
    for name in wish.attributes:
        if not ((known := categories.tree().attributes.get(name)) and known.facetable):
            raise UnknownFacet(f"Goods can't be narrowed down by “{name}”.", field="attributes")
    return queries.answer(
        wish, limit=limit, cursor=cursor, index=index or TableIndex(), shelves=shelves or on_shelves
    )


def best(
    categories_: Sequence[str], *, shelves: int, each: int, index: Index | None = None
) -> Mapping[str, list[Hit]]:
    """So many shelves of the best goods, of the first of some categories that have any.

    1 query for each category that is looked at, and 1 read.
    """
    return best_.best(categories_, shelves=shelves, each=each, index=index or TableIndex(), read=on_shelves)


def on_shelves(wanted: Mapping[str, str], *, with_text: bool) -> Mapping[str, Shown]:
    """Goods as they are, of those that are on sale in an open store. 1 read; 1 more for whole texts."""
    now, store_ids = clock.now(), sorted(set(wanted.values()))
    found = read_together(
        [
            *map(listings.listing_want, wanted),
            *map(stores.store_want, store_ids),
        ]
    )
    open_ = {store.id: store.slug for store in found[len(wanted) :] if store and store.is_open}
    cards = [one for one in found[: len(wanted)] if listings.on_sale(one) and one.store_id in open_]
    now = clock.now()
    texts: list[Any] = [None] * len(cards)
    if with_text:
        texts = read_together([listings.details_want(card.id) for card in cards])
    return {
        card.id: Shown(
            id=card.id,
            title=card.title,
            text=f"{card.title}\n{details.description if details else ''}",
            sold_out=card.status == "sold_out",
            low=card.cheapest(now).price_at(now).amount,
            high=card.highest_price(now).amount,
            card=card,
            slug=open_[card.store_id],
        )
        for card, details in zip(cards, texts, strict=True)
    }


def words(text: str) -> tuple[str, ...]:
    """The terms under which a text is found, in its order: others who compare texts do it as search does."""
    return tuple(tokens.terms(tokens.pieces(tokens.fold(text))))


def suggest(typed: str, *, index: Index | None = None) -> list[str]:
    """What may follow what somebody has typed so far, the most frequent first. 2 queries."""
    pieces = tokens.pieces(tokens.fold(typed))
    beginning = " ".join(piece.text for piece in pieces)[:60]
    if not suggestions.enough(beginning):
        return []
    found = (index or TableIndex()).phrases(beginning, most=PHRASES_READ)
    return suggestions.best(found, most=SUGGESTED)


def refresh(listing_id: str, *, index: Index | None = None) -> None:
    """Let the index say of a listing what is true now. 2 reads, 2 more on sale, and 1 transaction.

    What there is of it is read before the truth, and the change demands that nobody changed it since: so the
    index never goes back to an earlier truth, in whatever order messages come. Raises Busy.
    """
    kept = index or TableIndex()
    for attempt in range(ATTEMPTS):
        if attempt:
            transaction.sleep(random.uniform(0, 0.05 * attempt))  # noqa: S311 - jitter
        before = kept.entry(listing_id)
        after = _document(listing_id)
        if after:
            kept.learn(after.words)
        try:
            return kept.replace(before, after)
        except ChangedMeanwhile:
            continue
    raise Busy


def refresh_store(store_id: str, *, after: str | None, now: datetime, index: Index | None = None) -> None:
    """Index a store's goods anew, so many at a time. 1 query, a refresh of each, 1 transaction to go on."""
    some = listings.on_shelf(store_id, limit=STORE_PAGE, cursor=after)
    for listing in some.items:
        refresh(listing.id, index=index)
    if some.cursor:
        with Transaction() as tx:
            tx.emit(StoreChanged(store_id=store_id, after=some.cursor, at=now))


def _document(listing_id: str) -> Document | None:
    """A listing as it is now to be indexed; None if nobody can buy it. 1 read, 1 more if it is on sale."""
    listing, details, made = read_together(
        [
            listings.listing_want(listing_id),
            listings.details_want(listing_id),
            models.fame_want(listing_id),
        ]
    )
    if listings.on_sale(listing) is None:
        return None
    (store,) = read_together([stores.store_want(listing.store_id)])
    if store is None or not store.is_open:
        return None
    return document(_goods(listing, details or Details("", {}, ()), made or Fame(), store.region))


def _goods(listing: Listing, details: Details, made: Fame, region: str) -> Goods:
    attributes, now = details.attributes, clock.now()
    line = categories.category_line(listing.category)
    names = [categories.category_names(slug) for slug in reversed(line)]
    labels = [label for pair in categories.labelled(listing.category, attributes) for label in pair]
    return Goods(
        id=listing.id,
        store_id=listing.store_id,
        title=listing.title,
        description=details.description,
        categories=tuple(reversed(line)),
        told=tuple(dict.fromkeys(word for one in (*names, *labels) for word in (one.zh, one.en))),
        facets={
            one.slug: _value(attributes[one.slug], one.kind)
            for one in categories.facetable(listing.category)
            if one.slug in attributes
        },
        kinds=tuple((variant.sku, variant.title) for variant in listing.variants),
        low=listing.cheapest(now).price_at(now).amount,
        high=listing.highest_price(now).amount,
        currency=listing.lowest_price.currency,
        sold_out=listing.status == "sold_out",
        region=region,
        by_the_lot=listing.lot.least > 1,
        fame=made,
    )


def _value(told: str, kind: Kind) -> Value:
    """A number as such, unless it was told before its category asked for one."""
    try:
        return float(told) if kind is Kind.NUMBER else told
    except ValueError:
        return told


def fame(listing_id: str, *, sales: int, rating: float, reviews: int, version: int) -> None:
    """Note what buyers made of a listing: pieces sold, mean stars, how many gave them. 1 write and a refresh.

    Of two calls the one with the higher version counts, in whatever order they come.
    """
    item = FameItem(pk=listing_id, sk="fame", sales=sales, rating=rating, reviews=reviews, version=version)
    try:
        item.save(FameItem.pk.does_not_exist() | (FameItem.version < version))
    except PutError as error:
        if not aws.condition_failed(error):
            raise
    refresh(listing_id)
