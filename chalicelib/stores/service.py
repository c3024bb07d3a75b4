"""What can be done with stores, and what other domains may ask of one."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from chalicelib.accounts import service as accounts
from chalicelib.foundation import clock, ids, money, paging
from chalicelib.foundation.errors import NotFound
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import Want, read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.photos import service as photos
from chalicelib.photos.service import Photo
from chalicelib.photos.uses import service as uses
from chalicelib.photos.uses.service import Use, UseKind
from chalicelib.stores import models, qr, rules
from chalicelib.stores.errors import (
    BadCurrency,
    BadTimeZone,
    NotPermitted,
    SlugTaken,
    StoreNotFound,
    StorePaused,
)
from chalicelib.stores.events import StoreChanged
from chalicelib.stores.models import StoreItem
from chalicelib.stores.rules import Action, Picture, Section, State, Store, Theme
from chalicelib.stores.staff import deeds
from chalicelib.stores.staff.models import staff_want
from chalicelib.stores.staff.rules import Role, Scope, Staff, opened, role_of

__all__ = [
    "Picture",
    "Scope",
    "Store",
    "StoreNotFound",
    "StorePaused",
    "Theme",
    "link_want",
    "permit",
    "permitted",
    "published_store",
    "store_want",
    "usable_photo",
    "who_may",
]

store_want = models.store_want
link_want = models.link_want

_SLUG_TRIES = 5
_SAID = ("name", "region", "announcement", "about", "theme", "sections", "pinned")
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
    found = paging.query(StoreItem.by_owner, owner, limit=limit, cursor=cursor)
    return found.map(StoreItem.store)


def first_of(owner: str, *, most: int) -> list[Store]:
    """A person's stores, the oldest first. 1 query of an index."""
    found = paging.query(StoreItem.by_owner, owner, limit=most, cursor=None, newest_first=False)
    return found.map(StoreItem.store).items


def wants(store_id: str, person: str) -> tuple[Want[Store], Want[Staff | None]]:
    """A store and what tells a person's role in it, to be read together with other things."""
    return models.store_want(store_id), staff_want(store_id, person)


def role_in(store: Store | None, staff: Staff | None, person: str) -> Role:
    """A person's role in a store, both as they were read. No read. Raises StoreNotFound."""
    role = role_of(person, owner_id=store.owner_id, staff=staff) if store else None
    if role is None:
        raise StoreNotFound
    return role


def checked(store: Store | None, staff: Staff | None, *, person: str, scope: Scope) -> Store:
    """A store that was read, if this person may do this there. No read.

    What a partner asks for is noted. Raises StoreNotFound, NotPermitted.
    """
    may = scope in opened(role_in(store, staff, person), staff)
    deeds.note(staff, scope, allowed=may)
    if not may or store is None:
        raise NotPermitted
    return store


def permitted(store_id: str, *, person: str, scope: Scope) -> Store:
    """The store in which a person may do something. 1 read of 2 items. Raises StoreNotFound, NotPermitted."""
    store, staff = read_together(wants(store_id, person))
    return checked(store, staff, person=person, scope=scope)


def permit(person: str, scope: Scope, *, store_id: str, owner: str, otherwise: type[NotFound]) -> None:
    """May a person do this in a store whose owner is known? No read for the owner, else 1 of 1 item.

    Raises NotPermitted; and `otherwise` if she doesn't work there: a stranger learns nothing.
    """
    if person == owner:
        return
    (staff,) = read_together([staff_want(store_id, person)])
    if staff is None:
        raise otherwise
    may = scope in opened(staff.role, staff)
    deeds.note(staff, scope, allowed=may)
    if not may:
        raise NotPermitted


def who_may(store_id: str, people: Sequence[str], *, scope: Scope, owner: str) -> set[str]:
    """Who of some people may do this in a store whose owner is known. No read for the owner alone, else 1."""
    others = [person for person in people if person != owner]
    found = read_together([staff_want(store_id, person) for person in others]) if others else []
    may = {one.person_id for one in found if one and scope in opened(one.role, one)}
    return may | (set(people) - set(others))


