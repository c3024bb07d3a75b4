"""What is worn on the head: each function draws one piece, in units of a picture of 1000 by 1000."""

from __future__ import annotations

import math

from demo.drawn.jewellery import GOLD, GOLD_DARK, GOLD_LIGHT
from demo.drawn.pen import (
    Drawing,
    Point,
    all_of,
    arc,
    area,
    around,
    both,
    curve,
    dot,
    oval,
    stroke,
    without,
)
from demo.drawn.studio import Studio


def claw_clip(studio: Studio) -> None:
    """A tortoiseshell claw clip: a half moon with slots, and teeth below it."""
    edge = curve((845, 560), (830, 612), (500, 600), (170, 612), (155, 560))
    moon = area([*arc(500, 545, 345, 315, 180, 360), *edge])
    slots = [stroke([_up(angle, 150, 120), _up(angle, 235, 215)], 44) for angle in (-52, -18, 18, 52)]
    back = studio.stencil(all_of(_tooth(place) for place in range(7)))
    front = studio.stencil(without(moon, *slots))
    studio.shadow(back)
    studio.shadow(front)
    for mask in (back, front):
        studio.fill(mask, "#d99548", "#6e3618", middle="#a85e28", angle=80)
        spots = [oval(x, y, size, size * 0.6, turn=-30) for x, y, size in _SPOTS]
        honey = [oval(x + 70, y + 30, size * 0.7, size * 0.4) for x, y, size in _SPOTS]
        studio.glow(all_of(spots), colour="#3d1809", blur=13, opacity=0.75, within=mask)
        studio.glow(all_of(honey), colour="#f6c778", blur=14, opacity=0.6, within=mask)
        studio.round_off(mask, depth=11, light=0.55, dark=0.5)
    studio.glow(stroke(arc(500, 545, 312, 284, 205, 292), 11), blur=4, opacity=0.75, within=front)


_SPOTS = (
    (250, 470, 52), (390, 300, 60), (560, 470, 48), (660, 330, 66),
    (770, 520, 50), (480, 560, 60), (300, 640, 40), (600, 680, 44),
)  # fmt: skip


def _up(angle: float, across: float, high: float) -> Point:
    return 500 + math.sin(math.radians(angle)) * across, 520 - math.cos(math.radians(angle)) * high


def _tooth(place: int) -> Drawing:
    x = 236 + place * 88
    tip = (x + (x - 500) * 0.06, 780 - abs(place - 3) * 14)
    left = curve((x - 24, 640), (tip[0] - 18, tip[1] - 20), tip, count=12)
    right = curve(tip, (tip[0] + 18, tip[1] - 20), (x + 24, 640), count=12)
    return area([(x - 27, 540), *left, *right, (x + 27, 540)])


def scrunchie(studio: Studio) -> None:
    """A silk scrunchie: a ring of gathered folds."""
    ring = studio.stencil(without(area(_ruffle(338, (17, 26), 12)), area(_ruffle(112, (13, 19), 7))))
    studio.shadow(ring, by=(20, 34), blur=26)
    studio.fill(ring, "#fbe3da", "#c98577", middle="#ecb9a9", angle=55)
    studio.glow(_folds(4, 11), colour="#a35a52", blur=7, opacity=0.62, within=ring)
    studio.glow(_folds(-1, 8), colour="#fff4ee", blur=7, opacity=0.7, within=ring)
    studio.round_off(ring, depth=36, light=0.42, dark=0.5, shade="#7a3238")
    studio.glow(stroke(arc(500, 500, 235, 235, 185, 275), 46), blur=24, opacity=0.35, within=ring)


def _ruffle(radius: float, ripples: tuple[int, int], swing: float) -> list[Point]:
    """A circle whose edge goes in and out."""

    def wave(angle: int) -> float:
        fast, slow = (math.radians(angle * ripple) for ripple in ripples)
        return radius + swing * math.sin(fast) + swing * 0.7 * math.sin(slow + 0.7)

    return [around(500, 500, wave(angle), angle) for angle in range(0, 360, 2)]


def _folds(shift: float, width: float) -> Drawing:
    def fold(place: int) -> Drawing:
        angle, inner, outer = place * 9 + shift, 128 + 30 * (place % 3), 322 - 46 * (place * 2 % 3)
        start, end = around(500, 500, inner, angle), around(500, 500, outer, angle + 9)
        return stroke(curve(start, around(500, 500, 230, angle - 3), end, count=10), width)

    return all_of(fold(place) for place in range(40))


def hair_band(studio: Studio) -> None:
    """A padded velvet hair band with a knot."""
    left = curve((262, 800), (120, 520), (230, 250), (500, 250), count=70)
    line = [*left, *((1000 - x, y) for x, y in reversed(left[:-1]))]
    thick = [48 * (1 - 0.55 * abs(place / 70 - 1) ** 3) for place in range(len(line))]
    dots = [dot(x, y, radius) for (x, y), radius in zip(line, thick, strict=True)]
    shape = studio.stencil(all_of(dots))
    studio.shadow(shape, by=(20, 30), blur=20, opacity=0.4)
    studio.tube(line, 98, dark="#0f3b35", light="#3f8577", taper=0.55)
    studio.glow(stroke(line[24:62], 12), colour="#c9f0e4", blur=12, opacity=0.5, within=shape)
    knot = studio.stencil(oval(500, 244, 74, 92, turn=10))
    studio.shadow(knot, by=(8, 14), blur=14, opacity=0.5)
    studio.fill(knot, "#4a9485", "#0f3b35", middle="#256a5d", angle=60)
    dark = [stroke(curve((500 + x, 150), (474 + x, 240), (512 + x, 340)), 9) for x in (-34, -4, 26)]
    light = [stroke(curve((514 + x, 160), (488 + x, 240), (524 + x, 330)), 8) for x in (-34, -4, 26)]
    studio.glow(all_of(dark), colour="#082824", blur=6, opacity=0.7, within=knot)
    studio.glow(all_of(light), colour="#a8decf", blur=6, opacity=0.5, within=knot)
    studio.round_off(knot, depth=14, light=0.3, dark=0.5)


