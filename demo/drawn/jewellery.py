"""The jewellery: each function draws one piece, in units of a picture of 1000 by 1000."""

from __future__ import annotations

from demo.drawn.pen import Drawing, Point, all_of, arc, area, around, both, box, dot, oval, stroke, without
from demo.drawn.studio import Studio, blend

GOLD_DARK, GOLD, GOLD_LIGHT = "#96661f", "#dcab4c", "#fdeab4"
NIGHT = "#1f2c40"


def bangle(studio: Studio) -> None:
    """A jade-look bangle that lies on a white dish."""
    dish, well = studio.stencil(dot(500, 520, 395)), studio.stencil(dot(500, 520, 335))
    studio.shadow(dish, by=(22, 36), blur=30)
    studio.fill(dish, "#ffffff", "#ddd8d0", angle=55)
    studio.fill(well, "#e6e1d9", "#ffffff", angle=55)
    circle = arc(500, 515, 225, 225, 0, 360)
    ring = studio.stencil(stroke(circle, 92))
    studio.shadow(ring, by=(16, 26), blur=16, colour="#2d5a48", opacity=0.45)
    studio.tube(circle, 92, dark="#4f9475", light="#cdeedb")
    clouds = ((20, 70), (75, 46), (140, 60), (215, 40), (300, 64))
    pale = [_cloud(angle, size, 26) for angle, size in clouds]
    deep = [_cloud(angle + 37, size * 0.8, 20) for angle, size in clouds]
    studio.glow(all_of(pale), colour="#f4fff8", blur=15, opacity=0.55, within=ring)
    studio.glow(all_of(deep), colour="#3f8a68", blur=15, opacity=0.35, within=ring)
    shine = [stroke(arc(497, 510, 237, 237, start, end), 10) for start, end in ((196, 262), (18, 52))]
    studio.glow(all_of(shine), blur=4, opacity=0.9, within=ring)


def _cloud(angle: float, size: float, thick: float) -> Drawing:
    return oval(*around(500, 515, 225, angle), size, thick, turn=angle + 90)


def earrings(studio: Studio) -> None:
    """Pearl drops on gold chains, on a card."""
    card = studio.stencil(without(box(270, 150, 730, 850, corner=34), dot(500, 222, 24)))
    studio.shadow(card, by=(20, 32), blur=24)
    studio.fill(card, "#fffdfa", "#f0e8e4", angle=60)
    studio.paint(both(box(440, 772, 560, 776), box(462, 792, 538, 796)), "#b99aa5")
    for x in (400, 600):
        _pearl_drop(studio, x)


def _pearl_drop(studio: Studio, x: float) -> None:
    whole = both(stroke([(x, 350), (x, 520)], 7), dot(x, 590, 82), dot(x, 350, 30))
    studio.shadow(studio.stencil(whole), by=(16, 20), blur=12, opacity=0.4)
    for y in range(382, 512, 15):
        studio.tube(arc(x, y, 5, 8, 0, 360), 4.4, dark=GOLD_DARK, light=GOLD_LIGHT)
    studio.ball(x, 512, 14, light=GOLD_LIGHT, body=GOLD, dark=GOLD_DARK)
    studio.ball(x, 350, 31, light="#ffffff", body="#f3e6df", dark="#b79f9c")
    studio.ball(x, 590, 83, light="#ffffff", body="#f6ebe5", dark="#b29b9d")
    studio.glow(oval(x + 26, 628, 34, 16, turn=-38), colour="#ffd9d0", blur=10, opacity=0.55)


def ring(studio: Studio) -> None:
    """A gold ring with a rose stone, standing."""
    studio.shadow(studio.stencil(oval(540, 776, 150, 20)), by=(20, 4), blur=12, opacity=0.6)
    studio.tube(arc(514, 564, 176, 192, 0, 360), 22, dark="#6d4713", light="#c99a45")
    studio.tube(arc(500, 570, 186, 198, 0, 360), 26, dark=GOLD_DARK, light=GOLD_LIGHT)
    for x, y in ((404, 300), (596, 300), (430, 384), (570, 384)):
        studio.tube([(500 + (x - 500) * 0.5, 392), (x, y)], 13, dark=GOLD_DARK, light=GOLD_LIGHT)
    _gem(studio)
    for x, y in ((404, 256), (596, 256), (420, 372), (580, 372)):
        studio.ball(x, y, 14, light=GOLD_LIGHT, body=GOLD, dark=GOLD_DARK)


