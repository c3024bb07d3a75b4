from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation import clock
from chalicelib.foundation.money import Money, portion
from chalicelib.foundation.transaction import MOST_ITEMS
from chalicelib.orders import checkouts, handlers, rules
from chalicelib.promotions.errors import CouponUsed, CouponUsedUp, PromotionUsedUp
from chalicelib.promotions.rules import MOST_LIMITED
from chalicelib.promotions.uses import service as uses
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import calls, everything_stored, messages
from tests.unit.orders.test_checkout import items_written
from tests.unit.payments import books
from tests.unit.world import LI, MEI, WANG, ZHAO, made

EXPIRED = timedelta(minutes=31)


@pytest.fixture(autouse=True)
def money() -> None:
    world.money_for(LI)
    world.money_for(ZHAO)


def promote(listing: Any, *, by: Api = MEI, **wish: Any) -> Any:
    terms = {"title": "Festival", **({} if "basis_points" in wish else {"amount": 100}), **wish}
    return made(by.post(f"/stores/{listing['store_id']}/promotions", terms))


def item(listing: Any, quantity: int = 1, variant_id: str = "v01") -> dict[str, Any]:
    price = next(one["price"]["amount"] for one in listing["variants"] if one["id"] == variant_id)
    return {"listing_id": listing["id"], "variant_id": variant_id, "quantity": quantity, "price": price}


def buy(*items: Any, buyer: Api = LI, **wish: Any) -> Any:
    return buyer.post("/checkouts", {"address_id": world.an_address(buyer), "items": list(items), **wish})


def used(listing: Any) -> list[int]:
    """How often each of a store's promotions was used, the oldest first."""
    shown = made(MEI.get(f"/my/stores/{listing['store_id']}/promotions"))["items"]
    return [one["used"] for one in shown][::-1]


def expire() -> None:
    with clock.stopped_at(clock.now() + EXPIRED):
        uses.lapse_due(clock.now())


@pytest.fixture
def clip() -> Any:
    return world.a_listing(price=1_000, stock=50)


class TestADiscountedOrder:
    def test_costs_the_sum_of_its_lines_nets_and_holds_just_that(self, clip: Any) -> None:
        promote(clip, basis_points=1_000)
        promote(clip, code="FESTIVAL", amount=77)

        (order,) = made(buy(item(clip), item(clip, 2), coupons=["festival"]))["orders"]

        assert sum(line["net"]["amount"] for line in order["lines"]) == order["total"]["amount"] == 2_623
        assert [one["amount"]["amount"] for one in order["discounts"]] == [300, 77]
        assert [one["code"] for one in order["discounts"]] == [None, "FESTIVAL"]
        assert books.balances()[f"escrow:{order['id']}:CNY"] == 2_623
        assert made(LI.get(f"/orders/{order['id']}")) == order
        books.audit()

    def test_pays_commission_on_what_it_costs(self, clip: Any) -> None:
        promote(clip, amount=500)
        (order,) = made(buy(item(clip, 2)))["orders"]
        whole = made(buy(item(world.a_listing(WANG, price=1_500, stock=9))))["orders"][0]
        assert order["fee"] == whole["fee"]

    def test_gives_the_merchant_what_it_costs_less_commission(self, clip: Any) -> None:
        promote(clip, amount=500)
        (order,) = made(buy(item(clip, 2)))["orders"]
        parcel = {"courier": "YTO", "tracking_number": "YT123456"}
        made(MEI.post(f"/orders/{order['id']}/parcel", parcel))
        made(LI.post(f"/orders/{order['id']}/confirm"))
        assert world.in_wallet(MEI) == 1_500 - order["fee"]["amount"]
        books.audit()

    def test_never_refunds_more_than_was_paid(self, clip: Any) -> None:
        promote(clip, amount=500)
        (order,) = made(buy(item(clip)))["orders"]
        give = {"reason": "goodwill", "amount": 501}
        assert MEI.post(f"/orders/{order['id']}/refunds", give).json["code"] == "refund_too_large"
        made(MEI.post(f"/orders/{order['id']}/refunds", {**give, "amount": 500}))
        assert world.in_wallet(LI) == 100_000
        books.audit()

    def test_that_would_cost_nothing_costs_one_minor_unit(self, clip: Any) -> None:
        promote(clip, code="FREE", amount=10**6)
        (order,) = made(buy(item(clip, 3), coupons=["FREE"]))["orders"]
        assert order["total"]["amount"] == 1
        parcel = {"courier": "YTO", "tracking_number": "YT123456"}
        made(MEI.post(f"/orders/{order['id']}/parcel", parcel))
        made(LI.post(f"/orders/{order['id']}/confirm"))
        books.audit()

    def test_of_several_stores_takes_off_of_each_its_own(self, clip: Any) -> None:
        other = world.a_listing(WANG, price=500, stock=9)
        promote(clip, amount=100)
        promote(other, by=WANG, code="WANG", amount=50)
        orders = made(buy(item(clip), item(other), coupons=["WANG"]))["orders"]
        assert [one["total"]["amount"] for one in orders] == [900, 450]

    def test_takes_off_a_sales_price(self, clip: Any) -> None:
        sale = {"variants": [{"id": "v01", "price": 800}], "ends_at": "2099-01-01T00:00:00Z"}
        made(MEI.put(f"/listings/{clip['id']}/sale", sale))
        promote(clip, basis_points=1_000)
        (order,) = made(buy({**item(clip), "price": 800}))["orders"]
        (line,) = order["lines"]
        prices = [line[name]["amount"] for name in ("regular_price", "price", "promotion", "coupon", "net")]
        assert prices == [1_000, 800, 80, 0, 720]

    def test_costs_no_more_calls_than_one_without(self, clip: Any) -> None:
        promote(clip, amount=100, code="ONCE", buyer_limit=1, total_limit=5)
        world.in_cart(LI, clip)
        wish = {"address_id": world.an_address(), "coupons": ["ONCE"]}
        with calls() as seen:
            made(LI.post("/checkouts", wish))
        assert seen.count("BatchGetItem") == 2
        assert seen.count("TransactWriteItems") == 1


