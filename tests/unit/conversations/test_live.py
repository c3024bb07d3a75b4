from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.conversations.live import models, rules
from chalicelib.conversations.live.rules import Device
from chalicelib.foundation import clock
from chalicelib.foundation.tables import read_together
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import calls
from tests.unit.conversations.talks import (
    a_device,
    a_talk,
    a_ticket,
    connected,
    hear,
    left,
    posted,
    say,
    seen,
)
from tests.unit.stores.crew import PACKER, SERVICE, hired, says
from tests.unit.world import LI, MEI, ZHAO, made, person_id


def devices_of(audience: str) -> set[str]:
    (found,) = read_together([models.audience_want(audience)])
    return {device.connection_id for device in found or ()}


def frame(action: str, talk: Any, **what: Any) -> Any:
    return {"action": action, "conversation_id": talk["id"], **what}


class TestConnecting:
    def test_lets_a_device_in_once_by_a_ticket(self) -> None:
        ticket = a_ticket(LI)
        assert [connected(ticket, connection) for connection in ("one", "two")] == [200, 401]
        assert devices_of(person_id(LI)) == {"one"}

    def test_by_an_old_ticket_is_refused(self) -> None:
        ticket = a_ticket(LI)
        with clock.stopped_at(clock.now() + rules.TICKET_LIFE):
            assert connected(ticket, "late") == 401

    @pytest.mark.parametrize("ticket", ["", "nonsense", "x" * 5000])
    def test_by_no_ticket_is_refused(self, ticket: str) -> None:
        assert connected(ticket, "none") == 401

    def test_for_a_store_is_for_who_speaks_for_it(self) -> None:
        store = world.a_store()
        hired(store, "packer", PACKER)
        hired(store, "service", SERVICE)
        wish = {"store_id": store["id"]}
        says(PACKER.post("/conversations/ticket", wish), 403, "not_permitted")
        says(ZHAO.post("/conversations/ticket", wish), 404, "store_not_found")
        device = a_device(SERVICE, store=store)
        assert devices_of(store["id"]) == {device}

    def test_of_more_devices_than_ten_drops_the_oldest(self) -> None:
        with posted():
            devices = [a_device(LI) for _ in range(rules.MOST_DEVICES + 1)]
        assert devices_of(person_id(LI)) == set(devices[1:])
        assert hear(devices[0], {"action": "ping"}) == 410

    def test_is_forgotten_when_a_device_goes(self) -> None:
        device = a_device(LI)
        assert left(device) == 200
        assert devices_of(person_id(LI)) == set()

    def test_forgets_first_what_api_gateway_has_ended(self) -> None:
        now = clock.now()
        devices = [Device(f"c{age}", "per_1", None, now - timedelta(hours=age)) for age in (0, 1, 2, 3, 4)]
        gone = rules.too_many(devices, Device("new", "per_1", None, now))
        assert [device.connection_id for device in gone] == ["c4", "c3"]


