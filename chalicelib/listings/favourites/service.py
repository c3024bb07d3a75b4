"""What people do with their favourites, and telling them that one costs less.

When a price was lowered, those who know of a higher one are told in turns: a message tells some and asks for
the next. What each was told of last is noted in the same step, so each lower price is told once, and one a
day of the same goods, however often the price goes up and down.
"""

from __future__ import annotations

from datetime import datetime

from chalicelib.foundation import paging
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import models as goods
from chalicelib.listings import service as listings
from chalicelib.listings.errors import ListingNotFound
from chalicelib.listings.events import FavouriteCheaper, PriceLowered
from chalicelib.listings.favourites import models
from chalicelib.listings.favourites.errors import FavouriteNotFound, FavouritesFull
from chalicelib.listings.favourites.models import FanItem, FavouriteItem
from chalicelib.listings.favourites.rules import A_TURN, Fan, Favourite
from chalicelib.listings.rules import Listing
from chalicelib.stores.service import Scope

_LOOKS = 4

Marked = tuple[Favourite, Listing | None]
"""A favourite, and its goods as they are on sale now; None: they aren't."""


def mark(listing_id: str, *, person: str, now: datetime) -> Marked:
    """Keep goods in mind; doing it again changes nothing. 1 read, 1 transaction of 4 items.

    Twice if she presses twice at one instant. Raises ListingNotFound, FavouritesFull, ChangedMeanwhile.
    """
    try:
        return _mark(listing_id, person, now)
    except ChangedMeanwhile:
        return _mark(listing_id, person, now)


def _mark(listing_id: str, person: str, now: datetime) -> Marked:
    there, found = _read(listing_id, person)
    if there is not None:
        return there, listings.on_sale(found)
    if (listing := listings.on_sale(found)) is None:
        raise ListingNotFound
    favourite = Favourite(listing_id, listing.title, listing.lowest_price, now)
    with Transaction() as tx:
        tx.put(models.fan_item(person, favourite))
        tx.put(models.favourite_item(person, favourite))
        tx.update(
            *models.counting(models.favourites_key(person), 1),
            condition=models.room(),
            otherwise=FavouritesFull,
        )
        tx.update(*models.counting(models.fans_key(listing_id), 1))
    return favourite, listing


def unmark(listing_id: str, *, person: str) -> None:
    """Keep goods in mind no more; doing it again changes nothing. 1 read, 1 transaction of 4 items.

    Twice if she presses twice at one instant. Raises ListingNotFound, ChangedMeanwhile.
    """
    try:
        _unmark(listing_id, person)
    except ChangedMeanwhile:
        _unmark(listing_id, person)


def _unmark(listing_id: str, person: str) -> None:
    there, found = _read(listing_id, person)
    if there is None and listings.on_sale(found) is None:
        raise ListingNotFound
    if there is None:
        return
    with Transaction() as tx:
        tx.delete(models.fan_key(listing_id, person), condition=FanItem.at == there.at)
        tx.delete(models.favourite_key(person, there))
        tx.update(*models.counting(models.favourites_key(person), -1))
        tx.update(*models.counting(models.fans_key(listing_id), -1))


def show(listing_id: str, *, person: str) -> Marked:
    """A favourite. 1 read. Raises FavouriteNotFound."""
    there, listing = _read(listing_id, person)
    if there is None:
        raise FavouriteNotFound
    return there, listings.on_sale(listing)


def _read(listing_id: str, person: str) -> tuple[Favourite | None, Listing | None]:
    there, listing = read_together([models.fan_want(listing_id, person), goods.listing_want(listing_id)])
    return there, listing


def of_person(person: str, *, limit: int, cursor: str | None) -> Page[Marked]:
    """A person's favourites, what she marked last first. 1 query, 1 read."""
    within = FavouriteItem.sk.startswith(models.MARKED)
    key = models.favourites_key(person)
    found = paging.query(FavouriteItem, key, within, limit=limit, cursor=cursor)
    marked = found.map(FavouriteItem.favourite)
    wants = [goods.listing_want(one.listing_id) for one in marked.items]
    shown = read_together(wants) if wants else []
    pairs = zip(marked.items, shown, strict=True)
    return Page([(one, listings.on_sale(listing)) for one, listing in pairs], found.cursor)


def how_many(listing_id: str, *, person: str) -> int:
    """How many marked some goods, for who works in their store. 1 read, for staff 2.

    Raises ListingNotFound, NotPermitted.
    """
    listing, count = read_together([goods.listing_want(listing_id), models.count_want(listing_id)])
    listings.permitted(listing, person=person, scope=Scope.GOODS_READ)
    return count or 0


def fans_of(listing_id: str, *, limit: int, cursor: str | None) -> Page[str]:
    """The ids of those who marked goods, for whoever may know. 1 query. Raises BadCursor."""
    within = FanItem.sk.startswith(models.FAN)
    key = models.fans_key(listing_id)
    found = paging.query(FanItem, key, within, limit=limit, cursor=cursor, newest_first=False)
    return found.map(lambda item: str(item.sk))


def tell_cheaper(event: PriceLowered, *, now: datetime) -> int:
    """Tell the next of those who marked goods that these cost less; answers how many.

    1 read, 1 query, 1 transaction of 20 items and 2 events at most; nothing when the price is up again.
    Raises ChangedMeanwhile when somebody marks and unmarks them without end.
    """
    for _ in range(_LOOKS - 1):
        try:
            return _tell_cheaper(event, now)
        except ChangedMeanwhile:
            continue  # one of them unmarked the goods, or was told of another price, at this moment
    return _tell_cheaper(event, now)


def _tell_cheaper(event: PriceLowered, now: datetime) -> int:
    found, count = read_together([goods.listing_want(event.listing_id), models.count_want(event.listing_id)])
    listing = listings.on_sale(found)
    if not count or listing is None or listing.lowest_price.amount > event.price:
        return 0
    day = event.begun_at.date().isoformat()
    fans = _next(event)
    people = [fan for fan in fans if fan.wants_to_hear(event.price, on=day)]
    with Transaction() as tx:
        for fan in people:
            key, actions, same = models.telling(event.listing_id, fan, event.price, on=day)
            tx.update(key, actions, condition=same)
        if people:
            tx.emit(_telling(event, listing, [fan.person_id for fan in people], now))
        if len(fans) == A_TURN:
            rest = event.model_dump(exclude={"event_id", "at", "after"})
            tx.emit(PriceLowered(**rest, at=now, after=fans[-1].person_id))
    return len(people)


def _next(event: PriceLowered) -> list[Fan]:
    """The next of those who marked goods, in the order of their ids."""
    start = f"{event.after}\x01" if event.after else models.FAN
    within = FanItem.sk.between(start, models.FAN + "~")
    key = models.fans_key(event.listing_id)
    found = paging.query(FanItem, key, within, limit=A_TURN, cursor=None, newest_first=False)
    return [item.fan() for item in found.items]


def _telling(event: PriceLowered, listing: Listing, people: list[str], now: datetime) -> FavouriteCheaper:
    return FavouriteCheaper(
        at=now,
        listing_id=listing.id,
        title=listing.title,
        price=event.price,
        currency=event.currency,
        begun_at=event.begun_at,
        person_ids=tuple(people),
    )
