"""What schemathesis found once, so that it needn't find it again."""

from __future__ import annotations

import pytest

from tests.unit.world import MEI, a_listing, a_store, made


class TestANumber:
    @pytest.mark.parametrize("told", ["3.0", "3e0", "30.0e-1"])
    def test_is_whole_however_json_writes_it(self, told: str) -> None:
        listing = a_listing(stock=1)
        path = f"/listings/{listing['id']}/stock"
        raw = b'{"variant_id": "v01", "change": %s}' % told.encode()
        assert made(MEI.post(path, raw=raw))["variants"][0]["stock"] == 4

    @pytest.mark.parametrize("told", ["3.5", "1e-3", "NaN", "Infinity", "-Infinity", "1e999", '"3"', "true"])
    def test_that_is_not_whole_is_refused(self, told: str) -> None:
        raw = b'{"variant_id": "v01", "change": %s}' % told.encode()
        assert MEI.post(f"/listings/{a_listing()['id']}/stock", raw=raw).status == 422


class TestListGoods:
    def test_refuses_an_empty_store_id_before_the_database_does(self) -> None:
        wish = {
            "store_id": "",
            "title": "x",
            "category": "x",
            "variants": [{"sku": "x", "price": 1, "stock": 0}],
        }
        reply = MEI.post("/listings", wish)
        assert (reply.status, reply.json["field"]) == (422, "store_id")

    @pytest.mark.parametrize("name", ["a\x98b", "x" * 41, " "], ids=ascii)
    def test_refuses_attributes_whose_names_do_not_fit(self, name: str) -> None:
        wish = {"store_id": a_store()["id"], "title": "x", "category": "x", "attributes": {name: "silk"}}
        wish["variants"] = [{"sku": "x", "price": 1, "stock": 0}]
        assert MEI.post("/listings", wish).status == 422


class TestABody:
    def test_must_be_there_where_one_is_taken_even_if_an_empty_object_would_do(self) -> None:
        path = f"/stores/{a_store()['id']}"
        assert (MEI.patch(path).status, MEI.patch(path).json["code"]) == (400, "malformed_json")
        assert MEI.patch(path, {}).status == 200


class TestCustomiseStore:
    def test_says_that_a_section_is_there_twice(self) -> None:
        twice = [{"kind": "about"}, {"kind": "about", "title": "Us"}]
        reply = MEI.patch(f"/stores/{a_store()['id']}", {"sections": twice})
        assert (reply.status, reply.json["code"]) == (422, "duplicate_section")
