"""Whatever people do, in whatever order, with whatever crashes and repetitions: the books stay right."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from chalicelib import sweep
from chalicelib.foundation import clock
from chalicelib.foundation.tables import read_together
from chalicelib.orders import models
from chalicelib.orders.rules import Order, State
from chalicelib.payments import handlers as payments
from tests.api import Api
from tests.crash.test_crash_points import OPERATOR
from tests.faults import DEATHS, Died, inject
from tests.unit import world
from tests.unit.conftest import cloud_emptied, messages
from tests.unit.payments import books
from tests.unit.world import LI, MEI, WANG

PARCEL = {"courier": "YTO", "tracking_number": "YT123456"}
ACTIONS = ("accept", "reject", "withdraw", "parcel", "receive", "dispute", "evidence")
orders = st.integers(0, 3)


class Market(RuleBasedStateMachine):
    """Li buys of Mei, and both do what they like; every request may be pressed twice or die on the way."""

    def __init__(self) -> None:
        super().__init__()
        cloud_emptied()
        self.orders: list[str] = []
        self.later = timedelta()
        self.presses = 0

    @initialize()
    def open(self) -> None:
        self.listing = world.a_listing(stock=50)
        self.address = world.an_address(LI)
        world.money_for(LI)
        world.made(WANG.get("/me"))
        wish = {"payee": world.person_id(WANG), "basis_points": 1_234, "cap": 300}
        world.made(MEI.post("/wallet/splits", wish))

    def do(self, who: Api, path: str, body: Any, death: Any) -> Any:
        """Ask, die perhaps, and ask again with the same key: a replay changes nothing."""
        self.presses += 1
        key = f"k{self.presses}"
        with clock.stopped_at(clock.now() + self.later):
            if death is not None:
                try:
                    with inject(*death):
                        who.post(path, body, key=key)
                except Died:
                    pass
            reply = who.post(path, body, key=key)
            before = books.balances()
            again = who.post(path, body, key=key)
        assert reply.status < 500 and (reply.status >= 300 or again.content == reply.content)
        assert books.balances() == before
        return reply

    deaths = st.none() | st.tuples(st.sampled_from(DEATHS), st.integers(0, 4))

    @rule(quantity=st.integers(1, 3), death=deaths)
    def buy(self, quantity: int, death: Any) -> None:
        item = {"listing_id": self.listing["id"], "variant_id": "v01", "quantity": quantity, "price": 1_000}
        reply = self.do(LI, "/checkouts", {"address_id": self.address, "items": [item]}, death)
        if reply.status == 201:
            self.orders.append(reply.json["orders"][0]["id"])

    @rule(number=orders, death=deaths)
    def ship(self, number: int, death: Any) -> None:
        self.on(number, MEI, "parcel", PARCEL, death)

    @rule(number=orders, death=deaths)
    def confirm(self, number: int, death: Any) -> None:
        self.on(number, LI, "confirm", None, death)

    @rule(number=orders, who=st.sampled_from([LI, MEI]), death=deaths)
    def cancel(self, number: int, who: Api, death: Any) -> None:
        self.on(number, who, "cancel", None, death)

    @rule(number=orders, who=st.sampled_from([LI, MEI]), amount=st.integers(1, 3_100), death=deaths)
    def refund(self, number: int, who: Api, amount: int, death: Any) -> None:
        self.on(number, who, "refunds", {"reason": "damaged", "amount": amount}, death)

    @rule(number=orders, who=st.sampled_from([LI, MEI]), action=st.sampled_from(ACTIONS), death=deaths)
    def negotiate(self, number: int, who: Api, action: str, death: Any) -> None:
        order = self.order(number)
        if order and order.refund_ids:
            body = {"accept": {}, "reject": {}, "parcel": PARCEL, "evidence": {"text": "Look"}}.get(action)
            self.on(number, who, f"refunds/{order.refund_ids[-1]}/{action}", body, death)

    @rule(number=orders, amount=st.integers(0, 3_000), death=deaths)
    def decide(self, number: int, amount: int, death: Any) -> None:
        order = self.order(number)
        if order and order.refund_ids:
            path = f"/hearings/{order.id}/{order.refund_ids[-1]}/ruling"
            self.do(OPERATOR, path, {"amount": amount, "text": "So be it"}, death)

    @rule(who=st.sampled_from([LI, MEI, WANG]), amount=st.integers(1, 5_000), death=deaths)
    def take_out(self, who: Api, amount: int, death: Any) -> None:
        wish = {"amount": amount, "currency": "CNY", "destination": "ba_ok"}
        self.do(who, "/wallet/withdrawals", wish, death)

    @rule(days=st.integers(0, 5))
    def wait(self, days: int) -> None:
        self.later += timedelta(days=days, minutes=3)
        with clock.stopped_at(clock.now() + self.later):
            assert -1 not in sweep.sweep().values()
            while batch := messages("payouts"):
                assert payments.pay_out({"Records": batch}) == {"batchItemFailures": []}

    def on(self, number: int, who: Api, what: str, body: Any, death: Any) -> None:
        if order := self.order(number):
            self.do(who, f"/orders/{order.id}/{what}", body, death)

    def order(self, number: int) -> Order | None:
        if number >= len(self.orders):
            return None
        found: Order = read_together([models.order_want(self.orders[number])])[0]
        return found

    @invariant()
    def the_books_are_right(self) -> None:
        books.audit()
        found = books.balances()
        assert all(amount >= 0 for name, amount in found.items() if not name.startswith("outside"))
        for order in read_together([models.order_want(one) for one in self.orders]) if self.orders else []:
            held = order.left.amount if order.state in (State.PAID, State.SHIPPED) else 0
            assert found.get(f"escrow:{order.id}:CNY", 0) == held, order


@pytest.mark.usefixtures("cloud")
def test_whatever_happens_the_books_stay_right() -> None:
    run_state_machine_as_test(
        Market,
        settings=settings(
            max_examples=12,
            stateful_step_count=25,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
