from __future__ import annotations

from typing import Any

import pytest

from tests.api import Api
from tests.unit import world
from tests.unit.conftest import calls
from tests.unit.world import MEI, WANG

NOBODY = Api()


def wish(store: Any, **changes: Any) -> dict[str, Any]:
    return {
        "store_id": store["id"],
        "title": "珍珠发夹 Pearl clip",
        "category": "hair",
        "variants": [{"sku": "P1", "price": 1_990, "stock": 5}],
        **changes,
    }


class TestListGoods:
    def test_begins_as_a_draft_that_only_its_merchant_sees(self) -> None:
        listing = world.made(MEI.post("/listings", wish(world.a_store())))

        assert listing["status"] == "draft"
        assert NOBODY.get(f"/listings/{listing['id']}").status == 404
        assert MEI.get(f"/my/listings/{listing['id']}").status == 200
        assert WANG.get(f"/my/listings/{listing['id']}").status == 404

    def test_can_be_put_on_sale_at_once(self) -> None:
        listing = world.made(MEI.post("/listings", wish(world.a_store(), publish=True)))
        assert NOBODY.get(f"/listings/{listing['id']}").json["status"] == "active"

    def test_keeps_all_that_was_said(self) -> None:
        said = wish(
            world.a_store(),
            description="手工制作。\n\nMade by hand.",
            attributes={"材质": "珍珠"},
            variants=[
                {"sku": "S", "title": "小 small", "price": 1_990, "stock": 5},
                {"sku": "L", "title": "大 large", "price": 2_990, "stock": 0},
            ],
            publish=True,
        )
        listing = world.made(MEI.post("/listings", said))
        shown = NOBODY.get(f"/listings/{listing['id']}").json

        assert shown == listing
        assert shown["attributes"] == {"材质": "珍珠"}
        assert [(one["sku"], one["price"]["amount"]) for one in shown["variants"]] == [
            ("S", 1_990),
            ("L", 2_990),
        ]
        assert (shown["price_from"]["amount"], shown["price_to"]["amount"]) == (1_990, 2_990)

    def test_in_another_merchants_store_is_not_found(self) -> None:
        assert WANG.post("/listings", wish(world.a_store(MEI))).status == 404

    def test_with_one_sku_twice_is_refused(self) -> None:
        variant = {"sku": "A", "price": 1, "stock": 1}
        reply = MEI.post("/listings", wish(world.a_store(), variants=[variant, variant]))
        assert (reply.status, reply.json["field"]) == (422, "variants.1.sku")

    @pytest.mark.parametrize(
        "change",
        [
            {"title": "  "},
            {"title": "x" * 121},
            {"category": "Hair Clips"},
            {"variants": []},
            {"variants": [{"sku": "A", "price": 0, "stock": 1}]},
            {"variants": [{"sku": "A", "price": -5, "stock": 1}]},
            {"variants": [{"sku": "A", "price": 1.5, "stock": 1}]},
            {"variants": [{"sku": "A", "price": "5", "stock": 1}]},
            {"variants": [{"sku": "A", "price": 5, "stock": -1}]},
            {"photos": ["pho_nope"]},
            {"attributes": {"": "x"}},
        ],
        ids=str,
    )
    def test_refuses_what_cannot_be_goods(self, change: dict[str, Any]) -> None:
        assert MEI.post("/listings", wish(world.a_store(), **change)).status == 422

    def test_with_a_photo_that_is_not_hers_is_refused(self) -> None:
        reply = MEI.post("/listings", wish(world.a_store(), photos=["pho_01ARZ3NDEKTSV4RRFFQ69G5FAV"]))
        assert (reply.status, reply.json["field"]) == (422, "photos.0")


class TestStates:
    def test_of_goods_without_stock_is_sold_out(self) -> None:
        clip = world.a_listing(stock=0)
        assert NOBODY.get(f"/listings/{clip['id']}").json["status"] == "sold_out"

    def test_of_withdrawn_goods_hides_them(self) -> None:
        clip = world.a_listing()
        world.made(MEI.post(f"/listings/{clip['id']}/withdraw"))
        assert NOBODY.get(f"/listings/{clip['id']}").status == 404

    def test_lets_withdrawn_goods_come_back(self) -> None:
        clip = world.a_listing()
        world.made(MEI.post(f"/listings/{clip['id']}/withdraw"))
        assert world.made(MEI.post(f"/listings/{clip['id']}/publish"))["status"] == "active"

    def test_refuses_to_publish_what_is_on_sale(self) -> None:
        clip = world.a_listing()
        assert MEI.post(f"/listings/{clip['id']}/publish").json["code"] == "wrong_listing_state"

    def test_is_its_merchants_alone(self) -> None:
        clip = world.a_listing(MEI)
        assert WANG.post(f"/listings/{clip['id']}/withdraw").status == 404


