from __future__ import annotations

import random
from collections import defaultdict
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.advertising import handlers
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
from tests.unit.conftest import calls, messages
from tests.unit.world import LI, MEI, WANG, ZHAO, made

GOODS = ("Tortoise hair clip", "Hair pin", "Hair band")


def facts(number: int) -> ClickFacts:
    row: dict[str, Any] = dict.fromkeys(ClickFacts.model_fields, "x")
    row |= {"click_id": f"clk_{number:03}", "slot": 0, "price": 10, "expires": 0}
    return ClickFacts(**row)


class TestParts:
    @given(
        st.integers(0, 1), st.integers(0, 10**7), st.integers(0, 10**7), st.integers(0, 1), st.integers(1, 15)
    )
    def test_of_all_clicks_are_the_order_or_the_cart_by_each_model(
        self, orders: int, sales: int, refunded: int, carts: int, clicks: int
    ) -> None:
        parts = rules.parts(Result(orders, sales, refunded, carts), clicks)
        for model in Model:
            found = [rules.counted(part, model) for part in parts]
            assert sum(one.orders for one in found) == pytest.approx(orders)
            assert sum(one.carts for one in found) == pytest.approx(carts)
            assert (sum(one.sales for one in found), sum(one.refunded for one in found)) == (sales, refunded)
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

    @given(st.lists(st.integers(0, 30), max_size=40), st.lists(st.integers(0, 40), max_size=40))
    def test_of_clicks_that_come_late_or_twice_are_those_of_all_in_time(
        self, some: list[int], cuts: list[int]
    ) -> None:
        now = clock.now()
        touches = [Touched(facts(number), now + timedelta(minutes=number)) for number in some]
        found: tuple[Touched, ...] = ()
        for begun, ended in pairwise(sorted({0, len(some), *(cut for cut in cuts if cut < len(some))})):
            found = rules.followed((*found, *touches[begun:ended]))
        assert found == rules.followed(touches)


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
    """All reports of a day say what its log says, of carts as of all else."""
    sums = reports.recounted(campaign, day)
    for by in By:
        mei = world.person_id(MEI)
        found = reports.report(campaign, person=mei, by=by, first=day, last=day, limit=100, cursor=None)
        told = {row.of: row.sums for row in found.page.items if row.sums != Sums()}
        assert told == {of: one for (kind, of), one in sums.items() if kind is by}


