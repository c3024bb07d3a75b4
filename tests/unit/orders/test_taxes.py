from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation.money import Money
from chalicelib.listings.ladders.rules import Rung, price_of
from chalicelib.listings.taxes.rules import TaxTerms, levied
from chalicelib.orders import rules
from chalicelib.promotions.rules import Goods, Reduced, Uses, reduce
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import calls
from tests.unit.orders.test_discounts import buy, item, promote
from tests.unit.payments import books
from tests.unit.promotions.builders import NOON, a_promotion
from tests.unit.world import LI, MEI, WANG, made

RATES = st.sampled_from([0, 100, 300, 600, 825, 900, 1_300, 2_500, 10_000])


def yuan(amount: int) -> Money:
    return Money(amount, "CNY")


def tax_terms(listing: Any, *, by: Api = MEI, **terms: Any) -> Any:
    return by.put(f"/stores/{listing['store_id']}/tax", terms)


class TestLevied:
    def test_in_the_price_is_what_leaves_the_goods_own(self) -> None:
        # ¥113.00 with 13 % VAT is ¥100.00 and ¥13.00
        (tax,) = levied([yuan(11_300)], [1_300], included=True)
        assert tax.amount == yuan(1_300)

    def test_added_is_so_much_of_the_price(self) -> None:
        assert [one.amount.amount for one in levied([yuan(333), yuan(333)], [100, 100], included=False)] == [
            4,
            3,
        ]

    @given(
        st.lists(st.tuples(st.integers(0, 10**8), RATES), min_size=1, max_size=30),
        st.booleans(),
    )
    def test_sums_by_rate_to_the_rates_tax_of_all_and_is_never_more_than_an_included_price(
        self, lines: list[tuple[int, int]], included: bool
    ) -> None:
        taxes = levied([yuan(amount) for amount, _ in lines], [rate for _, rate in lines], included=included)
        for rate in {rate for _, rate in lines}:
            base = sum(amount for amount, one in lines if one == rate)
            exact = base * rate / (10_000 + rate if included else 10_000)
            told = sum(tax.amount.amount for tax in taxes if tax.rate == rate)
            assert abs(told - exact) <= 0.500001
        for (amount, _), tax in zip(lines, taxes, strict=True):
            assert tax.amount.amount >= 0
            assert not included or tax.amount.amount <= amount


class TestTheTotal:
    """The bar: ladders, sales, promotions, coupons and tax never make a sum of lines that isn't the total."""

    @given(
        st.lists(
            st.tuples(st.integers(2, 10**5), st.integers(1, 60), st.none() | st.integers(1, 10**5), RATES),
            min_size=1,
            max_size=8,
        ),
        st.none() | st.integers(1, 10_000),
        st.none() | st.integers(1, 10**6),
        st.sampled_from(["none", "included", "added"]),
        st.lists(st.floats(0, 1), max_size=4),
    )
    def test_is_the_sum_of_the_lines_and_refunds_give_just_the_tax_back(
        self,
        wanted: list[tuple[int, int, int | None, int]],
        promotion: int | None,
        coupon: int | None,
        mode: str,
        parts: list[float],
    ) -> None:
        lines = [_line(*one, place=place) for place, one in enumerate(wanted)]
        board = [a_promotion("p", basis_points=promotion)] if promotion else []
        board += [a_promotion("c", code="FESTIVAL", amount=coupon)] if coupon else []
        lines = _reduced(lines, board, code="FESTIVAL" if coupon else None)
        if mode != "none":
            rates = [rate for *_, rate in wanted]
            taxes = levied([line.reduced for line in lines], rates, included=mode == "included")
            lines = [
                rules.replace(line, tax=rules.LineTax(tax.rate, tax.amount, tax.included))
                for line, tax in zip(lines, taxes, strict=True)
            ]
        order = _order(lines)

        assert sum(line.net.amount for line in order.lines) == order.total.amount >= 1
        by_rate = order.taxes
        assert sum(one.base.amount + one.amount.amount for one in by_rate) == (
            order.total.amount if mode != "none" else 0
        )
        assert sum(one.amount.amount for one in by_rate) == sum(
            line.tax.amount.amount for line in order.lines if line.tax
        )
        _refund_step_by_step(order, parts)


