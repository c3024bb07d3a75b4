from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from chalicelib.foundation import aws, transaction
from chalicelib.orders import rules
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import calls, everything_stored, messages
from tests.unit.payments import books
from tests.unit.photos.uploads import ready_photo
from tests.unit.world import LI, MEI, WANG, ZHAO

CHECKOUT_CALLS = [
    "BatchGetItem",  # the cart
    "BatchGetItem",  # goods, stores and address together
    "TransactWriteItems",
    *["SendMessageBatch"] * 6,  # after the commit: the events, to each queue
    "BatchWriteItem",  # out of the outbox
]


def check_out(buyer: Api = LI, **wish: Any) -> Any:
    return buyer.post("/checkouts", {"address_id": world.an_address(buyer), **wish})


@pytest.fixture(autouse=True)
def money() -> None:
    world.money_for(LI)


class TestCheckout:
    def test_takes_the_stock_and_holds_the_money(self) -> None:
        clip = world.a_listing(price=1_000, stock=3)
        world.in_cart(LI, clip, quantity=2)

        checkout = world.made(check_out())

        assert checkout["state"] == "placed"
        assert world.stock_of(clip) == 1
        assert world.in_wallet(LI) == 98_000
        assert books.balances()[f"escrow:{checkout['orders'][0]['id']}:CNY"] == 2_000
        books.audit()

    def test_makes_one_order_for_each_store_and_one_payment(self) -> None:
        world.in_cart(LI, world.a_listing(MEI, price=1_000))
        world.in_cart(LI, world.a_listing(WANG, price=500), quantity=2)

        checkout = world.made(check_out())

        assert [order["total"]["amount"] for order in checkout["orders"]] == [1_000, 1_000]
        assert checkout["total"]["amount"] == 2_000
        books.audit()

    def test_empties_the_cart_of_what_was_bought(self) -> None:
        clip, ring = world.a_listing(title="Clip"), world.a_listing(title="Ring")
        world.in_cart(LI, clip)
        cart = world.in_cart(LI, ring)

        world.made(check_out(line_ids=[cart["lines"][0]["id"]]))

        assert [line["title"] for line in LI.get("/cart").json["lines"]] == ["Ring"]

    def test_shows_the_photo_of_the_goods_in_the_cart_and_in_the_order(self) -> None:
        photo = ready_photo(MEI)
        clip = world.a_listing()
        world.made(MEI.patch(f"/listings/{clip['id']}", {"photos": [photo]}))
        cart = world.in_cart(LI, clip)

        order = world.made(check_out())["orders"][0]

        covers = [cart["lines"][0]["cover"], LI.get(f"/orders/{order['id']}").json["lines"][0]["cover"]]
        assert covers == [f"/media/{photo}"] * 2

    def test_shows_no_photo_where_there_is_none(self) -> None:
        assert world.in_cart(LI, world.a_listing())["lines"][0]["cover"] is None

    def test_counts_lines_of_one_stock_together(self) -> None:
        clip = world.a_listing(stock=3)
        world.in_cart(LI, clip, quantity=2, note="for Anna")
        world.in_cart(LI, clip, quantity=2, note="for Ben")

        reply = check_out()

        assert (reply.status, reply.json["code"]) == (409, "sold_out")
        assert world.stock_of(clip) == 3
        assert world.in_wallet(LI) == 100_000

    def test_sells_several_variants_of_one_listing_at_once(self) -> None:
        variants = [{"sku": sku, "price": 100, "stock": 5} for sku in ("RED", "BLUE")]
        clip = world.a_listing(variants=variants)
        world.in_cart(LI, clip, quantity=2, variant_id="v01")
        world.in_cart(LI, clip, quantity=3, variant_id="v02")

        world.made(check_out())

        assert (world.stock_of(clip, "v01"), world.stock_of(clip, "v02")) == (3, 2)

    def test_without_enough_money_changes_nothing(self) -> None:
        clip = world.a_listing(price=100_001)
        world.in_cart(LI, clip)
        address = world.an_address(LI)
        before = everything_stored()

        reply = LI.post("/checkouts", {"address_id": address})

        assert (reply.status, reply.json["code"]) == (402, "insufficient_funds")
        assert everything_stored() == before

    def test_at_another_price_than_the_buyer_saw_is_refused(self) -> None:
        clip = world.a_listing(price=1_000)
        world.in_cart(LI, clip)
        world.made(MEI.patch(f"/listings/{clip['id']}", {"variants": [{"id": "v01", "price": 1_200}]}))

        reply = check_out()

        assert (reply.status, reply.json["code"]) == (409, "price_changed")
        assert "12.00" in reply.json["detail"]
        assert world.stock_of(clip) == 3

    def test_at_the_new_price_goes_through_once_the_buyer_accepts_it(self) -> None:
        clip = world.a_listing(price=1_000)
        cart = world.in_cart(LI, clip)
        world.made(MEI.patch(f"/listings/{clip['id']}", {"variants": [{"id": "v01", "price": 1_200}]}))

        world.made(LI.patch(f"/cart/lines/{cart['lines'][0]['id']}", {"quantity": 1}))

        assert world.made(check_out())["total"]["amount"] == 1_200

    def test_of_withdrawn_goods_is_refused(self) -> None:
        clip = world.a_listing()
        world.in_cart(LI, clip)
        world.made(MEI.post(f"/listings/{clip['id']}/withdraw"))
        assert check_out().json["code"] == "not_on_sale"

    def test_at_a_paused_store_is_refused(self) -> None:
        clip = world.a_listing()
        world.in_cart(LI, clip)
        world.made(MEI.post(f"/stores/{clip['store_id']}/pause"))
        assert check_out().json["code"] == "store_closed"

    def test_at_ones_own_store_is_refused(self) -> None:
        clip = world.a_listing(MEI)
        world.in_cart(MEI, clip)
        assert check_out(MEI).json["code"] == "own_goods"

    def test_of_an_empty_cart_is_refused(self) -> None:
        assert check_out().json["code"] == "cart_empty"

    def test_to_somebody_elses_address_is_refused(self) -> None:
        world.in_cart(LI, world.a_listing())
        reply = LI.post("/checkouts", {"address_id": world.an_address(ZHAO)})
        assert (reply.status, reply.json["field"]) == (404, "address_id")

    def test_in_two_currencies_at_once_is_refused(self) -> None:
        world.in_cart(LI, world.a_listing(MEI))
        dollars = world.a_store(WANG, currency="USD")
        world.in_cart(LI, world.a_listing(WANG, store=dollars))
        assert check_out().json["code"] == "mixed_currencies"

    def test_freezes_the_address_on_the_order(self) -> None:
        world.in_cart(LI, world.a_listing())
        destination = world.made(check_out())["orders"][0]["destination"]
        assert (destination["region"], destination["rural"]) == ("513233", True)
        assert destination["region_name"].startswith("四川省")

    def test_tells_the_merchant(self) -> None:
        world.in_cart(LI, world.a_listing())
        world.made(check_out())
        assert [one["kind"] for one in sent("notifications")] == ["OrderPaid.1"]

    def test_of_a_cart_line_reads_twice_and_writes_once(self) -> None:
        world.in_cart(LI, world.a_listing())
        wish = {"address_id": world.an_address(LI)}

        with calls() as made:
            world.made(LI.post("/checkouts", wish, key="k1"))

        assert made == CHECKOUT_CALLS

    def test_of_thirty_lines_of_eight_stores_costs_as_many_calls_and_leaves_room_for_discounts(self) -> None:
        stores = [world.a_store() for _ in range(rules.MOST_STORES)]
        for number in range(rules.MOST_LINES):
            store = stores[number % len(stores)]
            world.in_cart(LI, world.a_listing(store=store, title=f"Ring {number}", price=10))
        wish = {"address_id": world.an_address(LI)}

        with calls() as made, items_written() as written:
            world.made(LI.post("/checkouts", wish, key="k1"))

        assert made == CHECKOUT_CALLS
        assert max(written) <= transaction.MOST_ITEMS - 12


