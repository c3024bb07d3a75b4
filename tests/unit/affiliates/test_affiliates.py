"""Promoters bring buyers, and get a part of what is sold by them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.affiliates import handlers, rules
from chalicelib.affiliates.rules import Programme
from chalicelib.foundation import clock
from chalicelib.foundation.money import Money
from chalicelib.payments.escrow import rules as escrow
from chalicelib.payments.escrow.rules import Reward, Sale
from tests.api import Api
from tests.unit import world
from tests.unit.affiliates import promotion
from tests.unit.conftest import calls
from tests.unit.stores.crew import hired
from tests.unit.world import LI, MEI, WANG, ZHAO, in_wallet, made

OPERATOR = Api("cccccccc-0000-0000-0000-00000000000f", claims={"cognito:groups": "operators"})


@pytest.fixture
def listing() -> Any:
    """Goods of a store that pays a tenth to promoters."""
    goods = world.a_listing(stock=9)
    promotion.a_programme(goods)
    return goods


class TestProgramme:
    def test_is_off_until_the_founder_opts_in(self) -> None:
        goods = world.a_listing()
        assert made(ZHAO.get(f"/stores/{goods['store_id']}/affiliates"))["state"] == "closed"
        refused = ZHAO.post("/promoter/links", {"store_id": goods["store_id"]})
        assert refused.json["code"] == "programme_closed"

    @pytest.mark.parametrize("basis_points", [49, 5_001])
    def test_has_bounds(self, listing: Any, basis_points: int) -> None:
        wish = {"state": "open", "basis_points": basis_points}
        assert MEI.put(f"/stores/{listing['store_id']}/affiliates", wish).status == 422

    def test_pays_a_category_by_its_own_rate(self, listing: Any) -> None:
        own = [{"category": "hair", "basis_points": 2_000}]
        promotion.a_programme(listing, basis_points=500, categories=own)
        order = promotion.referred_order(LI, promotion.a_link(listing), listing=listing)
        promotion.confirmed(order)
        assert in_wallet(ZHAO) == 200

    def test_names_a_category_that_there_is_and_once(self, listing: Any) -> None:
        path, hair = f"/stores/{listing['store_id']}/affiliates", {"category": "hair", "basis_points": 100}
        wish = {"state": "open", "basis_points": 500}
        assert MEI.put(path, wish | {"categories": [hair, hair]}).json["code"] == "same_category"
        unknown = [{"category": "moon dust", "basis_points": 100}]
        assert MEI.put(path, wish | {"categories": unknown}).json["code"] == "unknown_category"

    def test_is_nearest_ancestors_rate(self) -> None:
        programme = Programme("sto_1", True, 500, {"a": 100, "c": 300})
        assert [programme.rate(line) for line in (["a", "b", "c"], ["a", "b"], ["x"])] == [300, 100, 500]


class TestLink:
    def test_leads_to_the_goods_with_a_visit(self, listing: Any) -> None:
        code = promotion.a_link(listing, listing_id=listing["id"], label="My blog")
        reply = Api().get(f"/r/{code}")
        assert reply.status == 302
        assert f"/{listing['id']}?ref=" in reply.headers["location"]
        assert reply.headers["set-cookie"].startswith("referral=")
        assert made(ZHAO.get("/promoter/links"))["items"][0]["visits"] == 1

    def test_is_a_qr_code_too(self, listing: Any) -> None:
        assert Api().get(f"/r/{promotion.a_link(listing)}/qr").content.startswith(b"\x89PNG")

    def test_is_not_for_those_who_work_there(self, listing: Any) -> None:
        hired({"id": listing["store_id"]}, "packer", WANG, by=MEI)
        for own in (MEI, WANG):
            refused = own.post("/promoter/links", {"store_id": listing["store_id"]})
            assert refused.json["code"] == "own_promotion"


class TestOrder:
    def test_pays_the_promoter_out_of_the_sellers_part_when_it_is_confirmed(self, listing: Any) -> None:
        order = promotion.referred_order(LI, promotion.a_link(listing), listing=listing, quantity=2)
        assert in_wallet(ZHAO) == 0
        promotion.confirmed(order)
        assert in_wallet(ZHAO) == 200
        assert in_wallet(MEI) == 2_000 - 200 - order_fee(2_000)

    def test_freezes_the_rate(self, listing: Any) -> None:
        order = promotion.referred_order(LI, promotion.a_link(listing), listing=listing)
        promotion.a_programme(listing, basis_points=5_000)
        promotion.confirmed(order)
        assert in_wallet(ZHAO) == 100

    def test_brings_nothing_after_the_window_or_with_a_forged_visit(self, listing: Any) -> None:
        world.money_for(LI)
        visit = promotion.visited(promotion.a_link(listing))
        body, _, signature = visit.partition(".")
        for referral in (f"{body}x.{signature}", "nonsense", "a.b.c"):
            made(LI.post("/checkouts", promotion.buying(LI, listing, referral=referral)))
        with clock.stopped_at(clock.now() + timedelta(days=15, seconds=1)):
            made(LI.post("/checkouts", promotion.buying(LI, listing, referral=visit)))
        assert promotion.commissions() == []

    def test_brings_nothing_to_its_own_buyer_nor_to_who_came_to_work_there(self, listing: Any) -> None:
        code = promotion.a_link(listing)
        promotion.referred_order(ZHAO, code, listing=listing)
        hired({"id": listing["store_id"]}, "packer", ZHAO, by=MEI)
        promotion.referred_order(LI, code, listing=listing)
        assert promotion.commissions() == []

    def test_brings_it_for_the_links_own_store_only(self, listing: Any) -> None:
        other = world.a_listing(WANG)
        promotion.referred_order(LI, promotion.a_link(listing), listing=other)
        assert promotion.commissions() == []

    def test_paid_by_card_brings_it_too(self, listing: Any) -> None:
        visit = promotion.visited(promotion.a_link(listing))
        wish = promotion.buying(LI, listing, referral=visit, pay_from="gateway")
        checkout = made(LI.post("/checkouts", wish))
        assert promotion.commissions() == []
        made(LI.post(f"/checkouts/{checkout['id']}/complete", {"method": "pm_card_visa"}))
        assert [one["state"] for one in promotion.commissions()] == ["pending"]

    def test_costs_no_round_trip_more(self, listing: Any) -> None:
        world.money_for(LI)
        visit = promotion.visited(promotion.a_link(listing))
        with calls() as plain:
            made(LI.post("/checkouts", promotion.buying(LI, listing)))
        with calls() as referred:
            made(LI.post("/checkouts", promotion.buying(LI, listing, referral=visit)))
        reading = [
            [call for call in made_ if "Batch" in call and "Message" not in call]
            for made_ in (plain, referred)
        ]
        assert len(reading[0]) == len(reading[1])


def order_fee(total: int) -> int:
    """The platform's part of a sale of hair things."""
    sale = world.a_completed_order(listing=world.a_listing(WANG), merchant=WANG)
    assert sale["total"]["amount"] == 1_000
    return (1_000 - in_wallet(WANG)) * total // 1_000