def usable_photo(photo: Photo | None, *, person: str, owner: str, field: str) -> Photo:
    """A photo that was read, if it may be shown in a store: the store owner's, or of whoever shows it.

    No read. Raises PhotoNotReady naming the field.
    """
    whose = person if photo and photo.owner_id == person else owner
    return photos.ready(photo, owner=whose, field=field)


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


def qr_code(url: str) -> bytes:
    """An address as a QR code, a PNG of 512 pixels."""
    return qr.draw(url, size=512, kind=qr.Format.PNG)


def published(store: Store | None) -> Store:
    """A store that was read, if it is open to all. No read. Raises StoreNotFound, StorePaused."""
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
    region: str | None = None
    announcement: str | None = None
    about: str | None = None
    theme: Theme | None = None
    sections: tuple[Section, ...] | None = None
    pinned: tuple[str, ...] | None = None
    logo: str | Leave | None = Leave.AS_IS
    banner: str | Leave | None = Leave.AS_IS


def customise(store_id: str, *, person: str, wish: Change) -> Store:
    """Change how a store looks and what it says. 1 read, 1 transaction of 1 item, of another region 2.

    A new logo or banner costs 1 item more, one that goes 1 read and 1 item. Its slug stays, since posters and
    chats carry it. Raises StoreNotFound, NotPermitted, PhotoNotReady, BadRegion, ChangedMeanwhile.
    """
    if wish.region is not None:
        accounts.county(wish.region)
    wanted = [one for one in (wish.logo, wish.banner) if isinstance(one, str)]
    store, staff, *found = read_together([*wants(store_id, person), *map(photos.photo_want, wanted)])
    before = checked(store, staff, person=person, scope=Scope.STORE_DESIGN)
    if wish.name is not None or wish.region is not None:
        checked(store, staff, person=person, scope=Scope.STORE_EDIT)
    known = dict(zip(wanted, found, strict=True))

    def shown(was: Picture | None, wish: str | Leave | None, field: str) -> Picture | None:
        if isinstance(wish, Leave) or (was and was.id == wish):
            return was
        if wish is None:
            return None
        photo = usable_photo(known[wish], person=person, owner=before.owner_id, field=field)
        return Picture(photo.id, photo.key, photo.width, photo.height)

    after = replace(
        before,
        **{name: value for name in _SAID if (value := getattr(wish, name)) is not None},
        logo=shown(before.logo, wish.logo, "logo"),
        banner=shown(before.banner, wish.banner, "banner"),
    )
    with Transaction() as tx:
        if actions := models.changing(before, after):
            same = models.same_pictures(before, after)
            tx.update(models.store_key(store_id), actions, condition=same)
        _show_pictures(tx, before, after)
        if after.region != before.region:
            tx.emit(StoreChanged(store_id=store_id, at=clock.now()))
    return after


def _show_pictures(tx: Transaction, before: Store, after: Store) -> None:
    """Keep what the store shows from being deleted: 1 item for each that comes or goes."""
    was, now = ([one.id for one in (store.logo, store.banner) if one] for store in (before, after))
    uses.note(tx, Use(UseKind.STORE, after.id), shown=now, before=was)


def act(store_id: str, action: Action, *, person: str) -> Store:
    """Publish or pause a store. 1 read, 1 transaction of 2 items.

    Raises StoreNotFound, NotPermitted, WrongStoreState, ChangedMeanwhile.
    """
    before = permitted(store_id, person=person, scope=Scope.STORE_EDIT)
    after = replace(before, state=rules.move(before.state, action))
    with Transaction() as tx:
        tx.update(
            models.store_key(store_id),
            [StoreItem.state.set(after.state.value)],
            condition=StoreItem.state == before.state.value,
        )
        tx.emit(StoreChanged(store_id=store_id, at=clock.now()))
        return tx.result(after)
