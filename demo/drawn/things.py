"""Things to carry and to wrap: each function draws one, in units of a picture of 1000 by 1000."""

from __future__ import annotations

import math

from demo.drawn.pen import Colour, Drawing, Point, all_of, area, around, both, box, curve, dot, oval, stroke
from demo.drawn.studio import Studio, blend

Bloom = tuple[float, float, float, Colour]
"""A printed flower: its place, its size and its colour."""


def tote(studio: Studio) -> None:
    """A canvas tote with two mandarins printed on it."""
    right = [*curve((744, 480), (770, 800), (762, 868)), (740, 882)]
    hem = curve((740, 882), (500, 884), (260, 882))
    sides = [(738, 392), *right, *hem, *((1000 - x, y) for x, y in reversed(right)), (262, 392)]
    bag = studio.stencil(area(sides))
    _handle(studio, lift=40, tint=0.25)
    studio.shadow(bag, by=(20, 32), blur=26)
    studio.fill(bag, "#fdf7ea", "#e4d6bf", angle=65)
    _handle(studio, lift=0, tint=0)
    folds = ((300, 640, 8, 26), (690, 700, -7, 30), (620, 480, -14, 18), (400, 800, 20, 22))
    dark = all_of(oval(x, y, width, 170, turn=turn) for x, y, turn, width in folds)
    light = all_of(oval(x + 44, y, width, 160, turn=turn) for x, y, turn, width in folds)
    studio.glow(dark, colour="#8f7656", blur=22, opacity=0.2, within=bag)
    studio.glow(light, blur=20, opacity=0.4, within=bag)
    ends = studio.stencil(both(box(361, 380, 395, 470, corner=3), box(605, 380, 639, 470, corner=3)))
    studio.fill(ends, "#f8efdf", "#e6d8c0")
    studio.round_off(ends, depth=5, light=0.4, dark=0.3)
    stitches = all_of(stroke([(x, 424), (x + 9, 424)], 3) for x in range(274, 728, 18))
    studio.paint(stitches, "#b59c78", opacity=0.8)
    _mandarin(studio, 450, 668, 92)
    _mandarin(studio, 572, 700, 74)
    studio.round_off(bag, depth=16, light=0.3, dark=0.22)


def _handle(studio: Studio, *, lift: float, tint: float) -> None:
    line = curve((378, 420), (360, 60 + lift), (640, 60 + lift), (622, 420), count=60)
    strap = studio.stencil(stroke(line, 34))
    studio.shadow(strap, by=(14, 18), blur=12, opacity=0.3)
    studio.fill(strap, blend("#f9f1e2", "#a9927a", tint), blend("#e2d3ba", "#a9927a", tint), angle=70)
    studio.round_off(strap, depth=5, light=0.4, dark=0.3)


def _mandarin(studio: Studio, x: float, y: float, size: float) -> None:
    def at(dx: float, dy: float) -> Point:
        return x + size * dx, y + size * dy

    studio.fill(studio.stencil(oval(x, y, size, size * 0.92)), "#f6a447", "#e0752c", opacity=0.92)
    upper, lower = (
        curve(at(0, -0.86), at(0.25, -1.5), at(1, -1.25)),
        curve(at(1, -1.25), at(0.7, -0.7), at(0, -0.86)),
    )
    leaf = studio.stencil(both(area([*upper, *lower]), stroke([at(0, -0.8), at(-0.07, -1.12)], 8)))
    studio.fill(leaf, "#6f9a5d", "#3f6b46", angle=40, opacity=0.92)
    pores = ((-0.5, 0.1), (-0.2, 0.45), (0.3, 0.4), (0.5, 0), (-0.1, -0.1), (0.1, 0.7))
    studio.paint(all_of(dot(*at(dx, dy), 4) for dx, dy in pores), "#fbd08c", opacity=0.8)


def phone_strap(studio: Studio) -> None:
    """A loop of beads that hangs from a phone."""
    phone = studio.stencil(box(300, -300, 700, 372, corner=62))
    studio.shadow(phone, by=(20, 30), blur=24)
    studio.fill(phone, "#d9cdf0", "#a897cf", angle=60)
    studio.round_off(phone, depth=9, light=0.7, dark=0.3)
    flowers(studio, (420, 236, 62, "#fff6e4"), (536, 150, 40, "#f7d774"))
    studio.tube(curve((612, 352), (628, 420), (622, 452), count=10), 9, dark="#8a7ab5", light="#efe8ff")
    corners = ((622, 452), (980, 700), (640, 1010), (330, 960), (250, 700), (500, 560), (622, 452))
    loop = curve(*corners, count=300)
    beads = _spaced(loop, (36, 27, 30, 24, 33, 27, 40, 26))
    shapes = studio.stencil(all_of(dot(x, y, radius) for x, y, radius in beads))
    studio.shadow(shapes, by=(14, 20), blur=13, opacity=0.38)
    studio.tube(loop[::6], 5, dark="#8a7ab5", light="#efe8ff")
    for place, (x, y, radius) in enumerate(beads):
        light, body, dark = _BEADS[place % len(_BEADS)]
        studio.ball(x, y, radius, light=light, body=body, dark=dark)