class TestEffect:
    def test_is_counted_again_from_what_happened_to_every_number(self) -> None:
        """Clicks, carts, orders, refunds, cancellations at random; the reports are reckoned again by hand."""
        goods, campaigns = a_shop()
        bought, added = self._shopped(goods, campaigns)
        for number, (order, buyer, _, what) in enumerate(bought):
            if number % 3 == 0:
                made(buyer.post(f"/orders/{order['id']}/cancel"))
                what[:] = [0, 0, 1]
            elif number % 3 == 1:
                made(MEI.post(f"/orders/{order['id']}/refunds", {"reason": "goodwill", "amount": 101}))
                what[:] = [what[0] - 101, 101, 1]
        market.settled()
        paths = [*added, *((path, what) for _, _, path, what in bought)]
        assert len([path for _, _, path, _ in bought if len(path) > 2]) >= 3
        assert len([path for path, _ in added if len(path) > 2]) >= 3
        for model in Model:
            assert self._told(campaigns, model) == self._reckoned(paths, model)
        for campaign, day in {(campaign, day) for path, _ in paths for campaign, day, _ in path}:
            log_agrees(campaign, day)

    def _shopped(self, goods: list[Any], campaigns: list[Any]) -> tuple[list[Any], list[Any]]:
        """The orders of a fortnight, and what was put into carts, each with the clicks before it."""
        chance, begun = random.Random(7), clock.now()
        walked: dict[str, list[tuple[Any, str, int]]] = defaultdict(list)
        bought: list[tuple[Any, Api, list[tuple[Any, str, int]], list[int]]] = []
        added: list[tuple[list[tuple[Any, str, int]], list[int]]] = []
        for hour in range(0, 9 * 38, 9):
            with clock.stopped_at(begun + timedelta(hours=hour, minutes=1)):
                buyer = chance.choice([LI, ZHAO])
                path = [one for one in walked[str(buyer.person)] if hour - one[2] <= 7 * 24]
                if chance.random() < 0.6:
                    place = chance.randrange(3)
                    (ad,) = market.ads(GOODS[place])
                    follow(ad, buyer)
                    day = made(MEI.get(f"/campaigns/{campaigns[place]['id']}"))["day"]
                    walked[str(buyer.person)].append((campaigns[place]["id"], day, hour))
                    market.billed()
                elif chance.random() < 0.5:
                    world.in_cart(buyer, goods[1], note=str(hour))
                    added.append((path, [0, 0, 1]))
                else:
                    order = world.a_paid_order(buyer, listing=chance.choice(goods), quantity=2)
                    bought.append((order, buyer, path, [order["total"]["amount"], 0, 1]))
                market.settled()
        return bought, added

    def _told(self, campaigns: list[Any], model: Model) -> dict[tuple[str, str], tuple[int, ...]]:
        found: dict[tuple[str, str], tuple[int, ...]] = {}
        since, until = (str((clock.now() + timedelta(days=more)).date()) for more in (-1, 30))
        for campaign in campaigns:
            path = f"/campaigns/{campaign['id']}/report?since={since}&until={until}&model={model}"
            for row in made(MEI.get(path))["items"]:
                orders, carts = (round(10_000 * row[name]) for name in ("orders", "carts"))
                what = (orders, row["sales"], row["refunded"], carts)
                if any(what):
                    found[campaign["id"], row["day"]] = what
        return found

    def _reckoned(self, paths: Any, model: Model) -> dict[tuple[str, str], tuple[int, ...]]:
        """Orders and carts in ten-thousandths, as they are divided."""
        found: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
        for path, (sales, refunded, carts) in paths:
            for place, (campaign, day, _) in enumerate(path):
                count = len(path)
                whole = {Model.LAST: place == count - 1, Model.FIRST: place == 0}.get(model)
                for at, amount in enumerate((10_000 * bool(sales), sales, refunded, 10_000 * carts)):
                    part = amount // count + (place < amount % count) if whole is None else amount * whole
                    found[campaign, day][at] += part
        return {key: tuple(one) for key, one in found.items() if any(one)}

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


