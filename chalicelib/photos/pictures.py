"""Looks at the real bytes of a file, whatever its sender says of them, and makes the file that others see.

A phone writes into a photo where it was taken, when and by which device. What others see is made anew of the
pixels alone, turned as the camera was held, so nothing else that a file may carry gets out.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chalicelib.photos.rules import MOST_BYTES, ContentType, Measures, Reason, Size, sizes_reason

if TYPE_CHECKING:
    from PIL.Image import Image

_FORMATS = {ContentType.JPEG: {"JPEG", "MPO"}, ContentType.PNG: {"PNG"}, ContentType.WEBP: {"WEBP"}}
"""By Pillow's names. MPO is a JPEG that carries more pictures, as many phones make it."""

_SHOWN = ("icc_profile", "transparency")
"""What of a file's other contents changes how it is shown, and is kept."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A good file, made anew without what its pixels don't show."""

    measures: Measures
    content: bytes


def look(content: bytes, declared: ContentType) -> Picture | Reason:
    """What a file shows, or why it isn't taken. It is decoded whole, so that a torn one is found out.

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


def _decode(content: bytes, declared: ContentType) -> Picture | Reason:
    from PIL import Image, ImageFile, ImageOps

    ImageFile.LOAD_TRUNCATED_IMAGES = False  # a library in this process (karrio's SDK) may have let them pass
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
        how = _encoding(picture, declared)
        ImageOps.exif_transpose(picture, in_place=True)  # 40 megapixels in memory once, not twice
        picture.info = {name: picture.info[name] for name in _SHOWN if name in picture.info}
        out = io.BytesIO()
        picture.save(out, icc_profile=picture.info.get("icc_profile"), **how)
        width, height = picture.size
    return Picture(Measures(width=width, height=height, bytes=out.tell()), out.getvalue())


def _encoding(picture: Image, declared: ContentType) -> dict[str, Any]:
    """How to write a picture so that nobody sees a difference: a JPEG by the very tables it came with."""
    match declared:
        case ContentType.JPEG:
            from PIL import JpegImagePlugin

            assert isinstance(picture, JpegImagePlugin.JpegImageFile)
            sampling = JpegImagePlugin.get_sampling(picture)
            return {"format": "JPEG", "qtables": picture.quantization, "subsampling": sampling}
        case ContentType.PNG:
            return {"format": "PNG"}
        case ContentType.WEBP:
            return {"format": "WEBP", "quality": 90, "method": 2}


def variants(content: bytes, sizes: Sequence[Size]) -> dict[Size, bytes]:
    """Smaller ones of a file that was found good, as WebP; none is larger than the file's own pixels."""
    from PIL import Image

    made = {}
    with Image.open(io.BytesIO(content)) as picture:
        shown = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
        profile = picture.info.get("icc_profile")
    for size in sorted(sizes, key=lambda one: -one.side):
        shown.thumbnail((size.side, size.side))
        out = io.BytesIO()
        shown.save(out, "WEBP", quality=80, method=4, icc_profile=profile)
        made[size] = out.getvalue()
    return made
