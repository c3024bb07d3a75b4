"""Talking by the screens: asking, answering at once, haggling, and what happens when an answer is lost."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Route, expect

from demo import photos
from demo.people import Person
from tests.browser.conftest import PhoneOf
from tests.browser.phones import Phone, said
from tests.conftest import Stack
from tests.deployed.test_first_sale import list_goods, open_store, somebody


@pytest.fixture(scope="module")
def mei(stack: Stack) -> Person:
    mei = somebody(stack, "Mei")
    mei.get("/me")
    return mei


@pytest.fixture(scope="module")
def store(mei: Person) -> Any:
    return open_store(mei, said("梅的小铺"))


@pytest.fixture(scope="module")
def clip(mei: Person, store: Any) -> Any:
    picture = mei.upload(photos.photo_of("tortoiseshell-claw-clip"), "image/jpeg", "listing")
    return list_goods(mei, store, title=said("玳瑁色醋酸抓夹"), price=3_990, stock=9, photos=[picture])


def a_buyer(stack: Stack, name: str) -> Person:
    person = somebody(stack, name.replace(" ", "-"))
    person.patch("/me", {"name": said(name)})
    return person


def message(phone: Phone, words: str | re.Pattern[str]) -> Locator:
    return phone.page.get_by_role("log").get_by_text(words)


def type_in(phone: Phone, words: str) -> None:
    phone.page.get_by_label("Message", exact=True).fill(words)
    phone.page.keyboard.press("Enter")


def test_two_talk_and_each_hears_the_other_at_once(
    phone_of: PhoneOf, stack: Stack, mei: Person, store: Any, clip: Any
) -> None:
    hers = phone_of(mei).open(f"/sell/{store['id']}/chats").titled("Customers")
    hers.sees("Nobody has asked yet").looks_well("inbox-none")
    li = a_buyer(stack, "Li Lei")
    his = phone_of(li).open("/chats").titled("Chats").sees("No chats yet").looks_well("chats-none")

    # He asks from the goods' page; his words stand there before anything is answered.
    his.open(f"/ask/{clip['id']}").titled(re.compile("梅的小铺"))
    his.sees("Say hello").looks_well("chat-begun")
    type_in(his, said("这款还有白色吗？"))
    expect(message(his, "这款还有白色吗？")).to_be_visible()
    hers.sees(re.compile("1 unread message")).looks_well("inbox")
    hers.page.get_by_role("link", name=re.compile("Li Lei")).click()
    hers.titled(re.compile("Li Lei"))
    expect(message(hers, "这款还有白色吗？")).to_be_visible()
    expect(message(his, "Read")).to_be_visible()

    # She answers, shows her goods and a photo; all of it comes to him without his doing anything.
    type_in(hers, said("有的，今天就能发。"))
    hers.press("Add to the chat")
    sheet = hers.page.get_by_role("dialog")
    sheet.locator("input[type=file]").set_input_files(
        {"name": "clip.jpg", "mimeType": "image/jpeg", "buffer": photos.photo_of("silk-scrunchie")}
    )
    expect(his.page.get_by_role("log").get_by_role("img", name="Photo")).to_be_visible()
    hers.press("Add to the chat").press("Goods", within=sheet)
    sheet.get_by_role("button", name=re.compile("玳瑁色")).click()
    expect(his.page.get_by_role("log").get_by_role("link", name=re.compile("玳瑁色"))).to_be_visible()
    expect(message(his, "有的，今天就能发。")).to_be_visible()
    his.looks_well("chat")
    hers.looks_well("chat-store")

    # Words are found again; somebody of the store looks after the chat.
    his.press("More about this chat").press("Search this chat")
    his.write("Words", "白色").press("Search", within=his.page.get_by_role("dialog"))
    found = his.page.get_by_role("dialog").get_by_role("button", name=re.compile("白色"))
    expect(found).to_be_visible()
    his.looks_well("chat-search")
    found.click()
    hers.press("More about this chat").press(re.compile("Who looks after it"))
    hers.looks_well("chat-assign")
    hers.page.get_by_role("dialog").get_by_role("button", name="Me", exact=True).click()
    hers.sees("Noted.")

    # He has had enough.
    his.press("More about this chat").press("Report a message").looks_well("chat-report")
    his.page.get_by_text("Insults", exact=True).click()
    his.press("Report").sees("Thank you. We will look at it.")
    his.press("More about this chat").press("Block").press("Block", within=his.page.get_by_role("dialog"))
    his.sees("You blocked this chat.").looks_well("chat-blocked")


def test_two_haggle_until_they_agree(
    phone_of: PhoneOf, stack: Stack, mei: Person, store: Any, clip: Any
) -> None:
    li = a_buyer(stack, "Han Meimei")
    talk = li.post("/conversations", {"listing_id": clip["id"]})
    his = phone_of(li).open(f"/chats/{talk['id']}")
    hers = phone_of(mei).open(f"/sell/{store['id']}/chats/{talk['id']}")
    his.press("Add to the chat").press("Make an offer")
    sheet = his.page.get_by_role("dialog")
    his.write("Your price for one", "30", within=sheet).press("One more", within=sheet).looks_well(
        "offer-new"
    )
    his.press("Offer ¥60.00", within=sheet)
    hers.sees("Good for").looks_well("offer-theirs").press("Counter")
    hers.write("Your price for one", "36").press("Offer ¥72.00")
    his.sees("¥72.00").press("Accept").looks_well("offer-accept").press("Accept ¥72.00")
    expect(his.page.get_by_role("link", name="Buy for ¥72.00")).to_be_visible()
    his.looks_well("offer-accepted")
    address = his.page.get_by_role("link", name="Buy for ¥72.00").get_attribute("href") or ""
    assert f"&conversation={talk['id']}" in address
    expect(message(hers, "Accepted").first).to_be_visible()


def test_what_could_not_be_sent_is_sent_again_and_stands_there_once(
    phone_of: PhoneOf, stack: Stack, clip: Any
) -> None:
    li = a_buyer(stack, "Wang")
    talk = li.post("/conversations", {"listing_id": clip["id"]})
    path = f"/conversations/{talk['id']}/messages"
    for number in range(70):
        li.post(path, {"client_id": f"old-{number}", "text": f"第 {number} 条"})
    his = phone_of(li)
    his.page.route_web_socket(re.compile("ticket="), lambda socket: socket.close())  # polling must do
    his.open(f"/chats/{talk['id']}")
    expect(message(his, "第 69 条")).to_be_visible()

    # What was said long ago comes when one goes up, and what one reads stays where it is.
    log = his.page.get_by_role("log")
    log.evaluate("log => { log.scrollTop = 60; }")
    expect(message(his, "第 0 条")).to_be_attached()
    assert log.evaluate("log => log.scrollTop") > 1_000

    tries = []

    def lose(route: Route) -> None:
        if route.request.method != "POST" or len(tries) > 1:
            return route.continue_()
        tries.append(route.request.headers["idempotency-key"])
        if len(tries) > 1:
            route.fetch()  # it arrives, and only its answer is lost
        return route.abort()

    his.page.route(f"**{path}", lose)
    type_in(his, said("听得到吗？"))
    his.sees("Not sent: there was no answer.").looks_well("chat-failed").press("Try again")
    expect(message(his, "Sent")).to_be_visible()
    assert len(li.get(f"{path}?after=70")["items"]) == len(set(tries)) == 1
    expect(message(his, "听得到吗？")).to_have_count(1)
    his.complaints[:] = [one for one in his.complaints if "ERR_FAILED" not in one]


def test_the_desk_keeps_hours_replies_and_what_is_decided_by_itself(
    phone_of: PhoneOf, stack: Stack, mei: Person, store: Any, clip: Any
) -> None:
    phone = phone_of(mei).open(f"/sell/{store['id']}/desk").titled("Desk")
    phone.page.get_by_label("Always").uncheck()
    phone.write("Said by itself outside these hours", said("明早九点回复您。")).press("Add a quick reply")
    phone.write("Name", said("发货")).write("What is said", said("48 小时内发货。"))
    phone.looks_well("desk").press("Save").sees("Saved.")
    assert mei.get(f"/stores/{store['id']}/desk")["replies"][0]["text"] == said("48 小时内发货。")
    phone.page.get_by_role("button", name=re.compile("玳瑁色")).click()
    phone.write("Decline below (% of the price)", "60").sees("60% is ¥23.94").looks_well("offer-thresholds")
    phone.press("Save", within=phone.page.get_by_role("dialog"))
    phone.page.get_by_role("dialog").wait_for(state="detached")
    assert mei.get(f"/listings/{clip['id']}/offer-thresholds")["decline_below"] == 6_000

    talk = a_buyer(stack, "Li").post("/conversations", {"listing_id": clip["id"]})
    phone.open(f"/sell/{store['id']}/chats/{talk['id']}").press("Quick replies")
    phone.looks_well("quick-replies").page.get_by_role("button", name=re.compile("发货")).click()
    phone.press("Send")
    expect(message(phone, "48 小时内发货。")).to_be_visible()


def test_one_is_asked_whether_to_be_told_on_this_device(phone_of: PhoneOf, stack: Stack) -> None:
    phone = phone_of(a_buyer(stack, "Zhao"))
    phone.context.grant_permissions(["notifications"], origin=re.sub(r"(?<=\d)/.*", "", stack.api_url))
    phone.open("/me/notifications").titled("Notifications").sees("Tell me on this device")
    phone.looks_well("notifications-none")
