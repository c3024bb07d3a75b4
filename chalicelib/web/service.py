"""The public pages, made of what the domains know.

A store's page costs 4 reads (its address, the store, the pinned goods, a page of its shelf), a listing's
page 5, 2 more where there are reviews and 1 where there are group buys, whatever is stored; and a message of
the look. Photos are signed here, without a call.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from chalicelib.foundation.languages import Language
from chalicelib.foundation.tables import read_together
from chalicelib.insights.collecting import service as insights
from chalicelib.insights.collecting.service import Came, Looker
from chalicelib.listings import service as listings
from chalicelib.listings.categories import service as categories
from chalicelib.listings.errors import ListingNotFound
from chalicelib.listings.service import Details, Listing, Variant
from chalicelib.listings.taxes import service as taxes
from chalicelib.photos import service as photos
from chalicelib.promotions import service as promotions
from chalicelib.promotions.service import Board
from chalicelib.reviews import service as reviews
from chalicelib.reviews.service import Review, Tally
from chalicelib.social.groups import service as groups
from chalicelib.stores import service as stores
from chalicelib.stores.service import Store
from chalicelib.web import formats
from chalicelib.web.offers import group_view, offer_view
from chalicelib.web.pages import (
    GoodsCard,
    ListingPage,
    OfferView,
    PhotoView,
    RatingView,
    ReviewView,
    Section,
    StorePage,
    VariantRow,
)
from chalicelib.web.prices import tax_note

REVIEWS = 3
"""How many reviews the goods' page shows."""

PAGE = 24
"""How many goods a page of the shelf shows."""


class Pictured(Protocol):
    """A stored picture, whichever domain keeps it."""

    @property
    def id(self) -> str:
        """The photo's id."""

    @property
    def key(self) -> str:
        """Where it is kept."""

    @property
    def width(self) -> int:
        """In pixels."""

    @property
    def height(self) -> int:
        """In pixels."""


@dataclass(frozen=True, slots=True)
class Visit:
    """How a page is being looked at: at which public address, and in which language."""

    base_url: str
    language: Language
    looker: Looker | None = None
    """Whoever looks; None: it isn't to be counted."""
    came: Came | None = None

    def store(self, store: Store) -> str:
        """A store page's address."""
        return f"{self.base_url}/shop/{store.slug}"

    def listing(self, store: Store, listing_id: str) -> str:
        """A listing page's address."""
        return f"{self.store(store)}/{listing_id}"

    def client(self, place: str = "") -> str:
        """The address of a place in the web client, such as `buy/lst_1`."""
        return f"{self.base_url}/app#/{place}" if place else f"{self.base_url}/app"


def store_page(slug: str, visit: Visit, *, cursor: str | None, now: datetime) -> StorePage:
    """What a store's page shows. 4 reads. Raises StoreNotFound, StorePaused, BadCursor."""
    store = stores.published_store(slug)
    shelf = listings.on_shelf(store.id, limit=PAGE, cursor=cursor)
    board, *found = read_together(
        [promotions.board_want(store.id), *map(listings.listing_want, () if cursor else store.pinned)]
    )
    on_sale = map(listings.on_sale, found)
    pinned = [one for one in on_sale if one and one.store_id == store.id]
    url = visit.store(store)
    _note(store, None, visit, now)

    def card(listing: Listing) -> GoodsCard:
        return goods_card(listing, visit.listing(store, listing.id), visit.language, now)

    return StorePage(
        url=url,
        name=store.name,
        language=visit.language,
        accent=store.theme.accent,
        announcement=store.announcement,
        about=store.about,
        banner=_picture(store.banner),
        logo=_picture(store.logo),
        sections=tuple(Section(section.kind.value, section.title) for section in store.sections),
        offers=_offers(store, board, visit, now),
        pinned=_cards(card, pinned),
        goods=_cards(card, shelf.items),
        next_url=f"{url}?cursor={shelf.cursor}" if shelf.cursor else None,
        qr_url=f"{visit.base_url}/stores/{store.id}/qr?format=svg",
        follow_url=visit.client(f"follow/{store.id}"),
        image=_stable(visit, store.banner or (shelf.items[0].cover if shelf.items else None)),
    )


def _note(store: Store, listing: Listing | None, visit: Visit, now: datetime) -> None:
    """Let insights know of the look. 1 message."""
    if visit.looker:
        listing_id = listing.id if listing else None
        insights.note_page(store.id, listing_id, visit.looker, visit.came or Came(), now=now)


def goods_card(
    listing: Listing, url: str, language: Language, now: datetime, *, note: str = "", ad: bool = False
) -> GoodsCard:
    """Goods in a list, at the price that they have now."""
    cheapest = listing.cheapest(now)
    return GoodsCard(
        url=url,
        title=listing.title,
        price=formats.price(cheapest.price_at(now), language),
        photo=_picture(listing.cover),
        from_price=cheapest.price_at(now) != listing.highest_price(now),
        usual_price=_usual_price(cheapest, language, now),
        sold_out=listing.status == "sold_out",
        note=note,
        ad=ad,
    )