class TestRefund:
    def test_takes_back_its_share_before_and_the_sums_say_so(self, listing: Any) -> None:
        order = promotion.referred_order(LI, promotion.a_link(listing), listing=listing, quantity=4)
        promotion.counted()
        assert promotion.earnings() == promotion.spend(listing) == [(400, 0, 0)]
        made(MEI.post(f"/orders/{order['id']}/refunds", {"reason": "damaged", "amount": 1_000}))
        told = promotion.counted()
        assert promotion.earnings() == promotion.spend(listing) == [(300, 0, 100)]
        promotion.confirmed(order)
        promotion.counted()
        assert promotion.earnings() == promotion.spend(listing) == [(0, 300, 100)]
        assert in_wallet(ZHAO) == 300
        handlers.count_commissions({"Records": told})  # late and twice
        assert promotion.earnings() == [(0, 300, 100)]

    @pytest.mark.parametrize("how", ["cancelled", "refunded"])
    def test_of_all_leaves_nothing(self, listing: Any, how: str) -> None:
        order = promotion.referred_order(LI, promotion.a_link(listing), listing=listing)
        path = f"/orders/{order['id']}"
        whole = {"reason": "damaged", "amount": 1_000}
        made(LI.post(f"{path}/cancel") if how == "cancelled" else MEI.post(f"{path}/refunds", whole))
        promotion.counted()
        assert promotion.earnings() == [(0, 0, 100)]
        assert [one["state"] for one in promotion.commissions()] == ["void"]


class TestTakeBack:
    @pytest.mark.parametrize(("spent", "back", "short"), [(0, 100, 0), (70, 30, 70)])
    def test_gives_the_merchant_what_the_promoter_still_has(
        self, listing: Any, spent: int, back: int, short: int
    ) -> None:
        order = promotion.referred_order(LI, promotion.a_link(listing), listing=listing)
        promotion.confirmed(order)
        if spent:
            made(
                ZHAO.post("/wallet/withdrawals", {"amount": spent, "currency": "CNY", "destination": "ba_ok"})
            )
        had = in_wallet(MEI)
        path = f"/promoter/commissions/{order['id']}/take-back"
        found = made(OPERATOR.post(path, {"reason": "herself"}))
        assert (in_wallet(MEI) - had, found["shortfall"]["amount"]) == (back, short)
        assert OPERATOR.post(path, {"reason": "herself"}).json["code"] == "not_taken_back"
        promotion.counted()
        assert promotion.earnings() == [(0, short, back)]


amounts = st.integers(0, 100_000)


class TestConservation:
    @given(amounts, st.integers(0, 5_000), st.integers(0, 1_000), st.integers(0, 10_000), amounts)
    def test_what_is_paid_is_the_buyers_the_platforms_the_promoters_and_the_sellers(
        self, total: int, fee: int, payment: int, rate: int, refunded: int
    ) -> None:
        whole = yuan(total)
        reward = rules.commission([(whole, rate)], "CNY")
        sale = Sale(
            "ord_1",
            "per_li",
            "per_mei",
            whole,
            yuan(total * fee // 10_000),
            yuan(total * payment // 10_000),
            yuan(min(refunded, total)),
            Reward("per_zhao", reward),
        )
        parts = escrow.division(sale)
        assert sale.refunded + parts.commission + parts.payment_fee + parts.reward + parts.earned == whole
        assert min(parts.commission, parts.payment_fee, parts.reward, parts.earned).amount >= 0
        assert parts.reward.amount <= reward.amount
        assert parts.reward.amount == 0 or sale.left.amount

    @given(amounts, amounts)
    def test_what_is_taken_back_and_what_is_short_are_what_was_paid(self, paid: int, there: int) -> None:
        taken, short = rules.taking_back(yuan(paid), available=yuan(there))
        assert (taken + short, taken.amount <= there) == (yuan(paid), True)


def yuan(amount: int) -> Money:
    """So many fen."""
    return Money(amount, "CNY")