class TestTelling:
    def test_tells_every_device_of_both_sides(self) -> None:
        store = world.a_store()
        talk = a_talk(listing=world.a_listing(store=store))
        devices = [
            a_device(who, store=at) for who, at in ((LI, None), (LI, None), (MEI, store), (MEI, store))
        ]
        with posted() as told:
            message = say(LI, talk, "Hello")
        assert {connection for connection, _ in told} == set(devices)
        assert all(one == {"kind": "message", "message": message} for _, one in told)

    def test_tells_nobody_else(self) -> None:
        store = world.a_store()
        talk = a_talk(listing=world.a_listing(store=store))
        a_device(ZHAO)
        a_device(MEI)  # as a buyer, elsewhere
        with posted() as told:
            say(LI, talk)
        assert told == []

    def test_tells_those_no_more_who_work_there_no_more(self) -> None:
        store = world.a_store()
        hired(store, "service", SERVICE)
        talk = a_talk(listing=world.a_listing(store=store))
        device = a_device(SERVICE, store=store)
        with posted() as told:
            say(LI, talk)
            made(MEI.delete(f"/stores/{store['id']}/staff/{person_id(SERVICE)}"))
            say(LI, talk)
        assert [connection for connection, _ in told] == [device]

    def test_forgets_a_device_that_is_gone(self) -> None:
        talk = a_talk()
        gone, there = a_device(LI), a_device(LI)
        with posted(gone={gone}) as told:
            say(MEI, talk)
        assert devices_of(person_id(LI)) == {there}
        assert [connection for connection, _ in told] == [there]
        assert hear(gone, {"action": "ping"}) == 410

    def test_that_fails_loses_no_message(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from chalicelib.conversations.live import sender

        talk = a_talk()
        a_device(LI)

        def broken(*_: Any) -> Any:
            raise RuntimeError

        monkeypatch.setattr(sender, "tell", broken)
        assert say(MEI, talk)["seq"] == seen(LI, talk)["last"] == 1

    def test_costs_one_read_and_a_call_for_each_device(self) -> None:
        talk = a_talk()
        for _ in range(2):
            a_device(LI)
        say(MEI, talk)
        with posted(), calls() as made_calls:
            say(MEI, talk)
        assert made_calls == [
            "BatchGetItem", "TransactWriteItems", "SendMessageBatch", "BatchWriteItem", "BatchGetItem",
        ]  # fmt: skip


class TestSaying:
    def test_is_acknowledged_and_told_to_the_others(self) -> None:
        talk = a_talk()
        mine, other = a_device(LI), a_device(LI)
        with posted() as told:
            assert hear(mine, frame("send", talk, client_id="a", text="Hello")) == 200
        frames = dict(told)
        assert (frames[mine]["kind"], frames[mine]["client_id"]) == ("ack", "a")
        assert frames[mine]["message"]["seq"] == 1
        assert frames[other] == {"kind": "message", "message": frames[mine]["message"]}

    def test_again_is_acknowledged_with_the_same_message(self) -> None:
        talk = a_talk()
        device = a_device(LI)
        with posted() as told:
            for _ in range(2):
                hear(device, frame("send", talk, client_id="a", text="Hello"))
        assert told[0] == told[1]

    @pytest.mark.parametrize(
        ("said", "code"),
        [
            ("{", "invalid"),
            ("[]", "invalid"),
            ({"action": "dance"}, "invalid"),
            ({"action": "ping", "more": 1}, "invalid"),
            ({"action": "send", "conversation_id": "c", "client_id": "a", "text": "x" * 2_001}, "invalid"),
            ({"action": "send", "conversation_id": "cnv_1", "client_id": "a", "text": "x"},
             "conversation_not_found"),
            ({"action": "typing", "conversation_id": "cnv_1"}, "conversation_not_found"),
        ],
    )  # fmt: skip
    def test_of_what_cannot_be_done_is_refused(self, said: Any, code: str) -> None:
        device = a_device(LI)
        with posted() as told:
            assert hear(device, said) == 200
        assert [(one["kind"], one["code"]) for _, one in told] == [("refused", code)]

    def test_in_somebody_elses_conversation_is_refused(self) -> None:
        talk = a_talk()
        device = a_device(ZHAO)
        with posted() as told:
            for action in ("typing", "presence"):
                hear(device, frame(action, talk))
            hear(device, frame("read", talk, seq=1))
        assert {one["code"] for _, one in told} == {"conversation_not_found"}

    def test_that_one_types_is_told_to_the_other_side(self) -> None:
        store = world.a_store()
        talk = a_talk(listing=world.a_listing(store=store))
        mine, hers = a_device(LI), a_device(MEI, store=store)
        with posted() as told:
            hear(mine, frame("typing", talk))
        assert [(connection, one["kind"], one["side"]) for connection, one in told] == [
            (hers, "typing", "buyer")
        ]

    def test_what_one_has_and_has_read_is_told_to_both_sides(self) -> None:
        store = world.a_store()
        talk = a_talk(listing=world.a_listing(store=store))
        say(MEI, talk)
        say(MEI, talk)
        mine, other, hers = a_device(LI), a_device(LI), a_device(MEI, store=store)
        with posted() as told:
            hear(mine, frame("delivered", talk, seq=2))
            hear(mine, frame("delivered", talk, seq=1))
            hear(mine, frame("read", talk, seq=1))
        assert sorted((who, one["read"], one["delivered"]) for who, one in told) == sorted(
            [(other, 0, 2), (hers, 0, 2), (other, 1, 2), (hers, 1, 2)]
        )
        assert seen(LI, talk)["unread"] == 1

    def test_of_more_than_there_is_delivered_is_refused(self) -> None:
        talk = a_talk()
        device = a_device(LI)
        with posted() as told:
            hear(device, frame("delivered", talk, seq=1))
        assert told[0][1]["code"] == "message_not_found"

    @pytest.mark.parametrize("there", [True, False])
    def test_asks_whether_anybody_is_there(self, there: bool) -> None:
        store = world.a_store()
        talk = a_talk(listing=world.a_listing(store=store))
        if there:
            a_device(MEI, store=store)
        device = a_device(LI)
        with posted() as told:
            hear(device, frame("presence", talk))
        assert told == [(device, {"kind": "presence", "conversation_id": talk["id"], "present": there})]

    def test_keeps_the_connection_open(self) -> None:
        device = a_device(Api("bbbbbbbb-0000-0000-0000-000000000009"))
        with posted() as told:
            hear(device, {"action": "ping"})
        assert told == [(device, {"kind": "pong"})]
