from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.foundation import clock
from chalicelib.listings.reservations import service as reservations
from chalicelib.orders import handlers
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import calls, messages
from tests.unit.payments import books
from tests.unit.world import LI, MEI, ZHAO

EXPIRED = timedelta(minutes=31)


@pytest.fixture(autouse=True)
def money() -> None:
    world.money_for(LI)


@pytest.fixture
def clip() -> Any:
    return world.a_listing(price=1_000, stock=3)


@pytest.fixture
def prepared(clip: Any) -> Any:
    world.in_cart(LI, clip, quantity=2)
    return world.made(LI.post("/checkouts", {"address_id": world.an_address(), "pay_from": "gateway"}))


class TestPayingAtTheGateway:
    def test_waits_for_the_money_and_keeps_the_goods_from_others(self, clip: Any, prepared: Any) -> None:
        assert prepared["state"] == "awaiting_payment"
        assert world.stock_of(clip) == 1
        assert world.in_wallet(LI) == 100_000
        assert begin(ZHAO, clip, 2).json["code"] == "sold_out"

    def test_counts_lines_of_one_stock_together(self, clip: Any) -> None:
        item = {"listing_id": clip["id"], "variant_id": "v01", "quantity": 2, "price": 1_000}
        wish = {"address_id": world.an_address(), "pay_from": "gateway"}

        reply = LI.post("/checkouts", wish | {"items": [item, {**item, "note": "a gift"}]})
        assert (reply.status, reply.json["code"], world.stock_of(clip)) == (409, "sold_out", 3)

        two = [{**item, "quantity": 1}, {**item, "note": "a gift"}]
        checkout = world.made(LI.post("/checkouts", wish | {"items": two}))
        assert world.stock_of(clip) == 0
        world.made(cancel(checkout))
        assert world.stock_of(clip) == 3

    def test_is_placed_by_the_buyers_completion(self, clip: Any, prepared: Any) -> None:
        done = world.made(complete(prepared))

        assert (done["state"], len(done["orders"])) == ("placed", 1)
        assert world.stock_of(clip) == 1
        assert world.in_wallet(LI) == 100_000
        books.audit()

    def test_completed_twice_is_charged_once(self, clip: Any, prepared: Any) -> None:
        first, again = (world.made(complete(prepared)) for _ in range(2))

        assert [order["id"] for order in again["orders"]] == [order["id"] for order in first["orders"]]
        assert world.stock_of(clip) == 1
        assert charged() == 102_000

    def test_told_by_the_gateway_before_and_after_the_buyer_is_one_order_and_one_charge(
        self, clip: Any, prepared: Any
    ) -> None:
        assert notice(prepared).status == 204
        deliver("checkouts")
        done = world.made(complete(prepared))
        assert notice(prepared).status == 204
        assert notice(prepared, "n2").status == 204
        deliver("checkouts")

        assert done["state"] == "placed"
        assert [order["id"] for order in LI.get("/orders").json["items"]] == [done["orders"][0]["id"]]
        assert world.stock_of(clip) == 1
        assert charged() == 102_000
        books.audit()

    def test_told_by_the_gateway_before_its_message_was_heard_is_placed_by_the_buyer(
        self, clip: Any, prepared: Any
    ) -> None:
        notice(prepared)
        done = world.made(complete(prepared))
        deliver("checkouts")

        assert done["state"] == "placed"
        assert world.stock_of(clip) == 1
        assert charged() == 102_000

    def test_by_a_declined_card_can_be_tried_with_another(self, clip: Any, prepared: Any) -> None:
        assert complete(prepared, "pm_card_declined").json["code"] == "card_declined"
        assert world.made(complete(prepared))["state"] == "placed"
        assert world.stock_of(clip) == 1

    def test_honours_the_price_it_was_prepared_at(self, clip: Any, prepared: Any) -> None:
        world.made(MEI.patch(f"/listings/{clip['id']}", {"variants": [{"id": "v01", "price": 9_999}]}))
        assert world.made(complete(prepared))["total"]["amount"] == 2_000

    def test_too_late_is_refused_and_charges_nothing(self, prepared: Any) -> None:
        with clock.stopped_at(clock.now() + timedelta(minutes=31)):
            reply = complete(prepared)
        assert (reply.status, reply.json["code"]) == (409, "checkout_expired")
        assert charged() == 100_000

    def test_told_too_late_leaves_the_money_in_the_wallet(self, clip: Any, prepared: Any) -> None:
        with clock.stopped_at(clock.now() + timedelta(minutes=31)):
            notice(prepared)
            deliver("checkouts")

        assert world.in_wallet(LI) == 102_000
        assert LI.get(f"/checkouts/{prepared['id']}").json["reason"] == "checkout_expired"
        assert world.stock_of(clip) == 3

    def test_of_somebody_else_is_not_found(self, prepared: Any) -> None:
        assert ZHAO.get(f"/checkouts/{prepared['id']}").status == 404
        assert complete(prepared, buyer=ZHAO).status == 404
        assert cancel(prepared, buyer=ZHAO).status == 404

    def test_reads_once_and_writes_once_when_the_money_came(self, prepared: Any) -> None:
        notice(prepared)
        batch = {"Records": messages("checkouts")}
        with calls() as made:
            handlers.place_paid(batch)
        assert made == ["BatchGetItem", "TransactWriteItems", *["SendMessageBatch"] * 6, "BatchWriteItem"]


