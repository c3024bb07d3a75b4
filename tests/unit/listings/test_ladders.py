from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation import clock
from chalicelib.foundation.money import Money
from chalicelib.listings import models, rules, service
from chalicelib.listings.errors import LadderBroken, PriceChanged
from chalicelib.listings.ladders.rules import MOST_RUNGS, Rung, price_of, refuse_broken
from chalicelib.listings.rules import Sale, Variant
from chalicelib.orders import checkouts
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import calls
from tests.unit.world import LI, MEI, WANG, made


def a_ladder(listing: Any, *steps: tuple[int, int], variant_id: str = "v01", by: Api = MEI) -> Any:
    told = [{"from_quantity": least, "price": price} for least, price in steps]
    return by.put(f"/listings/{listing['id']}/ladders", {"variants": [{"id": variant_id, "steps": told}]})


@pytest.fixture
def clip() -> Any:
    listing = world.a_listing(price=1_000, stock=500)
    made(a_ladder(listing, (10, 900), (100, 700)))
    return listing


class TestPriceOf:
    @given(
        st.lists(st.integers(2, 200), min_size=1, max_size=MOST_RUNGS, unique=True).map(sorted),
        st.data(),
    )
    def test_never_rises_with_the_quantity(self, leasts: list[int], data: st.DataObject) -> None:
        cheaper = st.lists(st.integers(1, 999), min_size=len(leasts), max_size=len(leasts), unique=True)
        prices = sorted(data.draw(cheaper), reverse=True)
        single = Money(1_000, "CNY")
        ladder = tuple(Rung(least, Money(price, "CNY")) for least, price in zip(leasts, prices, strict=True))
        refuse_broken(ladder, single=single, field="steps")

        told = [price_of(ladder, single=single, quantity=count).amount for count in range(1, 202)]

        assert told == sorted(told, reverse=True)
        assert all(told[least - 1] == price for least, price in zip(leasts, prices, strict=True))
        assert told[0] == 1_000

    def test_in_a_sale_is_the_lower_one(self) -> None:
        now = clock.now()
        sale = Sale(Money(800, "CNY"), now, now.replace(year=2099))
        rungs = (Rung(10, Money(900, "CNY")), Rung(100, Money(700, "CNY")))
        variant = Variant("v01", "S", "", Money(1_000, "CNY"), 1, sale, rungs)
        assert [variant.price_at(now, quantity=count).amount for count in (1, 10, 100)] == [800, 800, 700]


class TestSetLadders:
    def test_tells_everybody_what_more_pieces_cost(self, clip: Any) -> None:
        (variant,) = made(Api().get(f"/listings/{clip['id']}"))["variants"]
        steps = [(one["from_quantity"], one["price"]["amount"]) for one in variant["ladder"]]
        assert steps == [(10, 900), (100, 700)]
        assert variant["price"]["amount"] == 1_000

    def test_with_none_takes_them_away(self, clip: Any) -> None:
        made(MEI.put(f"/listings/{clip['id']}/ladders", {"variants": []}))
        assert made(Api().get(f"/listings/{clip['id']}"))["variants"][0]["ladder"] == []

    @pytest.mark.parametrize(
        ("steps", "field"),
        [
            ([(10, 900), (10, 800)], "variants.0.steps.1.from_quantity"),
            ([(10, 900), (9, 800)], "variants.0.steps.1.from_quantity"),
            ([(10, 900), (20, 900)], "variants.0.steps.1.price"),
            ([(10, 1_000)], "variants.0.steps.0.price"),
        ],
        ids=str,
    )
    def test_refuses_what_is_no_ladder(self, steps: Any, field: str) -> None:
        reply = a_ladder(world.a_listing(price=1_000), *steps)
        assert (reply.status, reply.json["code"], reply.json["field"]) == (422, "ladder_broken", field)

    def test_is_its_merchants_alone(self) -> None:
        assert a_ladder(world.a_listing(MEI), (2, 1), by=WANG).status == 404

    def test_costs_a_read_and_a_transaction(self) -> None:
        clip = world.a_listing(price=1_000)
        with calls() as seen:
            made(a_ladder(clip, (10, 900)))
        assert seen == ["BatchGetItem", "TransactWriteItems", "SendMessageBatch", "BatchWriteItem"]


