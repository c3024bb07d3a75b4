"""Shipping by the screens: couriers compared, a parcel booked and followed, a refund answered."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from demo import photos
from demo.people import Person
from tests.browser.conftest import PhoneOf
from tests.browser.phones import Phone, said
from tests.conftest import Stack
from tests.deployed.test_first_sale import HONGYUAN, list_goods, open_store, somebody, top_up
from tests.deployed.watching import until


@pytest.fixture(scope="module")
def mei(stack: Stack) -> Person:
    mei = somebody(stack, "Mei")
    top_up(mei, 20_000)
    return mei


@pytest.fixture(scope="module")
def store(mei: Person) -> Any:
    return open_store(mei, said("梅的小铺"))


@pytest.fixture(scope="module")
def clip(mei: Person, store: Any) -> Any:
    return list_goods(mei, store, title=said("玳瑁色醋酸抓夹"), price=3_990, stock=99)


@pytest.fixture(scope="module")
def li(stack: Stack) -> Person:
    li = somebody(stack, "Li")
    top_up(li, 100_000)
    return li


def an_order(li: Person, clip: Any, *, quantity: int = 1) -> Any:
    """Paid goods for a rural county."""
    home = {
        "recipient": said("李雷"),
        "phone": "138 0013 8000",
        "country": "CN",
        "region": HONGYUAN,
        "street": said("邛溪镇团结路 1 号"),
    }
    address = li.post("/addresses", home)["id"]
    item = {"listing_id": clip["id"], "variant_id": "v01", "quantity": quantity, "price": 3_990}
    wish = {"address_id": address, "items": [item]}
    order = li.post("/checkouts", wish)["orders"][0]
    li.delete(f"/addresses/{address}")
    return order


def choose_region(phone: Phone) -> None:
    for label, words in (
        ("Province", "浙江省"),
        ("City or prefecture", "金华市"),
        ("County or district", "义乌市"),
    ):
        phone.choose(label, words)


def test_an_order_is_sent_by_the_courier_with_the_best_record(
    phone_of: PhoneOf, mei: Person, li: Person, store: Any, clip: Any
) -> None:
    phone = phone_of(mei).open(f"/sell/{store['id']}/orders").titled("Orders")
    phone.sees("All shipped").looks_well("sell-orders-none")
    order = an_order(li, clip, quantity=3)
    phone.page.reload()
    phone.sees(said("李雷")).looks_well("sell-orders")
    phone.page.get_by_role("link", name=re.compile("李雷")).click()
    phone.titled("Order").sees("邛溪镇").looks_well("order").press("Compare couriers")

    # She tells once from where she sends.
    phone.titled("Send a parcel").sees("Tell it once").write("Sender", said("梅")).write(
        "Phone", "13800138000"
    )
    choose_region(phone)
    phone.write("Street, village, house", said("稠州北路 1 号")).press("Save")

    # Two of three pieces go first, by whoever is most often on time.
    phone.sees("First choice")
    phone.press("One fewer").looks_well("couriers")
    phone.page.get_by_text("Reliability", exact=True).click()
    phone.sees(re.compile("First choice"))
    phone.press("Details").sees("Promised").looks_well("courier-record")
    phone.page.get_by_role("button", name=re.compile("^Choose ")).first.click()
    sheet = phone.page.get_by_role("dialog")
    phone.sees("From the wallet").looks_well("courier-booking")
    sheet.get_by_role("button", name=re.compile("Book for")).click()
    phone.titled("Parcel").sees("Waiting to be handed over").looks_well("parcel")
    (parcel,) = mei.get(f"/orders/{order['id']}/parcels")["items"]
    assert [one["pieces"] for one in parcel["booking"]["contents"]] == [2]

    with phone.context.expect_page() as printed:
        phone.press("Print the label")
    printed.value.close()

    # It is fetched, and its courier tells all the rest.
    phone.press("Have it fetched").looks_well("pickup").press("Have it fetched then").sees(
        "The courier comes"
    )
    path = f"/shipping/parcels/{parcel['booking']['id']}"
    until(lambda: (now := mei.get(path)["tracking"]) and now["proof"])
    phone.page.reload()
    phone.sees("Delivered").looks_well("parcel-delivered")
    phone.open(f"/sell/{store['id']}/orders/{order['id']}").titled("Order").sees("On the way")
    phone.sees("Send another parcel").looks_well("sell-order-shipped")
    phone.open(f"/sell/{store['id']}/orders?queue=on_the_way").sees(said("李雷"))

    # What its way taught is in the next comparison.
    quotes = f"/orders/{order['id']}/quotes?origin=330782&grams=500"
    until(lambda: any(one["on_time"]["seen"] for one in mei.get(quotes)["items"]))
    phone.open(f"/sell/{store['id']}/orders/{order['id']}/ship").titled("Send a parcel")
    phone.sees(re.compile("measured on")).looks_well("couriers-measured")


def test_a_parcel_of_ones_own_is_told_by_its_number(
    phone_of: PhoneOf, mei: Person, li: Person, store: Any, clip: Any
) -> None:
    order = an_order(li, clip)
    phone = phone_of(mei).open(f"/sell/{store['id']}/orders/{order['id']}").titled("Order")
    phone.press("Own number")
    sheet = phone.page.get_by_role("dialog")
    phone.write("Courier", said("圆通"), within=sheet).write("Tracking number", "x", within=sheet)
    phone.press("Mark as shipped", within=sheet)
    expect(sheet.locator(".fault")).to_be_visible()
    phone.looks_well("own-number")
    phone.write("Tracking number", "YT0001", within=sheet).press("Mark as shipped", within=sheet)
    phone.sees("YT0001")
    phone.open(f"/sell/{store['id']}/origin").titled("Where you send from").looks_well("origin")


def test_a_refund_is_answered_and_money_goes_back(
    phone_of: PhoneOf, mei: Person, li: Person, store: Any, clip: Any
) -> None:
    order = an_order(li, clip)
    mei.post(f"/orders/{order['id']}/parcel", {"courier": "圆通", "tracking_number": f"YT{order['id'][-6:]}"})
    shown = li.upload(photos.photo_of("tortoiseshell-claw-clip"), "image/jpeg", "evidence")
    wish = {"reason": "damaged", "amount": 1_200, "text": said("到手就碎了"), "photo_ids": [shown]}
    refund = li.post(f"/orders/{order['id']}/refunds", wish)
    phone = phone_of(mei).open(f"/sell/{store['id']}/orders?queue=refunds").sees("Refund asked for")
    phone.page.get_by_role("link", name=re.compile("李雷")).click()
    phone.press("See the request").titled("Refund").sees("到手就碎了").looks_well("sell-refund")
    phone.press("Reject").write("Your reasons", said("发出时是好的")).looks_well("refund-reject")
    phone.press("Reject", within=phone.page.get_by_role("dialog")).sees("Rejected")

    li.post(f"/orders/{order['id']}/refunds/{refund['id']}/dispute")
    phone.page.reload()
    phone.sees("In dispute").press("Say or show something").write("What happened", said("有发货视频"))
    sheet = phone.page.get_by_role("dialog")
    sheet.locator("input[type=file]").set_input_files(
        {"name": "clip.jpg", "mimeType": "image/jpeg", "buffer": photos.photo_of("silk-scrunchie")}
    )
    phone.press("Add", within=sheet).sees("有发货视频").looks_well("refund-disputed")
    phone.press("Accept").press("Give back ¥12.00").sees("Paid back")
    assert li.get(f"/orders/{order['id']}")["refunded"]["amount"] == 1_200


def test_what_cannot_be_sent_is_called_off_and_some_money_given_back(
    phone_of: PhoneOf, mei: Person, li: Person, store: Any, clip: Any
) -> None:
    order = an_order(li, clip)
    phone = phone_of(mei, language="zh").open(f"/sell/{store['id']}/orders/{order['id']}").titled("订单详情")
    phone.press("主动退款").write("退款金额", "5").looks_well("give-back-zh").press("退款 ¥5.00")
    phone.sees("已退款").looks_well("order-zh").press("取消订单")
    phone.page.get_by_role("dialog").get_by_role("button", name=re.compile("取消并退回")).click()
    phone.sees("已取消")
