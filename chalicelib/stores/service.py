"""What can be done with stores, and what other domains may ask of one."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from chalicelib.foundation import ids, money, paging
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.photos import service as photos
from chalicelib.photos.service import Photo
from chalicelib.stores import models, rules
from chalicelib.stores.errors import BadCurrency, BadTimeZone, SlugTaken, StoreNotFound, StorePaused
from chalicelib.stores.models import StoreItem
from chalicelib.stores.rules import Action, Picture, Section, State, Store, Theme

__all__ = ["Picture", "Store", "StoreNotFound", "StorePaused", "owned_store", "published_store", "store_want"]

store_want = models.store_want

_SLUG_TRIES = 5
_SAID = ("name", "announcement", "about", "theme", "sections", "pinned")
"""What a change sets as it is given."""


def open_store(owner: str, *, name: str, currency: str, time_zone: str, now: datetime) -> Store:
    """Open a store, as a draft. No read, 1 transaction of 2 items; another for each slug that is taken.

    Raises BadCurrency, BadTimeZone, SlugTaken.
    """
    if not money.is_currency(currency):
        raise BadCurrency(field="currency")
    if not rules.is_time_zone(time_zone):
        raise BadTimeZone(field="time_zone")
    slug = rules.slug_of(name)
    store = Store(
        id=ids.new("sto"),
        owner_id=owner,
        slug=slug,
        name=name,
        currency=currency,
        time_zone=time_zone,
        state=State.DRAFT,
        created_at=now,
    )
    if slug not in rules.RESERVED_SLUGS:
        try:
            return _open(store)
        except SlugTaken:
            pass
    return _open_beside(store)


def _open_beside(store: Store) -> Store:
    """Open under a slug with an ending of its own, since the plain one isn't free."""
    for _ in range(_SLUG_TRIES):
        try:
            return _open(replace(store, slug=rules.slug_beside(store.slug, secrets.randbits(25))))
        except SlugTaken:
            continue
    raise SlugTaken(field="name")


def _open(store: Store) -> Store:
    with Transaction() as tx:
        tx.put(models.store_item(store))
        tx.put(models.slug_item(store.slug, store.id), otherwise=SlugTaken)
        return tx.result(store)


def stores_of(owner: str, *, limit: int, cursor: str | None) -> Page[Store]:
    """A person's stores, the newest first. 1 query of an index."""
    found = StoreItem.by_owner.query(
        owner,
        limit=limit,
        scan_index_forward=False,
        last_evaluated_key=paging.decode(cursor, partition=("owner_id", owner)),
    )
    return paging.page(found).map(StoreItem.store)


def owned_store(store_id: str, *, owner: str) -> Store:
    """One's own store. 1 read. Raises StoreNotFound."""
    (store,) = read_together([models.store_want(store_id)])
    return hers(store, owner)


def hers(store: Store | None, owner: str) -> Store:
    if store is None or store.owner_id != owner:
        raise StoreNotFound
    return store


def open_to_all(store_id: str) -> Store:
    """A store that is published. 1 read. Raises StoreNotFound, StorePaused."""
    (store,) = read_together([models.store_want(store_id)])
    return published(store)


def published_store(slug: str) -> Store:
    """The published store of an address. 2 reads. Raises StoreNotFound, StorePaused."""
    (store_id,) = read_together([models.slug_want(slug)])
    if store_id is None:
        raise StoreNotFound
    return open_to_all(store_id)


def published(store: Store | None) -> Store:
    if store is None or store.state is State.DRAFT:
        raise StoreNotFound
    if not store.is_open:
        raise StorePaused
    return store


class Leave(Enum):
    """That a part isn't changed, where None means to take it away."""

    AS_IS = "as_is"


@dataclass(frozen=True, slots=True)
class Change:
    """What to change of a store; None leaves it. A logo or banner is a photo's id, and None removes it."""

    name: str | None = None
    announcement: str | None = None
    about: str | None = None
    theme: Theme | None = None
    sections: tuple[Section, ...] | None = None
    pinned: tuple[str, ...] | None = None
    logo: str | Leave | None = Leave.AS_IS
    banner: str | Leave | None = Leave.AS_IS


def customise(store_id: str, *, owner: str, wish: Change) -> Store:
    """Change how a store looks and what it says. 1 read, 1 transaction of 1 item.

    Its slug stays, since posters and chats carry it. Raises StoreNotFound, PhotoNotReady.
    """
    wanted = [one for one in (wish.logo, wish.banner) if isinstance(one, str)]
    store, *found = read_together([models.store_want(store_id), *map(photos.photo_want, wanted)])
    before = hers(store, owner)
    known = dict(zip(wanted, found, strict=True))
    after = replace(
        before,
        **{name: value for name in _SAID if (value := getattr(wish, name)) is not None},
        logo=_shown(before.logo, wish.logo, known, owner=owner, field="logo"),
        banner=_shown(before.banner, wish.banner, known, owner=owner, field="banner"),
    )
    with Transaction() as tx:
        if actions := models.changing(before, after):
            tx.update(
                models.store_key(store_id),
                actions,
                condition=StoreItem.owner_id == owner,
                otherwise=StoreNotFound,
            )
    return after


def _shown(
    before: Picture | None,
    wish: str | Leave | None,
    known: Mapping[str, Photo | None],
    *,
    owner: str,
    field: str,
) -> Picture | None:
    if isinstance(wish, Leave):
        return before
    if wish is None:
        return None
    photo = photos.ready(known[wish], owner=owner, field=field)
    return Picture(photo.id, photo.key, photo.width, photo.height)


def act(store_id: str, action: Action, *, owner: str) -> Store:
    """Publish or pause a store. 1 read, 1 transaction of 1 item.

    Raises StoreNotFound, WrongStoreState, ChangedMeanwhile.
    """
    before = owned_store(store_id, owner=owner)
    after = replace(before, state=rules.move(before.state, action))
    with Transaction() as tx:
        tx.update(
            models.store_key(store_id),
            [StoreItem.state.set(after.state.value)],
            condition=(StoreItem.owner_id == owner) & (StoreItem.state == before.state.value),
        )
        return tx.result(after)