def _cards(card: Callable[[Listing], GoodsCard], found: list[Listing]) -> tuple[GoodsCard, ...]:
    return tuple(card(listing) for listing in found)


def _usual_price(variant: Variant, language: Language, now: datetime) -> str:
    """What it costs when there is no sale; nothing where that is what it costs."""
    return formats.price(variant.price, language) if variant.reduced_until(now) else ""


def listing_page(slug: str, listing_id: str, visit: Visit, *, now: datetime) -> ListingPage:
    """What a listing's page shows. 4 reads and 1 query, 6 where there are reviews, 1 more with group buys.

    Raises StoreNotFound, StorePaused, ListingNotFound.
    """
    store = stores.published_store(slug)
    *found, board, terms = read_together(
        [*listings.page_wants(listing_id), promotions.board_want(store.id), taxes.tax_want(store.id)]
    )
    listing, details = listings.shown(*found)
    if listing.store_id != store.id:
        raise ListingNotFound
    page = _listing_page(store, listing, details, visit, now)
    tax = tax_note(terms, listing.category, visit.language)
    _note(store, listing, visit, now)
    open_groups = tuple(
        group_view(one, visit.language, time_zone=store.time_zone, url=visit.client(f"group/{one.id}"))
        for one in groups.open_for(listing.id, now=now)
    )
    return replace(page, offers=open_groups + _offers(store, board, visit, now), tax=tax)


def _offers(store: Store, board: Board | None, visit: Visit, now: datetime) -> tuple[OfferView, ...]:
    return tuple(
        offer_view(one, visit.language, time_zone=store.time_zone)
        for one in promotions.advertised(board, now)
    )


def _listing_page(
    store: Store, listing: Listing, details: Details, visit: Visit, now: datetime
) -> ListingPage:
    of_goods, of_store = reviews.ratings_of(listing.id, store.id)
    newest = reviews.newest_of(listing.id, most=REVIEWS) if of_goods.reviews else ()
    cheapest = listing.cheapest(now)
    until = cheapest.reduced_until(now)
    return ListingPage(
        url=visit.listing(store, listing.id),
        title=listing.title,
        language=visit.language,
        store_name=store.name,
        store_url=visit.store(store),
        price=formats.price(cheapest.price_at(now), visit.language),
        currency=store.currency,
        variants=tuple(_variant_row(one, listing, store, visit, now) for one in listing.variants),
        accent=store.theme.accent,
        from_price=cheapest.price_at(now) != listing.highest_price(now),
        usual_price=_usual_price(cheapest, visit.language, now),
        reduced_until=formats.moment(until, visit.language, time_zone=store.time_zone) if until else "",
        store_logo=_picture(store.logo),
        photos=tuple(picture for photo in details.photos if (picture := _picture(photo))),
        attributes=tuple(
            (name.said(visit.language), value.said(visit.language))
            for name, value in categories.labelled(listing.category, details.attributes)
        ),
        description=details.description,
        image=_stable(visit, listing.cover),
        rating=_rating(of_goods),
        store_rating=_rating(of_store),
        reviews=tuple(_review(one, store, visit) for one in newest),
        buy_url=visit.client(f"buy/{listing.id}"),
        ask_url=visit.client(f"ask/{listing.id}"),
    )


def _rating(tally: Tally) -> RatingView:
    return RatingView(reviews.average(tally) or "", tally.reviews, tally.sales)


def _review(review: Review, store: Store, visit: Visit) -> ReviewView:
    return ReviewView(
        author=review.author,
        stars=review.opinion.stars,
        text=review.opinion.text,
        day=review.created_at.date().isoformat(),
        on=formats.day(review.created_at, visit.language, time_zone=store.time_zone),
        variant=review.bought.variant_title,
        photos=tuple(photos.url(photo) for photo in review.opinion.photos),
        reply=review.reply.text if review.reply else "",
        follow_up=review.follow_up.text if review.follow_up else "",
    )


def _variant_row(variant: Variant, listing: Listing, store: Store, visit: Visit, now: datetime) -> VariantRow:
    price, until = variant.price_at(now), variant.reduced_until(now)
    return VariantRow(
        title=variant.title,
        price=formats.price(price, visit.language),
        price_decimal=price.decimal(),
        stock=variant.stock,
        sku=variant.sku,
        usual_price=_usual_price(variant, visit.language, now),
        last_day=until.astimezone(ZoneInfo(store.time_zone)).date().isoformat() if until else "",
        steps=tuple(
            (rung.least, formats.price(variant.price_at(now, quantity=rung.least), visit.language))
            for rung in variant.ladder
            if variant.price_at(now, quantity=rung.least) < price
        ),
        buy_url=visit.client(f"buy/{listing.id}?variant={variant.id}") if variant.stock > 0 else "",
    )


def _picture(picture: Pictured | None) -> PhotoView | None:
    return PhotoView(photos.url(picture), picture.width, picture.height) if picture else None


def _stable(visit: Visit, picture: Pictured | None) -> PhotoView | None:
    """A picture at an address that doesn't expire, since preview cards are kept for days."""
    if picture is None:
        return None
    return PhotoView(f"{visit.base_url}/media/{picture.id}", picture.width, picture.height)