class TestACart:
    def test_counts_a_line_once_for_the_ad_that_led_to_it_however_many_pieces(self) -> None:
        clip = world.a_listing(title=GOODS[0], stock=9)
        campaign = market.a_campaign(listing=clip)
        for _ in range(2):
            follow(market.ads()[0], ZHAO)
            market.billed()
        follow(market.ads()[0], LI)
        market.billed()
        world.in_cart(LI, clip, quantity=2)
        world.in_cart(LI, clip, quantity=3)
        market.settled()
        (row,) = market.report(campaign)
        assert (row["visits"], row["carts"], row["cart_rate"], row["orders"]) == (2, 1, 0.5, 0)
        for by in ("listing", "keyword", "term"):
            assert [one["carts"] for one in market.report(campaign, by)] == [1]

    def test_counts_what_was_taken_out_and_put_in_anew(self) -> None:
        clip = world.a_listing(title=GOODS[0], stock=9)
        campaign = market.a_campaign(listing=clip)
        follow(market.ads()[0], LI)
        market.billed()
        line = world.in_cart(LI, clip)["lines"][0]["id"]
        made(LI.delete(f"/cart/lines/{line}"))
        world.in_cart(LI, clip)
        market.settled()
        assert market.report(campaign)[0]["carts"] == 2

    def test_tells_of_new_lines_alone_by_the_calls_of_an_event(self) -> None:
        clip = world.a_listing(title=GOODS[0], stock=9)
        with calls() as first:
            world.in_cart(LI, clip)
        with calls() as second:
            world.in_cart(LI, clip)
        put = ["BatchGetItem", "TransactWriteItems"]
        assert (first, second) == ([*put, "SendMessageBatch", "BatchWriteItem"], put)

    def test_of_somebody_who_followed_no_ad_of_the_store_counts_for_none(self) -> None:
        goods, (campaign, *_) = a_shop()
        follow(market.ads(GOODS[0])[0], ZHAO)
        market.billed()
        world.in_cart(LI, goods[0])
        world.in_cart(ZHAO, world.a_listing(WANG, title="Ring"))
        batch = messages("ads")
        with calls() as made_:
            handlers.keep_ads({"Records": batch})
        assert made_.count("Query") == 2
        assert made_.count("TransactWriteItems") == 2 + 1  # the lines themselves, and the auction's log
        assert [row["carts"] for row in market.report(campaign)] == [0]

    def test_counts_for_clicks_of_seven_days_before_and_none_after(self) -> None:
        clip = world.a_listing(title=GOODS[0], stock=9)
        campaign = market.a_campaign(listing=clip)
        day = made(MEI.get(f"/campaigns/{campaign['id']}"))["day"]
        follow(market.ads()[0], LI)
        market.billed()
        market.settled()
        for later, carts in ((timedelta(days=7, minutes=1), 0), (timedelta(days=6, hours=23), 1)):
            with clock.stopped_at(clock.now() + later):
                world.in_cart(LI, clip, note=str(later))
            market.settled()
            path = f"/campaigns/{campaign['id']}/report?since={day}&until={day}"
            assert made(MEI.get(path))["items"][0]["carts"] == carts
        log_agrees(campaign["id"], day)

    def test_counts_for_what_a_browser_of_hers_clicked(self) -> None:
        clip = world.a_listing(title=GOODS[0], stock=9)
        campaign = market.a_campaign(listing=clip)
        made(LI.post("/ads/visitor", {"visitor": visitor(1)}))
        market.clicked(market.ads()[0], visitor=visitor(1))
        world.in_cart(LI, clip)
        market.settled()
        market.billed()
        assert market.report(campaign)[0]["carts"] == 1

    def test_counts_for_clicks_that_are_billed_later_and_together(self) -> None:
        clip = world.a_listing(title=GOODS[0], stock=9)
        campaign = market.a_campaign(listing=clip)
        for buyer in (LI, ZHAO):
            follow(market.ads()[0], buyer)
            world.in_cart(buyer, clip)
        market.settled()
        batch = messages("ad-billing")
        with calls() as made_:
            for _ in range(2):
                assert handlers.bill_clicks({"Records": batch}) == {"batchItemFailures": []}
        first = ["BatchGetItem", "TransactWriteItems", *["Query", "TransactWriteItems"] * 2]
        assert made_[: len(first)] == first
        assert made_.count("TransactWriteItems") == 3
        assert market.report(campaign)[0]["carts"] == 2

    @pytest.mark.parametrize("seed", range(8))
    def test_comes_to_the_same_in_whatever_order_and_however_often_its_messages_come(self, seed: int) -> None:
        chance, begun = random.Random(seed), clock.now()
        goods, campaigns = a_shop()
        market.settled()
        told = []
        for number, clicked in enumerate((0, None, 2, 1, None, 0)):
            with clock.stopped_at(begun + timedelta(minutes=15 * number)):
                if clicked is None:
                    world.in_cart(LI, goods[0], note=str(number))
                    told.append((handlers.keep_ads, messages("ads")))
                else:
                    follow(market.ads(GOODS[clicked])[0], LI)
                    told.append((handlers.bill_clicks, messages("ad-billing")))
                    market.settled()
        again = chance.choices(told, k=6) if seed % 2 else []
        for handle, batch in (*chance.sample(told, 6), *again):
            assert handle({"Records": batch}) == {"batchItemFailures": []}
        days = [str((begun + timedelta(days=more)).date()) for more in (-1, 0, 1)]
        assert self._carts(campaigns, days, "last") == [1, 1, 0]
        assert self._carts(campaigns, days, "first") == [2, 0, 0]
        assert self._carts(campaigns, days, "linear") == pytest.approx([4 / 3, 1 / 3, 1 / 3], abs=0.001)
        for campaign in campaigns:
            for day in days:
                log_agrees(campaign["id"], day)

    def _carts(self, campaigns: list[Any], days: list[str], model: str) -> list[float]:
        found = []
        for campaign in campaigns:
            path = f"/campaigns/{campaign['id']}/report?since={days[0]}&until={days[-1]}&model={model}"
            found.append(sum(float(row["carts"]) for row in made(MEI.get(path))["items"]))
        return found
