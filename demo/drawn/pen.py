"""What a pen can draw, measured in units and turned, enlarged and moved as a whole."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageDraw

Point = tuple[float, float]
Colour = str
Drawing = Callable[["Pen"], None]


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a drawing goes: its pivot (in units) to a place (in pixels), at so many pixels a unit, turned."""

    pivot: Point
    to: Point
    unit: float
    turn: float = 0

    def __call__(self, x: float, y: float) -> Point:
        """Where a point of the drawing comes to lie, in pixels."""
        cos, sin = math.cos(math.radians(self.turn)), math.sin(math.radians(self.turn))
        dx, dy = (x - self.pivot[0]) * self.unit, (y - self.pivot[1]) * self.unit
        return self.to[0] + dx * cos - dy * sin, self.to[1] + dx * sin + dy * cos


class Pen:
    """Draws on an image with one ink."""

    def __init__(self, image: Image.Image, ink: int | Colour, placement: Placement) -> None:
        self._draw = ImageDraw.Draw(image)
        self._ink = ink
        self._place = placement

    def area(self, points: Iterable[Point]) -> None:
        """A filled polygon."""
        self._draw.polygon([self._place(x, y) for x, y in points], fill=self._ink)

    def dot(self, x: float, y: float, radius: float) -> None:
        """A filled circle."""
        (px, py), side = self._place(x, y), radius * self._place.unit
        self._draw.ellipse((px - side, py - side, px + side, py + side), fill=self._ink)

    def stroke(self, points: Sequence[Point], width: float) -> None:
        """A line with round ends and joints."""
        placed = [self._place(x, y) for x, y in points]
        self._draw.line(placed, fill=self._ink, width=max(1, round(width * self._place.unit)))
        for x, y in points:
            self.dot(x, y, width / 2)

    def erase(self, drawing: Drawing) -> None:
        """Take a drawing's form away again."""
        kept, self._ink = self._ink, 0
        drawing(self)
        self._ink = kept


def area(points: Iterable[Point]) -> Drawing:
    """A polygon."""
    return lambda pen: pen.area(points)


def stroke(points: Sequence[Point], width: float) -> Drawing:
    """A line with round ends."""
    return lambda pen: pen.stroke(points, width)


def dot(x: float, y: float, radius: float) -> Drawing:
    """A circle."""
    return lambda pen: pen.dot(x, y, radius)


def oval(x: float, y: float, rx: float, ry: float, *, turn: float = 0) -> Drawing:
    """An ellipse around a centre."""
    return area(arc(x, y, rx, ry, 0, 360, turn=turn))


def box(left: float, top: float, right: float, bottom: float, *, corner: float = 0) -> Drawing:
    """A rectangle with rounded corners."""
    corners = ((right, bottom, 0), (left, bottom, 90), (left, top, 180), (right, top, 270))
    outline: list[Point] = []
    for x, y, start in corners:
        inner_x = x + (corner if x == left else -corner)
        inner_y = y + (corner if y == top else -corner)
        outline += arc(inner_x, inner_y, corner, corner, start, start + 90)
    return area(outline)


def both(*drawings: Drawing) -> Drawing:
    """Several drawings as one."""
    return all_of(drawings)


def all_of(drawings: Iterable[Drawing]) -> Drawing:
    """Many drawings as one."""
    kept = tuple(drawings)

    def draw(pen: Pen) -> None:
        for drawing in kept:
            drawing(pen)

    return draw


def without(drawing: Drawing, *holes: Drawing) -> Drawing:
    """A drawing with holes in it."""

    def draw(pen: Pen) -> None:
        drawing(pen)
        for hole in holes:
            pen.erase(hole)

    return draw


def arc(  # noqa: PLR0917 - an ellipse and two angles, in everybody's order
    x: float, y: float, rx: float, ry: float, start: float, end: float, *, turn: float = 0
) -> list[Point]:
    """Points on an ellipse from one angle to another (degrees, clockwise from the right), turned about it."""
    count = max(8, round(abs(end - start) / 3))
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    points = []
    for step in range(count + 1):
        angle = math.radians(start + (end - start) * step / count)
        dx, dy = rx * math.cos(angle), ry * math.sin(angle)
        points.append((x + dx * cos - dy * sin, y + dx * sin + dy * cos))
    return points


def around(x: float, y: float, radius: float, angle: float) -> Point:
    """The point at a distance and an angle."""
    return x + radius * math.cos(math.radians(angle)), y + radius * math.sin(math.radians(angle))


def curve(*corners: Point, count: int = 24) -> list[Point]:
    """A Bézier curve of any degree."""
    return [_bezier(corners, step / count) for step in range(count + 1)]


def _bezier(corners: Sequence[Point], share: float) -> Point:
    points = list(corners)
    while len(points) > 1:
        points = [(a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share) for a, b in pairwise(points)]
    return points[0]
