"""Makes the letters of share cards (`chalicelib/social/cards/letters.bin`) from Noto Sans CJK SC.

    python -m tools.letters …/NotoSansCJK-Regular.ttc

The Lambda's Pillow has no FreeType: it would take 1.5 MB of a package that is at its limit. So the outlines
are flattened here, on a grid of 128 units to an em, to polygons that Pillow fills. The font is under the SIL
Open Font License 1.1, which stands beside the letters and holds for them too.
"""

from __future__ import annotations

import lzma
import struct
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from fontTools.pens.basePen import BasePen  # type: ignore[import-untyped]
from fontTools.ttLib import TTCollection, TTFont  # type: ignore[import-untyped]

GRID = 128
"""Units of an em: what reaches beyond it still fits a byte."""

TARGET = Path(__file__).parent.parent / "chalicelib" / "social" / "cards" / "letters.bin"

_Point = tuple[float, float]


class _Flat(BasePen):  # type: ignore[misc]
    """Takes outlines down as polygons; a curve becomes chords of a unit's exactness."""

    def __init__(self, scale: float) -> None:
        super().__init__(None)
        self.contours: list[list[_Point]] = []
        self._scale = scale

    def _put(self, point: _Point) -> None:
        self.contours[-1].append((point[0] * self._scale, point[1] * self._scale))

    def _moveTo(self, point: _Point) -> None:  # noqa: N802 - fontTools' name
        self.contours.append([])
        self._put(point)

    def _lineTo(self, point: _Point) -> None:  # noqa: N802
        self._put(point)

    def _curveToOne(self, first: _Point, second: _Point, end: _Point) -> None:  # noqa: N802
        start = self._getCurrentPoint()
        length = sum(abs(one[axis] - end[axis]) for one in (start, first, second) for axis in (0, 1))
        steps = max(2, min(8, round((length * self._scale) ** 0.5 / 1.6)))
        for step in range(1, steps + 1):
            t = step / steps
            weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3)
            points = (start, first, second, end)
            x, y = (sum(w * p[axis] for w, p in zip(weights, points, strict=True)) for axis in (0, 1))
            self._put((x, y))


def characters() -> list[str]:
    """ASCII, Latin-1, the signs that shops use, and the 6,763 characters of GB 2312."""
    chosen = {chr(code) for code in (*range(0x20, 0x7F), *range(0xA1, 0x100))} | set("…—–“”‘’·•€₩₫£¥￥×™℃№")
    for high in (*range(0xA1, 0xA4), *range(0xB0, 0xF8)):
        for low in range(0xA1, 0xFF):
            try:
                chosen.add(bytes((high, low)).decode("gb2312"))
            except UnicodeDecodeError:
                continue
    return sorted(chosen)


def _grid(contour: Sequence[_Point]) -> list[tuple[int, int]]:
    """A contour on the grid, without points that repeat the one before."""
    snapped = [(round(x), round(y)) for x, y in contour]
    return [point for place, point in enumerate(snapped) if point != snapped[place - 1]]


def _letter(font: TTFont, name: str) -> bytes:
    glyphs, scale = font.getGlyphSet(), GRID / font["head"].unitsPerEm
    pen = _Flat(scale)
    glyphs[name].draw(pen)
    contours = [one for one in map(_grid, pen.contours) if len(one) > 2]
    return bytes([round(glyphs[name].width * scale), len(contours)]) + b"".join(map(_encoded, contours))


def _encoded(contour: Sequence[tuple[int, int]]) -> bytes:
    """How many points, and of each how far it is from the one before."""
    steps: list[int] = []
    x = y = 0
    for point in contour:
        steps += [(point[0] - x) & 0xFF, (point[1] - y) & 0xFF]
        x, y = point
    return struct.pack("<H", len(contour)) + bytes(steps[::2]) + bytes(steps[1::2])


def _letters(font: TTFont) -> Iterator[tuple[str, bytes]]:
    names = font.getBestCmap()
    for one in characters():
        if name := names.get(ord(one)):
            yield one, _letter(font, name)


def made(font: TTFont) -> bytes:
    """The file: how many letters, each one's code point and length, then all of them; compressed."""
    letters = list(_letters(font))
    table = b"".join(struct.pack("<HH", ord(one), len(letter)) for one, letter in letters)
    whole = struct.pack("<H", len(letters)) + table + b"".join(letter for _, letter in letters)
    return lzma.compress(whole, preset=9 | lzma.PRESET_EXTREME)


if __name__ == "__main__":
    TARGET.write_bytes(made(TTCollection(sys.argv[1]).fonts[int(sys.argv[2]) if len(sys.argv) > 2 else 2]))
