from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from botocore.exceptions import ClientError

from chalicelib.foundation import aws, paging
from tests.unit import world
from tests.unit.world import LI, ZHAO

LISTS = ["/orders", "/notifications", "/wallet/entries", "/stores", "/my/workplaces"]


def cursor_of(start: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(start).encode()).decode().rstrip("=")


def text(value: str) -> dict[str, str]:
    return {"S": value}


class TestCursor:
    @pytest.mark.parametrize("path", LISTS)
    @pytest.mark.parametrize(
        "start",
        [
            {},
            [],
            "x",
            {"pk": text("per_bbbbbbbb000000000000000000000001")},
            {"buyer_id": text("per_bbbbbbbb000000000000000000000001")},
            {"owner_id": text("per_bbbbbbbb000000000000000000000001"), "id": {"N": "1"}},
        ],
        ids=str,
    )
    def test_made_up_is_refused(self, path: str, start: Any) -> None:
        reply = LI.get(f"{path}?cursor={cursor_of(start)}")
        assert (reply.status, reply.json["code"]) == (422, "bad_cursor")

    @pytest.mark.parametrize("cursor", ["%00", "x", "e30", "aGVsbG8", "A" * 1000, "=" * 8])
    def test_that_is_no_code_is_refused(self, cursor: str) -> None:
        assert LI.get(f"/orders?cursor={cursor}").status == 422

    def test_with_a_part_beyond_dynamodbs_bounds_is_refused(self) -> None:
        key = {"pk": text(f"wallet:{world.person_id(LI)}:CNY")}
        for sort in ("", "entry#" + "x" * 1024):
            reply = LI.get(f"/wallet/entries?cursor={cursor_of(key | {'sk': text(sort)})}")
            assert reply.status == 422

    def test_from_outside_the_list_is_refused_when_dynamodb_says_so(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        key = {"pk": text(f"wallet:{world.person_id(LI)}:CNY"), "sk": text("account")}
        told = ClientError({"Error": {"Code": "ValidationException", "Message": "outside"}}, "Query")

        def refuse(*_: Any) -> Any:
            raise told

        monkeypatch.setattr(aws.client("dynamodb"), "_make_api_call", refuse)
        reply = LI.get(f"/wallet/entries?cursor={cursor_of(key)}")
        assert (reply.status, reply.json["code"]) == (422, "bad_cursor")

    def test_goes_on_where_the_page_ended(self) -> None:
        for _ in range(3):
            world.money_for(LI, 100)
        first = world.made(LI.get("/wallet/entries?limit=2"))
        rest = world.made(LI.get(f"/wallet/entries?limit=2&cursor={first['cursor']}"))
        assert len({one["transfer_id"] for one in (*first["items"], *rest["items"])}) == 3

    def test_is_good_for_its_own_list_only(self) -> None:
        for buyer in (LI, ZHAO):
            for _ in range(2):
                world.money_for(buyer, 100)
        cursor = world.made(LI.get("/wallet/entries?limit=1"))["cursor"]
        assert ZHAO.get(f"/wallet/entries?cursor={cursor}").status == 422

    def test_of_a_table_and_of_an_index_name_all_key_attributes(self) -> None:
        from chalicelib.listings.models import ListingItem

        assert paging._key_of(ListingItem) == ["pk", "sk"]
        assert paging._key_of(ListingItem.on_shelf) == ["shelf", "id", "pk", "sk"]
