from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.foundation import clock
from chalicelib.foundation.languages import Language
from chalicelib.web.offers import offer_view
from chalicelib.web.pages import OfferView, render_listing, render_store
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import calls
from tests.unit.promotions.builders import NOON, a_promotion
from tests.unit.web.builders import Document, a_listing_page, a_store_page
from tests.unit.world import MEI, made


def said(language: Language, **terms: Any) -> str:
    return offer_view(a_promotion(**terms), language, time_zone="Asia/Shanghai").terms


class TestTerms:
    @pytest.mark.parametrize(
        ("terms", "zh", "en"),
        [
            ({"basis_points": 1_000}, "9 折", "10 % off"),
            ({"basis_points": 1_550}, "8.45 折", "15.5 % off"),
            ({"amount": 1_000}, "减 ¥10.00", "¥10.00 off"),
            ({"amount": 1_000, "threshold": 9_900}, "满 ¥99.00 减 ¥10.00", "from ¥99.00 on: ¥10.00 off"),
            (
                {"basis_points": 2_000, "most": 500},
                "8 折，最多减 ¥5.00",
                "20 % off, ¥5.00 at most",
            ),
        ],
        ids=str,
    )
    def test_are_said_as_people_say_them(self, terms: Any, zh: str, en: str) -> None:
        assert (said("zh", **terms), said("en", **terms)) == (zh, en)

    def test_come_with_the_code_the_goods_and_the_end_in_the_stores_zone(self) -> None:
        coupon = a_promotion(amount=1, code="FESTIVAL", category="hair", ends_at=NOON)
        shown = offer_view(coupon, "en", time_zone="Asia/Shanghai")
        assert shown.details == ("some goods", "with code FESTIVAL", "until 12 Dec, 20:00")

    def test_of_what_is_for_all_and_has_no_end_need_no_more_words(self) -> None:
        assert offer_view(a_promotion(amount=1), "zh", time_zone="UTC").details == ()


class TestPages:
    offer = OfferView("Spring <3", "10 % off", "with code SPRING")

    def test_show_offers_and_escape_what_the_merchant_said(self) -> None:
        for page in (
            render_store(replace(a_store_page(), offers=(self.offer,))),
            render_listing(replace(a_listing_page(), offers=(self.offer,))),
        ):
            document = Document(page)
            assert document.texts("ul", kind="offers") == ["Spring <3 10 % off with code SPRING"]

    def test_without_offers_have_no_list_of_them(self) -> None:
        assert Document(render_store(a_store_page())).all("ul", kind="offers") == []


class TestAGroupBuy:
    def test_is_linked_from_its_goods_page_and_listed_while_one_can_join(self) -> None:
        clip = world.a_listing(stock=9)
        ends = clock.now() + timedelta(days=1)
        wish = {"listing_id": clip["id"], "variant_id": "v01", "price": 700, "size": 3}
        group = made(
            MEI.post(f"/stores/{clip['store_id']}/group-buys", wish | {"ends_at": clock.stamp(ends)})
        )
        slug = made(Api().get(f"/stores/{clip['store_id']}"))["slug"]
        address = f"/shop/{slug}/{clip['id']}?lang=en"
        listed = f"/listings/{clip['id']}/group-buys"

        page = Document(Api().get(address).content.decode())
        (said,) = page.texts("ul", kind="offers")
        assert said.startswith("Group buy ¥7.00 a piece if 3 buy 0 of 3 have joined · until ")
        (link,) = [one for one in page.all("a") if "group/" in one.attributes["href"]]
        assert link.attributes["href"].endswith(f"/app#/group/{group['id']}")
        assert [one["id"] for one in made(Api().get(listed))["items"]] == [group["id"]]
        with clock.stopped_at(ends):
            assert Document(Api().get(address).content.decode()).all("ul", kind="offers") == []
            assert made(Api().get(listed))["items"] == []

    def test_of_other_goods_is_not_listed(self) -> None:
        clip, other = world.a_listing(stock=9), world.a_listing(stock=9)
        ends = clock.stamp(clock.now() + timedelta(days=1))
        wish = {"listing_id": clip["id"], "variant_id": "v01", "price": 700, "size": 3, "ends_at": ends}
        made(MEI.post(f"/stores/{clip['store_id']}/group-buys", wish))
        assert made(Api().get(f"/listings/{other['id']}/group-buys"))["items"] == []


class TestTheStoresPages:
    def test_show_what_runs_and_cost_no_read_of_their_own(self) -> None:
        clip = world.a_listing()
        path = f"/stores/{clip['store_id']}/promotions"
        made(MEI.post(path, {"title": "春节", "basis_points": 1_000}))
        made(MEI.post(path, {"title": "later", "amount": 1, "starts_at": "2099-01-01T00:00:00Z"}))
        made(MEI.post(path, {"title": "hidden", "amount": 1, "code": "SECRET", "advertised": False}))
        slug = made(Api().get(f"/stores/{clip['store_id']}"))["slug"]
        Api().get(f"/shop/{slug}")  # the first page of a day makes the salt by which visitors are told apart
        for address, reads in ((f"/shop/{slug}", 3), (f"/shop/{slug}/{clip['id']}", 4)):
            with calls() as seen:
                page = Document(Api().get(f"{address}?lang=zh").content.decode())
            assert page.texts("ul", kind="offers") == ["春节 9 折"]
            assert seen.count("BatchGetItem") == reads
