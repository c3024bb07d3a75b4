from __future__ import annotations

from datetime import timedelta

import pytest

from chalicelib.foundation import clock
from tests.unit import world
from tests.unit.advertising import market
from tests.unit.world import MEI, WANG, made


class TestFunds:
    def test_come_from_the_wallet_and_go_back_to_it(self) -> None:
        world.money_for(MEI, 10_000)
        made(MEI.post("/ads/balance", {"amount": 7_000, "currency": "CNY"}, key="k"))
        made(MEI.post("/ads/balance", {"amount": 7_000, "currency": "CNY"}, key="k"))
        left = made(MEI.post("/ads/balance/withdraw", {"amount": 2_000, "currency": "CNY"}))
        assert left["balance"]["amount"] == made(MEI.get("/ads/balance"))["balance"]["amount"] == 5_000
        assert world.in_wallet(MEI) == 5_000

    def test_are_no_more_than_there_is(self) -> None:
        world.money_for(MEI, 10)
        assert (
            MEI.post("/ads/balance", {"amount": 11, "currency": "CNY"}).json["code"] == "insufficient_funds"
        )


class TestChange:
    def test_leaves_the_budget_as_it_was_unless_it_is_told(self) -> None:
        campaign = market.a_campaign(budget=12_345)
        path = f"/campaigns/{campaign['id']}"
        made(MEI.patch(path, {"name": "Winter", "negatives": ["free"]}))
        after = made(MEI.get(path))
        assert (after["name"], after["negatives"]) == ("Winter", ["free"])
        assert after["daily_budget"]["amount"] == 12_345
        assert len(after["groups"]) == 1

    def test_of_the_budget_holds_from_the_day_s_next_click_on(self) -> None:
        campaign = market.a_campaign(budget=100, bid=60)
        market.clicked(market.ads()[0], visitor="vis_" + "A" * 26)
        market.billed()
        made(MEI.patch(f"/campaigns/{campaign['id']}", {"daily_budget": 500}))
        today = made(MEI.get(f"/campaigns/{campaign['id']}"))
        assert (today["spent"]["amount"], today["left"]["amount"]) == (10, 490)

    def test_of_what_has_ended_is_refused(self) -> None:
        campaign = market.a_campaign()
        made(MEI.post(f"/campaigns/{campaign['id']}/end"))
        reply = MEI.patch(f"/campaigns/{campaign['id']}", {"name": "New"})
        assert (reply.status, reply.json["code"]) == (409, "wrong_campaign_state")


class TestAdGroups:
    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"keywords": [{"text": "!!!", "bid": 10}]}, "keywords.0.text"),
            ({"keywords": [{"text": "clip", "bid": 9}]}, "keywords.0.bid"),
            ({"keywords": [{"text": "Clip", "bid": 10}, {"text": "clips", "bid": 11}]}, "keywords.1.text"),
            ({"listing_ids": ["lst_nothing"]}, "listing_ids.0"),
        ],
    )
    def test_name_what_cannot_be(self, change: dict[str, object], field: str) -> None:
        campaign = market.a_campaign(funds=0)
        wish = {"name": "G", "listing_ids": [], "keywords": [{"text": "clip", "bid": 10}]}
        listing = made(MEI.get(f"/campaigns/{campaign['id']}"))["groups"][0]["listing_ids"]
        reply = MEI.post(f"/campaigns/{campaign['id']}/groups", wish | {"listing_ids": listing} | change)
        assert reply.status in {404, 422} and reply.json["field"] == field

    def test_do_not_advertise_what_others_sell(self) -> None:
        campaign, other = market.a_campaign(funds=0), world.a_listing(WANG)
        wish = {"name": "G", "listing_ids": [other["id"]], "keywords": [{"text": "clip", "bid": 10}]}
        assert MEI.post(f"/campaigns/{campaign['id']}/groups", wish).json["code"] == "listing_not_found"

    def test_are_ten_at_most(self) -> None:
        campaign = market.a_campaign(funds=0)
        group = made(MEI.get(f"/campaigns/{campaign['id']}"))["groups"][0]
        wish = {name: group[name] for name in ("name", "listing_ids", "keywords")}
        replies = [MEI.post(f"/campaigns/{campaign['id']}/groups", wish).status for _ in range(10)]
        assert replies == [201] * 9 + [409]

    def test_stop_being_shown_once_they_are_removed_or_changed(self) -> None:
        campaign = market.a_campaign()
        group = made(MEI.get(f"/campaigns/{campaign['id']}"))["groups"][0]
        path = f"/campaigns/{campaign['id']}/groups/{group['id']}"
        keywords = [{"text": "ring", "match": "exact", "bid": 20}]
        made(MEI.put(path, {"name": "R", "listing_ids": group["listing_ids"], "keywords": keywords}))
        market.settled()
        assert (len(market.ads("hair clip")), len(market.ads("ring"))) == (0, 1)
        assert MEI.delete(path).status == 204
        market.settled()
        assert market.ads("ring") == []


class TestLife:
    def test_shows_no_ads_while_it_is_paused_nor_once_it_ended(self) -> None:
        path = f"/campaigns/{market.a_campaign()['id']}"
        shown = []
        for step in ("pause", "resume", "end"):
            made(MEI.post(f"{path}/{step}"))
            shown.append(len(market.ads()))
            market.settled()
        assert shown == [0, 0, 0]  # resumed, it comes back with the index

    def test_comes_back_when_it_is_resumed(self) -> None:
        path = f"/campaigns/{market.a_campaign()['id']}"
        for step in ("pause", "resume"):
            made(MEI.post(f"{path}/{step}"))
            market.settled()
        assert len(market.ads()) == 1

    def test_begins_a_new_budget_with_the_store_s_next_day(self) -> None:
        campaign = market.a_campaign(budget=100, bid=100)
        market.a_campaign(WANG, bid=101, listing=world.a_listing(WANG, title="Tortoise hair clip"), funds=200)
        made(MEI.patch(f"/campaigns/{campaign['id']}", {"daily_budget": 100}))
        with clock.stopped_at(clock.now() + timedelta(days=1)):
            assert made(MEI.get(f"/campaigns/{campaign['id']}"))["left"]["amount"] == 100
