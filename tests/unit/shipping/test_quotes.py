"""Comparing couriers through the API."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.foundation.transaction import Transaction
from chalicelib.shipping.couriers.rules import Place
from chalicelib.shipping.records import service as records
from chalicelib.shipping.records.rules import Lane, Tally
from tests.unit import world
from tests.unit.conftest import calls
from tests.unit.stores.crew import hired
from tests.unit.world import LI, MEI, WANG, ZHAO, made

FROM, TO = Place("CN", "330782"), Place("CN", "513233", rural=True)
WISH = {
    "origin": {"region": FROM.region},
    "destination": {"region": TO.region, "rural": True},
    "pieces": [{"grams": 350}],
    "ready_at": "2026-03-02T09:00:00+08:00",
}


def seen(service: str, good: int, of: int, *, days: int = 3, to: Place = TO) -> None:
    """So many parcels that came, `good` of them in time, all after so many days."""
    counts = {"seen": of, "measured": of, "on_time": good, "concluded": of, f"d{days:02}": of, "h25": of}
    with Transaction() as tx:
        records.note(tx, Lane(service, FROM, to), Tally(counts), parcel="p")


def compared(**more: Any) -> Any:
    return made(MEI.post("/shipping/quotes", WISH | more))


def first(**more: Any) -> str:
    service: str = compared(**more)["items"][0]["service"]
    return service


class TestCompareCouriers:
    def test_lists_all_who_can_deliver_there_and_why_others_cant(self) -> None:
        answer = compared()
        served = {one["service"] for one in answer["items"]}
        assert served == {
            "shunda.express", "shunda.standard", "zhonghe.standard", "youlin.standard", "youlin.express"
        }  # fmt: skip
        reasons = {one["service"]: one["reason"] for one in answer["refusals"]}
        assert reasons["yuanfeng.standard"] == "countryside"
        assert reasons["yundao.economy"] == "not_served"
        assert served.isdisjoint(reasons)

    def test_breaks_prices_down(self) -> None:
        for one in compared(insured=100_000)["items"]:
            parts = [
                part["amount"]
                for name, part in one["price"].items()
                if name not in ("total", "chargeable_grams")
            ]
            assert sum(parts) == one["price"]["total"]["amount"]

    def test_of_a_town_that_one_courier_serves_has_just_that_one(self) -> None:
        answer = compared(destination={"region": "513322", "rural": True})
        assert {one["courier"] for one in answer["items"]} == {"youlin"}

    def test_of_a_place_that_none_serves_says_so(self) -> None:
        answer = compared(destination={"region": "460302"})
        assert answer["items"] == []
        assert "No courier" in answer["why_first"]["en"]
        assert {one["reason"] for one in answer["refusals"]} == {"not_served"}

    def test_goes_nowhere_abroad(self) -> None:
        assert {one["reason"] for one in compared(destination={"country": "JP"})["refusals"]} == {"abroad"}

    @pytest.mark.parametrize("region", ["999999", "510000"])
    def test_refuses_a_region_that_there_isnt(self, region: str) -> None:
        reply = MEI.post("/shipping/quotes", WISH | {"destination": {"region": region}})
        assert (reply.status, reply.json["field"]) == (422, "destination.region")

    def test_reads_once_however_many_parcels_there_were(self) -> None:
        with calls() as made_before:
            compared()
        seen("zhonghe.standard", 9_000, 10_000)
        with calls() as made_after:
            compared()
        assert made_before == made_after == ["BatchGetItem"]


class TestRanking:
    def test_by_price_says_the_cheapest(self) -> None:
        answer = compared(rank_by="price")
        prices = [one["price"]["total"]["amount"] for one in answer["items"]]
        assert prices == sorted(prices)
        assert "cheapest" in answer["why_first"]["en"]

    def test_by_reliability_trusts_980_of_1000_more_than_2_of_2(self) -> None:
        seen("zhonghe.standard", 980, 1_000)
        seen("youlin.standard", 2, 2)
        answer = compared(rank_by="reliability")
        assert answer["items"][0]["service"] == "zhonghe.standard"
        rate = answer["items"][0]["on_time"]
        assert (rate["seen"], rate["level"]) == (1_000, "county")
        assert rate["low"] < 9_800 < rate["high"]
        assert "at least 97.0 %" in answer["why_first"]["en"]
        assert "中和快递" in answer["why_first"]["zh"]

    def test_by_reliability_says_that_nothing_is_known_yet(self) -> None:
        assert "nobody has a record" in compared(rank_by="reliability")["why_first"]["en"]

    def test_by_speed_goes_by_what_was_measured(self) -> None:
        seen("youlin.standard", 90, 100)
        assert first(rank_by="speed") == "youlin.standard"

    def test_by_a_blend_goes_by_its_weights(self) -> None:
        seen("youlin.standard", 500, 1_000)
        seen("shunda.express", 990, 1_000)
        sure, cheap = (
            {"price": 0, "speed": 0, "reliability": 100},
            {"price": 100, "speed": 0, "reliability": 1},
        )
        assert first(rank_by="blend", blend=sure) == "shunda.express"
        assert first(rank_by="blend", blend=cheap) == "youlin.standard"

    def test_asks_for_the_day_that_is_wanted(self) -> None:
        """Handed over on Monday, after three business days it is Thursday."""
        seen("shunda.express", 100, 100, days=5)
        seen("youlin.standard", 100, 100, days=3)
        answer = compared(rank_by="reliability", wanted_by="2026-03-05")
        assert answer["items"][0]["service"] == "youlin.standard"
        chances = {one["service"]: one["makes_it"]["expected"] for one in answer["items"]}
        assert chances["youlin.standard"] > 9_900
        assert chances["shunda.express"] < 100

    def test_refuses_a_blend_of_nothing(self) -> None:
        reply = MEI.post("/shipping/quotes", WISH | {"blend": {"price": 0, "speed": 0, "reliability": 0}})
        assert reply.status == 422


class TestArrival:
    def test_is_measured_where_enough_was(self) -> None:
        seen("youlin.standard", 30, 30, days=3)
        (post,) = [one for one in compared()["items"] if one["service"] == "youlin.standard"]
        assert post["arrival_is_measured"] is True
        assert (post["handed_over"], post["arrives_from"], post["arrives_by"]) == (
            "2026-03-02",
            "2026-03-05",
            "2026-03-05",
        )
        assert post["transit"]["business_days"]["p95"] == 3

    def test_else_is_what_is_promised(self) -> None:
        (post,) = [one for one in compared()["items"] if one["service"] == "youlin.standard"]
        assert (post["arrival_is_measured"], post["arrives_by"], post["transit"]) == (
            False,
            "2026-03-09",
            None,
        )

    def test_counts_from_the_next_day_after_the_cut_off(self) -> None:
        (post,) = [
            one
            for one in compared(ready_at="2026-03-02T17:30:00+08:00")["items"]
            if one["service"] == "youlin.standard"
        ]
        assert post["handed_over"] == "2026-03-03"


class TestCompareForOrder:
    def test_goes_to_where_the_order_does(self) -> None:
        order = world.a_paid_order()
        path = f"/orders/{order['id']}/quotes?origin=330782&grams=350&rank_by=price"
        with calls() as reads:
            answer = made(MEI.get(path))
        assert reads == ["BatchGetItem"] * 2
        assert {one["courier"] for one in answer["items"]} == {"shunda", "zhonghe", "youlin"}

    def test_is_for_who_may_see_the_order(self) -> None:
        store = world.a_store()
        order = world.a_paid_order(listing=world.a_listing(store=store))
        hired(store, "packer", ZHAO)
        path = f"/orders/{order['id']}/quotes?origin=330782&grams=350"
        assert [who.get(path).status for who in (MEI, LI, ZHAO, WANG)] == [200, 200, 200, 404]


class TestRecords:
    def test_of_a_lane_help_its_neighbours(self) -> None:
        seen("youlin.standard", 95, 100, to=Place("CN", "513224", rural=True))
        (post,) = [one for one in compared()["items"] if one["service"] == "youlin.standard"]
        assert (post["on_time"]["level"], post["on_time"]["seen"]) == ("city", 100)

    def test_are_spread_and_added_up(self) -> None:
        lane = Lane("youlin.standard", FROM, TO)
        for parcel in map(str, range(12)):
            with Transaction() as tx:
                records.note(tx, lane, Tally({"seen": 1}), parcel=parcel)
        (found,) = records.on([lane])
        assert {level: tally["seen"] for level, tally in found.levels.items()} == dict.fromkeys(
            ("national", "province", "city", "county"), 12
        )
