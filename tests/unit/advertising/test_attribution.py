from __future__ import annotations

import random
from collections import defaultdict
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.advertising.attribution import rules
from chalicelib.advertising.attribution.rules import Model, Result
from chalicelib.advertising.clicks.rules import By, Sums, Touched
from chalicelib.advertising.events import ClickFacts
from chalicelib.advertising.reports import service as reports
from chalicelib.foundation import clock
from tests.api import Api
from tests.unit import world
from tests.unit.advertising import market
from tests.unit.advertising.test_clicks import OPERATOR, visitor
from tests.unit.world import LI, MEI, ZHAO, made

GOODS = ("Tortoise hair clip", "Hair pin", "Hair band")


def facts(number: int) -> ClickFacts:
    row: dict[str, Any] = dict.fromkeys(ClickFacts.model_fields, "x")
    row |= {"click_id": f"clk_{number:03}", "slot": 0, "price": 10, "expires": 0}
    return ClickFacts(**row)


class TestParts:
    @given(st.integers(0, 1), st.integers(0, 10**7), st.integers(0, 10**7), st.integers(1, 15))
    def test_of_all_clicks_are_the_order_by_each_model(
        self, orders: int, sales: int, refunded: int, clicks: int
    ) -> None:
        parts = rules.parts(Result(orders, sales, refunded), clicks)
        for model in Model:
            found = [rules.counted(part, model) for part in parts]
            assert sum(one[0] for one in found) == pytest.approx(orders)
            assert (sum(one[1] for one in found), sum(one[2] for one in found)) == (sales, refunded)
        linear = [part.linear_sales for part in parts]
        assert max(linear) - min(linear) <= 1

    def test_go_to_the_first_the_last_or_all_alike(self) -> None:
        parts = rules.parts(Result(1, 100, 0), 3)
        assert [part.sales for part in parts] == [0, 0, 100]
        assert [part.first_sales for part in parts] == [100, 0, 0]
        assert [part.linear_sales for part in parts] == [34, 33, 33]

    def test_of_too_many_clicks_keep_the_first_and_the_last_ones(self) -> None:
        now = clock.now()
        touches = [Touched(facts(number), now + timedelta(minutes=number)) for number in range(20)]
        path = rules.path(reversed(touches))
        assert [one.click_id for one in (path[0], path[1], path[-1])] == ["clk_000", "clk_006", "clk_019"]
        assert len(path) == rules.MOST_CLICKS


def follow(ad: Any, buyer: Api) -> str:
    """A buyer follows an ad in an app."""
    token = ad["ad"]["path"].rpartition("/")[2]
    wish = {"token": token}
    return str(made(buyer.post("/ads/clicks", wish, headers={"User-Agent": market.BROWSER}))["click_id"])


def a_shop() -> tuple[list[Any], list[Any]]:
    """A store with a campaign for each of its goods."""
    store = world.a_store()
    goods = [world.a_listing(store=store, title=title, stock=90, price=997) for title in GOODS]
    found = [market.a_campaign(listing=one, keyword=one["title"], match="phrase") for one in goods]
    return goods, found


def log_agrees(campaign: str, day: str) -> None:
    """All reports of a day say what its log says."""
    sums = reports.recounted(campaign, day)
    for by in By:
        mei = world.person_id(MEI)
        found = reports.report(campaign, person=mei, by=by, first=day, last=day, limit=100, cursor=None)
        told = {row.of: row.sums for row in found.page.items if row.sums != Sums()}
        assert told == {of: one for (kind, of), one in sums.items() if kind is by}


