"""What is found in a file's bytes, whatever its sender says of them."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat, PngImagePlugin

from chalicelib.photos.pictures import Picture, look
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


def measure(content: bytes, declared: ContentType) -> Measures | Reason:
    found = look(content, declared)
    return found.measures if isinstance(found, Picture) else found


def seen(content: bytes, declared: ContentType = JPEG) -> tuple[bytes, Image.Image]:
    """The file that others see, and its picture."""
    found = look(content, declared)
    assert isinstance(found, Picture)
    return found.content, Image.open(io.BytesIO(found.content))


def taken_in_hong_kong(kind: str = "JPEG", **how: object) -> bytes:
    """A phone's photo that says where, when and by what it was taken."""
    exif = Image.Exif()
    exif[0x0110] = "SecretPhone"
    exif[0x8825] = {1: "N", 2: (22.0, 17.0, 9.0), 3: "E", 4: (114.0, 9.0, 27.0)}
    return a_picture(kind, (200, 100), exif=exif, **how)


class TestWhatOthersSee:
    @pytest.mark.parametrize("kind", TYPES)
    def test_does_not_tell_where_a_photo_was_taken(self, kind: str) -> None:
        content = taken_in_hong_kong(kind)
        assert b"SecretPhone" in content

        cleaned, picture = seen(content, ContentType(TYPES[kind]))

        assert b"SecretPhone" not in cleaned
        assert dict(picture.getexif()) == {} and picture.format == kind

    def test_has_no_comments_and_no_other_pictures_and_nothing_behind_the_end(self) -> None:
        out = io.BytesIO()
        first, second = (Image.open(io.BytesIO(taken_in_hong_kong(comment=b"home"))) for _ in range(2))
        first.save(out, "MPO", save_all=True, append_images=[second], exif=first.getexif(), comment=b"home")

        cleaned, picture = seen(out.getvalue() + b"SecretTail")

        assert picture.format == "JPEG"
        assert not any(word in cleaned for word in (b"Secret", b"home", b"MPF"))

    def test_has_no_text_of_a_png(self) -> None:
        text = PngImagePlugin.PngInfo()
        text.add_text("Author", "Secret")
        cleaned, _ = seen(a_picture(pnginfo=text), PNG)
        assert b"Secret" not in cleaned

    def test_stands_upright(self) -> None:
        exif = Image.Exif()
        exif[0x0112] = 6  # the phone was held upright: what was at the left is at the top
        lying = Image.new("RGB", (200, 100), "blue")
        lying.paste("red", (0, 0, 100, 100))
        out = io.BytesIO()
        lying.save(out, "JPEG", exif=exif)

        _, picture = seen(out.getvalue())

        assert picture.size == (100, 200)
        top, bottom = picture.getpixel((50, 40)), picture.getpixel((50, 160))
        assert isinstance(top, tuple) and isinstance(bottom, tuple)
        assert top[0] > 200 and top[2] < 50 and bottom[2] > 200 and bottom[0] < 50

    def test_looks_the_same(self) -> None:
        noise = Image.effect_noise((200, 200), 60).convert("RGB")
        out = io.BytesIO()
        noise.save(out, "JPEG", quality=80, icc_profile=b"profile")

        cleaned, picture = seen(out.getvalue())

        difference = ImageChops.difference(Image.open(out), picture).convert("L")
        assert ImageStat.Stat(difference).mean[0] < 1
        assert picture.info["icc_profile"] == b"profile"
        assert len(cleaned) < 1.1 * len(out.getvalue())

    @pytest.mark.parametrize("mode", ["L", "P", "RGBA", "LA", "1", "I;16"])
    def test_is_a_png_of_any_kind(self, mode: str) -> None:
        out = io.BytesIO()
        Image.new(mode, (120, 100)).save(out, "PNG")
        _, picture = seen(out.getvalue(), PNG)
        assert picture.mode == mode

    @pytest.mark.parametrize("mode", ["L", "CMYK"])
    def test_is_a_jpeg_of_any_kind(self, mode: str) -> None:
        out = io.BytesIO()
        Image.new(mode, (120, 100)).save(out, "JPEG")
        assert seen(out.getvalue())[1].mode == mode


class TestMeasure:
    @pytest.mark.parametrize("kind", TYPES)
    def test_takes_a_good_picture_for_what_it_is(self, kind: str) -> None:
        content = a_picture(kind, (320, 200))
        found = look(content, ContentType(TYPES[kind]))
        assert isinstance(found, Picture)
        assert found.measures == Measures(320, 200, len(found.content))

    def test_takes_a_phones_jpeg_that_carries_more_pictures(self) -> None:
        out = io.BytesIO()
        big, small = Image.new("RGB", (400, 300)), Image.new("RGB", (100, 100))
        big.save(out, "MPO", save_all=True, append_images=[small])
        found = measure(out.getvalue(), JPEG)
        assert isinstance(found, Measures)
        assert (found.width, found.height) == (400, 300)

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
