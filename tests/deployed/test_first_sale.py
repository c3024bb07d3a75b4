"""The first sale, driven as a mobile client would: over HTTP, against the deployed stage."""

from __future__ import annotations

import io
import json
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import httpx
import pytest
from PIL import Image

from chalicelib.payments import sandbox
from demo import photos
from demo.people import Person
from tests.camera import seen
from tests.conftest import Stack
from tests.deployed.watching import audit, until

HONGYUAN = "513233"
"""A rural county on the Tibetan plateau, in Sichuan."""


def somebody(stack: Stack, name: str) -> Person:
    """A new person, signed in."""
    return Person.at(stack.api_url, f"{name}-{uuid4().hex[:8]}@example.com", name).sign_up()


def home(person: Person) -> str:
    wish = {
        "recipient": person.name,
        "phone": "138 0013 8000",
        "country": "CN",
        "region": HONGYUAN,
        "street": "邛溪镇团结路 1 号",
    }
    address_id: str = person.post("/addresses", wish)["id"]
    return address_id


def top_up(person: Person, amount: int) -> None:
    person.post("/wallet/top-ups", {"amount": amount, "currency": "CNY", "method": "pm_card_visa"})


def in_wallet(person: Person) -> int:
    amount: int = person.get("/wallet")["balance"]["amount"]
    return amount


def open_store(person: Person, name: str) -> Any:
    store = person.post("/stores", {"name": name, "currency": "CNY", "time_zone": "Asia/Shanghai"})
    return person.post(f"/stores/{store['id']}/publish")


def list_goods(person: Person, store: Any, *, title: str, price: int, stock: int, **more: Any) -> Any:
    variants = [{"sku": "ONE", "price": price, "stock": stock}]
    wish = {
        "store_id": store["id"],
        "title": title,
        "category": "hair",
        "variants": variants,
        "publish": True,
    }
    return person.post("/listings", {**wish, **more})


def stock_of(person: Person, listing: Any) -> int:
    stock: int = person.get(f"/listings/{listing['id']}")["variants"][0]["stock"]
    return stock


def invoke(stack: Stack, function: str, event: Any) -> Any:
    """Have one of the stage's Lambdas do its work now."""
    name = next(
        one["FunctionName"]
        for page in stack.client("lambda").get_paginator("list_functions").paginate()
        for one in page["Functions"]
        if function in one["FunctionName"].replace("-", "_").lower() or function in one["Handler"]
    )
    answer = stack.client("lambda").invoke(FunctionName=name, Payload=json.dumps(event))
    payload = answer["Payload"].read()
    assert "FunctionError" not in answer, payload
    return json.loads(payload)


@pytest.fixture(scope="module")
def mei(stack: Stack) -> Person:
    return somebody(stack, "Mei")


@pytest.fixture(scope="module")
def li(stack: Stack) -> Person:
    return somebody(stack, "Li")


@pytest.fixture(scope="module")
def store(mei: Person) -> Any:
    return open_store(mei, "梅的小铺")