class TestEffect:
    def test_is_counted_again_from_what_happened_to_every_number(self) -> None:
        """Clicks, orders, refunds and cancellations at random; the reports are reckoned again by hand."""
        chance, begun = random.Random(7), clock.now()
        goods, campaigns = a_shop()
        walked: dict[str, list[tuple[Any, str, int]]] = defaultdict(list)
        bought: list[tuple[Any, Api, list[tuple[Any, str, int]], list[int]]] = []
        for hour in range(0, 9 * 26, 9):
            with clock.stopped_at(begun + timedelta(hours=hour, minutes=1)):
                buyer = chance.choice([LI, ZHAO])
                if chance.random() < 0.6:
                    place = chance.randrange(3)
                    (ad,) = market.ads(GOODS[place])
                    follow(ad, buyer)
                    day = made(MEI.get(f"/campaigns/{campaigns[place]['id']}"))["day"]
                    walked[str(buyer.person)].append((campaigns[place]["id"], day, hour))
                    market.billed()
                else:
                    order = world.a_paid_order(buyer, listing=chance.choice(goods), quantity=2)
                    path = [one for one in walked[str(buyer.person)] if hour - one[2] <= 7 * 24]
                    bought.append((order, buyer, path, [order["total"]["amount"], 0]))
                market.settled()
        for number, (order, buyer, _, what) in enumerate(bought):
            if number % 3 == 0:
                made(buyer.post(f"/orders/{order['id']}/cancel"))
                what[:] = [0, 0]
            elif number % 3 == 1:
                made(MEI.post(f"/orders/{order['id']}/refunds", {"reason": "goodwill", "amount": 101}))
                what[:] = [what[0] - 101, 101]
        market.settled()
        paths = [(path, what) for _, _, path, what in bought]
        assert len([path for path, _ in paths if len(path) > 2]) >= 3
        for model in Model:
            assert self._told(campaigns, model) == self._reckoned(paths, model)
        for campaign, day in {(campaign, day) for path, _ in paths for campaign, day, _ in path}:
            log_agrees(campaign, day)

    def _told(self, campaigns: list[Any], model: Model) -> dict[tuple[str, str], tuple[float, int, int]]:
        found = {}
        since, until = (str((clock.now() + timedelta(days=more)).date()) for more in (-1, 30))
        for campaign in campaigns:
            path = f"/campaigns/{campaign['id']}/report?since={since}&until={until}&model={model}"
            for row in made(MEI.get(path))["items"]:
                if row["orders"] or row["sales"] or row["refunded"]:
                    what = (round(row["orders"], 3), row["sales"], row["refunded"])
                    found[campaign["id"], row["day"]] = what
        return found

    def _reckoned(self, paths: Any, model: Model) -> dict[tuple[str, str], tuple[float, int, int]]:
        found: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0, 0])
        for path, (sales, refunded) in paths:
            for place, (campaign, day, _) in enumerate(path):
                count = len(path)
                whole = {Model.LAST: place == count - 1, Model.FIRST: place == 0}.get(model)
                for at, amount in enumerate((1 if sales else 0, sales, refunded)):
                    if whole is None:
                        part = amount / count if at == 0 else amount // count + (place < amount % count)
                    else:
                        part = amount * whole
                    found[campaign, day][at] += part
        return {key: (round(one[0], 3), int(one[1]), int(one[2])) for key, one in found.items() if any(one)}

    def test_is_nothing_for_a_click_that_was_paid_back(self) -> None:
        clip = world.a_listing(title=GOODS[0], stock=9)
        campaign = market.a_campaign(listing=clip)
        click = follow(market.ads()[0], LI)
        market.billed()
        day = made(MEI.get(f"/campaigns/{campaign['id']}"))["day"]
        wish = {"day": day, "reason": "A click farm"}
        made(OPERATOR.post(f"/campaigns/{campaign['id']}/clicks/{click}/credit", wish))
        world.a_paid_order(LI, listing=clip)
        market.settled()
        (row,) = market.report(campaign)
        assert (row["visits"], row["orders"], row["sales"]) == (0, 0, 0)

    def test_counts_a_visit_that_could_not_be_billed(self) -> None:
        campaign = market.a_campaign(funds=15)
        for number, ad in enumerate([market.ads()[0] for _ in range(2)]):
            market.clicked(ad, visitor=visitor(number))
        market.billed()
        (row,) = market.report(campaign)
        assert (row["clicks"], row["visits"]) == (1, 2)

    def test_of_a_chinese_term_is_in_the_report_of_the_last_day_too(self) -> None:
        listing = world.a_listing(title="复古玳瑁发夹", stock=9)
        campaign = market.a_campaign(listing=listing, keyword="发夹")
        market.ads("复古发夹")
        market.settled()
        assert [row["of"] for row in market.report(campaign, "term")] == ["复古 古发 发夹"]