class TestBuyingAtOnce:
    def test_needs_no_cart(self) -> None:
        clip = world.a_listing(price=1_000)
        item = {"listing_id": clip["id"], "variant_id": "v01", "quantity": 2, "price": 1_000}

        checkout = world.made(check_out(items=[item]))

        assert checkout["total"]["amount"] == 2_000
        assert world.stock_of(clip) == 1

    def test_counts_items_of_one_stock_together(self) -> None:
        clip = world.a_listing(stock=3, price=1_000)
        item = {"listing_id": clip["id"], "variant_id": "v01", "quantity": 2, "price": 1_000}

        reply = check_out(items=[item, {**item, "note": "a gift"}])

        assert (reply.status, reply.json["code"]) == (409, "sold_out")
        assert world.stock_of(clip) == 3

    def test_at_a_price_of_ones_own_making_is_refused(self) -> None:
        clip = world.a_listing(price=1_000)
        item = {"listing_id": clip["id"], "variant_id": "v01", "quantity": 1, "price": 1}
        assert check_out(items=[item]).json["code"] == "price_changed"

    def test_and_some_lines_of_the_cart_is_refused(self) -> None:
        item = {"listing_id": "lst_x", "variant_id": "v01", "quantity": 1, "price": 1}
        assert check_out(items=[item], line_ids=["lin_x"]).status == 422


