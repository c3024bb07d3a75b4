"""A small photo studio on Pillow: soft light, shadows, and shapes that look round.

A picture is measured in units (a product photo is 1000 by 1000), drawn SCALE times as large, and shrunk at
the end, which smooths every edge. Nothing is random: the same drawing always gives the same bytes.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageFilter, ImageOps

from demo.drawn.pen import Colour, Drawing, Pen, Placement, Point

SCALE = 2
TUBE_STEPS = 14


class Studio:
    """One picture in the making. Its backdrop may be drawn at a smaller scale and enlarged: it is soft."""

    def __init__(self, width: int, height: int, *, top: Colour, bottom: Colour, scale: float = SCALE) -> None:
        self.width, self.height = width, height
        self.image = _gradient((round(width * scale), round(height * scale)), 90, top, bottom, None)
        self._scale = scale
        self.put(width / 2, height / 2, pivot=(width / 2, height / 2))

    def put(self, x: float, y: float, *, zoom: float = 1, turn: float = 0, pivot: Point = (500, 500)) -> None:
        """What is drawn next goes here: its pivot to this place, enlarged, and turned by some degrees."""
        self._place = Placement(pivot, (x * self._scale, y * self._scale), self._scale * zoom, turn)

    def enlarge(self) -> None:
        """Go on at full scale with what was drawn at a smaller one."""
        self._scale = SCALE
        self.image = self.image.resize((self.width * SCALE, self.height * SCALE), Image.Resampling.BICUBIC)
        self.put(self.width / 2, self.height / 2, pivot=(self.width / 2, self.height / 2))

    def stencil(self, drawing: Drawing, *, within: Image.Image | None = None) -> Image.Image:
        """A mask of what a pen draws, or of what of it lies on another one."""
        mask = Image.new("L", self.image.size)
        drawing(Pen(mask, 255, self._place))
        return ImageChops.multiply(mask, within) if within else mask

    def fill(
        self,
        mask: Image.Image,
        start: Colour,
        end: Colour,
        *,
        middle: Colour | None = None,
        angle: float = 60,
        opacity: float = 1,
    ) -> None:
        """Colour a stencil with a gradient; 0 degrees runs to the right, 90 down."""
        if box := mask.getbbox():
            size = (box[2] - box[0], box[3] - box[1])
            paint = _gradient(size, angle, start, end, middle)
            self.image.paste(paint, box[:2], _faded(mask.crop(box), opacity))

    def paint(self, drawing: Drawing, colour: Colour, *, opacity: float = 1) -> None:
        """Draw with one flat colour."""
        mask = self.stencil(drawing)
        if box := mask.getbbox():
            self._tinge(mask.crop(box), box[:2], colour, opacity)

    def shadow(
        self,
        mask: Image.Image,
        *,
        by: Point = (14, 26),
        blur: float = 22,
        colour: Colour = "#3a2a2c",
        opacity: float = 0.34,
    ) -> None:
        """What a stencil's shape throws on the ground."""
        soft, frame = _softened(mask, blur * self._place.unit)
        right, down = (round(step * self._place.unit) for step in by)
        self._tinge(soft, (frame[0] + right, frame[1] + down), colour, opacity)

    def glow(
        self,
        drawing: Drawing,
        *,
        colour: Colour = "#ffffff",
        blur: float = 12,
        opacity: float = 0.6,
        within: Image.Image | None = None,
    ) -> None:
        """Soft light (or soft dirt) in the form that a pen draws, kept inside a stencil."""
        soft, frame = _softened(self.stencil(drawing), blur * self._place.unit)
        soft = ImageChops.multiply(soft, within.crop(frame)) if within else soft
        self._tinge(soft, frame[:2], colour, opacity)

    def round_off(
        self,
        mask: Image.Image,
        *,
        depth: float = 14,
        light: float = 0.5,
        dark: float = 0.4,
        shade: Colour = "#1c1020",
    ) -> None:
        """Make a flat shape look thick: light on its upper left edge, shade on its lower right."""
        soft, frame = _softened(mask, depth * self._place.unit)
        sharp, step = mask.crop(frame), round(depth * self._place.unit * 0.9)
        for sign, colour, opacity in ((1, "#ffffff", light), (-1, shade, dark)):
            moved = Image.new("L", soft.size)
            moved.paste(soft, (step * sign, step * sign))
            edge = ImageChops.multiply(ImageChops.invert(moved), sharp)
            self._tinge(edge, frame[:2], colour, opacity)

    def ball(
        self,
        x: float,
        y: float,
        radius: float,
        *,
        light: Colour,
        body: Colour,
        dark: Colour,
        gloss: float = 0.85,
    ) -> None:
        """A sphere lit from the upper left."""
        (px, py), reach = self._place(x, y), radius * self._place.unit
        side = max(2, round(reach * 2))
        zoom = 256 / (side * 1.45)
        away = (zoom, 0, 128 - side * 0.36 * zoom, 0, zoom, 128 - side * 0.32 * zoom)
        shade = Image.radial_gradient("L").transform(
            (side, side), Image.Transform.AFFINE, away, Image.Resampling.BILINEAR, fillcolor=255
        )
        disc = Image.new("L", (side * 2, side * 2))
        Pen(disc, 255, Placement((0, 0), (side, side), 1)).dot(0, 0, side - 1)
        coloured = ImageOps.colorize(shade, light, dark, body, midpoint=120)
        self.image.paste(coloured, (round(px - reach), round(py - reach)), disc.reduce(2))
        self._glint(px - reach * 0.34, py - reach * 0.4, reach * 0.2, gloss)

    def tube(
        self, points: Sequence[Point], width: float, *, dark: Colour, light: Colour, taper: float = 0
    ) -> None:
        """A round bar along a line, from its dark edges to its light middle; `taper` thins its ends."""
        for step in range(TUBE_STEPS):
            along = step / (TUBE_STEPS - 1)
            ink = blend(dark, light, math.sin(along * math.pi / 2))
            pen, shift = Pen(self.image, ink, self._place), -width * 0.12 * along
            moved = [(x + shift, y + shift) for x, y in points]
            thick = width * (1 - along) ** 0.8 + 1
            if not taper:
                pen.stroke(moved, thick)
            for place, (x, y) in enumerate(moved if taper else ()):
                end = abs(2 * place / (len(moved) - 1) - 1) ** 3
                pen.dot(x, y, thick / 2 * (1 - taper * end))

    def jpeg(self, *, close_up: Point | None = None) -> bytes:
        """The finished photo, or a closer look around a point."""
        picture = self._close_up(close_up) if close_up else self.image.reduce(SCALE)
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=86, optimize=True)
        return out.getvalue()

    def png(self) -> bytes:
        """The finished picture without loss."""
        out = io.BytesIO()
        self.image.reduce(SCALE).save(out, "PNG", optimize=True)
        return out.getvalue()

    def _close_up(self, centre: Point) -> Image.Image:
        half = 320 * SCALE
        left = min(max(centre[0] * SCALE, half), self.image.width - half) - half
        top = min(max(centre[1] * SCALE, half), self.image.height - half) - half
        frame = (left, top, left + half * 2, top + half * 2)
        return self.image.resize((self.width, self.height), Image.Resampling.BICUBIC, box=frame)

    def _glint(self, px: float, py: float, reach: float, opacity: float) -> None:
        side = max(4, round(reach * 4))
        spot = ImageOps.invert(Image.radial_gradient("L")).resize((side, side), Image.Resampling.BILINEAR)
        self._tinge(spot, (round(px - side / 2), round(py - side / 2)), "#ffffff", opacity)

    def _tinge(self, mask: Image.Image, corner: tuple[int, int], colour: Colour, opacity: float) -> None:
        box = (*corner, corner[0] + mask.width, corner[1] + mask.height)
        self.image.paste(colour, box, _faded(mask, opacity))