class TestShelf:
    def test_shows_what_is_on_sale_the_newest_first(self) -> None:
        store = world.a_store()
        first, second = (world.a_listing(store=store, title=title) for title in ("A", "B"))
        world.a_listing(store=store, title="draft", publish=False)

        shown = world.made(NOBODY.get(f"/stores/{store['id']}/listings"))["items"]

        assert [one["id"] for one in shown] == [second["id"], first["id"]]

    def test_shows_a_merchant_everything(self) -> None:
        store = world.a_store()
        world.a_listing(store=store, publish=False)
        assert len(world.made(MEI.get(f"/my/stores/{store['id']}/listings"))["items"]) == 1
        assert world.made(NOBODY.get(f"/stores/{store['id']}/listings"))["items"] == []

    def test_goes_page_by_page(self) -> None:
        store = world.a_store()
        made = [world.a_listing(store=store, title=str(number))["id"] for number in range(5)]
        seen, cursor = [], ""
        while cursor is not None:
            page = world.made(NOBODY.get(f"/stores/{store['id']}/listings?limit=2{cursor}"))
            seen += [one["id"] for one in page["items"]]
            cursor = f"&cursor={page['cursor']}" if page["cursor"] else None
        assert seen == made[::-1]

    @pytest.mark.parametrize("goods", [1, 10])
    def test_costs_the_same_whatever_it_holds(self, goods: int) -> None:
        store = world.a_store()
        for number in range(goods):
            world.a_listing(store=store, title=str(number))
        with calls() as made:
            world.made(NOBODY.get(f"/stores/{store['id']}/listings"))
        assert made == ["BatchGetItem", "Query"]

    def test_of_a_store_that_is_not_open_is_not_found(self) -> None:
        store = world.a_store(open=False)
        assert NOBODY.get(f"/stores/{store['id']}/listings").status == 404


class TestChange:
    def test_leaves_what_is_not_named(self) -> None:
        clip = world.a_listing(title="Clip", price=1_000)
        changed = world.made(MEI.patch(f"/listings/{clip['id']}", {"title": "Pin"}))
        assert changed == {**clip, "title": "Pin"}

    def test_of_a_price_leaves_the_stock_that_was_sold_meanwhile(self) -> None:
        clip = world.a_listing(price=1_000, stock=3)
        world.made(MEI.post(f"/listings/{clip['id']}/stock", {"variant_id": "v01", "change": -1}))
        world.made(MEI.patch(f"/listings/{clip['id']}", {"variants": [{"id": "v01", "price": 900}]}))
        assert world.stock_of(clip) == 2

    def test_adds_variants(self) -> None:
        clip = world.a_listing()
        added = {"new_variants": [{"sku": "NEW", "price": 5, "stock": 1}]}
        shown = world.made(MEI.patch(f"/listings/{clip['id']}", added))
        assert [one["id"] for one in shown["variants"]] == ["v01", "v02"]
        assert NOBODY.get(f"/listings/{clip['id']}").json == shown

    def test_of_an_unknown_variant_is_refused(self) -> None:
        clip = world.a_listing()
        reply = MEI.patch(f"/listings/{clip['id']}", {"variants": [{"id": "v99", "price": 5}]})
        assert (reply.status, reply.json["code"]) == (422, "variant_not_found")

    def test_is_its_merchants_alone(self) -> None:
        clip = world.a_listing(MEI)
        assert WANG.patch(f"/listings/{clip['id']}", {"title": "mine"}).status == 404


class TestStock:
    def test_is_counted_up_and_down(self) -> None:
        clip = world.a_listing(stock=3)
        for change, left in ((5, 8), (-8, 0)):
            wish = {"variant_id": "v01", "change": change}
            world.made(MEI.post(f"/listings/{clip['id']}/stock", wish))
            assert world.stock_of(clip) == left

    def test_never_falls_below_zero(self) -> None:
        clip = world.a_listing(stock=3)
        reply = MEI.post(f"/listings/{clip['id']}/stock", {"variant_id": "v01", "change": -4})
        assert (reply.status, reply.json["code"]) == (409, "stock_below_zero")
        assert world.stock_of(clip) == 3

    def test_changed_twice_under_one_key_is_changed_once(self) -> None:
        clip = world.a_listing(stock=3)
        for _ in range(2):
            wish = {"variant_id": "v01", "change": 5}
            world.made(MEI.post(f"/listings/{clip['id']}/stock", wish, key="k"))
        assert world.stock_of(clip) == 8
