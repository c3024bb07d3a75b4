"""A person's addresses, over HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.accounts import models, service
from chalicelib.accounts.models import ProfileItem
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.tables import get
from tests.api import Api
from tests.unit.conftest import calls, everything_stored

MEI = Api("11111111-1111-1111-1111-111111111111")
OTHER = Api("22222222-2222-2222-2222-222222222222")
MEIS_ID = "per_11111111111111111111111111111111"


def an_address(**but: object) -> dict[str, Any]:
    """An address in Hangzhou."""
    address = {
        "recipient": "小梅",
        "phone": "138 0013 8000",
        "country": "CN",
        "region": "330106",
        "street": "文三路 1 号",
    }
    return {name: value for name, value in {**address, **but}.items() if value is not ...}


def count_of(person_id: str) -> int:
    return int(get(ProfileItem, person_id, "profile").addresses)


class TestAddAddress:
    def test_keeps_it_with_the_names_of_its_region(self) -> None:
        reply = MEI.post("/addresses", an_address(postal_code="310012"))
        assert reply.status == 201
        assert reply.json | {"id": ""} == {
            "id": "",
            "recipient": "小梅",
            "phone": "+8613800138000",
            "country": "CN",
            "region": "330106",
            "province": "浙江省",
            "city": "杭州市",
            "county": "西湖区",
            "region_name": "浙江省杭州市西湖区",
            "street": "文三路 1 号",
            "postal_code": "310012",
            "rural": False,
        }

    def test_shows_in_the_list_as_it_was_answered(self) -> None:
        added = [MEI.post("/addresses", an_address(recipient=name)).json for name in ("A", "B", "C")]
        assert MEI.get("/addresses").json["items"] == added

    def test_makes_the_first_the_default_and_no_other(self) -> None:
        first = MEI.post("/addresses", an_address()).json["id"]
        MEI.post("/addresses", an_address())
        assert MEI.get("/me").json["default_address_id"] == first

    def test_costs_one_transaction_and_no_read(self) -> None:
        with calls() as made:
            MEI.post("/addresses", an_address())
        assert made == ["TransactWriteItems"]

    @pytest.mark.parametrize(
        ("region", "rural"),
        [("330122", True), ("150221", True), ("150723", True), ("429021", True),
         ("330106", False), ("110105", False),
         ("441900", False), ("330782", False)],
    )  # fmt: skip
    def test_tells_countryside_by_the_kind_of_region(self, region: str, rural: bool) -> None:
        assert MEI.post("/addresses", an_address(region=region)).json["rural"] is rural

    @pytest.mark.parametrize(("region", "rural"), [("330122", False), ("330106", True)])
    def test_lets_the_person_know_better(self, region: str, rural: bool) -> None:
        assert MEI.post("/addresses", an_address(region=region, rural=rural)).json["rural"] is rural

    @pytest.mark.parametrize(
        ("region", "name"),
        [("110105", "北京市朝阳区"), ("429004", "湖北省仙桃市"), ("441900", "广东省东莞市"),
         ("659001", "新疆维吾尔自治区石河子市"), ("469030", "海南省琼中黎族苗族自治县")],
    )  # fmt: skip
    def test_names_a_county_that_no_city_is_above(self, region: str, name: str) -> None:
        assert MEI.post("/addresses", an_address(region=region)).json["region_name"] == name

    def test_reads_the_phone_as_in_the_address_country(self) -> None:
        body = an_address(country="GB", region="LND", phone="020 7946 0018")
        shown = MEI.post("/addresses", body).json
        assert (shown["phone"], shown["region_name"], shown["rural"]) == ("+442079460018", "LND", False)

    def test_takes_a_foreign_phone_with_its_own_code(self) -> None:
        assert MEI.post("/addresses", an_address(phone="+44 20 7946 0018")).json["phone"] == "+442079460018"

    @pytest.mark.parametrize(
        ("field", "value", "code"),
        [
            ("phone", "12", "invalid"),
            ("phone", "12345", "bad_phone"),
            ("phone", "no phone", "bad_phone"),
            ("country", "XX", "bad_country"),
            ("country", "cn", "invalid"),
            ("country", "CHN", "invalid"),
            ("region", "33", "bad_region"),
            ("region", "3301", "bad_region"),
            ("region", "999999", "bad_region"),
            ("region", "西湖区", "invalid"),
            ("recipient", "  ", "invalid"),
            ("recipient", "x" * 61, "invalid"),
            ("street", "\n", "invalid"),
            ("street", "x" * 201, "invalid"),
            ("postal_code", "<script>", "invalid"),
            ("rural", "yes", "invalid"),
            ("rural", 1, "invalid"),
            ("street", ..., "invalid"),
        ],
    )
    def test_refuses_nonsense_and_names_the_field(self, field: str, value: object, code: str) -> None:
        before = everything_stored()
        reply = MEI.post("/addresses", an_address(**{field: value}))
        assert (reply.status, reply.json["code"], reply.json["field"]) == (422, code, field)
        assert everything_stored() == before

    def test_keeps_twenty_and_not_one_more(self) -> None:
        for _ in range(20):
            assert MEI.post("/addresses", an_address()).status == 201
        reply = MEI.post("/addresses", an_address())
        assert (reply.status, reply.json["code"]) == (409, "address_book_full")
        assert len(MEI.get("/addresses").json["items"]) == count_of(MEIS_ID) == 20

    def test_gives_the_same_answer_to_the_same_key(self) -> None:
        first = MEI.post("/addresses", an_address(), key="k1")
        again = MEI.post("/addresses", an_address(), key="k1")
        assert again.content == first.content
        assert again.headers["idempotent-replay"] == "true"
        assert len(MEI.get("/addresses").json["items"]) == 1


class TestReplaceAddress:
    def test_puts_the_new_in_the_place_of_the_old(self) -> None:
        address_id = MEI.post("/addresses", an_address(postal_code="310012")).json["id"]
        reply = MEI.put(f"/addresses/{address_id}", an_address(region="110105", street="建国路 2 号"))
        assert (reply.status, reply.json["id"], reply.json["county"]) == (200, address_id, "朝阳区")
        assert reply.json["postal_code"] is None
        assert MEI.get("/addresses").json["items"] == [reply.json]
        assert count_of(MEIS_ID) == 1

    @pytest.mark.parametrize("address_id", ["adr_00000000000000000000000000", "profile"])
    def test_makes_no_address_that_was_not_there(self, address_id: str) -> None:
        MEI.get("/me")
        before = everything_stored()
        reply = MEI.put(f"/addresses/{address_id}", an_address())
        assert (reply.status, reply.json["code"]) == (404, "address_not_found")
        assert everything_stored() == before

    def test_is_not_for_strangers(self) -> None:
        address_id = MEI.post("/addresses", an_address()).json["id"]
        before = everything_stored()
        assert OTHER.put(f"/addresses/{address_id}", an_address(street="mine")).status == 404
        assert everything_stored() == before


class TestRemoveAddress:
    def test_makes_room_for_another(self) -> None:
        added = [MEI.post("/addresses", an_address()).json["id"] for _ in range(20)]
        assert MEI.delete(f"/addresses/{added[7]}").status == 204
        assert MEI.post("/addresses", an_address()).status == 201
        assert count_of(MEIS_ID) == 20

    def test_leaves_no_default_that_is_gone(self) -> None:
        first, second = (MEI.post("/addresses", an_address()).json["id"] for _ in range(2))
        MEI.delete(f"/addresses/{first}")
        assert MEI.get("/me").json["default_address_id"] is None
        third = MEI.post("/addresses", an_address()).json["id"]
        MEI.delete(f"/addresses/{second}")
        assert MEI.get("/me").json["default_address_id"] == third

    def test_finds_nothing_the_second_time(self) -> None:
        address_id = MEI.post("/addresses", an_address()).json["id"]
        assert MEI.delete(f"/addresses/{address_id}").status == 204
        assert MEI.delete(f"/addresses/{address_id}").json["code"] == "address_not_found"
        assert count_of(MEIS_ID) == 0

    def test_does_not_take_the_profile_for_an_address(self) -> None:
        MEI.patch("/me", {"name": "Mei"})
        assert MEI.delete("/addresses/profile").status == 404
        assert MEI.get("/me").json["name"] == "Mei"

    def test_is_not_for_strangers(self) -> None:
        address_id = MEI.post("/addresses", an_address()).json["id"]
        before = everything_stored()
        assert OTHER.delete(f"/addresses/{address_id}").status == 404
        assert everything_stored() == before

    def test_does_not_lose_a_default_chosen_meanwhile(self, monkeypatch: pytest.MonkeyPatch) -> None:
        MEI.post("/addresses", an_address())
        second = MEI.post("/addresses", an_address()).json["id"]
        stale = service.read_together([models.profile_want(MEIS_ID), models.address_want(MEIS_ID, second)])
        MEI.patch("/me", {"default_address_id": second})
        monkeypatch.setattr(service, "read_together", lambda wants: stale)
        with pytest.raises(ChangedMeanwhile):
            service.remove_address(MEIS_ID, second)
        assert count_of(MEIS_ID) == 2


class TestListAddresses:
    def test_is_empty_before_there_are_any(self) -> None:
        assert MEI.get("/addresses").json == {"items": []}

    def test_shows_nobody_elses(self) -> None:
        MEI.post("/addresses", an_address())
        assert OTHER.get("/addresses").json == {"items": []}

    def test_costs_one_query(self) -> None:
        MEI.post("/addresses", an_address())
        with calls() as made:
            MEI.get("/addresses")
        assert made == ["Query"]
