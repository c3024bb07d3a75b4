"""Display ads: second prices by the thousand, caps, consent, and bills that come to the last millionth."""

from __future__ import annotations

import random
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.advertising import handlers
from chalicelib.advertising.display import models, rules
from chalicelib.advertising.display.errors import CategoryNeeded
from chalicelib.advertising.display.events import Impression
from chalicelib.advertising.display.rules import MICRO, Outcome
from chalicelib.foundation import clock, queues
from tests.api import Api
from tests.unit import world
from tests.unit.advertising import market
from tests.unit.conftest import calls, messages
from tests.unit.payments import books
from tests.unit.photos.uploads import ready_photo
from tests.unit.world import MEI, WANG, made

VISITOR = f"vis_{1:026}"
BROWSER = {"User-Agent": market.BROWSER}


def a_creative(
    merchant: Api = MEI, *, cpm: int = 2_000, budget: int = 10_000, funds: int = 10_000, **more: Any
) -> Any:
    """A campaign with a picture on the home page."""
    listing = world.a_listing(merchant, stock=9)
    market.funded(merchant, funds)
    wish = {"name": "Home", "daily_budget": budget, "pacing": "fast"}
    audience = more.pop("audience", None)
    wish |= {"audience": audience} if audience else {}
    campaign = made(merchant.post(f"/stores/{listing['store_id']}/campaigns", wish))
    creative = {
        "placement": "home",
        "listing_id": listing["id"],
        "photo_id": ready_photo(merchant),
        "title": "Clips",
        "cpm": cpm,
        "cap": 100,
        **more,
    }
    shown = made(merchant.post(f"/campaigns/{campaign['id']}/creatives", creative))
    market.settled()
    return shown


def seen(query: str = "placement=home", visitor: str = VISITOR) -> list[Any]:
    """The ads of a placement."""
    found: list[Any] = made(Api().get(f"/ads/display?{query}&visitor={visitor}", headers=BROWSER))["items"]
    return found


def looked(*tokens: str) -> int:
    """Tell that ads were looked at."""
    counted: int = made(Api().post("/ads/impressions", {"tokens": tokens}, headers=BROWSER))["counted"]
    return counted


def report(creative: Any, merchant: Api = MEI) -> Any:
    """What today's impressions came to, of all creatives."""
    path = f"/campaigns/{creative['campaign_id']}"
    day = made(merchant.get(path))["day"]
    rows = made(merchant.get(f"{path}/display-report?since={day}&until={day}"))["items"]
    return next((row for row in rows if row["creative_id"] is None), None)


class TestAuction:
    def test_sells_by_the_second_price_and_marks_the_ads(self) -> None:
        first, second = a_creative(cpm=3_000), a_creative(WANG, cpm=2_000)
        shown = seen()
        assert [(ad["label"], ad["title"]) for ad in shown] == [("广告", "Clips")] * 2
        assert shown[0]["path"].endswith(first["listing_id"])
        looked(*(ad["token"] for ad in shown))
        market.billed()
        assert [report(first)["cost_millionths"], report(second, WANG)["cost_millionths"]] == [
            2 * MICRO,  # the second one's bid for a thousand
            MICRO // 10,  # the reserve
        ]

    def test_costs_two_reads_and_one_message_however_many_bid(self) -> None:
        with calls() as none:
            seen()
        a_creative()
        with calls() as few:
            seen()
        for _ in range(3):
            a_creative(WANG, funds=100)
        with calls() as many:
            seen()
        assert few == many == ["BatchGetItem", "BatchGetItem", "SendMessageBatch"]
        assert none == ["BatchGetItem"]

    def test_shows_by_category_region_and_device(self) -> None:
        a_creative(placement="category", category="hair", audience={"regions": ["33"], "devices": ["phone"]})
        assert [
            len(seen(query))
            for query in (
                "placement=home",
                "placement=category&category=hair",
                "placement=category&category=hair&region=330782",
                "placement=category&category=hair&region=510100",
            )
        ] == [0, 0, 1, 0]
        assert Api().get("/ads/display?placement=category").json["code"] == "category_needed"

    def test_shows_nothing_of_what_is_paused_spent_or_taken_off(self) -> None:
        creative = a_creative()
        path = f"/campaigns/{creative['campaign_id']}"
        made(MEI.post(f"{path}/pause"))
        assert seen() == []
        made(MEI.post(f"{path}/resume"))
        assert len(seen()) == 1
        made(MEI.delete(f"{path}/groups/{creative['id']}"))
        assert seen() == []
        assert made(MEI.get(f"{path}/creatives"))["items"] == []

    def test_wants_a_checked_photo_of_ones_own_and_a_category_that_there_is(self) -> None:
        creative = a_creative()
        wish = {"placement": "home", "listing_id": creative["listing_id"], "title": "x", "cpm": 100}
        path = f"/campaigns/{creative['campaign_id']}/creatives"
        assert MEI.post(path, wish | {"photo_id": ready_photo(WANG)}).json["code"] == "photo_not_ready"
        nowhere = {"placement": "category", "category": "moon", "photo_id": ready_photo(MEI)}
        assert MEI.post(path, wish | nowhere).json["code"] == "category_needed"


