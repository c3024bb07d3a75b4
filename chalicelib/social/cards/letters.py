"""Writes text on a picture, from outlines kept beside this file (made by `tools/letters.py`)."""

from __future__ import annotations

import lzma
import struct
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

GRID = 128
"""Units of an em, as the letters were made."""

_FINER = 4
"""Letters are filled so many times larger, and brought down to be smooth."""

_BASELINE = 0.88
"""Of an em, from the top of a line."""

_UNKNOWN = "\u25a1"

_Contour = list[tuple[int, int]]


@cache
def _kept() -> tuple[bytes, dict[int, tuple[int, int]]]:
    """All letters, and where each begins and ends. 10,000 of them, unpacked once a process."""
    whole = lzma.decompress(files(__package__).joinpath("letters.bin").read_bytes())
    (count,) = struct.unpack_from("<H", whole)
    place, found = 2 + 4 * count, {}
    for code, length in struct.iter_unpack("<HH", whole[2:place]):
        found[code] = (place, place + length)
        place += length
    return whole, found


def _letter(one: str) -> tuple[int, list[_Contour]]:
    """A letter's width and its contours, in units. What isn't kept is an empty square."""
    whole, found = _kept()
    begin, _ = found.get(ord(one)) or found[ord(_UNKNOWN)]
    width, count = whole[begin], whole[begin + 1]
    return width, list(_contours(whole, begin + 2, count))


def _contours(whole: bytes, place: int, count: int) -> Iterator[_Contour]:
    for _ in range(count):
        (length,) = struct.unpack_from("<H", whole, place)
        steps = struct.unpack_from(f"{2 * length}b", whole, place + 2)
        place += 2 + 2 * length
        yield _followed(steps[:length], steps[length:])


def _followed(across: Sequence[int], up: Sequence[int]) -> _Contour:
    """The points of a contour, from the steps between them; they wrap around at 256 as they were written."""
    x = y = 0
    points = []
    for right, above in zip(across, up, strict=True):
        x, y = x + right, y + above
        points.append((x, y))
    return points


def width(text: str, *, size: int) -> float:
    """How wide a line is, in pixels."""
    return sum(_letter(one)[0] for one in text) * size / GRID


def wrapped(text: str, *, size: int, within: int, most: int) -> list[str]:
    """A text in lines of some pixels, `most` of them; the last one ends in … if there was more."""
    lines = [""]
    for one in text:
        if width(lines[-1] + one, size=size) > within:
            if len(lines) == most:
                lines[-1] = lines[-1][:-1] + "…"
                return lines
            lines.append("")
        lines[-1] += one
    return lines


def write(picture: Image, text: str, *, at: tuple[int, int], size: int, colour: str) -> None:
    """Write a line; `at` is its upper left corner."""
    from PIL import Image

    across = round(width(text, size=size)) + size
    mask = Image.new("L", (across * _FINER, int(size * 1.3) * _FINER), 0)
    pen = 0.0
    for one in text:
        advance, contours = _letter(one)
        _fill(mask, contours, left=pen, size=size)
        pen += advance * size / GRID
    small = mask.resize((across, int(size * 1.3)), Image.Resampling.BOX)
    picture.paste(colour, at, small)


def _fill(mask: Image, contours: list[_Contour], *, left: float, size: int) -> None:
    """Fill a letter's outer contours and clear its inner ones, from the largest on."""
    from PIL import ImageDraw

    draw, scale = ImageDraw.Draw(mask), size * _FINER / GRID
    for contour in sorted(contours, key=lambda one: -abs(_area(one))):
        points = [(left * _FINER + x * scale, size * _BASELINE * _FINER - y * scale) for x, y in contour]
        draw.polygon(points, fill=255 if _area(contour) > 0 else 0)


def _area(contour: _Contour) -> int:
    """Twice what a contour encloses; its sign tells which way round it goes (the shoelace formula)."""
    following = [*contour[1:], contour[0]]
    return sum(x * v - u * y for (x, y), (u, v) in zip(contour, following, strict=True))
