"""Share cards: drawn once for what they say, and kept in the bucket under a name that tells it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from datetime import datetime

from chalicelib.foundation import files
from chalicelib.photos import service as photos
from chalicelib.social.cards import drawing
from chalicelib.social.cards.drawing import CODE, Face
from chalicelib.social.links import service as links
from chalicelib.social.links.service import Campaign
from chalicelib.stores.campaigns import service as campaigns

CONTENT_TYPE = "image/jpeg"
MOST_BYTES = 5 * 1024 * 1024
_LOOK = 1
"""Another number here draws all cards anew."""


def address(code: str, *, base_url: str, now: datetime) -> str:
    """Where anybody can get a link's card, for an hour. As `picture`. Raises LinkNotFound, StorePaused."""
    key, _ = _kept(code, base_url=base_url, now=now)
    return files.signed_url(key)


def picture(code: str, *, base_url: str, now: datetime) -> bytes:
    """A link's card. 2 reads, 1 GetObject; the first time 1 GetObject and 1 PutObject more.

    Raises LinkNotFound, StorePaused.
    """
    return _kept(code, base_url=base_url, now=now)[1]


def _kept(code: str, *, base_url: str, now: datetime) -> tuple[str, bytes]:
    campaign = links.show(code)
    face = _face(campaign, now)
    cover = campaign.listing.cover if campaign.listing else None
    says = [_LOOK, asdict(face), cover.key if cover else "", code, base_url]
    name = hashlib.sha256(json.dumps(says, ensure_ascii=False).encode()).hexdigest()
    key = f"media/cards/{name}.jpg"
    if found := files.read(key, most=MOST_BYTES):
        return key, found.content
    drawn = drawing.draw(
        face,
        photo=photos.content(cover) if cover else None,
        code=campaigns.code_picture(code, size=CODE, base_url=base_url),
    )
    files.keep(key, drawn, CONTENT_TYPE, cache="public, max-age=31536000, immutable")
    return key, drawn


def _face(campaign: Campaign, now: datetime) -> Face:
    promotion, listing = campaign.promotion, campaign.listing
    note = promotion.title if promotion and not promotion.over(now) else ""
    if listing is None:
        return Face(campaign.store.name, campaign.store.name, "", "", note)
    variant = listing.cheapest(now)
    usual = variant.price_at(now)
    flash = promotion.price if promotion and promotion.price and note else None
    price = min(usual, flash) if flash else usual
    regular = str(variant.price) if price < variant.price else ""
    return Face(campaign.store.name, listing.title, str(price), regular, note)
