from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib import sweep
from chalicelib.foundation import clock
from chalicelib.notifications import handlers as notifications
from chalicelib.orders.refunds import rules, service
from chalicelib.orders.refunds.rules import Action, Party, RefundState
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import calls, messages
from tests.unit.payments import books
from tests.unit.photos.uploads import ready_photo
from tests.unit.world import LI, MEI, WANG, ZHAO

OPERATOR = Api("eeeeeeee-0000-0000-0000-000000000001", claims={"cognito:groups": "operators"})
RETURN = {"courier": "SF", "tracking_number": "SF1234567"}


def asked(order: Any, amount: int = 400, **more: Any) -> Any:
    """A refund that Li asks for."""
    wish = {"reason": "damaged", "amount": amount, "text": "它碎了", **more}
    return world.made(LI.post(f"/orders/{order['id']}/refunds", wish))


def do(person: Api, refund: Any, what: str, body: Any = None) -> Any:
    """What somebody does to a refund, and what it says then."""
    return world.made(try_(person, refund, what, body))


def try_(person: Api, refund: Any, what: str, body: Any = None) -> Any:
    if body is None and what in ("accept", "reject"):
        body = {}
    return person.post(f"/orders/{refund['order_id']}/refunds/{refund['id']}/{what}", body)


def rule(refund: Any, amount: int) -> Any:
    path = f"/hearings/{refund['order_id']}/{refund['id']}/ruling"
    return OPERATOR.post(path, {"amount": amount, "text": "Both have a point"})


def order_of(order: Any) -> Any:
    return world.made(LI.get(f"/orders/{order['id']}"))


def money() -> tuple[int, int]:
    """What Li and Mei have; Li began with 100,000 and paid 1,000."""
    books.audit()
    return world.in_wallet(LI) - 99_000, world.in_wallet(MEI)


def pass_(**time: float) -> None:
    """Let time pass, and the clock tick."""
    with clock.stopped_at(clock.now() + timedelta(**time)):
        assert -1 not in sweep.sweep().values()


def disputed(order: Any, amount: int = 400) -> Any:
    refund = asked(order, amount)
    do(MEI, refund, "reject", {"text": "It was whole"})
    return do(LI, refund, "dispute")


def heard(refund: Any) -> None:
    for side in (LI, MEI):
        do(side, refund, "evidence", {"text": "See for yourself"})


class TestAsking:
    def test_stops_the_time_to_confirm(self) -> None:
        order = world.a_shipped_order()
        refund = asked(order)

        shown = order_of(order)
        assert (shown["open_refund"], shown["auto_confirm_at"]) == (refund["id"], None)
        pass_(days=1.9)
        assert order_of(order)["state"] == "shipped"

    def test_is_answered_within_two_days(self) -> None:
        refund = asked(world.a_shipped_order())
        taken = datetime.fromisoformat(refund["deadline"]) - datetime.fromisoformat(refund["created_at"])
        assert taken == timedelta(days=2)

    @pytest.mark.parametrize("amount", [1_001, 10**10])
    def test_for_more_than_was_paid_is_refused(self, amount: int) -> None:
        order = world.a_shipped_order()
        reply = LI.post(f"/orders/{order['id']}/refunds", {"reason": "damaged", "amount": amount})
        assert (reply.status, reply.json["code"], reply.json["field"]) == (422, "refund_too_large", "amount")

    def test_twice_at_once_is_refused(self) -> None:
        order = world.a_shipped_order()
        asked(order)
        reply = LI.post(f"/orders/{order['id']}/refunds", {"reason": "damaged", "amount": 1})
        assert reply.json["code"] == "refund_open"

    def test_before_it_is_shipped_is_refused(self) -> None:
        order = world.a_paid_order()
        reply = LI.post(f"/orders/{order['id']}/refunds", {"reason": "damaged", "amount": 1})
        assert reply.json["code"] == "wrong_order_state"

    def test_is_nobody_elses_business(self) -> None:
        order = world.a_shipped_order()
        refund = asked(order)
        for stranger in (WANG, ZHAO):
            assert LI.get(f"/orders/{order['id']}/refunds/{refund['id']}").status == 200
            assert stranger.get(f"/orders/{order['id']}/refunds/{refund['id']}").status == 404
            assert stranger.get(f"/orders/{order['id']}/refunds").status == 404
            assert try_(stranger, refund, "accept").status == 404

    def test_of_one_order_isnt_found_at_another(self) -> None:
        refund, other = asked(world.a_shipped_order()), world.a_shipped_order()
        assert LI.get(f"/orders/{other['id']}/refunds/{refund['id']}").json["code"] == "refund_not_found"

    def test_twice_under_one_key_is_one_refund(self) -> None:
        order = world.a_shipped_order()
        wish = {"reason": "damaged", "amount": 1}
        first, again = (LI.post(f"/orders/{order['id']}/refunds", wish, key="k") for _ in range(2))
        assert (again.status, again.content) == (201, first.content)

    def test_reads_once_and_writes_once(self) -> None:
        order = world.a_shipped_order()
        with calls() as made:
            asked(order)
        assert made == ["BatchGetItem", "TransactWriteItems", "SendMessageBatch", "BatchWriteItem"]

    def test_shows_photos_that_only_the_two_can_see(self) -> None:
        photo = ready_photo(LI, "evidence")
        refund = asked(world.a_shipped_order(), photo_ids=[photo])

        assert refund["evidence"][0]["photos"][0].startswith("https://")
        assert Api().get(f"/media/{photo}").status == 404

    def test_takes_no_photo_that_is_public(self) -> None:
        photo = ready_photo(LI)
        order = world.a_shipped_order()
        wish = {"reason": "damaged", "amount": 1, "photo_ids": [photo]}
        reply = LI.post(f"/orders/{order['id']}/refunds", wish)
        assert (reply.status, reply.json["field"]) == (422, "photo_ids.0")


