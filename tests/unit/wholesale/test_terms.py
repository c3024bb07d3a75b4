"""Minimums, cases and ladders hold at the checkout itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation import clock
from chalicelib.listings.errors import BelowMinimum, NotInCases
from chalicelib.listings.lots.rules import Lot, refuse_short
from chalicelib.orders import checkouts
from tests.api import Api
from tests.unit import world
from tests.unit.wholesale.trade import FACTORY, TERMS, buying, wares
from tests.unit.world import LI, made


class TestLots:
    @given(st.integers(1, 50), st.integers(1, 12), st.lists(st.integers(1, 60), min_size=1, max_size=5))
    def test_demand_enough_of_all_kinds_together_and_whole_cases_of_each(
        self, least: int, case: int, quantities: list[int]
    ) -> None:
        fits = sum(quantities) >= least and not any(quantity % case for quantity in quantities)
        if fits:
            refuse_short(Lot(least, case), quantities, title="Clip", field="lines")
        else:
            with pytest.raises((BelowMinimum, NotInCases)):
                refuse_short(Lot(least, case), quantities, title="Clip", field="lines")


class TestWholesaleTerms:
    def test_are_shown_to_everybody_with_what_so_many_cost(self) -> None:
        listing = wares()
        shown = made(Api().get(f"/listings/{listing['id']}/wholesale"))

        prices = [(one["from_quantity"], one["price"]["amount"]) for one in shown["variants"][0]["prices"]]
        assert prices == [(10, 1_000), (20, 800), (100, 600)]
        assert (shown["least_quantity"], shown["case_pack"], shown["origin"]) == (10, 5, "义乌")
        card = made(Api().get(f"/listings/{listing['id']}"))
        assert card["lot"] == {"least_quantity": 10, "case_pack": 5}

    def test_can_be_set_anew_and_taken_back(self) -> None:
        listing = wares()
        made(
            FACTORY.put(f"/listings/{listing['id']}/wholesale", TERMS | {"least_quantity": 1, "case_pack": 1})
        )
        world.money_for(LI)
        made(buying(listing, 1, price=1_000))

    def test_of_goods_that_have_none_are_not_found(self) -> None:
        listing = world.a_listing()
        assert Api().get(f"/listings/{listing['id']}/wholesale").json["code"] == "no_wholesale"
        assert LI.put(f"/listings/{listing['id']}/wholesale", TERMS).status == 404


class TestCheckingOut:
    @pytest.mark.parametrize(
        ("quantity", "price", "code"),
        [(5, 1_000, "below_minimum"), (12, 1_000, "not_in_cases"), (20, 1_000, "price_changed")],
    )
    def test_refuses_too_few_open_cases_and_another_price(self, quantity: int, price: int, code: str) -> None:
        listing = wares()
        world.money_for(LI)
        assert buying(listing, quantity, price=price).json["code"] == code

    def test_takes_whole_cases_at_the_ladders_price(self) -> None:
        listing = wares()
        world.money_for(LI)
        order = made(buying(listing, 20, price=800))["orders"][0]
        assert order["total"]["amount"] == 16_000

    def test_refuses_a_cart_that_was_filled_before_there_was_a_minimum(self) -> None:
        listing = world.a_listing(FACTORY, stock=50)
        world.money_for(LI)
        world.in_cart(LI, listing, quantity=3)
        made(FACTORY.put(f"/listings/{listing['id']}/wholesale", TERMS))

        shown = made(LI.get("/cart"))["lines"][0]
        assert shown["problem"] == "below_minimum"
        quote = made(LI.post("/cart/quote", {}))
        assert [one["problem"] for one in quote["left_out"]] == ["below_minimum"]
        reply = LI.post("/checkouts", {"address_id": world.an_address()})
        assert (reply.status, reply.json["code"]) == (409, "below_minimum")

    def test_counts_all_kinds_of_the_goods_together(self) -> None:
        kinds = [{"sku": kind, "price": 1_000, "stock": 50} for kind in ("RED", "BLUE")]
        listing = world.a_listing(FACTORY, variants=kinds)
        made(FACTORY.put(f"/listings/{listing['id']}/wholesale", TERMS))
        world.money_for(LI)
        for kind in ("v01", "v02"):
            world.in_cart(LI, listing, quantity=5, variant_id=kind)
        made(LI.post("/checkouts", {"address_id": world.an_address()}))

    def test_reserves_no_more_than_whole_cases_for_a_card_either(self) -> None:
        listing = wares()
        item = {"listing_id": listing["id"], "variant_id": "v01", "quantity": 6, "price": 1_000}
        wish = {"address_id": world.an_address(), "items": [item], "pay_from": "gateway"}
        assert LI.post("/checkouts", wish).json["code"] == "below_minimum"

    def test_refuses_what_was_enough_when_it_was_read(self) -> None:
        listing = world.a_listing(FACTORY, stock=50)
        world.money_for(LI)
        buyer, now = world.person_id(LI), clock.now()
        item = checkouts.Item(listing["id"], "v01", 3, 1_000, "")
        chosen = checkouts.select_items(buyer, [item], address_id=world.an_address(), now=now)
        made(FACTORY.put(f"/listings/{listing['id']}/wholesale", TERMS))
        with pytest.raises(BelowMinimum):
            checkouts.buy(buyer, chosen, now=now)


class TestLadders:
    def test_stay_falling_whatever_is_edited_later(self) -> None:
        listing = wares()
        reply = FACTORY.patch(f"/listings/{listing['id']}", {"variants": [{"id": "v01", "price": 800}]})
        assert reply.json["code"] == "ladder_broken"
