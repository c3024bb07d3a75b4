from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.orders import service
from tests.unit import world
from tests.unit.conftest import calls
from tests.unit.payments import books
from tests.unit.world import LI, MEI, WANG, ZHAO

PARCEL = {"courier": "中通快递", "tracking_number": "ZT-123456"}


def now_is(order: Any) -> str:
    state: str = world.made(LI.get(f"/orders/{order['id']}"))["state"]
    return state


class TestShip:
    def test_notes_courier_and_number_and_starts_the_time_to_confirm(self) -> None:
        order = world.a_paid_order()

        parcel = world.made(MEI.post(f"/orders/{order['id']}/parcel", PARCEL))

        shown = world.made(LI.get(f"/orders/{order['id']}"))
        assert (parcel["courier"], shown["state"]) == ("中通快递", "shipped")
        assert moment(shown["auto_confirm_at"]) - moment(shown["shipped_at"]) == timedelta(days=10)
        assert LI.get(f"/orders/{order['id']}/parcel").json == parcel

    def test_twice_is_refused(self) -> None:
        order = world.a_shipped_order()
        reply = MEI.post(f"/orders/{order['id']}/parcel", PARCEL)
        assert (reply.status, reply.json["code"]) == (409, "wrong_order_state")

    def test_twice_under_one_key_is_one_parcel(self) -> None:
        order = world.a_paid_order()
        first, again = (MEI.post(f"/orders/{order['id']}/parcel", PARCEL, key="k") for _ in range(2))
        assert (again.status, again.content) == (201, first.content)

    def test_is_not_for_the_buyer(self) -> None:
        order = world.a_paid_order()
        reply = LI.post(f"/orders/{order['id']}/parcel", PARCEL)
        assert (reply.status, reply.json["code"]) == (403, "not_permitted")
        assert now_is(order) == "paid"

    def test_of_anothers_order_is_not_found(self) -> None:
        order = world.a_paid_order()
        assert WANG.post(f"/orders/{order['id']}/parcel", PARCEL).status == 404

    def test_that_has_not_happened_shows_no_parcel(self) -> None:
        order = world.a_paid_order()
        assert LI.get(f"/orders/{order['id']}/parcel").json["code"] == "parcel_not_found"


class TestConfirmReceipt:
    def test_pays_the_merchant_less_the_fee(self) -> None:
        order = world.a_shipped_order()

        done = world.made(LI.post(f"/orders/{order['id']}/confirm"))

        assert done["state"] == "completed"
        assert world.in_wallet(MEI) == 980
        assert books.balances()[f"escrow:{order['id']}:CNY"] == 0
        books.audit()

    def test_twice_pays_once(self) -> None:
        order = world.a_shipped_order()
        world.made(LI.post(f"/orders/{order['id']}/confirm"))

        assert LI.post(f"/orders/{order['id']}/confirm").json["code"] == "wrong_order_state"
        assert world.in_wallet(MEI) == 980

    def test_twice_under_one_key_gives_one_answer(self) -> None:
        order = world.a_shipped_order()
        first, again = (LI.post(f"/orders/{order['id']}/confirm", key="k") for _ in range(2))
        assert (again.status, again.content) == (200, first.content)
        assert world.in_wallet(MEI) == 980

    def test_before_the_goods_are_shipped_is_refused(self) -> None:
        order = world.a_paid_order()
        assert LI.post(f"/orders/{order['id']}/confirm").json["code"] == "wrong_order_state"
        assert world.in_wallet(MEI) == 0

    @pytest.mark.parametrize("caller", [MEI, ZHAO])
    def test_is_the_buyers_alone(self, caller: Any) -> None:
        order = world.a_shipped_order()
        assert caller.post(f"/orders/{order['id']}/confirm").status in (403, 404)
        assert now_is(order) == "shipped"

    def test_reads_twice_and_writes_once(self) -> None:
        order = world.a_shipped_order()
        with calls() as made:
            world.made(LI.post(f"/orders/{order['id']}/confirm"))
        assert made == [
            "BatchGetItem",
            "BatchGetItem",
            "TransactWriteItems",
            *["SendMessageBatch"] * 4,
            "BatchWriteItem",
        ]


class TestConfirmingItself:
    def test_happens_after_ten_days(self) -> None:
        order = world.a_shipped_order()

        assert service.act_due(clock.now() + timedelta(days=10, seconds=-60)) == 0
        assert service.act_due(clock.now() + timedelta(days=10, seconds=60)) == 1

        assert now_is(order) == "completed"
        assert world.in_wallet(MEI) == 980
        books.audit()

    def test_happens_once(self) -> None:
        world.a_shipped_order()
        later = clock.now() + timedelta(days=11)
        assert [service.act_due(later) for _ in range(2)] == [1, 0]
        assert world.in_wallet(MEI) == 980

    def test_leaves_alone_what_the_buyer_confirmed(self) -> None:
        order = world.a_shipped_order()
        world.made(LI.post(f"/orders/{order['id']}/confirm"))
        assert service.act_due(clock.now() + timedelta(days=11)) == 0

    def test_of_one_order_is_not_held_up_by_another(self, monkeypatch: pytest.MonkeyPatch) -> None:
        broken, fine = world.a_shipped_order(LI, MEI), world.a_shipped_order(ZHAO, WANG)
        real = service.payments.settle_sale

        def settle(tx: Any, sale: Any, *args: Any, **kwargs: Any) -> Any:
            if sale.id == broken["id"]:
                raise ChangedMeanwhile
            return real(tx, sale, *args, **kwargs)

        monkeypatch.setattr(service.payments, "settle_sale", settle)

        assert service.act_due(clock.now() + timedelta(days=11)) == 1
        assert world.made(ZHAO.get(f"/orders/{fine['id']}"))["state"] == "completed"


