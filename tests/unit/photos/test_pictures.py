"""What is found in a file's bytes, whatever its sender says of them."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from chalicelib.photos.pictures import measure
from chalicelib.photos.rules import MOST_BYTES, ContentType, Measures, Reason
from tests.unit.photos.uploads import TYPES, a_picture

JPEG, PNG = ContentType.JPEG, ContentType.PNG


def a_png_that_claims(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is of this size."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def turned(orientation: int) -> bytes:
    """A JPEG of 200 by 100 pixels that a camera held like this took."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    return a_picture("JPEG", (200, 100), exif=exif)


class TestMeasure:
    @pytest.mark.parametrize("kind", TYPES)
    def test_takes_a_good_picture_for_what_it_is(self, kind: str) -> None:
        content = a_picture(kind, (320, 200))
        assert measure(content, ContentType(TYPES[kind])) == Measures(320, 200, len(content))

    def test_takes_a_phones_jpeg_that_carries_more_pictures(self) -> None:
        out = io.BytesIO()
        big, small = Image.new("RGB", (400, 300)), Image.new("RGB", (100, 100))
        big.save(out, "MPO", save_all=True, append_images=[small])
        assert measure(out.getvalue(), JPEG) == Measures(400, 300, len(out.getvalue()))

    @pytest.mark.parametrize(
        ("orientation", "size"), [(1, (200, 100)), (3, (200, 100)), (6, (100, 200)), (8, (100, 200))]
    )
    def test_measures_it_as_it_is_shown(self, orientation: int, size: tuple[int, int]) -> None:
        found = measure(turned(orientation), JPEG)
        assert isinstance(found, Measures)
        assert (found.width, found.height) == size

    @pytest.mark.parametrize("declared", ContentType)
    @pytest.mark.parametrize("kind", TYPES)
    def test_refuses_what_is_not_of_the_declared_type(self, kind: str, declared: ContentType) -> None:
        if TYPES[kind] != declared:
            assert measure(a_picture(kind), declared) is Reason.OTHER_TYPE

    @pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "ICO"])
    def test_refuses_other_kinds_of_pictures(self, kind: str) -> None:
        assert measure(a_picture(kind), PNG) is Reason.NOT_A_PICTURE

    @pytest.mark.parametrize(
        "content",
        [
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            b"<html>",
            b"\x89PNG\r\n\x1a\n",
            b"\xff\xd8\xff",
            b"RIFF",
        ],
        ids=["svg", "html", "png", "jpeg", "webp"],
    )
    def test_refuses_what_only_begins_like_a_picture(self, content: bytes) -> None:
        assert measure(content, PNG) is Reason.NOT_A_PICTURE

    @pytest.mark.parametrize("kind", TYPES)
    def test_refuses_a_torn_picture(self, kind: str) -> None:
        noise = Image.effect_noise((200, 200), 90).convert("RGB")
        out = io.BytesIO()
        noise.save(out, kind)
        assert (
            measure(out.getvalue()[: len(out.getvalue()) // 2], ContentType(TYPES[kind]))
            is Reason.NOT_A_PICTURE
        )

    def test_refuses_an_empty_file(self) -> None:
        assert measure(b"", PNG) is Reason.EMPTY

    def test_takes_five_megabytes_and_not_one_byte_more(self) -> None:
        picture = a_picture()
        padded = picture + b"\0" * (MOST_BYTES - len(picture))
        assert isinstance(measure(padded, PNG), Measures)
        assert measure(padded + b"\0", PNG) is Reason.TOO_LARGE

    @pytest.mark.parametrize("size", [(8000, 5001), (40_000, 40_000), (2**31 - 1, 2**31 - 1)])
    def test_refuses_a_bomb_without_unpacking_it(self, size: tuple[int, int]) -> None:
        assert measure(a_png_that_claims(*size), PNG) is Reason.TOO_MANY_PIXELS

    @pytest.mark.parametrize(("size", "good"), [((100, 100), True), ((99, 100), False), ((100, 99), False)])
    def test_wants_a_hundred_pixels_on_each_side(self, size: tuple[int, int], good: bool) -> None:
        assert isinstance(measure(a_picture(size=size), PNG), Measures) is good

    @settings(max_examples=150, deadline=None)
    @given(data=st.data(), kind=st.sampled_from(sorted(TYPES)))
    def test_answers_whatever_the_bytes_are(self, data: st.DataObject, kind: str) -> None:
        content = bytearray(a_picture(kind))
        for _ in range(data.draw(st.integers(1, 8))):
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
        assert isinstance(measure(bytes(content), ContentType(TYPES[kind])), Measures | Reason)
