"""The whole story of the design, by two people's phones: Mei, who sells, and Li Lei, who buys.

The others in it (a factory, a photographer, a lender) have done their part beforehand over the API; couriers
carry by themselves.
"""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import expect

from demo import photos
from demo.people import LOCAL_CODE, Person
from tests.browser.conftest import PhoneOf
from tests.browser.phones import Phone, dialog, said
from tests.browser.test_buying import a_word
from tests.browser.test_growing import a_lender
from tests.browser.test_selling import attach
from tests.browser.test_trading import a_partner, a_supplier
from tests.conftest import Stack
from tests.deployed.test_first_sale import somebody
from tests.deployed.test_loans import may_borrow
from tests.deployed.watching import until

CLIP = photos.photo_of("tortoiseshell-claw-clip")


def sign_up(phone: Phone, stack: Stack, name: str) -> Person:
    """Make an account where the client asks for one; the same person over the API, to look at what became."""
    email = f"{name.lower()}-{uuid.uuid4().hex}@example.com"
    phone.press("Open an account").titled("Open an account")
    phone.write("Your name", said(name)).write("E-mail or phone number", email)
    phone.write("Password", "Guanxi-2026").press("Continue").write("Code", LOCAL_CODE).press("Confirm")
    phone.page.wait_for_url("**#/")
    return Person.at(stack.api_url, email, name).sign_in()


def choose_home(phone: Phone, street: str, names: tuple[str, str, str]) -> None:
    labels = ("Province", "City or prefecture", "County or district")
    for label, words in zip(labels, names, strict=True):
        phone.choose(label, words)
    phone.write("Street, village, house", said(street))


@dataclass
class Told:
    """What has come to be so far."""

    mei: Person
    li: Person
    hers: Phone
    his: Phone
    store: Any
    clip: Any
    word: str


def test_the_whole_story_is_told_by_two_phones(phone_of: PhoneOf, stack: Stack) -> None:
    tale = a_store_is_opened_and_shared(phone_of, stack)
    order = a_price_is_haggled_and_paid(tale)
    the_best_courier_carries_it(tale, order)
    it_is_received_and_she_is_paid(tale, order)
    her_goods_stand_out_in_search(tale)
    she_borrows_against_her_record(tale, stack)
    she_restocks_and_hires(tale, stack)
    she_grows(tale)


def a_store_is_opened_and_shared(phone_of: PhoneOf, stack: Stack) -> Told:
    hers, his = phone_of().open("/sell/new").titled("Sign in"), phone_of()
    mei, word = sign_up(hers, stack, "Mei"), a_word()
    hers.open("/sell/new").write("Store name", said("梅的小铺")).press("Open my store").titled("Store editor")
    hers.page.get_by_label("Green", exact=True).check(force=True)
    attach(hers, "Choose a photo", ("banner.jpg", photos.banner()), within="Banner")
    expect(hers.page.locator(".photo-slot.broad img")).to_be_visible()
    hers.write("Announcement", said("全场包邮")).press("Save").sees("Saved.")
    hers.press("Publish").sees("Your store is open")
    (store,) = mei.get("/stores")["items"]
    hers.open(f"/sell/{store['id']}/goods/new").titled("New goods")
    attach(hers, "Add photos", ("clip.jpg", CLIP))
    expect(hers.page.locator(".photo-tile img")).to_have_count(1)
    hers.write("Name", said(f"{word} 抓夹")).choose("Category", "Accessories")
    hers.choose("Within Accessories", "Hair").choose("Within Hair", "Hair accessories")
    hers.write("Price", "39.90").write("Stock", "9")
    hers.press("Put on sale").sees("It's on sale.")
    (clip,) = mei.get(f"/my/stores/{store['id']}/listings")["items"]
    hers.open(f"/sell/{store['id']}/share").press("New link").choose("Channel", "Weibo")
    hers.press("Make the link").sees("0 visits")
    (link,) = mei.get(f"/stores/{store['id']}/links")["items"]

    # Li Lei follows the link, looks at the clip on the public pages, and asks: so he needs an account.
    his.open(link["path"].removeprefix("/")).titled(said("梅的小铺"))
    his.page.get_by_role("link", name=re.compile(word)).first.click()
    his.titled(re.compile(word)).press(re.compile("Ask the seller"), exact=False).titled("Sign in")
    li = sign_up(his, stack, "Li")
    return Told(mei, li, hers, his, store, clip, word)