def beret(studio: Studio) -> None:
    """A woollen beret."""
    outline = [
        *curve((150, 600), (120, 380), (420, 318), (560, 318), count=40),
        *curve((560, 318), (760, 322), (890, 430), (866, 590), count=40),
        *curve((866, 590), (850, 700), (600, 742), (500, 742), count=40),
        *curve((500, 742), (330, 742), (165, 700), (150, 600), count=40),
    ]
    cap = studio.stencil(area(outline))
    studio.shadow(cap, by=(20, 40), blur=24, opacity=0.5)
    stalk = studio.stencil(stroke(curve((556, 330), (560, 290), (580, 268)), 24))
    studio.fill(stalk, "#a8433a", "#6d211f", angle=20)
    band = studio.stencil(area([*arc(500, 700, 236, 34, 180, 360), *arc(500, 734, 228, 44, 0, 180)]))
    studio.fill(band, "#8c2f2a", "#4f1414", angle=10)
    knit = [stroke([(x, 670), (500 + (x - 500) * 0.95, 790)], 5) for x in range(250, 770, 16)]
    studio.glow(all_of(knit), colour="#c96a5a", blur=2, opacity=0.35, within=band)
    studio.fill(cap, "#c9614f", "#7d2723", middle="#aa4238", angle=62)
    studio.glow(_ribs(0), colour="#5f1917", blur=4, opacity=0.34, within=cap)
    studio.glow(_ribs(14), colour="#f0a08e", blur=4, opacity=0.28, within=cap)
    studio.glow(oval(390, 450, 190, 80, turn=-20), colour="#ffd2c2", blur=48, opacity=0.5, within=cap)
    studio.round_off(cap, depth=40, light=0.12, dark=0.6, shade="#3d0b10")


def _ribs(shift: float) -> Drawing:
    def rib(x: float) -> Drawing:
        foot = (500 + (x - 500) * 0.7, 800)
        return stroke(curve((556, 330), (x + (556 - x) * 0.3, 360), (x, 600), foot), 8)

    return all_of(rib(x + shift) for x in range(-20, 1060, 30))


def sunglasses(studio: Studio) -> None:
    """Cat-eye sunglasses with gradient lenses, their arms folded."""
    arms = [_arm(side) for side in (-1, 1)]
    studio.shadow(studio.stencil(all_of(stroke(arm, 24) for arm in arms)), by=(14, 22), blur=14)
    for arm in arms:
        studio.tube(arm, 24, dark="#2b120c", light="#8a5236")
    bridge = stroke(curve((420, 470), (500, 430), (580, 470)), 30)
    frame = studio.stencil(both(_lens(-1, 26), _lens(1, 26), bridge))
    studio.shadow(frame, by=(18, 34), blur=18, colour="#5b2e1c", opacity=0.45)
    studio.fill(frame, "#7a452c", "#24100b", middle="#4a2416", angle=60)
    places = ((160, 430), (330, 690), (430, 470), (620, 440), (840, 420), (700, 690))
    amber = all_of(oval(x, y, 56, 26, turn=-30) for x, y in places)
    studio.glow(amber, colour="#d08a48", blur=14, opacity=0.7, within=frame)
    studio.round_off(frame, depth=6, light=0.6, dark=0.4)
    glass = studio.stencil(both(_lens(-1, 0), _lens(1, 0)))
    studio.fill(glass, "#33202c", "#d99a86", middle="#7a4a50", angle=82)
    shine = [area([(x, 300), (x + 74, 300), (x - 146, 800), (x - 220, 800)]) for x in (330, 740)]
    studio.glow(all_of(shine), blur=3, opacity=0.22, within=glass)
    for side in (-1, 1):
        studio.ball(500 + side * 366, 424, 9, light=GOLD_LIGHT, body=GOLD, dark=GOLD_DARK)


def _arm(side: int) -> list[Point]:
    hinge, tip = (500 + side * 372, 452), (500 - side * 60, 250 + side * 14)
    return curve(hinge, (500 + side * 420, 330), (500 + side * 300, 236), tip, count=40)


def _lens(side: int, grown: float) -> Drawing:
    inner, outer = 500 + side * (62 - grown), 500 + side * (356 + grown)
    top, bottom, low = 420 - grown, 668 + grown, 500 + side * 205
    corner = (outer - side * 90, top - 26)
    return area(
        [
            *curve((inner, 520), (inner, top), (inner + side * 90, top), corner),
            *curve(corner, (outer + side * 40, top - 40), (outer + side * 20, 520)),
            *curve((outer + side * 20, 520), (outer - side * 30, bottom), (low, bottom)),
            *curve((low, bottom), (inner, bottom), (inner, 520)),
        ]
    )