class TestAccepting:
    def test_gives_a_part_back_and_the_order_goes_on(self) -> None:
        order = world.a_shipped_order()

        done = do(MEI, asked(order, 400), "accept")

        assert done["state"] == "refunded"
        assert money() == (400, 0)
        shown = order_of(order)
        assert (shown["state"], shown["refunded"]["amount"], shown["open_refund"]) == ("shipped", 400, None)
        assert shown["auto_confirm_at"]

    def test_of_a_part_leaves_the_merchant_the_rest_less_its_share_of_the_commission(self) -> None:
        order = world.a_shipped_order()
        do(MEI, asked(order, 400), "accept")
        world.made(LI.post(f"/orders/{order['id']}/confirm"))
        assert money() == (400, 600 - 12)

    def test_of_all_of_it_leaves_no_sale(self) -> None:
        order = world.a_shipped_order()
        do(MEI, asked(order, 1_000), "accept")

        shown = order_of(order)
        assert (shown["state"], shown["refunded"]["amount"]) == ("refunded", 1_000)
        assert shown["refunded_at"] and shown["auto_confirm_at"] is None
        assert money() == (1_000, 0)
        assert LI.post(f"/orders/{order['id']}/confirm").json["code"] == "wrong_order_state"

    def test_happens_by_itself_when_the_merchant_is_silent(self) -> None:
        order = world.a_shipped_order()
        asked(order, 400)
        pass_(days=2, minutes=1)
        assert money() == (400, 0)
        pass_(days=2, minutes=2)
        assert money() == (400, 0)

    def test_is_for_the_merchant(self) -> None:
        refund = asked(world.a_shipped_order())
        assert try_(LI, refund, "accept").status == 403
        assert money() == (0, 0)

    def test_twice_pays_once(self) -> None:
        refund = asked(world.a_shipped_order(), 400)
        do(MEI, refund, "accept")
        assert try_(MEI, refund, "accept").json["code"] == "wrong_refund_state"
        assert money() == (400, 0)