class TestEditingGoodsWithALadder:
    def test_refuses_a_price_that_is_not_above_it(self, clip: Any) -> None:
        reply = MEI.patch(f"/listings/{clip['id']}", {"variants": [{"id": "v01", "price": 900}]})
        assert (reply.status, reply.json["code"]) == (422, "ladder_broken")
        assert reply.json["field"] == "variants.0.price"
        made(MEI.patch(f"/listings/{clip['id']}", {"variants": [{"id": "v01", "price": 901}]}))

    def test_at_the_moment_it_is_set_lets_one_of_them_win(self) -> None:
        clip = world.a_listing(price=1_000)
        before, _ = service.show(clip["id"], caller=None)
        cheap = service.Change(variants={"v01": (None, 500)})
        after, _ = service.changed(before, service.Details("", {}, ()), cheap, ())
        made(a_ladder(clip, (10, 900)))
        _, condition = models.changing(before, after)
        assert "ladder" in str(condition)


class TestBuyingBySteps:
    @pytest.fixture(autouse=True)
    def money(self) -> None:
        world.money_for(LI, 1_000_000)
        self.address = world.an_address(LI)

    def test_costs_what_so_many_cost(self, clip: Any) -> None:
        cart = world.in_cart(LI, clip, quantity=6)
        assert cart["lines"][0]["price"]["amount"] == 1_000
        (line,) = world.in_cart(LI, clip, quantity=4)["lines"]
        assert (line["quantity"], line["price"]["amount"], line["price_now"]["amount"]) == (10, 900, 900)
        quoted = made(LI.post("/cart/quote", {}))
        (order,) = made(LI.post("/checkouts", {"address_id": self.address}))["orders"]
        assert quoted["total"]["amount"] == order["total"]["amount"] == 9_000
        assert order["lines"][0]["regular_price"]["amount"] == 1_000

    def test_fewer_after_all_cost_more_each(self, clip: Any) -> None:
        cart = world.in_cart(LI, clip, quantity=100)
        changed = made(LI.patch(f"/cart/lines/{cart['lines'][0]['id']}", {"quantity": 99}))
        assert changed["lines"][0]["price"]["amount"] == 900

    def test_at_another_steps_price_is_refused(self, clip: Any) -> None:
        item = {"listing_id": clip["id"], "variant_id": "v01", "quantity": 9, "price": 900}
        reply = LI.post("/checkouts", {"address_id": self.address, "items": [item]})
        assert reply.json["code"] == "price_changed"

    def test_is_refused_when_the_ladder_changes_at_the_same_moment(self, clip: Any) -> None:
        item, now = checkouts.Item(clip["id"], "v01", 10, 900, ""), clock.now()
        read = checkouts.select_items(world.person_id(LI), [item], address_id=self.address, now=now)
        made(a_ladder(clip, (10, 950)))
        with pytest.raises(PriceChanged):
            checkouts.buy(world.person_id(LI), read, now=now)
        assert world.stock_of(clip) == 500


def test_the_condition_of_the_largest_sale_of_one_listing_is_one_that_dynamodb_takes() -> None:
    now = clock.now()
    sale = Sale(Money(800, "CNY"), now, now.replace(year=2099))
    ladder = tuple(Rung(10 + step, Money(700 - step, "CNY")) for step in range(MOST_RUNGS))
    for one in (Variant("v01", "S", "", Money(1_000, "CNY"), 9, sale, ladder), a_plain_one()):
        many = [rules.replace(one, id=f"v{number:02}") for number in range(1, 31)]
        _, condition = models.taking({variant.id: 1 for variant in many}, many)
        names: dict[str, str] = {}
        text = condition.serialize(names, {})
        assert len(text) < 4_096, "an expression has at most 4 KB"
        assert len(re.findall(r"AND|[<>]?=|exists", text)) < 300, "and so many operators"


def a_plain_one() -> Variant:
    return Variant("v01", "S", "", Money(1_000, "CNY"), 9)


def test_a_broken_ladder_says_what_is_wrong() -> None:
    with pytest.raises(LadderBroken, match="must begin above 10"):
        refuse_broken(
            (Rung(10, Money(9, "CNY")), Rung(5, Money(8, "CNY"))), single=Money(10, "CNY"), field="steps"
        )
