from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.advertising import handlers
from chalicelib.advertising.quality import models, rules
from chalicelib.advertising.quality.rules import Sent
from chalicelib.foundation import clock
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.orders import service as orders
from tests.unit import world
from tests.unit.advertising import market
from tests.unit.conftest import calls, messages
from tests.unit.world import LI, MEI, made

PARCEL = {"courier": "YTO", "tracking_number": "YT123456"}
COUNTS = st.integers(0, 10**6)


def sent_of(store_id: str) -> Sent:
    """What is counted of a store."""
    found: Sent | None
    (found,) = read_together([models.sent_want(store_id)])
    return found or Sent()


class TestPromptness:
    @given(COUNTS, COUNTS)
    def test_is_between_a_half_and_a_twentieth_above_one(self, in_time: int, late: int) -> None:
        assert 0.5 <= rules.promptness(Sent(in_time + late, in_time)) <= 1.05

    @given(COUNTS, COUNTS)
    def test_grows_with_what_is_sent_in_time_and_falls_with_what_is_late(
        self, in_time: int, late: int
    ) -> None:
        now = rules.promptness(Sent(in_time + late, in_time))
        assert rules.promptness(Sent(in_time + late + 1, in_time + 1)) >= now
        assert rules.promptness(Sent(in_time + late + 1, in_time)) < now

    @given(COUNTS, COUNTS)
    def test_is_made_of_a_share_between_the_usual_one_and_what_was_seen(
        self, in_time: int, late: int
    ) -> None:
        of = in_time + late
        seen = in_time / of if of else 0.95
        low, high = sorted((seen, 0.95))
        found = rules.punctuality(Sent(of, in_time))
        assert low - 1e-9 <= found <= high + 1e-9
        assert abs(found - seen) <= 20 / (of + 20)

    def test_is_one_of_a_store_that_sent_nothing_yet(self) -> None:
        assert rules.promptness(Sent()) == 1.0

    def test_is_hardly_moved_by_one_order_that_was_late_among_many(self) -> None:
        assert rules.promptness(Sent(1, 0)) == pytest.approx(0.976, abs=0.001)
        assert rules.promptness(Sent(500, 499)) > 1.03


class TestSending:
    def test_in_time_and_being_called_off_by_the_clock_are_counted(self) -> None:
        clip = world.a_listing(stock=9)
        first, _ = (world.a_paid_order(LI, listing=clip) for _ in range(2))
        made(MEI.post(f"/orders/{first['id']}/parcel", PARCEL))
        market.settled()
        assert sent_of(clip["store_id"]) == Sent(1, 1)
        assert orders.act_due(clock.now() + timedelta(days=7, minutes=1)) == 1
        market.settled()
        assert sent_of(clip["store_id"]) == Sent(2, 1)

    def test_after_the_promised_moment_is_late(self) -> None:
        clip = world.a_listing(stock=9)
        order = world.a_paid_order(LI, listing=clip)
        with clock.stopped_at(datetime.fromisoformat(order["ship_by"]) + timedelta(seconds=1)):
            made(MEI.post(f"/orders/{order['id']}/parcel", PARCEL))
        market.settled()
        assert sent_of(clip["store_id"]) == Sent(1, 0)

    @pytest.mark.parametrize("caller", [MEI, LI])
    def test_of_what_was_called_off_before_is_asked_of_nobody(self, caller: Any) -> None:
        clip = world.a_listing(stock=9)
        order = world.a_paid_order(LI, listing=clip)
        made(caller.post(f"/orders/{order['id']}/cancel"))
        market.settled()
        assert sent_of(clip["store_id"]) == Sent()

    def test_again_is_in_time_by_the_first_promise_alone(self) -> None:
        clip = world.a_listing(stock=9)
        order = world.a_paid_order(LI, listing=clip)
        made(MEI.post(f"/orders/{order['id']}/parcel", PARCEL))
        market.settled()
        assert sent_of(clip["store_id"]) == Sent(1, 1)
        week = clock.now() + timedelta(days=7)
        self._moved(order, orders.unship, now=week)
        for later, counted in ((timedelta(hours=1), Sent(1, 0)), (timedelta(hours=2), Sent(1, 0))):
            how = {"courier": "YTO", "tracking_number": "YT1", "confirm_days": 9}
            self._moved(order, orders.mark_shipped, now=week + later, **how)
            market.settled()
            assert sent_of(clip["store_id"]) == counted
            self._moved(order, orders.unship, now=week + later)
        made(MEI.post(f"/orders/{order['id']}/cancel"))
        market.settled()
        assert sent_of(clip["store_id"]) == Sent()

    def _moved(self, order: Any, move: Any, **how: Any) -> None:
        with Transaction() as tx:
            move(tx, orders.heard_of(order["id"]), **how)

    @pytest.mark.parametrize("seed", range(3))
    def test_is_counted_once_in_whatever_order_and_however_often_its_messages_come(self, seed: int) -> None:
        clip, chance = world.a_listing(stock=90), random.Random(seed)
        told = []
        for number in range(9):
            order = world.a_paid_order(LI, listing=clip)
            if number % 3:
                path, later = f"/orders/{order['id']}/parcel", timedelta(days=7, minutes=1)
                with clock.stopped_at(clock.now() + later * (number % 3 - 1)):
                    made(MEI.post(path, PARCEL))
            told += messages("ads")
        orders.act_due(clock.now() + timedelta(days=7, minutes=2))
        told += messages("ads")
        for message in (*chance.sample(told, len(told)), *chance.choices(told, k=len(told))):
            assert handlers.keep_ads({"Records": [message]}) == {"batchItemFailures": []}
        assert sent_of(clip["store_id"]) == Sent(9, 3)

    def test_costs_one_read_and_one_transaction_and_heard_again_one_read(self) -> None:
        world.a_shipped_order()
        batch = [one for one in messages("ads") if "OrderShipped" in one["body"]]
        for made_ in (["BatchGetItem", "TransactWriteItems"], ["BatchGetItem"]):
            with calls() as found:
                handlers.keep_ads({"Records": batch})
            assert found == made_