class TestAPromise:
    """What is reserved is sold, whatever the merchant does meanwhile."""

    def test_outlives_that_the_goods_are_withdrawn(self, clip: Any, prepared: Any) -> None:
        world.made(MEI.post(f"/listings/{clip['id']}/withdraw"))
        assert world.made(complete(prepared))["state"] == "placed"

    def test_outlives_that_the_store_closes(self, clip: Any, prepared: Any) -> None:
        world.made(MEI.post(f"/stores/{clip['store_id']}/pause"))
        assert world.made(complete(prepared))["state"] == "placed"

    def test_outlives_that_the_rest_is_taken_off(self, clip: Any, prepared: Any) -> None:
        change = {"variant_id": "v01", "change": -1}
        world.made(MEI.post(f"/listings/{clip['id']}/stock", change))
        assert MEI.post(f"/listings/{clip['id']}/stock", change).json["code"] == "stock_below_zero"
        assert world.made(complete(prepared))["state"] == "placed"
        assert world.stock_of(clip) == 0

    def test_of_thirty_lines_costs_as_many_calls(self) -> None:
        store = world.a_store()
        for number in range(30):
            world.in_cart(LI, world.a_listing(store=store, title=f"Ring {number}", price=10))
        wish = {"address_id": world.an_address(), "pay_from": "gateway"}
        with calls() as made:
            checkout = world.made(LI.post("/checkouts", wish))
        assert made == [
            *["BatchGetItem"] * 3,
            "TransactWriteItems",
            *["SendMessageBatch"] * 2,
            "BatchWriteItem",
        ]
        assert world.made(complete(checkout))["state"] == "placed"


class TestExpiry:
    def test_gives_the_goods_back_by_the_clock(self, clip: Any, prepared: Any) -> None:
        with clock.stopped_at(clock.now() + EXPIRED):
            assert reservations.lapse_due(clock.now()) == 1
            assert reservations.lapse_due(clock.now()) == 0
        assert world.stock_of(clip) == 3

    def test_leaves_alone_what_isnt_due_and_what_was_paid(self, clip: Any, prepared: Any) -> None:
        assert reservations.lapse_due(clock.now()) == 0
        world.made(complete(prepared))
        assert reservations.lapse_due(clock.now() + EXPIRED) == 0
        assert world.stock_of(clip) == 1

    def test_before_a_payment_is_heard_of_that_was_in_time_takes_the_goods_anew(
        self, clip: Any, prepared: Any
    ) -> None:
        world.made(MEI.patch(f"/listings/{clip['id']}", {"variants": [{"id": "v01", "price": 9_999}]}))
        notice(prepared)
        lapse()
        assert world.stock_of(clip) == 3

        deliver("checkouts")

        assert shown(prepared)["state"] == "placed"
        assert shown(prepared)["total"]["amount"] == 2_000
        assert world.stock_of(clip) == 1
        books.audit()

    def test_before_a_payment_is_heard_of_leaves_it_in_the_wallet_when_the_goods_are_gone(
        self, clip: Any, prepared: Any
    ) -> None:
        notice(prepared)
        lapse()
        world.made(MEI.post(f"/listings/{clip['id']}/stock", {"variant_id": "v01", "change": -2}))

        deliver("checkouts")

        assert shown(prepared)["reason"] == "sold_out"
        assert world.in_wallet(LI) == 102_000
        assert world.stock_of(clip) == 1
        books.audit()

    def test_after_a_payment_in_time_doesnt_keep_the_buyer_from_completing(
        self, clip: Any, prepared: Any
    ) -> None:
        notice(prepared)
        lapse()
        with clock.stopped_at(clock.now() + EXPIRED):
            assert world.made(complete(prepared))["state"] == "placed"
        assert world.stock_of(clip) == 1

    def test_of_a_checkout_whose_money_was_spent_meanwhile_gives_the_goods_back(
        self, clip: Any, prepared: Any
    ) -> None:
        notice(prepared)
        wish = {"amount": 101_000, "currency": "CNY", "destination": "ba_ok"}
        world.made(LI.post("/wallet/withdrawals", wish))

        deliver("checkouts")

        assert shown(prepared)["reason"] == "insufficient_funds"
        assert world.stock_of(clip) == 3