class TestACoupon:
    @pytest.mark.parametrize(
        ("terms", "code"),
        [
            ({"threshold": 1_001}, "coupon_threshold"),
            ({"category": "food"}, "coupon_unfit"),
            ({"starts_at": "2099-01-01T00:00:00Z"}, "coupon_not_running"),
        ],
        ids=str,
    )
    def test_that_can_not_be_used_refuses_the_checkout(self, clip: Any, terms: Any, code: str) -> None:
        promote(clip, code="FESTIVAL", **terms)
        address = world.an_address()
        before = everything_stored()
        reply = LI.post("/checkouts", {"address_id": address, "items": [item(clip)], "coupons": ["FESTIVAL"]})
        assert (reply.status, reply.json["code"], reply.json["field"]) == (409, code, "coupons.0")
        assert everything_stored() == before

    def test_that_nobody_knows_is_refused(self, clip: Any) -> None:
        promote(clip, code="FESTIVAL")
        reply = buy(item(clip), coupons=["FESTIVAL", "UNKNOWN"])
        assert (reply.status, reply.json["code"], reply.json["field"]) == (
            422,
            "coupon_not_found",
            "coupons.1",
        )

    def test_beside_another_of_the_same_store_is_refused(self, clip: Any) -> None:
        for code in ("FIRST", "SECOND"):
            promote(clip, code=code)
        assert buy(item(clip), coupons=["FIRST", "SECOND"]).json["code"] == "one_coupon_each"

    def test_asks_for_its_threshold_again_when_the_cart_was_changed(self, clip: Any) -> None:
        promote(clip, code="FESTIVAL", threshold=2_000)
        cart = world.in_cart(LI, clip, quantity=2)
        quoted = made(LI.post("/cart/quote", {"coupons": ["FESTIVAL"]}))
        assert quoted["coupons"][0]["problem"] is None
        made(LI.patch(f"/cart/lines/{cart['lines'][0]['id']}", {"quantity": 1}))
        reply = LI.post("/checkouts", {"address_id": world.an_address(), "coupons": ["FESTIVAL"]})
        assert reply.json["code"] == "coupon_threshold"

    def test_is_used_by_one_buyer_as_often_as_it_may(self, clip: Any) -> None:
        promote(clip, code="TWICE", buyer_limit=2)
        for _ in range(2):
            made(buy(item(clip), coupons=["TWICE"]))
        assert buy(item(clip), coupons=["TWICE"]).json["code"] == "coupon_used"
        made(buy(item(clip), buyer=ZHAO, coupons=["TWICE"]))

    def test_is_used_by_all_as_often_as_it_may(self, clip: Any) -> None:
        promote(clip, code="ONCE", total_limit=1)
        made(buy(item(clip), coupons=["ONCE"]))
        assert buy(item(clip), buyer=ZHAO, coupons=["ONCE"]).json["code"] == "coupon_used_up"
        assert used(clip) == [1]

    @pytest.mark.parametrize("before", [0, 1], ids=["first", "again"])
    def test_that_two_checkouts_read_at_once_is_used_by_one(self, clip: Any, before: int) -> None:
        promote(clip, code="MINE", buyer_limit=before + 1)
        promote(clip, code="LAST", total_limit=before + 1)
        for _ in range(before):
            made(buy(item(clip), coupons=["MINE"]))
            made(buy(item(clip), coupons=["LAST"]))
        for code, error in (("MINE", CouponUsed), ("LAST", CouponUsedUp)):
            wish = checkouts.Item(clip["id"], "v01", 1, 1_000, "")
            home = world.an_address()
            li, now = world.person_id(LI), clock.now()
            first, second = (
                replace(checkouts.select_items(li, [wish], address_id=home, now=now), coupons=[code])
                for _ in range(2)
            )
            checkouts.buy(li, first, now=now)
            with pytest.raises(error):
                checkouts.buy(li, second, now=now)

    def test_with_the_same_key_is_used_once(self, clip: Any) -> None:
        promote(clip, code="TWICE", buyer_limit=2)
        wish = {"address_id": world.an_address(), "items": [item(clip)], "coupons": ["TWICE"]}
        first, again = (made(LI.post("/checkouts", wish, key="k1")) for _ in range(2))
        assert first == again
        made(buy(item(clip), coupons=["TWICE"]))


