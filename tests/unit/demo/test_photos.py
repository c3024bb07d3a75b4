from __future__ import annotations

import io
from functools import cache

import pytest
from PIL import Image

from demo import photos
from demo.catalogue import GOODS

EVERY = pytest.mark.parametrize("slug", [good.slug for good in GOODS])


@cache
def photo_of(slug: str) -> bytes:
    """Drawn once for all tests."""
    return photos.photo_of(slug)


def opened(photo: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(photo))
    image.load()
    return image


class TestPhotosOfGoods:
    @EVERY
    def test_are_square_jpegs_that_a_phone_loads_quickly(self, slug: str) -> None:
        photo = photo_of(slug)

        assert (opened(photo).format, opened(photo).size) == ("JPEG", (1000, 1000))
        assert len(photo) < 200_000

    @EVERY
    def test_show_something(self, slug: str) -> None:
        colours = opened(photo_of(slug)).reduce(10).getcolors(10_000)

        assert colours is None or len(colours) > 500

    def test_are_the_same_each_time(self) -> None:
        assert photos.photo_of("rose-stone-ring") == photo_of("rose-stone-ring")

    def test_come_nearer(self) -> None:
        near = photos.photo_of("silk-scarf", close_up=True)

        assert opened(near).size == (1000, 1000)
        assert near != photo_of("silk-scarf")

    def test_differ_from_each_other(self) -> None:
        assert len({photo_of(good.slug) for good in GOODS}) == len(GOODS)

    def test_of_goods_that_are_not_hers_do_not_exist(self) -> None:
        with pytest.raises(KeyError):
            photos.photo_of("crown-jewels")


class TestTheStoresPictures:
    def test_the_banner_is_wide(self) -> None:
        banner = photos.banner()

        assert (opened(banner).format, opened(banner).size) == ("JPEG", (1600, 640))
        assert len(banner) < 300_000

    def test_the_logo_is_a_square_without_loss(self) -> None:
        logo = opened(photos.logo())

        assert (logo.format, logo.size) == ("PNG", (512, 512))
