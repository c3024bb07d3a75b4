"""The sets that Mei's photos are taken on: coloured paper or an arch and a plinth, in a window's light."""

from __future__ import annotations

from demo.drawn.pen import Colour, Drawing, all_of, area, both, box, curve, oval, stroke
from demo.drawn.studio import Studio, blend

CREAM, BLUSH, SAGE, SKY = "#f6ede3", "#f3dbd4", "#dbe4d3", "#d8e4ec"
LILAC, BUTTER, CLAY, LINEN, DENIM = "#e6deed", "#f7e9c9", "#e8c6b1", "#e9dfd2", "#7f97b4"
SHADE = "#6b5147"


def flat_lay(colour: Colour, *, width: int = 1000, height: int = 1000) -> Studio:
    """A sheet of coloured paper seen from above."""
    top, bottom = blend(colour, "#ffffff", 0.25), blend(colour, SHADE, 0.1)
    studio = Studio(width, height, top=top, bottom=bottom, scale=0.5)
    _window_light(studio)
    _leaf_shadow(studio)
    studio.enlarge()
    return studio


def denim() -> Studio:
    """Blue cloth with a diagonal weave."""
    studio = flat_lay(DENIM)
    weave = all_of(stroke([(x, -200), (x + 700, 1200)], 2) for x in range(-900, 1200, 13))
    studio.paint(weave, "#ffffff", opacity=0.1)
    return studio


def stage(wall: Colour, prop: Colour, *, top: float = 740) -> Studio:
    """A wall with an arch, and before it a round plinth whose top is at a height."""
    studio = Studio(1000, 1000, top=blend(wall, "#ffffff", 0.2), bottom=blend(wall, SHADE, 0.14))
    arch = studio.stencil(box(205, 110, 795, 1400, corner=295))
    studio.shadow(arch, by=(0, 0), blur=30, opacity=0.1)
    studio.fill(arch, prop, blend(prop, "#ffffff", 0.35), angle=80)
    _window_light(studio)
    _leaf_shadow(studio)
    body = studio.stencil(both(box(140, top, 860, 1009), oval(500, top, 360, 61)))
    studio.shadow(body, by=(40, 0), blur=34, opacity=0.22)
    studio.fill(body, blend(prop, "#ffffff", 0.4), blend(prop, SHADE, 0.4), middle=prop, angle=4)
    plate = studio.stencil(oval(500, top, 360, 61))
    studio.fill(plate, blend(prop, "#ffffff", 0.75), blend(prop, "#ffffff", 0.3), angle=20)
    return studio


def _window_light(studio: Studio) -> None:
    """Slanted panes of sunlight."""
    corners = [(x, y) for x in range(70, studio.width - 460, 270) for y in range(-260, studio.height, 330)]
    studio.glow(all_of(_pane(x, y) for x, y in corners), blur=11, opacity=0.3)


def _pane(x: int, y: int) -> Drawing:
    upper, lower = x + y * 0.4, x + (y + 300) * 0.4
    return area([(upper, y), (upper + 235, y), (lower + 235, y + 300), (lower, y + 300)])


def _leaf_shadow(studio: Studio) -> None:
    """The soft shadow of a twig that reaches in from the upper right."""
    right = studio.width
    stem = curve((right + 60, 20), (right - 130, 90), (right - 330, 300), count=6)
    leaves = [leaf for place, (x, y) in enumerate(stem) for leaf in _pair(x, y, 74 - place * 6)]
    studio.glow(all_of((stroke(stem, 5), *leaves)), colour=SHADE, blur=7, opacity=0.16)


def _pair(x: float, y: float, size: float) -> tuple[Drawing, Drawing]:
    return (
        oval(x - 16, y - size * 0.8, size, size * 0.3, turn=62),
        oval(x + size * 0.72, y + 30, size, size * 0.3, turn=14),
    )