class TestGiving:
    @pytest.mark.parametrize("made", [world.a_paid_order, world.a_shipped_order])
    def test_by_the_merchant_happens_at_once(self, made: Any) -> None:
        order = made()
        wish = {"reason": "out_of_stock", "amount": 300}
        refund = world.made(MEI.post(f"/orders/{order['id']}/refunds", wish))
        assert refund["state"] == "refunded"
        assert money() == (300, 0)
        assert order_of(order)["open_refund"] is None

    def test_never_gives_more_than_is_left(self) -> None:
        order = world.a_paid_order()
        wish = {"reason": "goodwill", "amount": 600}
        first, second = (MEI.post(f"/orders/{order['id']}/refunds", wish) for _ in range(2))
        assert (first.status, second.json["code"]) == (201, "refund_too_large")
        assert money() == (600, 0)

    def test_before_a_cancellation_leaves_the_rest_to_give_back(self) -> None:
        order = world.a_paid_order()
        world.made(MEI.post(f"/orders/{order['id']}/refunds", {"reason": "goodwill", "amount": 600}))
        world.made(LI.post(f"/orders/{order['id']}/cancel"))
        assert money() == (1_000, 0)
        assert order_of(order)["refunded"]["amount"] == 1_000


class TestReturning:
    def test_pays_when_the_goods_are_back(self) -> None:
        order = world.a_shipped_order()
        refund = asked(order, 1_000, kind="return")

        assert do(MEI, refund, "accept", {"text": "义乌市 1 号"})["state"] == "returning"
        assert money() == (0, 0)
        returned = do(LI, refund, "parcel", RETURN)
        assert (returned["state"], returned["tracking_number"]) == ("returned", "SF1234567")
        do(MEI, refund, "receive")

        assert money() == (1_000, 0)
        assert order_of(order)["state"] == "refunded"

    def test_is_closed_when_the_buyer_doesnt_send_them(self) -> None:
        order = world.a_shipped_order()
        refund = asked(order, kind="return")
        do(MEI, refund, "accept")

        pass_(days=7, minutes=1)

        assert LI.get(f"/orders/{order['id']}/refunds/{refund['id']}").json["state"] == "closed"
        assert order_of(order)["auto_confirm_at"]
        assert money() == (0, 0)

    def test_is_paid_when_the_merchant_doesnt_say_that_they_came(self) -> None:
        refund = asked(world.a_shipped_order(), kind="return")
        do(MEI, refund, "accept")
        do(LI, refund, "parcel", RETURN)
        pass_(days=10, minutes=1)
        assert money() == (400, 0)


class TestRejecting:
    def test_leaves_the_buyer_three_days_to_dispute_it(self) -> None:
        order = world.a_shipped_order()
        refund = asked(order)
        assert do(MEI, refund, "reject", {"text": "It was whole"})["answer"] == "It was whole"
        pass_(days=3, minutes=1)
        assert order_of(order)["open_refund"] is None
        assert money() == (0, 0)

    def test_gives_back_the_time_to_confirm_that_was_left(self) -> None:
        order = world.a_shipped_order()
        refund = asked(order)
        do(MEI, refund, "reject")
        do(LI, refund, "withdraw")
        shown = order_of(order)
        left = datetime.fromisoformat(shown["auto_confirm_at"]) - clock.now()
        assert timedelta(days=9, hours=23) < left <= timedelta(days=10)


class TestConfirming:
    def test_gives_an_open_request_up(self) -> None:
        order = world.a_shipped_order()
        refund = asked(order)
        world.made(LI.post(f"/orders/{order['id']}/confirm"))

        assert LI.get(f"/orders/{order['id']}/refunds/{refund['id']}").json["state"] == "closed"
        assert try_(MEI, refund, "accept").json["code"] == "wrong_refund_state"
        pass_(days=30)
        assert money() == (0, 980)