class TestALimitedPromotion:
    def test_applies_by_itself_until_it_is_used_up(self, clip: Any) -> None:
        promote(clip, amount=100, buyer_limit=1)
        totals = [made(buy(item(clip)))["total"]["amount"] for _ in range(2)]
        assert totals == [900, 1_000]

    def test_that_two_checkouts_read_at_once_refuses_the_second(self, clip: Any) -> None:
        promote(clip, amount=100, total_limit=1)
        wish = checkouts.Item(clip["id"], "v01", 1, 1_000, "")
        li, now = world.person_id(LI), clock.now()
        home = world.an_address()
        first, second = (checkouts.select_items(li, [wish], address_id=home, now=now) for _ in range(2))
        checkouts.buy(li, first, now=now)
        with pytest.raises(PromotionUsedUp):
            checkouts.buy(li, second, now=now)


class TestUses:
    def prepared(self, clip: Any) -> Any:
        return made(buy(item(clip), coupons=["ONCE"], pay_from="gateway"))

    @pytest.fixture(autouse=True)
    def coupon(self, clip: Any) -> None:
        promote(clip, code="ONCE", total_limit=1, buyer_limit=1)

    def taken(self, clip: Any) -> bool:
        reply = buy(item(clip), buyer=ZHAO, coupons=["ONCE"])
        return bool(reply.status == 409 and reply.json["code"] == "coupon_used_up")

    def test_are_taken_while_a_checkout_waits_for_its_payment(self, clip: Any) -> None:
        self.prepared(clip)
        assert self.taken(clip)

    def test_come_back_when_it_is_given_up(self, clip: Any) -> None:
        made(LI.post(f"/checkouts/{self.prepared(clip)['id']}/cancel"))
        assert used(clip) == [0]
        made(buy(item(clip), coupons=["ONCE"]))

    def test_come_back_when_its_time_is_over(self, clip: Any) -> None:
        self.prepared(clip)
        expire()
        expire()
        assert used(clip) == [0]
        made(buy(item(clip), coupons=["ONCE"]))

    def test_stay_taken_once_it_is_paid(self, clip: Any) -> None:
        paid = made(LI.post(f"/checkouts/{self.prepared(clip)['id']}/complete", {"method": "pm_card_visa"}))
        assert paid["orders"][0]["total"]["amount"] == 900
        expire()
        assert self.taken(clip)

    def test_come_back_when_the_order_is_called_off(self, clip: Any) -> None:
        (order,) = made(buy(item(clip), coupons=["ONCE"]))["orders"]
        made(LI.post(f"/orders/{order['id']}/cancel"))
        assert used(clip) == [0]
        assert world.in_wallet(LI) == 100_000
        made(buy(item(clip), coupons=["ONCE"]))
        books.audit()

    def test_do_not_come_back_when_the_order_is_refunded(self, clip: Any) -> None:
        (order,) = made(buy(item(clip), coupons=["ONCE"]))["orders"]
        made(MEI.post(f"/orders/{order['id']}/refunds", {"reason": "goodwill", "amount": 900}))
        assert self.taken(clip)

    def heard_late(self, prepared: Any) -> None:
        """It is paid in time, but the notice's message is read when what was kept for it has lapsed."""
        assert world.a_notice(prepared["charge_id"], 900).status == 204
        batch = messages("checkouts")
        with clock.stopped_at(clock.now() + EXPIRED):
            uses.lapse_due(clock.now())
            self.between()
            handlers.place_paid({"Records": batch})

    def between(self) -> None: ...

    def test_are_taken_anew_for_a_payment_that_is_heard_of_late(self, clip: Any) -> None:
        prepared = self.prepared(clip)
        self.heard_late(prepared)
        assert made(LI.get(f"/checkouts/{prepared['id']}"))["state"] == "placed"
        assert used(clip) == [1]

    def test_that_are_gone_by_then_leave_the_money_in_the_wallet(
        self, clip: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        prepared = self.prepared(clip)
        monkeypatch.setattr(self, "between", lambda: made(buy(item(clip), buyer=ZHAO, coupons=["ONCE"])))
        self.heard_late(prepared)
        failed = made(LI.get(f"/checkouts/{prepared['id']}"))
        assert (failed["state"], failed["reason"]) == ("failed", "coupon_used_up")
        assert world.in_wallet(LI) == 100_900
        books.audit()

    def test_are_still_told_when_the_coupon_has_ended(self, clip: Any) -> None:
        (order,) = made(buy(item(clip), coupons=["ONCE"]))["orders"]
        path = f"/stores/{clip['store_id']}/promotions"
        (promotion,) = made(MEI.get(f"/my{path}"))["items"]
        assert made(MEI.post(f"{path}/{promotion['id']}/end"))["used"] == 1
        made(LI.post(f"/orders/{order['id']}/cancel"))
        promote(clip, amount=1)
        assert used(clip) == [1, 0]


class TestExpectedTotal:
    def test_refuses_anything_else(self, clip: Any) -> None:
        promote(clip, amount=100)
        reply = buy(item(clip), expected_total=1_000)
        assert (reply.status, reply.json["code"]) == (409, "total_changed")
        made(buy(item(clip), expected_total=900))


class TestQuote:
    def test_tells_what_a_checkout_then_costs(self, clip: Any) -> None:
        other = world.a_listing(WANG, price=333, stock=9)
        promote(clip, basis_points=1_500)
        promote(clip, code="FESTIVAL", amount=77)
        for listing in (clip, other):
            world.in_cart(LI, listing, quantity=3)
        quoted = made(LI.post("/cart/quote", {"coupons": ["festival"]}))
        wish = {"address_id": world.an_address(), "coupons": ["FESTIVAL"]}
        checkout = made(LI.post("/checkouts", wish | {"expected_total": quoted["total"]["amount"]}))
        assert [one["total"] for one in quoted["stores"]] == [one["total"] for one in checkout["orders"]]
        for one, order in zip(quoted["stores"], checkout["orders"], strict=True):
            assert [line["net"] for line in one["lines"]] == [line["net"] for line in order["lines"]]
            assert one["discounts"] == order["discounts"]

    def test_says_why_a_coupon_can_not_be_used_and_reckons_without_it(self, clip: Any) -> None:
        promote(clip, code="FESTIVAL", threshold=5_000)
        world.in_cart(LI, clip)
        quoted = made(LI.post("/cart/quote", {"coupons": ["FESTIVAL", "NOSUCH"]}))
        assert [one["problem"] for one in quoted["coupons"]] == ["coupon_threshold", "coupon_not_found"]
        assert quoted["total"]["amount"] == 1_000

    def test_leaves_out_what_can_not_be_bought(self, clip: Any) -> None:
        gone = world.a_listing(WANG, price=500, stock=1)
        closed = world.a_listing(LI, price=500)
        for listing in (clip, gone):
            world.in_cart(ZHAO, listing)
        world.in_cart(ZHAO, closed)
        made(buy(item(gone)))
        made(LI.post(f"/stores/{closed['store_id']}/pause"))
        quoted = made(ZHAO.post("/cart/quote", {}))
        assert [one["problem"] for one in quoted["left_out"]] == ["sold_out", "store_closed"]
        assert quoted["total"]["amount"] == 1_000

    def test_of_an_empty_cart_has_no_total(self) -> None:
        assert made(LI.post("/cart/quote", {})) == {
            "stores": [],
            "left_out": [],
            "coupons": [],
            "total": None,
        }

    def test_costs_two_reads(self, clip: Any) -> None:
        world.in_cart(LI, clip)
        with calls() as seen:
            made(LI.post("/cart/quote", {}))
        assert seen == ["BatchGetItem"] * 2


class TestTheLargestCheckout:
    def test_fits_into_a_transaction_with_limited_discounts_of_as_many_stores_as_may(self) -> None:
        codes = []
        for number in range(rules.MOST_STORES):
            merchant = Api(f"dddddddd-0000-0000-0000-{number:012}")
            store = world.a_store(merchant)
            for _ in range(4 if number < MOST_LIMITED else 3):
                world.in_cart(LI, world.a_listing(merchant, store=store, price=100, stock=9))
            if number < MOST_LIMITED:
                code = {"code": f"CODE{number}"}
                for wish in ({}, code):
                    terms = {"title": "Off", "amount": 1, "total_limit": 9, "buyer_limit": 9, **wish}
                    made(merchant.post(f"/stores/{store['id']}/promotions", terms))
                codes.append(code["code"])
        made(LI.post("/wallet/pin", {"pin": "839204"}))
        wish = {"address_id": world.an_address(), "coupons": codes, "pin": "839204"}
        with items_written() as written:
            checkout = made(LI.post("/checkouts", wish, key="k1"))
        assert sum(len(order["lines"]) for order in checkout["orders"]) == rules.MOST_LINES
        assert sum(len(order["discounts"]) for order in checkout["orders"]) == 2 * MOST_LIMITED
        assert max(written) == MOST_ITEMS - 4  # the day's limit of a wallet that has one takes 1 more

    def test_beyond_that_says_so(self) -> None:
        items = []
        for number in range(MOST_LIMITED + 1):
            merchant = Api(f"dddddddd-0000-0000-0000-{number:012}")
            listing = world.a_listing(merchant, price=100)
            promote(listing, by=merchant, amount=1, total_limit=9)
            items.append(item(listing))
        assert buy(*items).json["code"] == "too_many_limited"


@given(
    st.lists(st.tuples(st.integers(1, 10**6), st.integers(1, 99), st.integers(0, 10**8)), min_size=1),
    st.integers(0, 10_000),
)
def test_the_commission_is_of_the_nets(lines: list[tuple[int, int, int]], rate: int) -> None:
    made_lines = []
    for number, (price, quantity, off) in enumerate(lines):
        one = Money(price, "CNY")
        cut = Money(min(off, price * quantity), "CNY")
        made_lines.append(
            rules.Line(f"lin_{number}", "lst_1", "v01", "sto_1", "", "", one, one, quantity, "", cut)
        )
    net = sum(line.net.amount for line in made_lines)
    assert rules._commission(made_lines, {"lst_1": rate}) == portion(Money(net, "CNY"), rate)