class TestRetargeting:
    def test_reaches_only_who_agreed_and_looked(self) -> None:
        creative = a_creative(retarget=True)
        look = {"visitor": VISITOR, "listing_id": creative["listing_id"]}
        made(Api().post("/ads/looks", look))
        assert seen() == []  # she didn't agree, so nothing was kept
        made(Api().put("/ads/consent", {"visitor": VISITOR, "consent": True}))
        assert seen() == []
        made(Api().post("/ads/looks", look))
        assert len(seen()) == 1
        made(Api().put("/ads/consent", {"visitor": VISITOR, "consent": False}))
        assert seen() == []


class TestImpressions:
    def test_are_billed_once_however_often_they_are_told(self) -> None:
        creative = a_creative(cpm=1_000, funds=100)
        tokens = [seen()[0]["token"] for _ in range(12)]
        assert looked(*tokens) == 12
        looked(*tokens[:5])
        batch = market.billed()
        assert handlers.bill_clicks({"Records": batch}) == {"batchItemFailures": []}
        found = report(creative)
        assert (found["impressions"], found["cost_millionths"]) == (12, 12 * MICRO // 10)
        assert found["debited"] == 1  # the reserve of 0.1 each: 1.2, of which 0.2 are carried
        assert books.balances()[f"ads:{world.person_id(MEI)}:CNY"] == 99
        books.audit()

    def test_are_capped_for_each_browser_and_day(self) -> None:
        creative = a_creative(cap=2)
        tokens = [seen()[0]["token"] for _ in range(3)]
        looked(*tokens)
        market.billed()
        assert (report(creative)["impressions"], report(creative)["capped"]) == (2, 1)
        assert seen() == []
        assert len(seen(visitor=f"vis_{2:026}")) == 1

    def test_never_cost_more_than_the_days_budget(self) -> None:
        creative = a_creative(cpm=100_000, budget=100)
        a_creative(WANG, cpm=60_000)
        tokens = [
            next(ad["token"] for ad in seen() if creative["listing_id"] in ad["path"]) for _ in range(3)
        ]
        looked(*tokens)
        market.billed()
        found = report(creative)
        assert (found["impressions"], found["debited"], found["written_off"]) == (1, 60, 2)
        assert made(MEI.get(f"/campaigns/{creative['campaign_id']}"))["left"]["amount"] == 40

    def test_add_up_in_the_log_the_report_and_the_ledger(self) -> None:
        creative = a_creative(cpm=50_000, funds=200, budget=150)
        a_creative(WANG, cpm=33_333)
        for number in range(8):
            own = [ad for ad in seen(visitor=f"vis_{number:026}") if creative["listing_id"] in ad["path"]]
            looked(*(ad["token"] for ad in own))
        market.billed()
        found, campaign = report(creative), made(MEI.get(f"/campaigns/{creative['campaign_id']}"))
        log = models.impressions_of(creative["campaign_id"], campaign["day"])
        assert sum(int(item.micro) for item in log) == found["cost_millionths"]
        assert sum(item.outcome == "billed" for item in log) == found["impressions"] == 4
        assert found["debited"] == campaign["spent"]["amount"] == 200 - campaign["balance"]["amount"] == 133
        assert found["cost_millionths"] - found["debited"] * MICRO == 332_000

    def test_of_scripts_strangers_and_yesterday_count_nothing(self) -> None:
        a_creative()
        token = seen()[0]["token"]
        assert made(
            Api().post("/ads/impressions", {"tokens": [token]}, headers={"User-Agent": "curl/8"})
        ) == {"counted": 0}
        assert looked("forged", token[:-2] + "xx") == 0
        with clock.stopped_at(clock.now() + timedelta(hours=2)):
            assert looked(token) == 0
        assert not any("ImpressionsSeen" in message["body"] for message in messages("ad-billing"))


class TestServing:
    def test_is_counted_once_beside_what_was_looked_at(self) -> None:
        creative = a_creative(cap=2)
        tokens = [seen()[0]["token"] for _ in range(5)]
        looked(*tokens[:3])
        batch = messages("ad-billing")
        for _ in range(2):
            assert handlers.bill_clicks({"Records": batch}) == {"batchItemFailures": []}
        found = report(creative)
        assert (found["served"], found["impressions"], found["capped"]) == (5, 2, 1)
        assert (found["viewable"], found["viewable_rate"]) == (3, 0.6)
        assert self._recounted(creative) == (5, 3)

    def _recounted(self, creative: Any) -> tuple[int, int]:
        """What was served and looked at, by the log alone."""
        path = creative["campaign_id"], made(MEI.get(f"/campaigns/{creative['campaign_id']}"))["day"]
        return len(models.served_of(*path)), len(models.impressions_of(*path))

    def test_comes_to_the_same_in_whatever_order_its_messages_come(self) -> None:
        creative, chance = a_creative(), random.Random(3)
        for number in range(9):
            token = seen()[0]["token"]
            if number % 2:
                looked(token)
        told = messages("ad-billing") + messages("ad-billing")
        for message in (*chance.sample(told, len(told)), *chance.choices(told, k=9)):
            assert handlers.bill_clicks({"Records": [message]}) == {"batchItemFailures": []}
        assert (
            (report(creative)["served"], report(creative)["viewable"]) == self._recounted(creative) == (9, 4)
        )

    def test_is_counted_by_creative_too(self) -> None:
        creative = a_creative()
        seen()
        market.billed()
        path = f"/campaigns/{creative['campaign_id']}"
        day = made(MEI.get(path))["day"]
        rows = made(MEI.get(f"{path}/display-report?since={day}&until={day}"))["items"]
        assert {row["creative_id"]: (row["served"], row["viewable_rate"]) for row in rows} == {
            None: (1, 0.0),
            creative["id"]: (1, 0.0),
        }

    def test_of_a_batch_is_one_read_and_one_transaction(self) -> None:
        a_creative()
        for _ in range(6):
            seen()
        batch = messages("ad-billing")
        with calls() as made_:
            handlers.bill_clicks({"Records": batch})
        assert made_ == ["BatchGetItem", "TransactWriteItems"]

    def test_to_a_script_is_told_to_nobody(self) -> None:
        a_creative()
        robot = {"User-Agent": "curl/8"}
        assert len(made(Api().get("/ads/display?placement=home", headers=robot))["items"]) == 1
        assert messages("ad-billing") == []

    def test_shows_nothing_that_cannot_be_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        a_creative()
        monkeypatch.setattr(queues, "send", lambda *_: set())
        assert seen() == []


def impression(number: int, cpm: int) -> Impression:
    """An impression of one of three browsers."""
    return Impression(
        id=f"imp_{number}",
        campaign_id="cmp",
        creative_id="adg",
        owner_id="per_mei",
        day="2026-11-26",
        cpm=cpm,
        currency="CNY",
        visitor=f"vis_{number % 3}",
        cap=7,
        expires=0,
    )


class TestBill:
    @given(st.lists(st.lists(st.integers(100, 900_000), max_size=35), max_size=6), st.integers(0, 2_000))
    def test_conserves_every_millionth_and_stays_within_the_budget(
        self, batches: list[list[int]], budget: int
    ) -> None:
        carry, debited, micro, number = 0, 0, 0, 0
        shown: Counter[tuple[str, str]] = Counter()
        for batch in batches:
            told = [impression(number := number + 1, cpm) for cpm in batch]
            bill = rules.bill(told, shown=shown, carry=carry, room=budget - debited)
            billed = [one for one in told if bill.outcomes[one.id] is Outcome.BILLED]
            assert bill.micro == sum(map(rules.cost, billed))
            shown.update((one.visitor, one.creative_id) for one in billed)
            carry, debited, micro = bill.carry, debited + bill.debit, micro + bill.micro
            assert micro == debited * MICRO + carry <= budget * MICRO
            assert 0 <= carry < MICRO
        assert max(shown.values(), default=0) <= 7


@pytest.mark.parametrize(("placement", "category"), [("home", "hair"), ("category", None)])
def test_a_placement_in_a_category_names_one(placement: str, category: str | None) -> None:
    with pytest.raises(CategoryNeeded):
        rules.place_of(rules.Placement(placement), category)
