"""Mei's photos, made by code: a product shot for each of her goods, a banner and a logo.

The same call always gives the same bytes. All of them together take some seconds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from demo.drawn import headwear, jewellery, things
from demo.drawn.pen import Point, area, curve, dot
from demo.drawn.sets import (
    BLUSH,
    BUTTER,
    CLAY,
    CREAM,
    LILAC,
    LINEN,
    SAGE,
    SKY,
    denim,
    flat_lay,
    stage,
)
from demo.drawn.studio import Studio


@dataclass(frozen=True, slots=True)
class _Shot:
    """A good, the set it is taken on, how it is turned there, and where a closer look looks."""

    draw: Callable[[Studio], None]
    set_up: Callable[[], Studio]
    closer: Point
    turn: float = 0


_SHOTS = {
    "tortoiseshell-claw-clip": _Shot(headwear.claw_clip, lambda: flat_lay(BUTTER), (430, 440), turn=-16),
    "silk-scrunchie": _Shot(headwear.scrunchie, lambda: flat_lay(BLUSH), (380, 380)),
    "velvet-hair-band": _Shot(headwear.hair_band, lambda: flat_lay(LINEN), (530, 310), turn=8),
    "woollen-beret": _Shot(headwear.beret, lambda: stage(CREAM, "#d9b8a4"), (500, 470)),
    "cat-eye-sunglasses": _Shot(headwear.sunglasses, lambda: flat_lay(CLAY), (340, 560), turn=-12),
    "jade-look-bangle": _Shot(jewellery.bangle, lambda: flat_lay(SAGE), (400, 400)),
    "pearl-drop-earrings": _Shot(jewellery.earrings, lambda: flat_lay(LILAC), (500, 500), turn=7),
    "rose-stone-ring": _Shot(jewellery.ring, lambda: stage(BLUSH, "#cfa9b4"), (500, 400)),
    "lucky-cat-pin": _Shot(jewellery.pin, denim, (500, 560), turn=-6),
    "mandarin-canvas-tote": _Shot(things.tote, lambda: flat_lay(SKY), (500, 640), turn=-4),
    "beaded-phone-strap": _Shot(things.phone_strap, lambda: flat_lay(CREAM), (500, 680), turn=10),
    "silk-scarf": _Shot(things.scarf, lambda: flat_lay(SAGE), (430, 420), turn=-14),
}


def photo_of(slug: str, *, close_up: bool = False) -> bytes:
    """The photo of one of the catalogue's goods, or a closer look at it: a JPEG of 1000 × 1000.

    Raises KeyError for goods that aren't hers.
    """
    shot = _SHOTS[slug]
    studio = shot.set_up()
    studio.put(500, 500, turn=shot.turn)
    shot.draw(studio)
    return studio.jpeg(close_up=shot.closer if close_up else None)


def banner() -> bytes:
    """The store's banner, some of her goods on a table: a JPEG of 1600 × 640."""
    studio = flat_lay(BLUSH, width=1600, height=640)
    for draw, x, y, zoom, turn in (
        (things.scarf, 1500, 500, 0.62, 18),
        (headwear.scrunchie, 520, 90, 0.4, 10),
        (jewellery.bangle, 1010, 330, 0.5, 0),
        (headwear.claw_clip, 190, 220, 0.5, -24),
        (headwear.sunglasses, 610, 470, 0.5, -10),
        (jewellery.pin, 1320, 150, 0.34, 12),
        (jewellery.earrings, 830, 60, 0.36, 30),
    ):
        studio.put(x, y, zoom=zoom, turn=turn)
        draw(studio)
    return studio.jpeg()


def logo() -> bytes:
    """The store's logo, a bow: a PNG of 512 × 512."""
    studio = Studio(512, 512, top="#d77f8c", bottom="#a8435f")
    studio.put(256, 256, zoom=0.512)
    for side in (-1, 1):
        _half_bow(studio, side)
    knot = studio.stencil(dot(500, 440, 74))
    studio.shadow(knot, by=(0, 14), blur=14, colour="#5e1d33", opacity=0.4)
    studio.fill(knot, "#ffffff", "#f5dcd6", angle=70)
    return studio.png()


def _half_bow(studio: Studio, side: int) -> None:
    def at(x: float, y: float) -> Point:
        return 500 + side * x, y

    left = curve(at(10, 440), at(60, 640), at(150, 800))
    right = curve(at(272, 748), at(150, 600), at(60, 440))
    ribbon = studio.stencil(area([*left, at(196, 730), *right]))
    above = curve(at(0, 440), at(120, 260), at(330, 190), at(350, 300))
    end = curve(at(350, 300), at(372, 440), at(350, 580))
    below = curve(at(350, 580), at(330, 690), at(120, 600), at(0, 440))
    loop = studio.stencil(area([*above, *end, *below]))
    hollow = [
        *curve(at(120, 440), at(200, 360), at(280, 340), at(290, 440)),
        *curve(at(290, 440), at(280, 540), at(200, 520), at(120, 440)),
    ]
    for mask in (ribbon, loop):
        studio.shadow(mask, by=(0, 14), blur=14, colour="#5e1d33", opacity=0.35)
        studio.fill(mask, "#ffffff", "#f6ddd7", angle=75)
    studio.fill(studio.stencil(area(hollow)), "#e9b9b6", "#d9959b", angle=80)