class TestExtend:
    def test_gives_three_days_more(self) -> None:
        order = world.a_shipped_order()

        shown = world.made(LI.post(f"/orders/{order['id']}/extend"))

        assert moment(shown["auto_confirm_at"]) - moment(shown["shipped_at"]) == timedelta(days=13)
        assert service.act_due(clock.now() + timedelta(days=12)) == 0
        assert service.act_due(clock.now() + timedelta(days=14)) == 1

    def test_is_possible_only_once(self) -> None:
        order = world.a_shipped_order()
        world.made(LI.post(f"/orders/{order['id']}/extend"))
        assert LI.post(f"/orders/{order['id']}/extend").json["code"] == "extended_before"

    def test_that_comes_while_the_clock_confirms_lets_one_of_them_win(self) -> None:
        order = world.a_shipped_order()
        seen = service.show(order["id"], caller=world.person_id(LI))
        world.made(LI.post(f"/orders/{order['id']}/extend"))

        assert service._act_for_absent(seen, clock.now() + timedelta(days=11)) is False
        assert now_is(order) == "shipped"


class TestCancel:
    @pytest.mark.parametrize("caller", [LI, MEI])
    def test_before_shipping_gives_money_and_goods_back(self, caller: Any) -> None:
        clip = world.a_listing(price=1_000, stock=3)
        order = world.a_paid_order(listing=clip, quantity=2)

        world.made(caller.post(f"/orders/{order['id']}/cancel"))

        assert now_is(order) == "cancelled"
        assert world.in_wallet(LI) == 100_000
        assert world.stock_of(clip) == 3
        books.audit()

    def test_after_shipping_is_refused(self) -> None:
        order = world.a_shipped_order()
        assert LI.post(f"/orders/{order['id']}/cancel").json["code"] == "wrong_order_state"

    def test_twice_refunds_once(self) -> None:
        order = world.a_paid_order()
        world.made(LI.post(f"/orders/{order['id']}/cancel"))
        assert LI.post(f"/orders/{order['id']}/cancel").status == 409
        assert world.in_wallet(LI) == 100_000


class TestLists:
    def test_show_a_buyer_what_she_bought_the_newest_first(self) -> None:
        first, second = world.a_paid_order(), world.a_paid_order()
        shown = world.made(LI.get("/orders"))["items"]
        assert [order["id"] for order in shown] == [second["id"], first["id"]]

    def test_go_page_by_page(self) -> None:
        made = [world.a_paid_order()["id"] for _ in range(3)]
        first = world.made(LI.get("/orders?limit=2"))
        rest = world.made(LI.get(f"/orders?limit=2&cursor={first['cursor']}"))
        assert [order["id"] for order in (*first["items"], *rest["items"])] == made[::-1]

    def test_wait_in_the_queue_of_what_is_to_be_done(self) -> None:
        order = world.a_paid_order()

        def queues() -> list[str]:
            path = f"/stores/{order['store_id']}/orders?queue="
            names = ("waiting", "to_ship", "on_the_way", "refunds", "done")
            return [name for name in names if world.made(MEI.get(path + name))["items"]]

        assert queues() == ["to_ship"]
        world.made(MEI.post(f"/orders/{order['id']}/parcel", PARCEL))
        assert queues() == ["on_the_way"]
        wish = {"reason": "damaged", "amount": 100}
        refund = world.made(LI.post(f"/orders/{order['id']}/refunds", wish))
        assert queues() == ["refunds"]
        world.made(MEI.post(f"/orders/{order['id']}/refunds/{refund['id']}/reject", {"text": "No"}))
        world.made(LI.post(f"/orders/{order['id']}/refunds/{refund['id']}/withdraw"))
        assert queues() == ["on_the_way"]
        world.made(LI.post(f"/orders/{order['id']}/confirm"))
        assert queues() == ["done"]

    def test_of_a_queue_that_isnt_there_are_refused(self) -> None:
        order = world.a_paid_order()
        reply = MEI.get(f"/stores/{order['store_id']}/orders?queue=lost")
        assert (reply.status, "queue" in reply.content.decode()) == (422, True)

    def test_show_a_merchant_what_her_store_sold(self) -> None:
        order = world.a_paid_order()
        shown = world.made(MEI.get(f"/stores/{order['store_id']}/orders"))["items"]
        assert [one["id"] for one in shown] == [order["id"]]

    def test_of_another_merchants_store_are_not_found(self) -> None:
        order = world.a_paid_order()
        assert WANG.get(f"/stores/{order['store_id']}/orders").status == 404

    def test_refuse_a_cursor_of_somebody_elses(self) -> None:
        for _ in range(2):
            world.a_paid_order()
        cursor = world.made(LI.get("/orders?limit=1"))["cursor"]
        reply = ZHAO.get(f"/orders?cursor={cursor}")
        assert (reply.status, reply.json["code"]) == (422, "bad_cursor")

    @pytest.mark.parametrize("query", ["limit=0", "limit=101", "limit=x", "cursor=", "limit=1&limit=2"])
    def test_refuse_a_page_that_is_none(self, query: str) -> None:
        assert LI.get(f"/orders?{query}").status == 422


def moment(text: str) -> Any:
    return clock.moment(text)