class TestTheFirstSale:
    def test_goes_from_an_open_store_to_money_in_the_bank(self, stack: Stack) -> None:
        mei, wang, li = (somebody(stack, name) for name in ("Mei", "Wang", "Li"))

        # Mei opens a store, customises it and lists goods with photos.
        store = open_store(mei, "梅的小铺 Mei's")
        banner = mei.upload(photos.banner(), "image/jpeg", "banner")
        photo = mei.upload(photos.photo_of("tortoiseshell-claw-clip"), "image/jpeg", "listing")
        clip = list_goods(mei, store, title="珍珠发夹", price=3_990, stock=5, photos=[photo])
        mei.patch(
            f"/stores/{store['id']}",
            {
                "theme": {"accent": "#aa3355"},
                "banner": banner,
                "announcement": "全场包邮",
                "pinned": [clip["id"]],
            },
        )
        assert store["slug"].startswith("mei-de-xiao-pu")

        # She shares it: the QR code leads a camera to the page with its preview card.
        link = mei.post(f"/stores/{store['id']}/links", {"channel": "weibo"})
        png = httpx.get(f"{stack.api_url}/stores/{store['id']}/qr?link={link['code']}&logo=true", timeout=60)
        assert png.headers["content-type"] == "image/png"
        found = seen(Image.open(io.BytesIO(png.content)))
        landed = httpx.get(found.text, follow_redirects=True, timeout=60)
        assert landed.status_code == 200
        assert "梅的小铺" in landed.text and 'property="og:image"' in landed.text
        assert "珍珠发夹" in landed.text
        (shared,) = mei.get(f"/stores/{store['id']}/links")["items"]
        assert (shared["channel"], shared["visits"]) == ("weibo", 1)

        # Li buys of two stores with one payment; the money waits in escrow.
        ring = list_goods(wang, open_store(wang, "Wang"), title="银戒指", price=5_000, stock=1)
        top_up(li, 20_000)
        audit(stack)
        for listing, quantity in ((clip, 2), (ring, 1)):
            line = {"listing_id": listing["id"], "variant_id": "v01", "quantity": quantity}
            li.post("/cart/lines", line)
        checkout = li.post("/checkouts", {"address_id": home(li)}, key="first-sale")
        assert [order["total"]["amount"] for order in checkout["orders"]] == [7_980, 5_000]
        assert in_wallet(li) == 20_000 - 12_980
        order = checkout["orders"][0]
        assert audit(stack)[f"escrow:{order['id']}:CNY"] == 7_980

        # Mei hears of it and ships; Li hears of that and confirms; Mei is paid less the fee.
        assert "珍珠发夹" in heard(mei, "order_paid")["text"]["zh"]
        mei.post(f"/orders/{order['id']}/parcel", {"courier": "中通快递", "tracking_number": "ZT100200"})
        assert "ZT100200" in heard(li, "order_shipped")["text"]["en"]
        audit(stack)
        assert li.post(f"/orders/{order['id']}/confirm")["state"] == "completed"
        assert in_wallet(mei) == 7_980 - 160
        audit(stack)

        # She takes the money home.
        wish = {"amount": 7_820, "currency": "CNY", "destination": "ba_ok"}
        withdrawal = mei.post("/wallet/withdrawals", wish)
        path = f"/wallet/withdrawals/{withdrawal['id']}"
        assert until(lambda: (now := mei.get(path))["state"] != "requested" and now)["state"] == "paid"
        heard(mei, "withdrawal_paid")
        assert in_wallet(mei) == 0
        audit(stack)

    def test_confirms_itself_when_the_buyer_says_nothing(
        self, stack: Stack, mei: Person, li: Person, store: Any
    ) -> None:
        order = a_shipped_order(mei, li, store)
        backdate(stack, order)

        assert invoke(stack, "sweep", SCHEDULED)["orders_moved"] >= 1

        assert li.get(f"/orders/{order['id']}")["state"] == "completed"
        audit(stack)

    def test_sends_what_a_crash_left_in_the_outbox(self, stack: Stack, mei: Person) -> None:
        person_id = mei.get("/me")["id"]
        event_id = "evt_01ARZ3NDEKTSV4RRFFQ69G5FAV"
        left_behind(stack, event_id, person_id)

        invoke(stack, "sweep", SCHEDULED)

        assert heard(mei, "withdrawal_paid")["id"] == event_id.replace("evt", "ntf")

    def test_refuses_to_ship_to_confirm_or_to_see_what_is_not_ones_own(
        self, mei: Person, li: Person, store: Any, stack: Stack
    ) -> None:
        order = a_shipped_order(mei, li, store)
        stranger = somebody(stack, "Zhao")
        for method, path in (
            ("GET", f"/orders/{order['id']}"),
            ("POST", f"/orders/{order['id']}/confirm"),
            ("POST", f"/orders/{order['id']}/cancel"),
            ("GET", f"/orders/{order['id']}/parcel"),
            ("GET", f"/stores/{store['id']}/orders"),
        ):
            assert stranger.call(method, path).status_code == 404


class TestPressedTwiceAtTheSameInstant:
    def test_with_one_key_is_one_order_and_the_same_answer(
        self, stack: Stack, mei: Person, li: Person, store: Any
    ) -> None:
        clip = list_goods(mei, store, title="双击发夹", price=100, stock=10)
        top_up(li, 1_000)
        item = {"listing_id": clip["id"], "variant_id": "v01", "quantity": 1, "price": 100}
        wish = {"address_id": home(li), "items": [item]}
        gate = threading.Barrier(4)

        def press(_: int) -> httpx.Response:
            gate.wait()
            return li.call("POST", "/checkouts", wish, key="double-press")

        with ThreadPoolExecutor(4) as pool:
            replies = list(pool.map(press, range(4)))

        assert {reply.status_code for reply in replies} == {201}
        assert len({reply.content for reply in replies}) == 1
        assert stock_of(li, clip) == 9
        audit(stack)