def blend(one: Colour, other: Colour, share: float) -> Colour:
    """`one` with so much of the other in it."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _gradient(
    size: tuple[int, int], angle: float, start: Colour, end: Colour, middle: Colour | None
) -> Image.Image:
    """A gradient that spans the whole size in a direction."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    span = abs(size[0] * cos) + abs(size[1] * sin) or 1
    across, down = 255 * cos / span, 255 * sin / span
    offset = 127.5 - across * size[0] / 2 - down * size[1] / 2
    ramp = Image.linear_gradient("L").transform(
        size, Image.Transform.AFFINE, (0, 0, 128, across, down, offset), Image.Resampling.BILINEAR
    )
    return ImageOps.colorize(ramp, start, end, middle)


def _softened(mask: Image.Image, blur: float) -> tuple[Image.Image, tuple[int, int, int, int]]:
    """A mask's content blurred by some pixels, and its frame. It is blurred small: nobody sees it."""
    factor = max(1, min(8, 1 << int(blur / 4).bit_length()))
    left, top, right, bottom = mask.getbbox() or (0, 0, 1, 1)
    margin = round(blur * 2.6) + 1
    wide, high = (-(-(size + 2 * margin) // factor) * factor for size in (right - left, bottom - top))
    frame = (left - margin, top - margin, left - margin + wide, top - margin + high)
    small = mask.crop(frame).reduce(factor).filter(ImageFilter.GaussianBlur(blur / factor))
    return small.resize((wide, high), Image.Resampling.BILINEAR), frame


def _faded(mask: Image.Image, opacity: float) -> Image.Image:
    return mask if opacity >= 1 else mask.point([round(value * opacity) for value in range(256)])


def _channels(colour: Colour) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
