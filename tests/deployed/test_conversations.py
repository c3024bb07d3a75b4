"""Conversations with real WebSockets: whatever happens on the way, every device ends with the same."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from websockets.exceptions import InvalidHandshake, InvalidStatus
from websockets.sync.client import connect

from demo.devices import Device
from demo.people import Person
from tests.conftest import Stack
from tests.deployed.test_first_sale import (
    home,
    in_wallet,
    list_goods,
    open_store,
    somebody,
    stock_of,
    top_up,
)
from tests.deployed.watching import until

EACH = 125
"""How many messages each of four devices says."""


@pytest.fixture(scope="module")
def mei(stack: Stack) -> Person:
    return somebody(stack, "Mei")


@pytest.fixture(scope="module")
def store(mei: Person) -> Any:
    return open_store(mei, "梅的小铺")


@pytest.fixture
def li(stack: Stack) -> Person:
    return somebody(stack, "Li")


@pytest.fixture
def talk(mei: Person, li: Person, store: Any) -> Any:
    clip = list_goods(mei, store, title="珍珠发夹", price=3_990, stock=5)
    return li.post("/conversations", {"listing_id": clip["id"]})


class TestDevices:
    def test_are_let_in_once_by_a_ticket(self, li: Person) -> None:
        url = li.post("/conversations/ticket", {})["url"]
        with connect(url, open_timeout=60) as socket:
            socket.close()
        for tried in (url, url.partition("?")[0]):
            with (
                pytest.raises((InvalidStatus, InvalidHandshake, ConnectionError)),
                connect(tried, open_timeout=20),
            ):
                pass

    def test_hear_at_once_what_is_said_typed_and_read(
        self, li: Person, mei: Person, store: Any, talk: Any
    ) -> None:
        hers = Device(mei, talk["id"], store["id"]).connect()
        his = Device(li, talk["id"]).connect()
        his.say("这款还有白色吗？")
        assert hers.until(lambda: 1 in hers.messages)
        assert his.until(lambda: not his.unsure)
        hers.do("typing")
        hers.do("read", seq=1)
        assert his.until(lambda: {one["kind"] for one in his.told} >= {"typing", "receipt"}), his.told
        li.post(f"/conversations/{talk['id']}/messages", {"client_id": "rest", "text": "在吗？"})
        assert hers.until(lambda: 2 in hers.messages)
        his.do("presence")
        assert his.until(lambda: any(one.get("present") for one in his.told))
        hers.close()
        until(lambda: not _is_there(his))
        his.close()

    def test_end_with_the_same_500_messages_though_one_was_lost_half_way(
        self, li: Person, mei: Person, store: Any, talk: Any
    ) -> None:
        devices = [
            Device(who, talk["id"], store_id).connect()
            for who, store_id in ((li, None), (li, None), (mei, store["id"]), (mei, store["id"]))
        ]
        all_speak(devices, lost=devices[1])
        devices[1].connect()
        for device in devices:
            assert device.insist(seconds=240), (len(device.unsure), device.told[-3:])
            device.catch_up()

        assert [sorted(device.messages) for device in devices] == [list(range(1, 4 * EACH + 1))] * 4
        texts, *others = (
            [device.messages[seq]["text"] for seq in range(1, 4 * EACH + 1)] for device in devices
        )
        assert others == [texts] * 3
        assert sorted(texts) == sorted(text for number in range(4) for text in said_by(number))
        for number in (0, 2, 3):  # what one device says stays in its order
            assert [text for text in texts if text.startswith(f"{number}-")] == said_by(number)
        for who in (li, mei):
            assert who.get(f"/conversations/{talk['id']}")["unread"] == 2 * EACH
            assert who.post(f"/conversations/{talk['id']}/read", {"seq": 4 * EACH})["unread"] == 0


class TestHaggling:
    def test_ends_in_a_checkout_that_costs_what_was_agreed_on(
        self, stack: Stack, li: Person, mei: Person, talk: Any
    ) -> None:
        clip = talk["context"]["id"]
        path = f"/conversations/{talk['id']}/offers"
        wish = {"listing_id": clip, "variant_id": "v01", "price": 3_000, "quantity": 2}
        first = li.post(path, wish)
        second = mei.post(f"{path}/{first['id']}/counter", {"price": 3_600, "quantity": 2})
        assert li.call("POST", "/checkouts", buying(li, second)).status_code == 404
        agreed = li.post(f"{path}/{second['id']}/accept")
        assert (agreed["state"], agreed["total"]["amount"]) == ("accepted", 7_200)
        assert stock_of(li, {"id": clip}) == 3

        another = somebody(stack, "Wang")
        top_up(another, 10_000)
        refused = another.call("POST", "/checkouts", buying(another, agreed))
        assert (refused.status_code, refused.json()["code"]) == (404, "reservation_not_found")

        top_up(li, 10_000)
        mei.patch(f"/listings/{clip}", {"variants": [{"id": "v01", "price": 9_900}]})
        (order,) = li.post("/checkouts", buying(li, agreed))["orders"]
        assert (order["total"]["amount"], in_wallet(li)) == (7_200, 2_800)
        again = li.call("POST", "/checkouts", buying(li, agreed))
        assert (again.status_code, again.json()["code"]) == (409, "reservation_gone")
        assert (stock_of(li, {"id": clip}), in_wallet(li)) == (3, 2_800)


class TestPhones:
    def test_are_registered_by_whoever_holds_them(self, li: Person, mei: Person) -> None:
        phone = {"platform": "apns", "token": f"the phone of {li.email}", "language": "en"}
        taken = li.post("/push-devices", phone)
        assert mei.call("DELETE", f"/push-devices/{taken['id']}").status_code == 404
        assert mei.post("/push-devices", phone)["id"] == taken["id"]
        assert li.get("/push-devices")["items"] == []
        mei.delete(f"/push-devices/{taken['id']}")
        assert mei.get("/push-devices")["items"] == []


def buying(person: Person, offer: Any) -> dict[str, str]:
    return {"address_id": home(person), "offer_id": offer["id"]}


def said_by(number: int) -> list[str]:
    return [f"{number}-{count}" for count in range(EACH)]


def all_speak(devices: list[Device], *, lost: Device) -> None:
    """All say their messages at once; one loses its connection half-way."""

    def speak(device: Device, number: int) -> None:
        for count, text in enumerate(said_by(number)):
            device.say(text)
            if device is lost and count == EACH // 2:
                device.until(lambda: len(device.messages) > EACH // 2)
                device.die()

    speaking = [
        threading.Thread(target=speak, args=(device, number)) for number, device in enumerate(devices)
    ]
    for thread in speaking:
        thread.start()
    for thread in speaking:
        thread.join()


def _is_there(device: Device) -> bool:
    device.told.clear()
    device.do("presence")
    device.until(lambda: device.told)
    return bool(device.told[-1]["present"])