_FACETS = (
    "#f9c4d0", "#d46a88", "#f2a3b6", "#b94a6c", "#e787a0", "#c9587a",
    "#fbd3dc", "#ee9bb0", "#ffe6ec", "#f5b3c2", "#fff3f6", "#f7bccb",
)  # fmt: skip


def _gem(studio: Studio) -> None:
    outer = arc(500, 300, 118, 104, 0, 360)[::10]
    table = arc(500, 296, 66, 56, 0, 360)[::10]
    studio.shadow(studio.stencil(area(outer)), by=(10, 20), blur=10, opacity=0.35)
    for place, shade in enumerate(_FACETS):
        corners = [outer[place], outer[place + 1], table[place + 1], table[place]]
        light, dark = blend(shade, "#ffffff", 0.15), blend(shade, "#a33a5c", 0.2)
        studio.fill(studio.stencil(area(corners)), light, dark, angle=50)
    top = studio.stencil(area(table))
    studio.fill(top, "#fff1f4", "#dd7d99", middle="#f5b6c5", angle=55)
    studio.glow(area([(455, 262), (505, 250), (470, 318), (446, 310)]), blur=3, opacity=0.8, within=top)


def pin(studio: Studio) -> None:
    """A lucky-cat pin of hard enamel in a gold outline."""
    metal, face = studio.stencil(_head(16)), studio.stencil(_head(0))
    studio.shadow(metal, by=(16, 28), blur=16, colour=NIGHT, opacity=0.5)
    studio.fill(metal, GOLD_LIGHT, GOLD_DARK, middle=GOLD, angle=55)
    studio.round_off(metal, depth=5, light=0.7, dark=0.4)
    studio.fill(face, "#fffaf2", "#f0e2d0", angle=60)
    patch = both(oval(700, 330, 170, 130, turn=40), oval(690, 420, 120, 80, turn=60))
    studio.fill(studio.stencil(patch, within=face), "#f2a65e", "#df8038", angle=60)
    for side in (-1, 1):
        _half_face(studio, side)
    studio.fill(studio.stencil(area([(474, 570), (526, 570), (500, 600)])), "#e0696b", "#c94f55")
    _collar(studio)
    studio.glow(stroke(arc(500, 530, 240, 190, 190, 250), 22), blur=8, opacity=0.8, within=face)


def _head(grown: float) -> Drawing:
    parts: list[Drawing] = [oval(500, 525, 290 + grown, 235 + grown)]
    for side in (-1, 1):
        tip = (500 + side * (262 + grown), 250 - grown * 1.5)
        ear = [tip, (500 + side * (258 + grown), 520), (500 + side * (60 - grown), 345 - grown)]
        parts += [area(ear), stroke([*ear, tip], 40)]
    return all_of(parts)


def _half_face(studio: Studio, side: int) -> None:
    """An ear's inside, an eye, the whiskers, a cheek and half of the mouth."""
    ear = area([(500 + side * 236, 292), (500 + side * 228, 420), (500 + side * 132, 362)])
    studio.fill(studio.stencil(ear), "#f3a6a0", "#e88b88")
    studio.fill(studio.stencil(oval(500 + side * 172, 596, 46, 30)), "#f7b3ac", "#f2958f", opacity=0.9)
    lines: tuple[tuple[list[Point], float], ...] = (
        (arc(500 + side * 122, 520, 58, 50, 200, 340), 13),
        ([(500 + side * 206, 566), (500 + side * 290, 552)], 8),
        ([(500 + side * 206, 604), (500 + side * 286, 614)], 8),
        (arc(500 + side * 30, 606, 30, 28, 0, 180), 10),
    )
    for points, width in lines:
        studio.fill(studio.stencil(stroke(points, width)), "#e3b757", "#8d5f1c", angle=50)


def _collar(studio: Studio) -> None:
    rim = studio.stencil(stroke(arc(500, 505, 250, 262, 51, 129), 76))
    studio.shadow(rim, by=(12, 22), blur=12, colour=NIGHT, opacity=0.4)
    studio.fill(rim, GOLD_LIGHT, GOLD_DARK, middle=GOLD, angle=55)
    studio.fill(studio.stencil(stroke(arc(500, 505, 250, 262, 52, 128), 52)), "#d8484c", "#a82a36")
    studio.ball(500, 790, 54, light=GOLD_LIGHT, body=GOLD, dark=GOLD_DARK)
    studio.paint(both(stroke([(474, 798), (526, 798)], 7), dot(500, 808, 9)), "#5d3c0c")
