from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.bidding import SETTLED, Market, played
from chalicelib.advertising.clicks import models
from chalicelib.advertising.clicks.rules import By, Sums, Touch
from chalicelib.advertising.steering import rules
from chalicelib.advertising.steering import service as steering
from chalicelib.advertising.steering.rules import WHOLE, Seen
from chalicelib.foundation import clock
from chalicelib.foundation.transaction import Transaction
from tests.unit.advertising import market
from tests.unit.advertising.test_serving import goods_of_others
from tests.unit.conftest import calls
from tests.unit.world import MEI, made

TODAY = date(2026, 11, 26)


def after(factor: int, target: int, seen: Seen, days: int = 5) -> int:
    """The next factor, of so many days that were all alike."""
    past = {TODAY - timedelta(days=back): seen for back in range(1, days + 1)}
    return rules.factor_after(factor, target, past, since=TODAY - timedelta(days=days), today=TODAY)


class TestAStep:
    def test_goes_towards_what_a_click_may_cost(self) -> None:
        """A click brings 400 and costs 105, and shall cost 100."""
        assert after(4_200, 40_000, Seen(100, 10_500, 40_000)) == 4_000

    @pytest.mark.parametrize(("cost", "factor"), [(40_000, 3_570), (1_000, 4_830)])
    def test_is_at_most_a_seventh(self, cost: int, factor: int) -> None:
        assert after(4_200, 40_000, Seen(100, cost, 40_000)) == factor

    @pytest.mark.parametrize("seen", [Seen(3, 300, 0), Seen(9, 900, 0)])
    def test_waits_until_enough_is_known(self, seen: Seen) -> None:
        assert after(4_200, 40_000, seen) == 4_200

    def test_raises_bids_that_nobody_saw(self) -> None:
        assert after(4_200, 40_000, Seen(), days=3) == 4_830
        assert after(4_200, 40_000, Seen(), days=2) == 4_200

    @given(
        st.integers(rules.LEAST, WHOLE),
        st.integers(1, 10**7),
        st.builds(Seen, st.integers(0, 10**4), st.integers(0, 10**9), st.integers(0, 10**11)),
    )
    def test_is_bounded_whatever_was_seen(self, factor: int, target: int, seen: Seen) -> None:
        found = after(factor, target, seen)
        assert rules.LEAST <= found <= WHOLE
        assert factor * 85 // 100 <= found <= max(factor * 115 // 100, rules.LEAST)

    def test_never_bids_below_the_reserve_nor_above_the_merchant(self) -> None:
        assert [rules.bid_of(bid, 500, reserve=10) for bid in (1_000, 30)] == [50, 10]
        assert rules.bid_of(30, WHOLE, reserve=10) == 30


class TestATarget:
    @pytest.mark.parametrize(
        ("market", "target", "seed"),
        [(Market(), 30_000, 0), (Market(), 40_000, 1), (Market(dearer_from=45), 40_000, 2)],
        ids=["three", "four", "dearer"],
    )
    def test_is_met_within_a_tenth_in_a_market(self, market: Market, target: int, seed: int) -> None:
        found = played(market, target, seed)
        assert found.return_after(SETTLED) == pytest.approx(target / WHOLE, rel=0.1)
        own = played(market, 1, seed)  # at her own bids it is far from that
        assert own.return_after(SETTLED) < 0.8 * target / WHOLE


def a_day(campaign: Any, clicks: int, cost: int, sales: int) -> None:
    """What a campaign's today brought, as reports count it."""
    day = made(MEI.get(f"/campaigns/{campaign['id']}"))["day"]
    with Transaction() as tx:
        sums = Sums(clicks=clicks, cost=cost, sales=sales)
        tx.update(models.sums_key(campaign["id"], Touch(By.CAMPAIGN, day, "")), models.adding(sums))


class TestACampaignWithATarget:
    def test_is_steered_when_its_day_has_begun_and_once(self) -> None:
        campaign = market.a_campaign(bid=100, target_return=40_000)
        a_day(campaign, clicks=100, cost=20_000, sales=40_000)
        assert steering.steer_due(clock.now()) == 0
        with clock.stopped_at(clock.now() + timedelta(days=1)):
            with calls() as made_:
                assert steering.steer_due(clock.now()) == 1
            assert sorted(made_) == ["BatchGetItem", *["Query"] * 5, "TransactWriteItems"]
            assert steering.steer_due(clock.now()) == 0
            assert made(MEI.get(f"/campaigns/{campaign['id']}"))["bid_factor"] == 8_500

    def test_bids_by_its_factor(self) -> None:
        campaign = market.a_campaign(bid=100, target_return=40_000)
        goods_of_others(2)
        a_day(campaign, clicks=100, cost=20_000, sales=40_000)
        with clock.stopped_at(clock.now() + timedelta(days=1)):
            steering.steer_due(clock.now())
            market.ads()
            market.settled()
            day = made(MEI.get(f"/campaigns/{campaign['id']}"))["day"]
            (logged,) = models.auctions(campaign["id"], day, most=9)
        assert logged.own["bid"] == 85

    def test_goes_back_to_the_merchants_bids_without_one(self) -> None:
        campaign = market.a_campaign(target_return=40_000)
        path = f"/campaigns/{campaign['id']}"
        assert made(MEI.get(path))["target_return"] == 40_000
        a_day(campaign, clicks=100, cost=20_000, sales=40_000)
        with clock.stopped_at(clock.now() + timedelta(days=1)):
            steering.steer_due(clock.now())
            told = made(MEI.patch(path, {"target_return": 0}))
        assert (told["target_return"], told["bid_factor"]) == (None, WHOLE)
        with clock.stopped_at(clock.now() + timedelta(days=3)):
            assert steering.steer_due(clock.now()) == 0

    def test_that_has_ended_is_steered_no_more(self) -> None:
        campaign = market.a_campaign(target_return=40_000)
        made(MEI.post(f"/campaigns/{campaign['id']}/end"))
        with clock.stopped_at(clock.now() + timedelta(days=2)):
            assert steering.steer_due(clock.now()) == 0