def a_price_is_haggled_and_paid(tale: Told) -> Any:
    hers, his, sell = tale.hers, tale.his, f"/sell/{tale.store['id']}"
    his.open(f"/ask/{tale.clip['id']}").titled(re.compile("梅的小铺"))
    his.page.get_by_label("Message", exact=True).fill(said("两件能便宜点吗？"))
    his.page.keyboard.press("Enter")
    hers.open(f"{sell}/chats").page.get_by_role("link", name=re.compile("Li")).click()
    expect(hers.page.get_by_role("log").get_by_text("两件能便宜点吗？")).to_be_visible()
    his.press("Add to the chat").press("Make an offer")
    his.write("Your price for one", "30", within=dialog(his)).press("One more", within=dialog(his))
    his.press("Offer ¥60.00", within=dialog(his))
    hers.press("Counter").write("Your price for one", "36").press("Offer ¥72.00")
    his.press("Accept").press("Accept ¥72.00").press("Buy for ¥72.00").sees("As agreed in chat")
    his.press(re.compile("Where should it go"), exact=False)
    his.write("Recipient", said("李雷")).write("Phone", "13800138000")
    choose_home(his, "邛溪镇 7", ("四川省", "阿坝藏族羌族自治州", "红原县"))
    his.press("Save", within=dialog(his)).press("Pay")
    his.page.get_by_label(re.compile("Visa card")).check()
    his.press("Pay ¥72.00", within=dialog(his)).titled("Paid")
    (order,) = tale.li.get("/orders")["items"]
    return order


def the_best_courier_carries_it(tale: Told, order: Any) -> None:
    hers, sell = tale.hers, f"/sell/{tale.store['id']}"
    top_up_by_screen(hers, "¥100.00")
    hers.open(f"{sell}/orders").page.get_by_role("link", name=re.compile("李雷")).click()
    hers.press("Compare couriers").titled("Send a parcel")
    hers.write("Sender", said("梅")).write("Phone", "13800138000")
    choose_home(hers, "稠州北路 1 号", ("浙江省", "金华市", "义乌市"))
    hers.press("Save").sees("First choice")
    hers.page.get_by_role("button", name=re.compile("^Choose ")).first.click()
    dialog(hers).get_by_role("button", name=re.compile("Book for")).click()
    hers.titled("Parcel").press("Have it fetched").press("Have it fetched then").sees("The courier comes")
    (parcel,) = tale.mei.get(f"/orders/{order['id']}/parcels")["items"]
    path = f"/shipping/parcels/{parcel['booking']['id']}"
    until(lambda: (now := tale.mei.get(path)["tracking"]) and now["proof"])


def top_up_by_screen(phone: Phone, amount: str) -> None:
    phone.open("/wallet").press("Top up").press(amount, within=dialog(phone))
    dialog(phone).get_by_text("Visa card").click()
    phone.press(f"Top up {amount}", within=dialog(phone)).sees(f"{amount} is in your wallet.")


def it_is_received_and_she_is_paid(tale: Told, order: Any) -> None:
    his, hers = tale.his, tale.hers
    his.open(f"/orders/{order['id']}").press("I have received it")
    his.press(re.compile("Confirm and pay"), within=dialog(his)).sees("Completed")
    hers.open("/wallet").sees("¥").press("Withdraw").write("Amount", "20", within=dialog(hers))
    hers.press("Withdraw ¥20.00", within=dialog(hers)).sees("¥20.00 is on its way.")


