"""The goods in a person's stores."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding
from chalicelib.listings import service
from chalicelib.listings.favourites import service as favourites
from chalicelib.listings.rules import Action, State
from chalicelib.stores.personal import over_stores
from chalicelib.stores.service import Store

_AT_ONCE = 50


def _of(store: Store, cursor: str | None) -> Page[Any]:
    found = service.goods_after(store.id, cursor or "", limit=_AT_ONCE)
    return Page(found, found[-1][0].id if len(found) == _AT_ONCE else None)


_goods = over_stores(_of)


def _forget(person_id: str, cursor: str | None, _: datetime) -> str | None:
    """Take what is on sale from sale: what it was, orders still tell. 2 queries, 1 read, 1 use case each."""
    page = _goods(person_id, cursor)
    for listing, _told in page.items:
        if listing.state is State.ACTIVE:
            try:
                service.act(listing.id, Action.WITHDRAW, person=person_id)
            except DomainError:
                continue  # somebody did it meanwhile
    return page.cursor


def _favourites(person_id: str, cursor: str | None) -> Page[favourites.Marked]:
    return favourites.of_person(person_id, limit=_AT_ONCE, cursor=cursor)


def _forget_favourites(person_id: str, _: str | None, __: datetime) -> str | None:
    """She keeps nothing in mind any more. 1 query, 1 read, 1 use case each."""
    page = _favourites(person_id, None)
    for favourite, _goods_now in page.items:
        favourites.unmark(favourite.listing_id, person=person_id)
    return "more" if page.cursor else None


HOLDINGS = (
    Holding("favourites", pages=_favourites, forget=_forget_favourites),
    Holding("goods", pages=_goods, forget=_forget),
)