class TestRuling:
    @pytest.mark.parametrize(
        ("to_buyer", "fee", "state"), [(333, 13, "completed"), (0, 20, "completed"), (1_000, 0, "refunded")]
    )
    def test_splits_the_money_to_the_last_fen(self, to_buyer: int, fee: int, state: str) -> None:
        order = world.a_shipped_order()
        refund = disputed(order)
        heard(refund)

        world.made(rule(refund, to_buyer))

        assert order_of(order)["state"] == state
        assert money() == (to_buyer, 1_000 - to_buyer - fee)
        assert books.balances()[f"escrow:{order['id']}:CNY"] == 0

    def test_waits_until_both_were_heard(self) -> None:
        refund = disputed(world.a_shipped_order())
        do(LI, refund, "evidence", {"text": "Look"})
        assert rule(refund, 100).json["code"] == "hearing_open"

    def test_waits_no_longer_than_the_deadline(self) -> None:
        refund = disputed(world.a_shipped_order())
        with clock.stopped_at(clock.now() + timedelta(days=3, minutes=1)):
            assert rule(refund, 100).status == 200
            late = try_(LI, refund, "evidence", {"text": "But"})
        assert late.json["code"] == "wrong_refund_state"

    def test_is_for_operators(self) -> None:
        refund = disputed(world.a_shipped_order())
        heard(refund)
        path = f"/hearings/{refund['order_id']}/{refund['id']}"
        for person in (LI, MEI, WANG):
            assert person.get("/hearings").status == 403
            assert person.get(path).status == 404
            assert person.post(f"{path}/ruling", {"amount": 1, "text": "Mine"}).status == 404
        assert money() == (0, 0)

    def test_is_asked_for_in_a_list_the_most_urgent_first(self) -> None:
        refunds = [disputed(world.a_shipped_order()) for _ in range(2)]
        listed = world.made(OPERATOR.get("/hearings"))["items"]
        assert [one["id"] for one in listed] == [one["id"] for one in refunds]

        heard(refunds[0])
        world.made(rule(refunds[0], 1))
        assert [one["id"] for one in world.made(OPERATOR.get("/hearings"))["items"]] == [refunds[1]["id"]]

    def test_of_more_than_is_left_is_refused(self) -> None:
        refund = disputed(world.a_shipped_order())
        heard(refund)
        assert rule(refund, 1_001).json["code"] == "refund_too_large"

    def test_isnt_needed_when_the_merchant_gives_in(self) -> None:
        refund = disputed(world.a_shipped_order(), 400)
        do(MEI, refund, "accept")
        assert money() == (400, 0)
        assert rule(refund, 1).json["code"] == "wrong_refund_state"


class TestUnshippedOrders:
    def test_call_themselves_off_after_a_week(self) -> None:
        clip = world.a_listing(stock=3)
        order = world.a_paid_order(listing=clip)
        assert order["ship_by"]
        pass_(days=6, hours=23)
        assert order_of(order)["state"] == "paid"
        pass_(days=7, minutes=1)
        assert order_of(order)["state"] == "cancelled"
        assert (money(), world.stock_of(clip)) == ((1_000, 0), 3)

    def test_tell_both_sides(self) -> None:
        world.a_paid_order()
        pass_(days=7, minutes=1)
        notifications.deliver_notifications({"Records": messages("notifications")})
        for person in (LI, MEI):
            kinds = [one["kind"] for one in world.made(person.get("/notifications"))["items"]]
            assert kinds.count("order_cancelled") == 1


class TestNotifications:
    def test_tell_each_side_what_the_other_did(self) -> None:
        refund = asked(world.a_shipped_order())
        do(MEI, refund, "reject")
        do(LI, refund, "dispute")
        heard(refund)
        world.made(rule(refund, 300))
        while batch := messages("notifications"):
            assert notifications.deliver_notifications({"Records": batch}) == {"batchItemFailures": []}

        seen = {
            name: {one["kind"] for one in world.made(person.get("/notifications"))["items"]}
            for name, person in (("li", LI), ("mei", MEI))
        }
        assert seen["li"] == {"order_shipped", "refund_rejected", "order_refunded", "review_invited"}
        assert seen["mei"] == {
            "order_paid",
            "refund_requested",
            "refund_disputed",
            "refund_refunded",
            "order_ruled",
        }


class TestMoves:
    @given(st.sampled_from(RefundState), st.sampled_from(Action), st.sampled_from(Party))
    def test_of_a_finished_refund_there_are_none(
        self, state: RefundState, action: Action, party: Party
    ) -> None:
        after, parties = rules.MOVES.get((state, action), (None, frozenset()))
        assert after is None or (state.is_open and parties)

    def test_by_the_clock_are_possible_for_the_clock(self) -> None:
        for state, action in rules.LAPSES.items():
            assert Party.CLOCK in rules.MOVES[state, action][1]

    def test_lead_out_of_every_open_state(self) -> None:
        for state in RefundState:
            if state.is_open:
                assert any(before is state for before, _ in rules.MOVES)

    def test_of_the_sweep_leave_what_moved_since_it_looked(self) -> None:
        refund = asked(world.a_shipped_order())
        do(MEI, refund, "accept")
        assert service._lapse(refund["id"], clock.now() + timedelta(days=9)) is False
