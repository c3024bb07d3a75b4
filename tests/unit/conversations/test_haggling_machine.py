"""Whatever buyer, seller, clock and checkout do, in any sequence: what is agreed is kept and paid."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from chalicelib.conversations.offers import rules, service
from chalicelib.foundation import clock
from chalicelib.listings.reservations import service as reservations
from tests.api import Api, Reply
from tests.unit import world
from tests.unit.conftest import cloud_emptied
from tests.unit.conversations.talks import a_talk, messages_of
from tests.unit.conversations.test_offers import try_, try_offering
from tests.unit.world import LI, MEI, ZHAO, made

STOCK = 4
MONEY = 1_000_000
SIDES = {"buyer": LI, "store": MEI}
AFTER = {"accept": "accepted", "decline": "declined", "retract": "retracted", "counter": "countered"}

sides = st.sampled_from(["buyer", "store"])
prices = st.integers(500, 1_500)
quantities = st.integers(1, 3)


@dataclass
class Known:
    """What the machine knows of an offer, and what became of its goods."""

    offer: Any
    state: str
    ends: datetime
    held_until: datetime | None = None
    goods: str = "none"
    """none, held, sold or back."""

    @property
    def pieces(self) -> int:
        return int(self.offer["quantity"])

    @property
    def total(self) -> int:
        return int(self.offer["total"]["amount"])


class HagglingMachine(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        cloud_emptied()
        self.now = clock.now()
        self.clip = world.a_listing(price=1_000, stock=STOCK)
        self.talk = a_talk(listing=self.clip)
        self.homes = {who.person: world.an_address(who) for who in (LI, ZHAO)}
        for who in (LI, ZHAO):
            world.money_for(who, MONEY)
        self.offers: list[Known] = []

    @contextmanager
    def at_this_time(self) -> Iterator[None]:
        with clock.stopped_at(self.now):
            yield

    @property
    def waiting(self) -> Known | None:
        """The one that waits for an answer, as far as anybody may still give it."""
        return next((one for one in self.offers if one.state == "pending" and self.now < one.ends), None)

    @property
    def left(self) -> int:
        return STOCK - sum(one.pieces for one in self.offers if one.goods in ("held", "sold"))

    @rule(side=sides, price=prices, quantity=quantities, hours=st.sampled_from([1, 48]))
    def propose(self, side: str, price: int, quantity: int, hours: int) -> None:
        waiting = self.waiting
        with self.at_this_time():
            reply = try_offering(SIDES[side], self.talk, self.clip, price, quantity=quantity, hours=hours)
        if self.enough(quantity) and (waiting is None or waiting.offer["by"] == side):
            self.made(reply, hours, instead="superseded")
        else:
            assert reply.status == 409, reply

    @rule(which=st.integers(0, 9), side=sides, price=prices, quantity=quantities)
    def counter(self, which: int, side: str, price: int, quantity: int) -> None:
        if known := self.chosen(which):
            with self.at_this_time():
                reply = try_(SIDES[side], known.offer, "counter", price=price, quantity=quantity)
            if self.may(known, "counter", side) and self.enough(quantity):
                self.made(reply, 48, instead="countered")
            else:
                assert reply.status in (403, 409), reply

    @rule(which=st.integers(0, 9), side=sides, what=st.sampled_from(["accept", "decline", "retract"]))
    def answer(self, which: int, side: str, what: str) -> None:
        if known := self.chosen(which):
            with self.at_this_time():
                reply = try_(SIDES[side], known.offer, what)
            if self.may(known, what, side) and (what != "accept" or self.left >= known.pieces):
                assert made(reply)["state"] == AFTER[what]
                known.state = AFTER[what]
                if what == "accept":
                    known.goods, known.held_until = "held", self.now + rules.HELD
            else:
                assert reply.status in (403, 409), reply

    @rule(which=st.integers(0, 9), buyer=st.sampled_from([LI, LI, ZHAO]))
    def check_out(self, which: int, buyer: Api) -> None:
        if known := self.chosen(which):
            with self.at_this_time():
                wish = {"address_id": self.homes[buyer.person], "offer_id": known.offer["id"]}
                reply = buyer.post("/checkouts", wish)
            in_time = known.held_until is not None and self.now < known.held_until
            if buyer is LI and known.goods == "held" and in_time:
                (order,) = made(reply)["orders"]
                assert order["total"]["amount"] == known.total
                known.goods = "sold"
            else:
                assert reply.status in (404, 409), reply

    @rule(hours=st.sampled_from([1, 23, 47]))
    def wait(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule()
    def sweep(self) -> None:
        with self.at_this_time():
            service.expire_due(self.now)
            reservations.lapse_due(self.now)
        for one in self.offers:
            if one.state == "pending" and self.now >= one.ends:
                one.state = "expired"
            if one.goods == "held" and one.held_until and self.now >= one.held_until:
                one.goods = "back"

    def chosen(self, which: int) -> Known | None:
        return self.offers[-1 - which % len(self.offers)] if self.offers else None

    def enough(self, quantity: int) -> bool:
        return quantity <= self.left

    def may(self, known: Known, what: str, side: str) -> bool:
        is_its = known.offer["by"] == side
        return known is self.waiting and is_its == (what == "retract")

    def made(self, reply: Reply, hours: int, *, instead: str) -> None:
        if reply.status == 409:
            assert reply.json["code"] == "too_many_rounds"
            return
        for one in self.offers:
            if one.state == "pending":
                one.state = instead if self.now < one.ends else "expired"
        self.offers.append(Known(made(reply), "pending", self.now + timedelta(hours=hours)))

    @invariant()
    def at_most_one_waits_and_both_see_what_became_of_each(self) -> None:
        for who in (LI, MEI):
            path = f"/conversations/{self.talk['id']}/offers"
            seen = [made(who.get(f"{path}/{one.offer['id']}"))["state"] for one in self.offers]
            assert seen == [one.state for one in self.offers]
        assert sum(one.state == "pending" for one in self.offers) <= 1

    @invariant()
    def the_stock_adds_up(self) -> None:
        assert world.stock_of(self.clip) == self.left

    @invariant()
    def what_was_agreed_is_what_was_paid(self) -> None:
        paid = sum(one.total for one in self.offers if one.goods == "sold")
        assert (world.in_wallet(LI), world.in_wallet(ZHAO)) == (MONEY - paid, MONEY)

    def teardown(self) -> None:
        if hasattr(self, "talk"):
            numbers = [one["seq"] for one in messages_of(LI, self.talk, "?after=0&limit=100")]
            assert numbers == list(range(1, len(numbers) + 1))


TestHaggling = HagglingMachine.TestCase
TestHaggling.settings = settings(
    max_examples=15, stateful_step_count=14, deadline=None, suppress_health_check=list(HealthCheck)
)