class TestTheSameKey:
    def test_gives_the_same_answer_and_one_order(self) -> None:
        clip = world.a_listing()
        world.in_cart(LI, clip)
        wish = {"address_id": world.an_address(LI)}

        first = LI.post("/checkouts", wish, key="k1")
        again = LI.post("/checkouts", wish, key="k1")

        assert (again.status, again.content) == (201, first.content)
        assert again.headers["idempotent-replay"] == "true"
        assert world.stock_of(clip) == 2
        assert len(LI.get("/orders").json["items"]) == 1

    def test_gives_the_same_answer_although_the_cart_has_goods_again(self) -> None:
        clip = world.a_listing()
        wish = {"address_id": world.an_address(LI)}
        world.in_cart(LI, clip)
        first = LI.post("/checkouts", wish, key="k1")
        world.in_cart(LI, clip)

        again = LI.post("/checkouts", wish, key="k1")

        assert again.content == first.content
        assert world.stock_of(clip) == 2

    def test_with_another_body_is_refused(self) -> None:
        world.in_cart(LI, world.a_listing())
        LI.post("/checkouts", {"address_id": world.an_address(LI)}, key="k1")

        reply = LI.post("/checkouts", {"address_id": world.an_address(LI)}, key="k1")

        assert (reply.status, reply.json["code"]) == (422, "idempotency_key_reused")

    def test_of_another_person_is_another_key(self) -> None:
        clip = world.a_listing()
        world.money_for(ZHAO)
        for buyer in (LI, ZHAO):
            world.in_cart(buyer, clip)
            world.made(buyer.post("/checkouts", {"address_id": world.an_address(buyer)}, key="k1"))
        assert world.stock_of(clip) == 1

    def test_may_try_again_after_a_refusal(self) -> None:
        clip = world.a_listing(stock=0)
        item = {"listing_id": clip["id"], "variant_id": "v01", "quantity": 1, "price": 1_000}
        wish = {"address_id": world.an_address(LI), "items": [item]}
        assert LI.post("/checkouts", wish, key="k1").status == 409

        world.made(MEI.post(f"/listings/{clip['id']}/stock", {"variant_id": "v01", "change": 1}))

        assert LI.post("/checkouts", wish, key="k1").status == 201

    @pytest.mark.parametrize("key", ["", " ", "x" * 101, "é", "a b"])
    def test_that_is_none_is_refused(self, key: str) -> None:
        reply = LI.post("/checkouts", {"address_id": "adr_x"}, headers={"Idempotency-Key": key})
        assert (reply.status, reply.json["code"]) == (422, "bad_idempotency_key")


@contextmanager
def items_written() -> Iterator[list[int]]:
    """How many items each transaction inside writes."""
    written: list[int] = []

    def note(params: dict[str, Any], **_: Any) -> None:
        written.append(len(params["TransactItems"]))

    events = aws.client("dynamodb").meta.events
    events.register("before-parameter-build.dynamodb.TransactWriteItems", note)
    try:
        yield written
    finally:
        events.unregister("before-parameter-build.dynamodb.TransactWriteItems", note)


def sent(queue: str) -> list[dict[str, Any]]:
    return [json.loads(message["body"]) for message in messages(queue)]
