"""A public page whose address names a visit over a promoter's link, such as one that was copied."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.foundation import clock
from tests.api import Api, Reply
from tests.unit import world
from tests.unit.affiliates import promotion
from tests.unit.world import made


@pytest.fixture
def listing() -> Any:
    """Goods of a store that pays a tenth to promoters."""
    goods = world.a_listing(stock=9)
    promotion.a_programme(goods)
    return goods


def opened(listing: Any, visit: str, **headers: str) -> Reply:
    """The goods' page at an address that names a visit."""
    slug = made(Api().get(f"/stores/{listing['store_id']}"))["slug"]
    return Api().get(f"/shop/{slug}/{listing['id']}?ref={visit}", headers=headers)


class TestAPageWhoseAddressNamesAVisit:
    def test_has_the_browser_keep_it_for_as_long_as_it_still_counts(self, listing: Any) -> None:
        visit = promotion.visited(promotion.a_link(listing))
        with clock.stopped_at(clock.now() + timedelta(days=14)):
            told = opened(listing, visit).headers
        assert told["set-cookie"].startswith(f"referral={visit}; Path=/;")
        left = int(re.findall(r"Max-Age=(\d+)", told["set-cookie"])[0])
        assert timedelta(hours=23) < timedelta(seconds=left) <= timedelta(days=1)
        assert told["cache-control"] == "no-store"

    def test_keeps_nothing_once_the_visit_counts_no_more(self, listing: Any) -> None:
        visit = promotion.visited(promotion.a_link(listing))
        with clock.stopped_at(clock.now() + timedelta(days=15, seconds=1)):
            assert "set-cookie" not in opened(listing, visit).headers

    @pytest.mark.parametrize("visit", ["", "x", "e30.e30", "%F0%9F%8D%8B", "a.b%0d%0aSet-Cookie:%20x=1"])
    def test_keeps_nothing_that_we_did_not_seal(self, listing: Any, visit: str) -> None:
        reply = opened(listing, visit)
        assert (reply.status, "set-cookie" in reply.headers) == (200, False)

    def test_leaves_the_visit_that_a_browser_keeps_by_then(self, listing: Any) -> None:
        visit = promotion.visited(promotion.a_link(listing))
        assert "set-cookie" not in opened(listing, visit, cookie="a=b; referral=another").headers
