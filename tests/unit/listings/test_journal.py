from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from chalicelib.foundation import clock
from chalicelib.listings import handlers
from chalicelib.listings.events import Cause
from chalicelib.listings.reservations import service as reservations
from tests.api import Api, Reply
from tests.unit import world
from tests.unit.conftest import calls, cloud_emptied, messages
from tests.unit.world import LI, MEI, ZHAO

EXPIRED = timedelta(minutes=31)


@pytest.fixture
def clip() -> Any:
    return world.a_listing(price=1_000, stock=5)


def heard(batch: list[dict[str, Any]] | None = None) -> list[dict[str, Any]]:
    """Let the journal hear what is told, or was told before."""
    batch = messages("stock") if batch is None else batch
    assert handlers.note_stock({"Records": batch}) == {"batchItemFailures": []}
    return batch


def journal(listing: Any, **query: Any) -> Any:
    """A variant's journal, once all is heard."""
    heard()
    return world.made(asked(listing, **query))


def asked(listing: Any, who: Api = MEI, **query: Any) -> Reply:
    text = "&".join(f"{name}={value}" for name, value in query.items())
    return who.get(f"/listings/{listing['id']}/stock-journal?{text}".rstrip("?"))


def told(listing: Any) -> list[tuple[str, int, int]]:
    """Cause, change and change of what is reserved, the newest first."""
    return [(one["cause"], one["change"], one["change_of_reserved"]) for one in journal(listing)["items"]]


def restock(listing: Any, change: int) -> Reply:
    return MEI.post(f"/listings/{listing['id']}/stock", {"variant_id": "v01", "change": change})


def count(listing: Any, counted: int, seen: int) -> Reply:
    wish = {"variant_id": "v01", "counted": counted, "seen": seen}
    return MEI.post(f"/listings/{listing['id']}/stock-count", wish)


def begin(listing: Any, quantity: int = 2, buyer: Api = LI, pay_from: str = "gateway") -> Reply:
    item = {"listing_id": listing["id"], "variant_id": "v01", "quantity": quantity, "price": 1_000}
    wish = {"address_id": world.an_address(buyer), "items": [item], "pay_from": pay_from}
    return buyer.post("/checkouts", wish)


class TestTheJournal:
    def test_begins_with_what_was_listed(self, clip: Any) -> None:
        assert told(clip) == [("listed", 5, 0)]

    def test_tells_of_variants_that_come_later(self, clip: Any) -> None:
        new = [{"sku": "RED", "price": 900, "stock": 7}]
        world.made(MEI.patch(f"/listings/{clip['id']}", {"new_variants": new}))
        assert journal(clip, variant_id="v02")["items"][0]["change"] == 7
        assert told(clip) == [("listed", 5, 0)]

    def test_tells_of_corrections_and_who_made_them(self, clip: Any) -> None:
        world.made(restock(clip, 3))
        world.made(restock(clip, -1))
        found = journal(clip)["items"]
        assert [(one["cause"], one["change"]) for one in found[:2]] == [("written_off", -1), ("restocked", 3)]
        assert {one["by"] for one in found} == {world.person_id(MEI)}

    def test_tells_of_a_sale_with_its_order_and_not_of_the_buyer(self, clip: Any) -> None:
        order = world.a_paid_order(listing=clip, quantity=2)
        entry = journal(clip)["items"][0]
        assert (entry["cause"], entry["change"], entry["reference"]) == ("sold", -2, order["id"])
        assert entry["by"] is None

    def test_tells_of_a_sale_called_off(self, clip: Any) -> None:
        order = world.a_paid_order(listing=clip, quantity=2)
        world.made(MEI.post(f"/orders/{order['id']}/cancel"))
        assert told(clip)[0] == ("cancelled", 2, 0)

    def test_tells_of_what_is_reserved_and_then_sold(self, clip: Any) -> None:
        checkout = world.made(begin(clip))
        assert journal(clip)["reserved"] == 2
        done = world.made(LI.post(f"/checkouts/{checkout['id']}/complete", {"method": "pm_card_visa"}))
        assert told(clip)[:2] == [("sold", 0, -2), ("reserved", -2, 2)]
        assert journal(clip)["items"][0]["reference"] == done["orders"][0]["id"]

    def test_tells_of_what_is_reserved_and_given_up(self, clip: Any) -> None:
        checkout = world.made(begin(clip))
        world.made(LI.post(f"/checkouts/{checkout['id']}/cancel"))
        assert told(clip)[:2] == [("released", 2, -2), ("reserved", -2, 2)]

    def test_tells_of_what_is_reserved_in_vain(self, clip: Any) -> None:
        world.made(begin(clip))
        reservations.lapse_due(clock.now() + EXPIRED)
        assert told(clip)[:2] == [("lapsed", 2, -2), ("reserved", -2, 2)]

    def test_tells_what_was_left_after_each_change(self, clip: Any) -> None:
        world.made(begin(clip))
        world.a_paid_order(ZHAO, listing=clip)
        left = [(one["stock"], one["reserved"]) for one in journal(clip)["items"]]
        assert left == [(2, 2), (3, 2), (5, 0)]

    def test_of_a_variant_that_isnt_there_is_refused(self, clip: Any) -> None:
        assert asked(clip, variant_id="v02").json["code"] == "variant_not_found"

    def test_hears_an_event_once_however_often_it_comes(self, clip: Any) -> None:
        batch = heard()
        heard(batch)
        assert told(clip) == [("listed", 5, 0)]
        assert journal(clip)["items"][0]["stock"] == 5

    def test_of_fifty_variants_is_kept_in_two_steps_that_go_on_where_they_stopped(self) -> None:
        variants = [{"sku": f"S{number}", "price": 1_000, "stock": number} for number in range(1, 51)]
        listing = world.a_listing(variants=variants)
        with calls() as made:
            heard()
        assert made.count("TransactWriteItems") == 2
        assert journal(listing, variant_id="v50")["items"][0]["change"] == 50

    def test_goes_on_page_by_page_with_what_was_left(self, clip: Any) -> None:
        for change in (1, 2, 3, 4):
            world.made(restock(clip, change))
        whole = journal(clip)["items"]
        pages, cursor = [], ""
        while cursor is not None:
            page = world.made(asked(clip, limit=2, **({"cursor": cursor} if cursor else {})))
            pages += page["items"]
            cursor = page["cursor"]
            world.made(restock(clip, 10))
            heard()
        assert pages == whole

    @pytest.mark.parametrize("cursor", ["x", "a.b.c", "e30.1.2", ".1.2"])
    def test_with_a_cursor_that_is_none_is_refused(self, clip: Any, cursor: str) -> None:
        reply = asked(clip, cursor=cursor)
        assert (reply.status, reply.json["code"]) == (422, "bad_cursor")

    def test_costs_the_same_however_long_it_is(self, clip: Any) -> None:
        heard()
        with calls() as short:
            asked(clip, limit=2)
        for _ in range(8):
            restock(clip, 1)
        heard()
        with calls() as long:
            asked(clip, limit=2)
        assert long == short == ["BatchGetItem", "GetItem", "Query", "GetItem"]