class TestPaidAtTheGateway:
    def test_told_before_and_after_the_buyers_completion_is_one_order_and_one_charge(
        self, stack: Stack, mei: Person, li: Person, store: Any
    ) -> None:
        clip = list_goods(mei, store, title="扫码发夹", price=250, stock=4)
        item = {"listing_id": clip["id"], "variant_id": "v01", "quantity": 2, "price": 250}
        wish = {"address_id": home(li), "items": [item], "pay_from": "gateway"}
        before = in_wallet(li)
        checkout = li.post("/checkouts", wish)

        assert notify(stack, checkout, "n1").status_code == 204
        placed = li.post(f"/checkouts/{checkout['id']}/complete", {"method": "pm_card_visa"})
        assert notify(stack, checkout, "n1").status_code == 204
        assert notify(stack, checkout, "n2").status_code == 204

        assert placed["state"] == "placed"
        assert li.get(f"/checkouts/{checkout['id']}")["orders"] == placed["orders"]
        assert stock_of(li, clip) == 2
        assert in_wallet(li) == before
        assert audit(stack)[f"escrow:{placed['orders'][0]['id']}:CNY"] == 500

    def test_is_placed_by_the_notice_alone(self, stack: Stack, mei: Person, li: Person, store: Any) -> None:
        clip = list_goods(mei, store, title="通知发夹", price=250, stock=4)
        item = {"listing_id": clip["id"], "variant_id": "v01", "quantity": 1, "price": 250}
        checkout = li.post("/checkouts", {"address_id": home(li), "items": [item], "pay_from": "gateway"})

        assert notify(stack, checkout, "n1").status_code == 204

        path = f"/checkouts/{checkout['id']}"
        until(lambda: li.get(path)["state"] == "placed")
        assert stock_of(li, clip) == 3
        audit(stack)

    def test_forged_is_refused(self, stack: Stack) -> None:
        reply = httpx.post(
            f"{stack.api_url}/payments/notices/sandbox",
            json={"notice_id": "n", "charge_id": "chg_x", "outcome": "succeeded", "amount": 1},
            headers={sandbox.SIGNATURE: "0" * 64},
            timeout=60,
        )
        assert reply.status_code == 401


SCHEDULED = {
    "version": "0",
    "id": "1",
    "detail-type": "Scheduled Event",
    "source": "aws.events",
    "account": "000000000000",
    "time": "2026-11-25T00:00:00Z",
    "region": "us-east-1",
    "resources": [],
    "detail": {},
}


def heard(person: Person, kind: str) -> Any:
    """The newest notification of a kind, once it is there."""

    def look() -> Any:
        found = [one for one in person.get("/notifications")["items"] if one["kind"] == kind]
        return found and found[0]

    return until(look)


def a_shipped_order(mei: Person, li: Person, store: Any) -> Any:
    clip = list_goods(mei, store, title="发夹", price=1_000, stock=1)
    top_up(li, 1_000)
    item = {"listing_id": clip["id"], "variant_id": "v01", "quantity": 1, "price": 1_000}
    order = li.post("/checkouts", {"address_id": home(li), "items": [item]})["orders"][0]
    mei.post(f"/orders/{order['id']}/parcel", {"courier": "圆通", "tracking_number": "YT0001"})
    return order


def backdate(stack: Stack, order: Any) -> None:
    """Let ten days pass for one order."""
    stack.client("dynamodb").update_item(
        TableName=stack.deployment.table("orders"),
        Key={"pk": {"S": order["id"]}, "sk": {"S": "order"}},
        UpdateExpression="SET due_at = :past",
        ExpressionAttributeValues={":past": {"S": "2020-01-01T00:00:00.000000Z"}},
    )


def left_behind(stack: Stack, event_id: str, person_id: str) -> None:
    """An event as a process leaves it that dies between its commit and its sending."""
    event = {
        "event_id": event_id,
        "at": "2026-01-01T00:00:00Z",
        "withdrawal_id": "wdr_1",
        "person_id": person_id,
        "amount": 500,
        "currency": "CNY",
    }
    stack.client("dynamodb").put_item(
        TableName=stack.deployment.table("foundation"),
        Item={
            "pk": {"S": "outbox#0"},
            "sk": {"S": event_id},
            "kind": {"S": "WithdrawalPaid.1"},
            "event": {"S": json.dumps(event)},
            "correlation": {"S": "req-crashed"},
            "listeners": {"L": [{"S": "notifications"}]},
        },
    )


def notice_secret(stack: Stack) -> str:
    """What the gateway and the stage share."""
    name = f"guanxi-{stack.stage}-notice-secret"
    secret: str = stack.client("secretsmanager").get_secret_value(SecretId=name)["SecretString"]
    return secret


def notify(stack: Stack, checkout: Any, name: str) -> httpx.Response:
    """The gateway's signed notice that a checkout is paid."""
    body = json.dumps(
        {
            "notice_id": f"{checkout['id']}-{name}",
            "charge_id": checkout["charge_id"],
            "outcome": "succeeded",
            "amount": checkout["total"]["amount"],
            "currency": "CNY",
        }
    ).encode()
    signature = sandbox.signature(body, notice_secret(stack))
    headers = {sandbox.SIGNATURE: signature, "Content-Type": "application/json"}
    return httpx.post(f"{stack.api_url}/payments/notices/sandbox", content=body, headers=headers, timeout=60)
