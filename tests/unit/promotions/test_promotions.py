from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from chalicelib.foundation import clock
from chalicelib.promotions import rules
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import calls
from tests.unit.world import MEI, WANG, made

NOBODY = Api()
TEN_PERCENT = {"title": "Spring", "basis_points": 1_000}


@pytest.fixture
def store() -> Any:
    return world.a_store(MEI)


def begin(store: Any, *, by: Api = MEI, **wish: Any) -> Any:
    return by.post(f"/stores/{store['id']}/promotions", {**TEN_PERCENT, **wish})


def act(store: Any, promotion: Any, action: str) -> Any:
    return MEI.post(f"/stores/{store['id']}/promotions/{promotion['id']}/{action}")


def running(store: Any) -> list[Any]:
    items: list[Any] = made(NOBODY.get(f"/stores/{store['id']}/promotions"))["items"]
    return items


def mine(store: Any) -> list[Any]:
    items: list[Any] = made(MEI.get(f"/my/stores/{store['id']}/promotions"))["items"]
    return items


class TestBeginPromotion:
    def test_runs_at_once_unless_told_otherwise(self, store: Any) -> None:
        promotion = made(begin(store))
        assert (promotion["status"], promotion["used"]) == ("running", 0)
        assert [one["id"] for one in running(store)] == [promotion["id"]]

    def test_waits_for_its_start_and_stops_at_its_end(self, store: Any) -> None:
        now = datetime(2026, 5, 1, tzinfo=UTC)
        times = [clock.stamp(now + timedelta(days=days)) for days in (1, 2)]
        with clock.stopped_at(now):
            made(begin(store, starts_at=times[0], ends_at=times[1]))
        seen = []
        for days in (0, 1, 2):
            with clock.stopped_at(now + timedelta(days=days)):
                seen.append((mine(store)[0]["status"], len(running(store))))
        assert seen == [("scheduled", 0), ("running", 1), ("ended", 0)]

    def test_keeps_a_coupons_code_in_capitals(self, store: Any) -> None:
        made(begin(store, code="festival"))
        assert running(store)[0]["code"] == "FESTIVAL"

    def test_of_a_coupon_that_is_not_advertised_is_told_to_nobody_but_the_staff(self, store: Any) -> None:
        made(begin(store, code="SECRET", advertised=False))
        assert running(store) == []
        assert mine(store)[0]["code"] == "SECRET"

    def test_under_a_code_that_is_taken_is_refused_until_that_coupon_has_ended(self, store: Any) -> None:
        first = made(begin(store, code="FESTIVAL"))
        assert begin(store, code="Festival").json["code"] == "code_taken"
        made(act(store, first, "end"))
        made(begin(store, code="FESTIVAL"))

    def test_for_goods_of_another_store_is_refused(self, store: Any) -> None:
        other = world.a_listing(WANG)
        reply = begin(store, listing_ids=[other["id"]])
        assert (reply.status, reply.json["field"]) == (404, "listing_ids.0")

    def test_beyond_what_a_checkout_reads_is_refused_until_one_is_over(
        self, store: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(rules, "MOST_OPEN", 2)
        first, _ = made(begin(store)), made(begin(store))
        assert begin(store).json["code"] == "too_many_promotions"
        made(act(store, first, "end"))
        made(begin(store))

    @pytest.mark.parametrize(
        "wish",
        [
            {"basis_points": None},
            {"amount": 100},
            {"basis_points": 10_000},
            {"basis_points": 0},
            {"code": "NO"},
            {"code": "WITH SPACE"},
            {"category": "hair", "listing_ids": ["lst_1"]},
            {"listing_ids": []},
            {"category": "no-such-category"},
            {"ends_at": "2020-01-01T00:00:00Z"},
            {"ends_at": "9999-12-31T23:59:59-12:00"},
            {"total_limit": 0},
            {"title": " "},
        ],
        ids=str,
    )
    def test_refuses_what_is_no_promotion(self, store: Any, wish: dict[str, Any]) -> None:
        assert begin(store, **wish).status == 422

    def test_is_for_whoever_may_edit_the_goods(self, store: Any) -> None:
        assert begin(store, by=WANG).status == 404

    def test_costs_a_read_and_a_transaction(self, store: Any) -> None:
        with calls() as seen:
            made(begin(store))
        assert seen == ["BatchGetItem", "TransactWriteItems"]


class TestActing:
    def test_pauses_and_resumes(self, store: Any) -> None:
        promotion = made(begin(store))
        made(act(store, promotion, "pause"))
        assert running(store) == []
        assert made(act(store, promotion, "resume"))["status"] == "running"
        assert len(running(store)) == 1

    def test_ends_for_good(self, store: Any) -> None:
        promotion = made(begin(store))
        made(act(store, promotion, "end"))
        assert act(store, promotion, "resume").json["code"] == "wrong_promotion_state"
        assert [one["status"] for one in mine(store)] == ["ended"]

    def test_does_not_know_a_promotion_of_another_store(self, store: Any) -> None:
        other = world.a_store(WANG)
        theirs = made(begin(other, by=WANG))
        assert act(store, theirs, "end").json["code"] == "promotion_not_found"


class TestLists:
    def test_go_page_by_page_the_newest_first(self, store: Any) -> None:
        ids = [made(begin(store, title=str(number)))["id"] for number in range(3)]
        path = f"/my/stores/{store['id']}/promotions?limit=2"
        first = made(MEI.get(path))
        rest = made(MEI.get(f"{path}&cursor={first['cursor']}"))
        assert [one["id"] for one in first["items"] + rest["items"]] == ids[::-1]

    def test_of_a_store_that_is_not_open_are_not_found(self) -> None:
        store = world.a_store(MEI, open=False)
        assert NOBODY.get(f"/stores/{store['id']}/promotions").status == 404