class TestCounting:
    def test_sets_the_stock(self, clip: Any) -> None:
        assert world.made(count(clip, 9, seen=5))["variants"][0]["stock"] == 9
        assert world.stock_of(clip) == 9
        assert told(clip)[0] == ("counted", 4, 0)

    def test_is_refused_when_something_was_sold_meanwhile(self, clip: Any) -> None:
        world.a_paid_order(listing=clip)
        reply = count(clip, 9, seen=5)
        assert (reply.status, reply.json["code"], reply.json["field"]) == (409, "stock_changed", "seen")
        assert "4 now" in reply.json["detail"]
        assert world.stock_of(clip) == 4

    def test_that_finds_it_right_is_noted_too(self, clip: Any) -> None:
        world.made(count(clip, 5, seen=5))
        assert told(clip)[0] == ("counted", 0, 0)

    def test_of_an_unknown_variant_is_refused(self, clip: Any) -> None:
        wish = {"variant_id": "v09", "counted": 1, "seen": 1}
        reply = MEI.post(f"/listings/{clip['id']}/stock-count", wish)
        assert reply.json["code"] == "variant_not_found"


class Books(RuleBasedStateMachine):
    """Whatever moves stock, and however its events come: once they are heard, the journal is the stock."""

    def __init__(self) -> None:
        super().__init__()
        cloud_emptied()
        self.clip = world.a_listing(stock=9)
        world.money_for(LI)
        self.waiting: list[str] = []
        self.orders: list[str] = []
        self.old: list[dict[str, Any]] = []

    @initialize()
    def begun(self) -> None:
        self.hear()

    def hear(self) -> None:
        self.old += heard()

    @rule(change=st.integers(-3, 3))
    def restock(self, change: int) -> None:
        restock(self.clip, change)

    @rule(counted=st.integers(0, 12), off=st.integers(0, 1))
    def count(self, counted: int, off: int) -> None:
        count(self.clip, counted, seen=world.stock_of(self.clip) + off)

    @rule(quantity=st.integers(1, 3), pay_from=st.sampled_from(["wallet", "gateway"]))
    def buy(self, quantity: int, pay_from: str) -> None:
        reply = begin(self.clip, quantity, pay_from=pay_from)
        if reply.status == 201 and pay_from == "gateway":
            self.waiting.append(reply.json["id"])
        elif reply.status == 201:
            self.orders.append(reply.json["orders"][0]["id"])

    @rule(what=st.sampled_from(["complete", "cancel"]))
    def end(self, what: str) -> None:
        if self.waiting:
            body = {"method": "pm_card_visa"} if what == "complete" else None
            LI.post(f"/checkouts/{self.waiting.pop()}/{what}", body)

    @rule()
    def call_off(self) -> None:
        if self.orders:
            MEI.post(f"/orders/{self.orders.pop()}/cancel")

    @rule()
    def lapse(self) -> None:
        reservations.lapse_due(clock.now() + EXPIRED)

    @rule(seed=st.integers(0, 9), again=st.integers(0, 3))
    def some_are_heard_in_another_order_and_again(self, seed: int, again: int) -> None:
        new = messages("stock")
        batch = new + self.old[-again:]
        random.Random(seed).shuffle(batch)
        heard(batch)
        self.old += new

    def teardown(self) -> None:
        self.hear()
        found = world.made(asked(self.clip, limit=100))
        assert found["cursor"] is None
        assert sum(one["change"] for one in found["items"]) == found["stock"] == world.stock_of(self.clip)
        assert sum(one["change_of_reserved"] for one in found["items"]) == found["reserved"] >= 0
        assert found["items"][0]["stock"] == found["stock"]
        assert found["items"][-1]["stock"] == found["items"][-1]["change"]


def test_the_journal_is_the_stock() -> None:
    run_state_machine_as_test(
        Books,
        settings=settings(
            max_examples=8,
            stateful_step_count=20,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_every_cause_is_told_in_this_file() -> None:
    """A new cause wants a test of what the journal says of it."""
    assert set(Cause) == {
        "listed", "restocked", "written_off", "counted", "sold", "reserved", "released", "lapsed", "cancelled"
    }  # fmt: skip
