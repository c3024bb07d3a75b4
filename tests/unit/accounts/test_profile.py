"""One's own profile, over HTTP."""

from __future__ import annotations

import pytest

from chalicelib.accounts import service
from chalicelib.foundation.tables import read_together
from tests.api import Api
from tests.unit.accounts.test_addresses import an_address
from tests.unit.conftest import everything_stored

MEI = Api("11111111-1111-1111-1111-111111111111")
OTHER = Api("22222222-2222-2222-2222-222222222222")
MEIS_ID = "per_11111111111111111111111111111111"


class TestShowMe:
    def test_makes_a_profile_on_first_use(self) -> None:
        shown = MEI.get("/me").json
        assert (shown["id"], shown["name"], shown["language"]) == (MEIS_ID, "新朋友", "zh")
        assert shown["created_at"]

    def test_shows_the_same_the_next_time(self) -> None:
        assert MEI.get("/me").json == MEI.get("/me").json

    def test_knows_the_address_that_was_there_before_the_profile(self) -> None:
        address_id = MEI.post("/addresses", an_address()).json["id"]
        assert MEI.get("/me").json["default_address_id"] == address_id
        assert MEI.get("/me").json["created_at"]


class TestChangeMe:
    def test_changes_what_is_given_and_leaves_the_rest(self) -> None:
        assert MEI.patch("/me", {"name": " 小梅 "}).json["name"] == "小梅"
        after = MEI.patch("/me", {"language": "en"}).json
        assert (after["name"], after["language"]) == ("小梅", "en")
        assert MEI.get("/me").json == after

    def test_changes_nothing_when_nothing_is_asked(self) -> None:
        before = MEI.get("/me").json
        assert MEI.patch("/me", {}).json == before == MEI.get("/me").json

    def test_chooses_another_default_address(self) -> None:
        MEI.post("/addresses", an_address())
        second = MEI.post("/addresses", an_address()).json["id"]
        assert MEI.patch("/me", {"default_address_id": second}).json["default_address_id"] == second
        assert MEI.get("/me").json["default_address_id"] == second

    def test_refuses_somebody_elses_address_as_default(self) -> None:
        theirs = OTHER.post("/addresses", an_address()).json["id"]
        MEI.get("/me")
        before = everything_stored()
        reply = MEI.patch("/me", {"name": "Mei", "default_address_id": theirs})
        assert (reply.status, reply.json["code"]) == (404, "address_not_found")
        assert reply.json["field"] == "default_address_id"
        assert everything_stored() == before

    @pytest.mark.parametrize(
        "body",
        [{"name": ""}, {"name": " "}, {"name": 7}, {"name": "x" * 61}, {"language": "fr"}, {"id": "per_1"},
         {"default_address_id": "profile"}, {"default_address_id": "adr_" + "0" * 27}],
    )  # fmt: skip
    def test_refuses_nonsense(self, body: dict[str, object]) -> None:
        reply = MEI.patch("/me", body)
        assert (reply.status, reply.json["field"]) == (422, next(iter(body)))


class TestWhatOtherDomainsMayAsk:
    def test_a_person_is_known_before_she_has_said_anything(self) -> None:
        assert service.profile("per_nobody").name == "新朋友"

    def test_a_profile_is_read_together_with_other_things(self) -> None:
        MEI.patch("/me", {"name": "Mei"})
        address_id = MEI.post("/addresses", an_address()).json["id"]
        profile, address, nothing = read_together(
            [
                service.profile_want(MEIS_ID),
                service.address_want(MEIS_ID, address_id),
                service.address_want(MEIS_ID, "profile"),
            ]
        )
        assert (profile.name, address.id, nothing) == ("Mei", address_id, None)
