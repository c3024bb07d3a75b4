from __future__ import annotations

import random
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest

from chalicelib.advertising import handlers
from chalicelib.advertising.clicks import rules, tokens
from chalicelib.advertising.clicks.rules import By, Sums
from chalicelib.advertising.errors import AdLinkUnknown
from chalicelib.advertising.reports import service as reports
from chalicelib.foundation import clock
from chalicelib.notifications import handlers as notifications
from chalicelib.payments import ledger
from chalicelib.payments import rules as books
from tests.api import Api
from tests.unit import world
from tests.unit.advertising import market
from tests.unit.conftest import calls, messages
from tests.unit.world import LI, MEI, WANG, ZHAO, made, person_id

OPERATOR = Api("eeeeeeee-0000-0000-0000-000000000001", claims={"cognito:groups": "operators"})


def visitor(number: int) -> str:
    """Somebody's browser."""
    return f"vis_{number:026}"


def in_ledger(merchant: Api = MEI) -> int:
    """What clicks have cost a merchant by the ledger, less what was paid back."""
    lines = ledger.statement(books.ads(person_id(merchant), "CNY"), limit=100, cursor=None).items
    codes = (books.Code.AD_CLICK, books.Code.AD_CREDIT)
    return -sum(line.entry.amount.amount for line in lines if line.entry.code in codes)


def all_agree(campaign: Any) -> int:
    """Billed clicks, ledger and report say the same, and so does the log counted anew; answers it."""
    day = made(MEI.get(f"/campaigns/{campaign['id']}"))["day"]
    found = made(MEI.get(f"/campaigns/{campaign['id']}/clicks?day={day}&limit=100"))["items"]
    clicks = sum(one["price"]["amount"] for one in found if one["outcome"] == "billed")
    (row,) = market.report(campaign)
    assert clicks == in_ledger() == row["cost"]
    recounted = reports.recounted(campaign["id"], day)
    for by in By:
        told = {one["of"]: one for one in market.report(campaign, by)}
        assert {of for kind, of in recounted if kind is by} == set(told)
        for of, row in told.items():
            shown = [name for name in Sums.__slots__ if name in row]
            assert [getattr(recounted[by, of], name) for name in shown] == [row[name] for name in shown]
    return int(clicks)


class TestALink:
    def test_leads_to_the_goods_at_once_and_nowhere_else(self) -> None:
        market.a_campaign()
        ad = market.ads()[0]
        with calls() as made_:
            reply = market.clicked(ad)
        place = urlsplit(reply.headers["location"])
        assert (reply.status, place.path.rpartition("/")[2]) == (302, ad["id"])
        assert Api().get(f"/{place.path.split('/', 2)[2]}?{place.query}").status == 200
        assert made_ == ["SendMessageBatch"]
        assert "SameSite=Lax" in reply.headers["set-cookie"]

    @pytest.mark.parametrize("place", [5, -5])
    def test_that_was_changed_is_none_of_ours_and_is_kept(self, place: int) -> None:
        market.a_campaign()
        ad = market.ads()[0]
        path = list(ad["ad"]["path"])
        at = place if place < 0 else len("/ads/click/") + place
        path[at] = "A" if path[at] != "A" else "B"
        ad["ad"]["path"] = "".join(path)
        reply = market.clicked(ad)
        assert (reply.status, reply.json["code"]) == (404, "ad_link_unknown")
        (message,) = market.billed()
        assert "ForgedClick" in message["body"]

    def test_cannot_be_made_without_the_secret(self, monkeypatch: pytest.MonkeyPatch) -> None:
        market.a_campaign()
        token = market.ads()[0]["ad"]["path"].rpartition("/")[2]
        monkeypatch.setattr(tokens.vault, "secret", lambda name: "another")
        with pytest.raises(AdLinkUnknown):
            tokens.read(token)


