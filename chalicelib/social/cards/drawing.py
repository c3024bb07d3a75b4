"""Draws a share card: the goods' photo, what they cost, and the QR code that leads to them."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.social.cards import letters

if TYPE_CHECKING:
    from PIL.Image import Image

WIDTH, HEIGHT = 1080, 1440
CODE = 300
"""The QR code's side, in pixels."""

_EDGE = 60
_PHOTO = (WIDTH, 960)
_INK, _SOFT, _RED = "#1d1d1f", "#6e6e73", "#d0021b"


@dataclass(frozen=True, slots=True)
class Face:
    """What a card says, in words."""

    store: str
    title: str
    price: str
    regular: str
    """What it costs otherwise; nothing: as much."""
    note: str
    """The promotion's title, or nothing."""


def draw(face: Face, *, photo: bytes | None, code: bytes) -> bytes:
    """The card as a JPEG of 1080 × 1440."""
    from PIL import Image

    card = Image.new("RGB", (WIDTH, HEIGHT), "white")
    card.paste(_shown(photo, face), (0, 0))
    with Image.open(io.BytesIO(code)) as square:
        card.paste(square.convert("RGB"), (WIDTH - _EDGE - CODE, HEIGHT - _EDGE - CODE))
    _words(card, face)
    out = io.BytesIO()
    card.save(out, "JPEG", quality=88)
    return out.getvalue()


def _words(card: Image, face: Face) -> None:
    within, top = WIDTH - 3 * _EDGE - CODE, _PHOTO[1] + 40
    for line in letters.wrapped(face.title, size=48, within=within, most=2):
        letters.write(card, line, at=(_EDGE, top), size=48, colour=_INK)
        top += 66
    top += 12
    letters.write(card, face.price, at=(_EDGE, top), size=84, colour=_RED)
    if face.regular:
        after = _EDGE + round(letters.width(face.price, size=84)) + 24
        letters.write(card, face.regular, at=(after, top + 40), size=36, colour=_SOFT)
        _strike(card, after, top + 63, round(letters.width(face.regular, size=36)))
    top += 116
    if face.note:
        (note,) = letters.wrapped(face.note, size=36, within=within, most=1)
        letters.write(card, note, at=(_EDGE, top), size=36, colour=_RED)
    (store,) = letters.wrapped(face.store, size=36, within=within, most=1)
    letters.write(card, store, at=(_EDGE, HEIGHT - _EDGE - 46), size=36, colour=_SOFT)
    letters.write(card, "扫码进店", at=(WIDTH - _EDGE - CODE + 84, _PHOTO[1] + 60), size=33, colour=_SOFT)


def _strike(card: Image, left: int, top: int, across: int) -> None:
    from PIL import ImageDraw

    ImageDraw.Draw(card).rectangle((left, top, left + across, top + 2), fill=_SOFT)


def _shown(photo: bytes | None, face: Face) -> Image:
    """The photo, cut to its place; without one, the store's name on a plain ground."""
    from PIL import Image, ImageOps

    if photo:
        with Image.open(io.BytesIO(photo)) as opened:
            opened.draft("RGB", _PHOTO)
            return ImageOps.fit(opened.convert("RGB"), _PHOTO)
    plain = Image.new("RGB", _PHOTO, "#f2e9e4")
    (name,) = letters.wrapped(face.store, size=96, within=WIDTH - 2 * _EDGE, most=1)
    left = (WIDTH - round(letters.width(name, size=96))) // 2
    letters.write(plain, name, at=(left, _PHOTO[1] // 2 - 60), size=96, colour=_INK)
    return plain