def her_goods_stand_out_in_search(tale: Told) -> None:
    hers, his = tale.hers, tale.his
    top_up_by_screen(hers, "¥100.00")
    hers.open(f"/sell/{tale.store['id']}/ads").press("Add money").press("¥100.00")
    hers.press("Move ¥100.00 to the ad balance").press("New campaign").titled("New campaign")
    hers.page.get_by_label(tale.clip["title"]).check()
    hers.press("Continue").write("Your own keyword", tale.word).press("Add")
    hers.write("Most per click", "1.20").press("Continue").press("¥30.00").press("Continue")
    hers.press("Continue").press("Start advertising").titled(tale.clip["title"][:40])
    campaign = hers.page.url.rpartition("/")[2]
    until(lambda: any(hit["ad"] for hit in tale.li.get(f"/search?q={tale.word}")["items"]))
    his.open(f"/?q={tale.word}").sees("Ad").page.locator("a.goods", has_text="Ad").first.click()
    his.titled(re.compile(tale.word))
    until(lambda: tale.mei.get(f"/campaigns/{campaign}")["spent"]["amount"])
    day = tale.mei.get(f"/campaigns/{campaign}")["day"]
    report = f"/campaigns/{campaign}/report?since={day}&until={day}&by=keyword"
    until(lambda: tale.mei.get(report)["items"])
    hers.page.reload()
    hers.sees(tale.word)


def she_borrows_against_her_record(tale: Told, stack: Stack) -> None:
    a_lender(stack)
    may_borrow(stack, tale.mei, 50_000)
    phone = tale.hers.open("/credit").titled("Credit").sees("¥500.00").press("Borrow")
    phone.write("How much", "300").press("Apply for ¥300.00").titled("Loan")
    phone.press("Accept, get ¥300.00").press("Accept", within=dialog(phone)).sees("came to your wallet")


def she_restocks_and_hires(tale: Told, stack: Stack) -> None:
    phone = tale.hers
    goods = a_supplier(stack, somebody(stack, "Factory"))
    phone.open("/me/addresses").press("Add an address")
    phone.write("Recipient", said("梅")).write("Phone", "13800138000")
    choose_home(phone, "稠州北路 1 号", ("浙江省", "金华市", "义乌市"))
    phone.press("Save", within=dialog(phone)).press("Make it the usual one").sees("Usual")
    phone.open(f"/sell/{tale.store['id']}/sourcing/goods/{goods['id']}").press("Sample ¥12.00")
    phone.press("Pay ¥12.00", within=dialog(phone)).titled("Purchase order")

    yun = somebody(stack, "Yun")
    partner = a_partner(yun)
    top_up_by_screen(phone, "¥500.00")
    phone.open(f"/partners/{partner['id']}").press("Hire").write(
        "What should be done", said("Bright, please.")
    )
    phone.press("Continue").press("Pay ¥300.00 into escrow").sees("In work")
    (contract,) = yun.get("/contracts?role=partner")["items"]
    shot = yun.upload(CLIP, "image/jpeg", "delivery")
    yun.post(f"/contracts/{contract['id']}/milestones/1/deliver", {"photos": [shot], "text": said("Here.")})
    phone.page.reload()
    phone.press("Accept the work").press("Accept the work", within=dialog(phone)).sees("Use in my store")


def she_grows(tale: Told) -> None:
    phone = tale.hers.open("/storage").titled("Storage")
    phone.page.locator(".plan", has_text="Standard").get_by_role("button").click()
    phone.press("Pay ¥15.00 and change").sees("Renews on")
    path = f"/stores/{tale.store['id']}/insights"
    until(lambda: tale.mei.get(path)["now"]["paid"], seconds=90)
    phone.open(f"/sell/{tale.store['id']}/insights").titled("Figures").sees("From a visit to a sale")