_BEADS = (
    ("#fff6f2", "#f2a6a0", "#b5544f"),
    ("#ffffff", "#f4ece6", "#b3a29b"),
    ("#fffbe6", "#f3cb62", "#a97a1f"),
    ("#f1fff6", "#8ecbb0", "#3d7f65"),
    ("#ffffff", "#f4ece6", "#b3a29b"),
    ("#f2f8ff", "#93b8e6", "#42689b"),
    ("#fff2fb", "#dfa3d2", "#8e4f81"),
)


def _spaced(line: list[Point], sizes: tuple[int, ...]) -> list[tuple[float, float, float]]:
    """Beads of these sizes by turns along a closed line, each touching the one before."""
    beads = [(*line[0], float(sizes[0]))]
    for x, y in line[1:]:
        last_x, last_y, last = beads[-1]
        radius = float(sizes[len(beads) % len(sizes)])
        if math.hypot(x - last_x, y - last_y) >= last + radius:
            beads.append((x, y, radius))
    (x, y, radius), (end_x, end_y, end) = beads[0], beads[-1]
    return beads[:-1] if math.hypot(x - end_x, y - end_y) < radius + end - 4 else beads


def scarf(studio: Studio) -> None:
    """A silk scarf with a print of flowers, folded to a square, one corner turned back."""
    for grown, tint in ((0, 0.16), (-10, 0.08), (-20, 0.0)):
        cloth = studio.stencil(_hem(205 - grown * 0.9, 190 + grown, 795 + grown, 800 - grown))
        studio.shadow(cloth, by=(16, 26), blur=20, opacity=0.3)
        studio.fill(cloth, blend("#fffaf0", "#8d7a66", tint), blend("#ece0cd", "#8d7a66", tint), angle=60)
        studio.round_off(cloth, depth=5, light=0.4, dark=0.25)
    for inset, colour in ((34, "#2f5d8c"), (62, "#fbf4e6"), (70, "#e07a5f"), (78, "#fbf4e6")):
        edge = box(205 + inset, 170 + inset, 775 - inset, 820 - inset, corner=10)
        studio.paint(edge, colour)
    flowers(studio, *_FLOWERS)
    creases = (398, 604)
    dark = all_of(stroke([(190, y), (800, y + 10)], 10) for y in creases)
    light = all_of(stroke([(190, y + 20), (800, y + 30)], 12) for y in creases)
    studio.glow(dark, colour="#5d4a3d", blur=9, opacity=0.26, within=cloth)
    studio.glow(light, blur=9, opacity=0.46, within=cloth)
    sheen = both(stroke([(260, 190), (420, 800)], 60), stroke([(700, 190), (560, 800)], 60))
    studio.glow(sheen, blur=34, opacity=0.22, within=cloth)
    below = area([(798, 584), (802, 820), (540, 830), (548, 818), (772, 590)])
    studio.fill(studio.stencil(below, within=cloth), "#f3e9d8", "#fdf7ec", angle=45)
    fold = [*curve((772, 590), (640, 630), (578, 628)), *curve((578, 628), (566, 700), (548, 818))]
    flap = studio.stencil(area(fold))
    studio.shadow(flap, by=(-4, 12), blur=14, opacity=0.45)
    studio.fill(flap, "#7fa3c9", "#cfe0ee", middle="#a9c4de", angle=45)
    studio.round_off(flap, depth=7, light=0.5, dark=0.2)


_RED, _BLUE, _YELLOW, _PINK = "#e07a5f", "#3d78ad", "#f2b44c", "#e8938a"
_FLOWERS = (
    (350, 330, 92, _RED), (600, 300, 70, _BLUE), (480, 500, 100, _YELLOW), (330, 610, 74, _BLUE),
    (660, 510, 62, _PINK), (490, 720, 66, _RED), (350, 748, 40, _YELLOW), (470, 262, 34, _PINK),
    (690, 660, 54, _YELLOW), (300, 470, 36, _YELLOW), (690, 400, 34, _RED),
)  # fmt: skip


def _hem(left: float, top: float, right: float, bottom: float) -> Drawing:
    """A square of cloth: its sides are a little soft."""
    middle, centre = (left + right) / 2, (top + bottom) / 2
    return area(
        [
            *curve((left, top), (middle, top - 10), (right, top + 4)),
            *curve((right, top + 4), (right + 10, centre), (right - 3, bottom)),
            *curve((right - 3, bottom), (middle, bottom + 9), (left + 4, bottom - 4)),
            *curve((left + 4, bottom - 4), (left - 9, centre), (left, top)),
        ]
    )


def flowers(studio: Studio, *bunch: Bloom) -> None:
    """Printed flowers with five petals and three leaves each."""
    studio.paint(all_of(_ring(bloom, (36, 180, 290), 1.05, 0.42, 0.17) for bloom in bunch), "#6a8a67")
    for bloom in bunch:
        petals = studio.stencil(_ring(bloom, (0, 72, 144, 216, 288), 0.5, 0.44, 0.33))
        studio.fill(petals, blend(bloom[3], "#ffffff", 0.2), bloom[3])
    studio.paint(all_of(dot(x, y, size * 0.2) for x, y, size, _ in bunch), "#fbe6b8")


def _ring(bloom: Bloom, angles: tuple[int, ...], away: float, long: float, wide: float) -> Drawing:
    """Ovals around a flower's heart."""
    x, y, size, _ = bloom
    turned = [angle + x + y for angle in angles]
    return all_of(oval(*around(x, y, size * away, a), size * long, size * wide, turn=a) for a in turned)
