"""The stores that a person has opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Forget, Holding, Pages, nested
from chalicelib.foundation.tables import Item, Want, read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.stores import models, service
from chalicelib.stores.events import StoreChanged
from chalicelib.stores.models import StoreItem
from chalicelib.stores.rules import State
from chalicelib.stores.service import Store

CLOSED = "已关闭"
"""What a store is called whose merchant has gone."""


def one_store(person_id: str, cursor: str | None) -> Page[Store]:
    """A person's stores, one by one."""
    return service.stores_of(person_id, limit=1, cursor=cursor)


def over_stores(inner: Callable[[Store, str | None], Page[Any]]) -> Pages:
    """What belongs to each of a person's stores."""
    return nested(one_store, inner)


def one_of_each(want: Callable[[str], Want[Any]]) -> Pages:
    """The one item of its kind that each of a person's stores may have, by the store's id."""

    def page(store: Store, _: str | None) -> Page[Any]:
        return Page([one for one in read_together([want(store.id)]) if one is not None], None)

    return over_stores(page)


def forget_one_of_each(key: Callable[[str], Item]) -> Forget:
    """How such an item is forgotten. 1 query, 1 transaction of 1 item."""

    def forget(person_id: str, cursor: str | None, _: datetime) -> str | None:
        page = one_store(person_id, cursor)
        with Transaction() as tx:
            for store in page.items:
                tx.delete(key(store.id))
        return page.cursor

    return forget


def _stores(person_id: str, cursor: str | None) -> Page[Store]:
    return service.stores_of(person_id, limit=20, cursor=cursor)


def _forget(person_id: str, cursor: str | None, now: datetime) -> str | None:
    """Close a store, and take away what it says and shows. 1 query, 1 transaction of 1 item and 1 event."""
    page = one_store(person_id, cursor)
    for store in page.items:
        item = StoreItem
        state = State.DRAFT if store.state is State.DRAFT else State.PAUSED
        said = [item.name.set(CLOSED), item.announcement.set(""), item.about.set(""), item.region.remove()]
        with Transaction() as tx:
            tx.update(
                models.store_key(store.id),
                [*said, item.logo.remove(), item.banner.remove(), item.state.set(state.value)],
            )
            tx.emit(StoreChanged(store_id=store.id, at=now))
    return page.cursor


HOLDINGS = (Holding("stores", pages=_stores, forget=_forget),)
