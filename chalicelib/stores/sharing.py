"""Sharing a store: short links for each channel, counted visits, QR codes."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from pynamodb.exceptions import UpdateError

from chalicelib.foundation import aws
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.tables import BATCH, Want, read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.photos import service as photos
from chalicelib.stores import models, qr, service
from chalicelib.stores.errors import LinkNotFound, TooManyLinks
from chalicelib.stores.models import LinkItem
from chalicelib.stores.rules import Channel, Link, Store
from chalicelib.stores.staff.rules import Scope

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
"""Base 58: no 0, O, I or l, so that a code can be read off a poster."""

_CODE_LENGTH = 9
"""58 ** 9 codes: with a billion links, one guess in seven million hits."""


def share(store_id: str, *, person: str, channel: Channel, label: str, now: datetime) -> Link:
    """Make a short link for a channel. 1 read, 1 transaction of 5 items.

    Raises StoreNotFound, NotPermitted, TooManyLinks.
    """
    store = service.permitted(store_id, person=person, scope=Scope.LINKS_EDIT)
    with Transaction() as tx:
        return tx.result(add(tx, store, channel=channel, label=label, leads_to="", now=now))


def add(tx: Transaction, store: Store, *, channel: Channel, label: str, leads_to: str, now: datetime) -> Link:
    """Make a short link in the caller's transaction: 5 items. On commit raises TooManyLinks."""
    link = Link(
        code="".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH)),
        store_id=store.id,
        slug=store.slug,
        channel=channel,
        label=label,
        visits=0,
        created_at=now,
        leads_to=leads_to,
    )
    actions, room = models.one_link_more(link.code)
    tx.update(models.links_key(store.id), actions, condition=room, otherwise=TooManyLinks)
    for item in models.link_items(link):
        tx.put(item, otherwise=ChangedMeanwhile)
    return link


def links(store_id: str, *, person: str) -> Sequence[Link]:
    """All links of a store, at most 50, the oldest first. 3 reads. Raises StoreNotFound, NotPermitted."""
    store, staff, codes = read_together([*service.wants(store_id, person), models.links_want(store_id)])
    service.checked(store, staff, person=person, scope=Scope.LINKS_READ)
    wants = [want for code in sorted(codes or ()) for want in models.copy_wants(code)]
    found: dict[str, Link] = {}
    for begin in range(0, len(wants), BATCH):
        for copy in filter(None, read_together(wants[begin : begin + BATCH])):
            before = found.get(copy.code)
            found[copy.code] = replace(copy, visits=copy.visits + (before.visits if before else 0))
    return sorted(found.values(), key=lambda link: (link.created_at, link.code))


def follow(code: str) -> Link:
    """Count one visit over a link, and learn where it leads. 1 write. Raises LinkNotFound.

    What was made before links had copies has the first alone: 2 writes. `visits` are those of a copy.
    """
    for copy in dict.fromkeys([secrets.randbelow(models.LINK_COPIES), 0]):
        item = models.link_key(code, copy)
        try:
            item.update([LinkItem.visits.add(1)], condition=LinkItem.pk.exists())
            return item.link()
        except UpdateError as error:
            if not aws.condition_failed(error):
                raise
    raise LinkNotFound


@dataclass(frozen=True, slots=True)
class Poster:
    """Which QR code is wanted: of which link (None: the store's own address), how large, with its logo?"""

    link: str | None
    size: int
    kind: qr.Format
    logo: bool


def public_qr(store_id: str, poster: Poster, *, base_url: str) -> bytes:
    """The QR code of a published store. 1 read of 2 items, 1 GetObject for a logo.

    Raises StoreNotFound, StorePaused, LinkNotFound, QrTooSmall.
    """
    store, *link = read_together([models.store_want(store_id), *_link_wants(poster)])
    return _drawn(service.published(store), link, poster, base_url)


def own_qr(store_id: str, poster: Poster, *, person: str, base_url: str) -> bytes:
    """The QR code of a store for those who work in it, whatever its state: to print posters early.

    1 read of 3 items, 1 GetObject for a logo.
    Raises StoreNotFound, NotPermitted, LinkNotFound, QrTooSmall.
    """
    store, staff, *link = read_together([*service.wants(store_id, person), *_link_wants(poster)])
    own = service.checked(store, staff, person=person, scope=Scope.STORE_READ)
    return _drawn(own, link, poster, base_url)


def store_url(slug: str, *, base_url: str) -> str:
    """The address of a store's page."""
    return f"{base_url}/shop/{slug}"


def visit_url(link: Link, *, base_url: str) -> str:
    """The address of a page of a store that tells over which link one came."""
    page = store_url(link.slug, base_url=base_url)
    return f"{page}/{link.leads_to}?via={link.code}" if link.leads_to else f"{page}?via={link.code}"


def link_url(code: str, *, base_url: str) -> str:
    """The short address that is shared."""
    return f"{base_url}/s/{code}"


def _link_wants(poster: Poster) -> list[Want[Link]]:
    return [models.link_want(poster.link)] if poster.link else []


def _drawn(store: Store, links: Sequence[Link | None], poster: Poster, base_url: str) -> bytes:
    leads_to = store_url(store.slug, base_url=base_url)
    for link in links:
        if link is None or link.store_id != store.id:
            raise LinkNotFound(field="link")
        leads_to = link_url(link.code, base_url=base_url)
    logo = photos.content(store.logo) if poster.logo and store.logo else None
    return qr.draw(leads_to, size=poster.size, kind=poster.kind, logo=logo)