def _line(price: int, quantity: int, reduced: int | None, rate: int, *, place: int) -> rules.Line:
    ladder = (Rung(10, yuan(max(1, price * 9 // 10))), Rung(40, yuan(max(1, price * 7 // 10))))
    piece = price_of(ladder, single=yuan(price), quantity=quantity)
    piece = min(piece, yuan(reduced)) if reduced else piece
    return rules.Line(
        f"lin_{place}", f"lst_{place}", "v01", "sto_1", "", "", piece, yuan(price), quantity, ""
    )


def _reduced(lines: list[rules.Line], board: list[Any], *, code: str | None) -> list[rules.Line]:
    asked = [Goods(line.listing_id, ("hair",), line.amount) for line in lines]
    try:
        off = reduce(asked, board, Uses(), code=code, at=NOON)
    except Exception:
        off = Reduced()
    return [
        rules.replace(
            line,
            promotion=off.promotion.parts[place] if off.promotion else None,
            coupon=off.coupon.parts[place] if off.coupon else None,
        )
        for place, line in enumerate(lines)
    ]


def _order(lines: list[rules.Line]) -> rules.Order:
    seller = rules.Seller("sto_1", "Mei", "per_1", "CNY")
    home = rules.Destination("李雷", "138", "CN", "513233", "", "", "", rural=True)
    (order,) = rules.split_by_store(
        lines,
        {"sto_1": seller},
        commission={line.listing_id: 200 for line in lines},
        payment_fee=60,
        order_ids={"sto_1": "ord_1"},
        discounts={},
        checkout_id="chk_1",
        buyer_id="per_2",
        destination=home,
        now=NOON,
    )
    return order


def _refund_step_by_step(order: rules.Order, parts: list[float]) -> None:
    """Tax that goes back never shrinks, and is all of it when all money is back."""
    before = 0
    for part in parts:
        amount = int(order.left.amount * part)
        if amount and order.left.amount > amount:
            order = rules.after_refund(order, yuan(amount), now=NOON)
        back = sum(one.refunded.amount for one in order.taxes)
        assert back >= before
        before = back
    order = rules.after_refund(order, order.left, now=NOON)
    assert all(one.refunded == one.amount for one in order.taxes)


class TestTaxTerms:
    def test_of_a_category_hold_for_those_below_it(self) -> None:
        terms = TaxTerms(rate=1_300, by_category={"fashion": 300, "hair": 0})
        assert [terms.rate_of(line) for line in (["hair", "fashion"], ["rings", "fashion"], ["food"])] == [
            0,
            300,
            1_300,
        ]

    def test_are_none_until_a_store_says_some(self) -> None:
        clip = world.a_listing()
        told = made(Api().get(f"/stores/{clip['store_id']}/tax"))
        assert told == {"mode": "none", "rate": 0, "by_category": {}}

    def test_name_a_category_that_there_is(self) -> None:
        reply = tax_terms(world.a_listing(), mode="added", by_category={"hare": 100})
        assert (reply.status, reply.json["field"]) == (422, "by_category.hare")

    def test_are_its_merchants_to_say(self) -> None:
        assert tax_terms(world.a_listing(), by=WANG, mode="none").status == 404


class TestATaxedOrder:
    @pytest.fixture(autouse=True)
    def money(self) -> None:
        world.money_for(LI)

    @pytest.fixture
    def clip(self) -> Any:
        return world.a_listing(price=999, stock=50)

    def test_costs_more_where_tax_is_added(self, clip: Any) -> None:
        made(tax_terms(clip, mode="added", rate=1_300))
        promote(clip, basis_points=1_000)
        world.in_cart(LI, clip, quantity=2)
        quoted = made(LI.post("/cart/quote", {}))
        (order,) = made(buy(item(clip, 2), expected_total=quoted["total"]["amount"]))["orders"]

        assert order["taxes"] == quoted["stores"][0]["taxes"]
        (line,) = order["lines"]
        assert line["tax"]["amount"]["amount"] == 234  # 13 % of 1,998 less 200
        assert line["net"]["amount"] == order["total"]["amount"] == 2_032
        assert books.balances()[f"escrow:{order['id']}:CNY"] == 2_032
        assert made(LI.get(f"/orders/{order['id']}")) == order

    def test_costs_the_same_where_it_is_in_the_price(self, clip: Any) -> None:
        made(tax_terms(clip, mode="included", rate=100))
        (order,) = made(buy(item(clip)))["orders"]
        assert order["total"]["amount"] == 999
        (tax,) = order["taxes"]
        assert (tax["base"]["amount"], tax["amount"]["amount"], tax["refunded"]["amount"]) == (989, 10, 0)

    def test_keeps_its_tax_when_the_store_says_another(self, clip: Any) -> None:
        made(tax_terms(clip, mode="included", rate=100))
        wish = {"pay_from": "gateway"}
        prepared = made(buy(item(clip), **wish))
        made(tax_terms(clip, mode="added", rate=1_300))
        paid = made(LI.post(f"/checkouts/{prepared['id']}/complete", {"method": "pm_card_visa"}))
        assert paid["orders"][0]["total"]["amount"] == 999
        assert paid["orders"][0]["taxes"][0]["rate"] == 100

    def test_gives_the_tax_back_with_a_refund(self, clip: Any) -> None:
        made(tax_terms(clip, mode="added", rate=1_300))
        (order,) = made(buy(item(clip)))["orders"]
        assert order["total"]["amount"] == 1_129
        for amount, back in ((500, 58), (629, 130)):
            give = {"reason": "goodwill", "amount": amount}
            made(MEI.post(f"/orders/{order['id']}/refunds", give))
            told = made(LI.get(f"/orders/{order['id']}"))["taxes"][0]
            assert told["refunded"]["amount"] == back
        assert told["amount"] == told["refunded"]
        assert world.in_wallet(LI) == 100_000
        books.audit()

    def test_takes_no_read_more(self, clip: Any) -> None:
        made(tax_terms(clip, mode="added", rate=1_300))
        world.in_cart(LI, clip)
        wish = {"address_id": world.an_address()}
        with calls() as seen:
            made(LI.post("/checkouts", wish))
        assert seen.count("BatchGetItem") == 2
        assert seen.count("TransactWriteItems") == 1
