"""Sharing a store: short links for each channel, counted visits, QR codes."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pynamodb.exceptions import UpdateError

from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.photos import service as photos
from chalicelib.stores import models, qr, service
from chalicelib.stores.errors import LinkNotFound, TooManyLinks
from chalicelib.stores.models import LinkItem
from chalicelib.stores.rules import Channel, Link, Store

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
"""Base 58: no 0, O, I or l, so that a code can be read off a poster."""

_CODE_LENGTH = 9
"""58 ** 9 codes: with a billion links, one guess in seven million hits."""

_HELD = "ConditionalCheckFailedException"


def share(store_id: str, *, owner: str, channel: Channel, label: str, now: datetime) -> Link:
    """Make a short link for a channel. 1 read, 1 transaction of 2 items.

    Raises StoreNotFound, TooManyLinks.
    """
    store = service.owned_store(store_id, owner=owner)
    link = Link(
        code="".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH)),
        store_id=store.id,
        slug=store.slug,
        channel=channel,
        label=label,
        visits=0,
        created_at=now,
    )
    actions, room = models.one_link_more(link.code)
    with Transaction() as tx:
        tx.update(models.links_key(store.id), actions, condition=room, otherwise=TooManyLinks)
        tx.put(models.link_item(link), otherwise=ChangedMeanwhile)
        return tx.result(link)


def links(store_id: str, *, owner: str) -> Sequence[Link]:
    """All links of one's own store, at most 50, the oldest first. 2 reads. Raises StoreNotFound."""
    store, codes = read_together([models.store_want(store_id), models.links_want(store_id)])
    service.hers(store, owner)
    found = read_together([models.link_want(code) for code in codes or ()])
    return sorted((link for link in found if link), key=lambda link: (link.created_at, link.code))


def follow(code: str) -> Link:
    """Count one visit over a link, and learn where it leads. 1 write. Raises LinkNotFound."""
    item = models.link_key(code)
    try:
        item.update([LinkItem.visits.add(1)], condition=LinkItem.pk.exists())
    except UpdateError as error:
        if error.cause_response_code != _HELD:
            raise
        raise LinkNotFound from None
    return item.link()


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
    store, link = _read(store_id, poster.link)
    return _drawn(service.published(store), link, poster, base_url)


def own_qr(store_id: str, poster: Poster, *, owner: str, base_url: str) -> bytes:
    """The QR code of one's own store, whatever its state: to print posters before it opens.

    1 read of 2 items, 1 GetObject for a logo. Raises StoreNotFound, LinkNotFound, QrTooSmall.
    """
    store, link = _read(store_id, poster.link)
    return _drawn(service.hers(store, owner), link, poster, base_url)


def store_url(slug: str, *, base_url: str) -> str:
    """The address of a store's page."""
    return f"{base_url}/shop/{slug}"


def visit_url(link: Link, *, base_url: str) -> str:
    """The address of a store's page that tells over which link one came."""
    return f"{store_url(link.slug, base_url=base_url)}?via={link.code}"


def link_url(code: str, *, base_url: str) -> str:
    """The short address that is shared."""
    return f"{base_url}/s/{code}"


def _read(store_id: str, code: str | None) -> tuple[Store | None, Link | None]:
    if code is None:
        (store,) = read_together([models.store_want(store_id)])
        return store, None
    store, link = read_together([models.store_want(store_id), models.link_want(code)])
    if link is None or link.store_id != store_id:
        raise LinkNotFound(field="link")
    return store, link


def _drawn(store: Store, link: Link | None, poster: Poster, base_url: str) -> bytes:
    leads_to = link_url(link.code, base_url=base_url) if link else store_url(store.slug, base_url=base_url)
    logo = photos.content(store.logo) if poster.logo and store.logo else None
    return qr.draw(leads_to, size=poster.size, kind=poster.kind, logo=logo)
