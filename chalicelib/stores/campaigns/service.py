"""Short links that lead to some part of a store's page, for domains that know what they carry."""

from __future__ import annotations

from chalicelib.stores import models, qr, sharing
from chalicelib.stores.rules import Channel, Link

__all__ = ["Channel", "Link", "add", "link_url", "link_want"]

add = sharing.add
link_url = sharing.link_url
link_want = models.link_want


def code_picture(code: str, *, size: int, base_url: str) -> bytes:
    """A link's QR code as a PNG of `size` pixels square. No call. Raises QrTooSmall."""
    return qr.draw(link_url(code, base_url=base_url), size=size, kind=qr.Format.PNG)
