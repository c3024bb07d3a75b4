"""Looks at the real bytes of a file, whatever its sender says of them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from chalicelib.photos.rules import MOST_BYTES, ContentType, Measures, Reason, sizes_reason

if TYPE_CHECKING:
    from PIL.Image import Image

_FORMATS = {ContentType.JPEG: {"JPEG", "MPO"}, ContentType.PNG: {"PNG"}, ContentType.WEBP: {"WEBP"}}
"""By Pillow's names. MPO is a JPEG that carries more pictures, as many phones make it."""

_ORIENTATION = 0x0112
_LYING = {5, 6, 7, 8}
"""EXIF orientations that show the picture turned by a quarter."""


def measure(content: bytes, declared: ContentType) -> Measures | Reason:
    """What a file is, or why it isn't taken. It is decoded whole, so that a torn one is found out.

    At most 5 MB are looked at, and at most 40 megapixels decoded: a small file can unpack to gigabytes.
    """
    if not content:
        return Reason.EMPTY
    if len(content) > MOST_BYTES:
        return Reason.TOO_LARGE
    try:
        return _decode(content, declared)
    except Exception:  # hostile bytes make decoders raise anything: OSError, SyntaxError, KeyError …
        return Reason.NOT_A_PICTURE


def _decode(content: bytes, declared: ContentType) -> Measures | Reason:
    from PIL import Image

    try:
        picture = Image.open(io.BytesIO(content), formats=["JPEG", "PNG", "WEBP"])
    except Image.DecompressionBombError:
        return Reason.TOO_MANY_PIXELS
    with picture:
        if picture.format not in _FORMATS[declared]:
            return Reason.OTHER_TYPE
        if reason := sizes_reason(*picture.size):
            return reason
        picture.load()
        width, height = _shown_size(picture)
    return Measures(width=width, height=height, bytes=len(content))


def _shown_size(picture: Image) -> tuple[int, int]:
    width, height = picture.size
    return (height, width) if picture.getexif().get(_ORIENTATION) in _LYING else (width, height)