class TestBilling:
    def test_costs_the_price_of_the_auction_once_however_often_its_message_comes(self) -> None:
        campaign = market.a_campaign(bid=100)
        market.a_campaign(WANG, bid=60, listing=world.a_listing(WANG, title="Tortoise hair clip"), funds=500)
        market.clicked(market.ads()[0])
        made(MEI.patch(f"/campaigns/{campaign['id']}", {"name": "The bid doesn't matter any more"}))
        batch = market.billed()
        for _ in range(3):
            handlers.bill_clicks({"Records": batch})
        market.settled()
        assert all_agree(campaign) == 60

    def test_is_one_read_and_one_transaction(self) -> None:
        market.a_campaign()
        market.clicked(market.ads()[0])
        batch = messages("ad-billing")
        with calls() as made_:
            handlers.bill_clicks({"Records": batch})
        assert made_ == ["BatchGetItem", "TransactWriteItems"]

    def test_of_a_batch_is_one_transaction_for_eight_clicks(self) -> None:
        campaign = market.a_campaign()
        for number in range(10):
            market.clicked(market.ads()[0], visitor=visitor(number))
        batch = messages("ad-billing")
        with calls() as made_:
            handlers.bill_clicks({"Records": batch})
        assert made_ == ["BatchGetItem", "TransactWriteItems"] * 2
        market.settled()
        assert all_agree(campaign) == 100

    def test_of_a_batch_is_right_where_clicks_are_double_come_twice_or_are_one_too_many(self) -> None:
        campaign = market.a_campaign(budget=100, bid=40)
        rival = world.a_listing(WANG, title="Tortoise hair clip")
        market.a_campaign(WANG, bid=30, listing=rival, funds=500)
        shown = [market.ads()[0] for _ in range(6)]
        for number, ad in enumerate(shown):
            market.clicked(ad, visitor=visitor(max(1, number)))
        batch = messages("ad-billing")
        handlers.bill_clicks({"Records": [*batch, *batch[:3]]})
        market.settled()
        assert sorted(market.outcomes(campaign)) == ["billed"] * 3 + ["double"] + ["over_budget"] * 2
        assert all_agree(campaign) == 90

    def test_of_a_link_that_is_followed_twice_costs_once(self) -> None:
        campaign = market.a_campaign()
        ad = market.ads()[0]
        for number in range(2):
            market.clicked(ad, visitor=visitor(number))
        market.billed()
        market.settled()
        assert all_agree(campaign) == 10
        assert market.outcomes(campaign) == ["billed"]

    def test_leaves_out_what_is_no_click(self) -> None:
        campaign = market.a_campaign()
        late = market.ads()[0]
        market.clicked(market.ads()[0], visitor=visitor(1))
        market.clicked(market.ads()[0], visitor=visitor(1))
        market.clicked(market.ads()[0], visitor=visitor(2), agent="python-requests/2.32")
        for who in (MEI, LI):
            token = market.ads()[0]["ad"]["path"].rpartition("/")[2]
            made(who.post("/ads/clicks", {"token": token}, headers={"User-Agent": market.BROWSER}))
        with clock.stopped_at(clock.now() + rules.TOKEN_LIVES + timedelta(seconds=1)):
            market.clicked(late, visitor=visitor(3))
        market.billed()
        market.settled()
        found = sorted(market.outcomes(campaign))
        assert found == ["billed", "billed", "double", "expired", "own", "script"]
        assert all_agree(campaign) == 20

    def test_knows_an_owner_by_her_browser_too(self) -> None:
        campaign = market.a_campaign()
        made(MEI.post("/ads/visitor", {"visitor": visitor(7)}))
        market.clicked(market.ads()[0], visitor=visitor(7))
        market.billed()
        assert market.outcomes(campaign) == ["own"]

    def test_takes_no_more_from_one_address_than_people_click(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(rules, "MOST_A_MINUTE", 2)
        campaign = market.a_campaign()
        with clock.stopped_at(clock.now()):
            for number in range(4):
                market.clicked(market.ads()[0], visitor=visitor(number))
        market.billed()
        assert sorted(market.outcomes(campaign)) == ["billed", "billed", "script", "script"]

    def test_stops_at_the_budget_and_writes_off_what_was_on_its_way(self) -> None:
        campaign = market.a_campaign(budget=100, bid=40)
        market.a_campaign(WANG, bid=30, listing=world.a_listing(WANG, title="Tortoise hair clip"), funds=500)
        on_their_way = [market.ads()[0] for _ in range(5)]
        for number, ad in enumerate(on_their_way):
            market.clicked(ad, visitor=visitor(number))
        market.billed()
        market.settled()
        assert sorted(market.outcomes(campaign)) == ["billed"] * 3 + ["over_budget"] * 2
        assert all_agree(campaign) == 90
        assert market.report(campaign)[0]["written_off"] == 60
        left = made(MEI.get(f"/campaigns/{campaign['id']}"))["left"]["amount"]
        assert left == 10  # enough for a last click at the reserve

    def test_stops_when_the_money_is_spent(self) -> None:
        campaign = market.a_campaign(funds=15)
        shown = [market.ads()[0] for _ in range(2)]
        for number, ad in enumerate(shown):
            market.clicked(ad, visitor=visitor(number))
        market.billed()
        assert sorted(market.outcomes(campaign)) == ["billed", "no_balance"]
        assert market.ads() == []

    @pytest.mark.parametrize("seed", range(3))
    def test_is_right_in_any_order_with_any_repetition(self, seed: int) -> None:
        campaign, chance = market.a_campaign(budget=100, funds=70), random.Random(seed)
        shown = [market.ads()[0] for _ in range(9)]
        for number, ad in enumerate(shown):
            market.clicked(ad, visitor=visitor(number % 8))
        batch = messages("ad-billing")
        late = messages("ads")
        jumbled = chance.choices(batch, k=15) + batch
        chance.shuffle(jumbled)
        for message in jumbled:
            handlers.bill_clicks({"Records": [message]})
        chance.shuffle(late)
        handlers.keep_ads({"Records": late + late})
        assert all_agree(campaign) == 70


def told(kind: str, merchant: Api = MEI) -> list[Any]:
    """What a merchant was told of a kind."""
    for batch in iter(lambda: messages("notifications"), []):
        assert notifications.deliver_notifications({"Records": batch}) == {"batchItemFailures": []}
    found = made(merchant.get("/notifications?limit=100"))["items"]
    return [one["text"] for one in found if one["kind"] == kind]


class TestWhatIsSpent:
    def test_is_told_once_a_day_whether_it_is_the_budget_or_the_money(self) -> None:
        market.a_campaign(budget=100, funds=100, bid=10)
        for number in range(11):
            if shown := market.ads():
                market.clicked(shown[0], visitor=visitor(number))
                batch = market.billed()
                handlers.bill_clicks({"Records": batch})
        assert len(told("ad_budget_spent")) == len(told("ad_balance_empty")) == 1
        assert "¥1.00" in told("ad_budget_spent")[0]["en"]
        with clock.stopped_at(clock.now() + timedelta(days=1)):
            market.funded(MEI, 15)
            market.clicked(market.ads()[0], visitor=visitor(20))
            market.billed()
        assert (len(told("ad_budget_spent")), len(told("ad_balance_empty"))) == (1, 2)

    def test_is_not_told_while_a_click_can_be_paid(self) -> None:
        market.a_campaign(budget=100, funds=20)
        market.clicked(market.ads()[0])
        market.billed()
        assert told("ad_budget_spent") == told("ad_balance_empty") == []


class TestCredit:
    def test_pays_a_click_back_once(self) -> None:
        campaign = market.a_campaign()
        market.clicked(market.ads()[0])
        market.billed()
        market.settled()
        today = made(MEI.get(f"/campaigns/{campaign['id']}"))
        path = f"/campaigns/{campaign['id']}/clicks"
        click = made(MEI.get(f"{path}?day={today['day']}"))["items"][0]
        wish = {"day": today["day"], "reason": "A click farm"}
        assert MEI.post(f"{path}/{click['id']}/credit", wish).status == 403
        assert made(OPERATOR.post(f"{path}/{click['id']}/credit", wish))["outcome"] == "credited"
        assert OPERATOR.post(f"{path}/{click['id']}/credit", wish).json["code"] == "not_billed"
        assert all_agree(campaign) == 0
        assert made(MEI.get("/ads/balance"))["balance"]["amount"] == market.BUDGET


class TestEffect:
    def test_counts_an_order_once_for_the_last_click_before_it(self) -> None:
        clip = world.a_listing(title="Tortoise hair clip", stock=50, price=1_000)
        campaign = market.a_campaign(listing=clip)
        token = market.ads()[0]["ad"]["path"].rpartition("/")[2]
        made(LI.post("/ads/clicks", {"token": token}, headers={"User-Agent": market.BROWSER}))
        market.billed()
        market.settled()
        world.a_paid_order(LI, listing=clip, quantity=2)
        batch = messages("ads")
        for _ in range(2):
            handlers.keep_ads({"Records": batch})
        all_agree(campaign)
        (row,) = market.report(campaign, "keyword")
        assert (row["of"], row["orders"], row["sales"]) == ("broad hair clip", 1, 2_000)
        assert row["return_on_ad_spend"] == 200.0

    def test_takes_back_what_was_called_off(self) -> None:
        clip = world.a_listing(title="Tortoise hair clip", stock=50)
        campaign = market.a_campaign(listing=clip)
        made(LI.post("/ads/visitor", {"visitor": visitor(1)}))
        market.clicked(market.ads()[0], visitor=visitor(1))
        market.billed()
        order = world.a_paid_order(LI, listing=clip)
        market.settled()
        assert market.report(campaign)[0]["orders"] == 1
        made(LI.post(f"/orders/{order['id']}/cancel"))
        market.settled()
        all_agree(campaign)
        assert (market.report(campaign)[0]["orders"], market.report(campaign)[0]["sales"]) == (0, 0)

    def test_counts_no_order_without_a_click_nor_of_another_store(self) -> None:
        campaign = market.a_campaign()
        world.a_paid_order(ZHAO, listing=world.a_listing(WANG))
        market.settled()
        assert market.report(campaign) == []


class TestReport:
    def test_tells_what_was_searched_for(self) -> None:
        campaign = market.a_campaign()
        for text in ("hair clip", "hair clips", "tortoise clip hair"):
            assert len(market.ads(text)) == 1
        market.settled()
        rows = {row["of"]: row["impressions"] for row in market.report(campaign, "term")}
        assert rows == {"hair clip": 2, "tortois clip hair": 1}
        all_agree(campaign)

    def test_is_of_days_that_there_are(self) -> None:
        campaign = market.a_campaign()
        path = f"/campaigns/{campaign['id']}/report"
        for since, until in (
            ("2026-02-30", "2026-03-01"),
            ("2026-03-02", "2026-03-01"),
            ("2025-01-01", "2026-01-01"),
        ):
            assert MEI.get(f"{path}?since={since}&until={until}").json["code"] == "bad_report_span"

    def test_simulates_other_bids_in_the_auctions_that_were_held(self) -> None:
        """Alone she would have paid the reserve; from Wang's bid on she gets the first slot, for that."""
        campaign = market.a_campaign(bid=30)
        listing = world.a_listing(WANG, title="Tortoise hair clip")
        market.a_campaign(WANG, bid=50, listing=listing, funds=500)
        for _ in range(2):
            market.ads()
        market.settled()
        path = f"/campaigns/{campaign['id']}/simulation?keyword=broad%20hair%20clip&bid=100"
        bids = {one["bid"]: one for one in made(MEI.get(path))["bids"]}
        assert [one["impressions"] for one in bids.values()] == [2] * len(bids)
        assert bids[50]["clicks"] < bids[75]["clicks"] == bids[300]["clicks"]
        assert bids[75]["cost"] == pytest.approx(50 * bids[75]["clicks"], abs=0.5)
