"""Draws QR codes (ISO/IEC 18004; the squares are worked out by `qrcode`) as PNG and SVG.

A code that carries a logo is made with error correction H, which restores 30 % of it; the logo covers a fifth
of the width, 4 % of the area. Every square is a whole number of pixels, so that the edges stay sharp; what is
left of the picture's size becomes margin.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from chalicelib.stores.errors import QrTooSmall

if TYPE_CHECKING:
    from PIL.Image import Image

QUIET = 4
"""Squares of margin that the standard wants on each side."""

LEAST_SQUARE = 2
"""Pixels of a square, for cameras to tell it."""

LOGO_SHARE = 5
"""The logo, with its white edge, is this part of the code's width."""

_LOGO_SIDE = 256
"""Pixels of a logo inside an SVG."""

_Squares = Sequence[Sequence[bool]]


class Format(StrEnum):
    """A kind of picture."""

    PNG = "png"
    SVG = "svg"

    @property
    def content_type(self) -> str:
        """How it is called on the wire."""
        return {"png": "image/png", "svg": "image/svg+xml"}[self]


def draw(text: str, *, size: int, kind: Format, logo: bytes | None = None) -> bytes:
    """A QR code of a text as a picture of `size` pixels square. Raises QrTooSmall."""
    squares = _squares(text, robust=logo is not None)
    square = size // (len(squares) + 2 * QUIET)
    if square < LEAST_SQUARE:
        least = LEAST_SQUARE * (len(squares) + 2 * QUIET)
        raise QrTooSmall(f"Ask for a size of at least {least}.", field="size")
    mark = _logo(logo) if logo else None
    if kind is Format.SVG:
        return _svg(squares, size=size, mark=mark).encode()
    return _png(squares, size=size, square=square, mark=mark)


def _squares(text: str, *, robust: bool) -> _Squares:
    """Rows of squares, True for a dark one, without the margin."""
    import qrcode
    from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_M

    code = qrcode.QRCode(error_correction=ERROR_CORRECT_H if robust else ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make(fit=True)
    rows: _Squares = code.get_matrix()
    return rows


def _png(squares: _Squares, *, size: int, square: int, mark: Image | None) -> bytes:
    from PIL import Image

    side = len(squares)
    small = Image.frombytes("L", (side, side), bytes(0 if dark else 255 for row in squares for dark in row))
    canvas = Image.new("L", (size, size), 255)
    start = (size - side * square) // 2
    canvas.paste(small.resize((side * square, side * square), Image.Resampling.NEAREST), (start, start))
    if mark:
        canvas = canvas.convert("RGB")
        across = side * square // LOGO_SHARE
        _overlay(canvas, mark, middle=start + side * square // 2, across=across)
    return _encoded(canvas if mark else canvas.convert("1"))


def _overlay(canvas: Image, mark: Image, *, middle: int, across: int) -> None:
    """Lay a logo over the middle, on a white plate that parts it from the squares."""
    from PIL import ImageOps

    corner = middle - across // 2
    canvas.paste("white", (corner, corner, corner + across, corner + across))
    edge = max(1, across // 12)
    fitted = ImageOps.contain(mark, (across - 2 * edge, across - 2 * edge))
    canvas.paste(fitted, (middle - fitted.width // 2, middle - fitted.height // 2))


def _svg(squares: _Squares, *, size: int, mark: Image | None) -> str:
    side = len(squares) + 2 * QUIET
    path = "".join(_runs(squares))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 {side} {side}" '
        f'shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{side}v{side}H0z"/>'
        f'<path d="{path}"/>{_svg_mark(mark, side, len(squares)) if mark else ""}</svg>'
    )


def _runs(squares: _Squares) -> Iterator[str]:
    """Each row's dark runs as one rectangle each."""
    for y, row in enumerate(squares):
        start = None
        for x, dark in enumerate([*row, False]):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                yield f"M{start + QUIET} {y + QUIET}h{x - start}v1h-{x - start}z"
                start = None


def _svg_mark(mark: Image, side: int, across: int) -> str:
    plate = across / LOGO_SHARE
    corner, edge = (side - plate) / 2, plate / 12
    data = base64.b64encode(_encoded(mark)).decode()
    return (
        f'<rect x="{corner:.2f}" y="{corner:.2f}" width="{plate:.2f}" height="{plate:.2f}" fill="#fff"/>'
        f'<image x="{corner + edge:.2f}" y="{corner + edge:.2f}" width="{plate - 2 * edge:.2f}" '
        f'height="{plate - 2 * edge:.2f}" href="data:image/png;base64,{data}"/>'
    )


def _logo(content: bytes) -> Image:
    """A logo upright and small, whatever transparent on white."""
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(content)) as opened:
        opened.draft("RGB", (_LOGO_SIDE, _LOGO_SIDE))
        upright = ImageOps.exif_transpose(opened).convert("RGBA")
    upright.thumbnail((_LOGO_SIDE, _LOGO_SIDE))
    plain = Image.new("RGB", upright.size, "white")
    plain.paste(upright, mask=upright)
    return plain


def _encoded(picture: Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