class TestGivingUp:
    def test_frees_the_goods_at_once(self, clip: Any, prepared: Any) -> None:
        given_up = world.made(cancel(prepared))
        assert (given_up["state"], world.stock_of(clip)) == ("cancelled", 3)

    def test_twice_frees_them_once(self, clip: Any, prepared: Any) -> None:
        assert world.made(cancel(prepared)) == world.made(cancel(prepared))
        assert world.stock_of(clip) == 3

    def test_after_they_lapsed_frees_nothing_more(self, clip: Any, prepared: Any) -> None:
        lapse()
        assert world.made(cancel(prepared))["state"] == "cancelled"
        assert world.stock_of(clip) == 3

    def test_of_what_is_placed_is_refused(self, clip: Any, prepared: Any) -> None:
        world.made(complete(prepared))
        assert cancel(prepared).json["code"] == "checkout_paid"
        assert world.stock_of(clip) == 1

    def test_once_the_money_came_is_refused_and_the_orders_are_placed(self, clip: Any, prepared: Any) -> None:
        notice(prepared)
        assert cancel(prepared).json["code"] == "checkout_paid"
        deliver("checkouts")
        assert shown(prepared)["state"] == "placed"
        assert world.stock_of(clip) == 1

    def test_before_the_money_comes_after_all_leaves_it_in_the_wallet(self, clip: Any, prepared: Any) -> None:
        world.made(cancel(prepared))
        notice(prepared)
        deliver("checkouts")

        assert (shown(prepared)["state"], world.in_wallet(LI)) == ("cancelled", 102_000)
        assert world.stock_of(clip) == 3
        books.audit()

    def test_leaves_nothing_to_pay(self, prepared: Any) -> None:
        world.made(cancel(prepared))
        assert complete(prepared).json["code"] == "checkout_cancelled"
        assert charged() == 100_000


class TestOpenCheckouts:
    @pytest.fixture
    def clip(self) -> Any:
        return world.a_listing(stock=100)

    @pytest.fixture
    def five(self, clip: Any) -> list[Any]:
        return [world.made(begin(LI, clip)) for _ in range(5)]

    @pytest.mark.usefixtures("five")
    def test_are_at_most_five_of_one_buyer(self, clip: Any) -> None:
        assert begin(LI, clip).json["code"] == "too_many_checkouts"
        assert world.stock_of(clip) == 95
        assert begin(ZHAO, clip).status == 201

    def test_make_room_when_one_is_given_up(self, clip: Any, five: list[Any]) -> None:
        world.made(cancel(five[2]))
        world.made(cancel(five[2]))
        assert begin(LI, clip).status == 201
        assert begin(LI, clip).status == 409

    def test_make_room_when_one_is_placed(self, clip: Any, five: list[Any]) -> None:
        world.made(complete(five[0]))
        assert begin(LI, clip).status == 201
        assert begin(LI, clip).status == 409

    @pytest.mark.usefixtures("five")
    def test_make_room_when_their_time_is_over(self, clip: Any) -> None:
        with clock.stopped_at(clock.now() + EXPIRED):
            for _ in range(5):
                assert begin(LI, clip).status == 201
            assert begin(LI, clip).status == 409

    @pytest.mark.usefixtures("five")
    def test_dont_keep_anybody_from_paying_from_her_wallet(self, clip: Any) -> None:
        assert begin(LI, clip, pay_from="wallet").status == 201


def begin(buyer: Api, clip: Any, quantity: int = 1, pay_from: str = "gateway") -> Any:
    item = {"listing_id": clip["id"], "variant_id": "v01", "quantity": quantity, "price": 1_000}
    wish = {"address_id": world.an_address(buyer), "items": [item], "pay_from": pay_from}
    return buyer.post("/checkouts", wish)


def complete(checkout: Any, method: str = "pm_card_visa", *, buyer: Api = LI) -> Any:
    return buyer.post(f"/checkouts/{checkout['id']}/complete", {"method": method})


def cancel(checkout: Any, *, buyer: Api = LI) -> Any:
    return buyer.post(f"/checkouts/{checkout['id']}/cancel")


def notice(checkout: Any, name: str = "n1") -> Any:
    return world.a_notice(checkout["charge_id"], checkout["total"]["amount"], name=name)


def shown(checkout: Any) -> Any:
    return world.made(LI.get(f"/checkouts/{checkout['id']}"))


def lapse() -> None:
    """The clock comes by when everything has expired."""
    assert reservations.lapse_due(clock.now() + EXPIRED) == 1


def deliver(queue: str) -> None:
    assert queue == "checkouts"
    assert handlers.place_paid({"Records": messages(queue)}) == {"batchItemFailures": []}


def charged() -> int:
    """What the outside world has paid in."""
    return -sum(balance for name, balance in books.balances().items() if name.startswith("outside"))
