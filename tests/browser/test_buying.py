"""What a buyer does on her phone: finds, chooses, pays, follows a parcel, disagrees with a seller, judges."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.sync_api import expect

from chalicelib.foundation import ids
from demo import photos
from demo.people import Person
from tests.browser.conftest import PhoneOf
from tests.browser.phones import Phone, dialog, said
from tests.conftest import Stack
from tests.deployed.test_first_sale import home, list_goods, open_store, somebody, top_up
from tests.deployed.watching import until

PIN = "270194"
CLIP = "tortoiseshell-claw-clip"
KINDS = [
    {"sku": "RED", "title": said("Red"), "price": 3_990, "stock": 9},
    {"sku": "BLUE", "title": said("Blue"), "price": 3_990, "stock": 4},
]


def a_word() -> str:
    """A word that no other goods have."""
    return f"silk{ids.new('x')[-6:].lower()}"


def a_shown_clip(merchant: Person, store: Any, word: str, **more: Any) -> Any:
    """Goods with two photos that a search finds."""
    shots = [photos.photo_of(CLIP), photos.photo_of(CLIP, close_up=True)]
    ready = [merchant.upload(shot, "image/jpeg", "listing") for shot in shots]
    wish = {"variants": KINDS, "photos": ready, "description": said("Holds all day"), **more}
    clip = list_goods(merchant, store, title=said(f"{word} clip "), price=3_990, stock=9, **wish)
    until(lambda: any(hit["id"] == clip["id"] for hit in merchant.get(f"/search?q={word}")["items"]))
    return clip


def a_shipped_order(buyer: Person, merchant: Person, listing: Any) -> str:
    item = {"listing_id": listing["id"], "variant_id": "v01", "quantity": 1, "price": 3_990}
    top_up(buyer, 3_990)
    (order,) = buyer.post("/checkouts", {"address_id": home(buyer), "items": [item]})["orders"]
    parcel = {"courier": "中通快递", "tracking_number": "ZT100200"}
    merchant.post(f"/orders/{order['id']}/parcel", parcel)
    order_id: str = order["id"]
    return order_id


def add_photo(phone: Phone) -> None:
    shot = {"name": "seen.jpg", "mimeType": "image/jpeg", "buffer": photos.photo_of(CLIP)}
    phone.page.get_by_label("Add photos").set_input_files(shot)
    phone.page.get_by_role("button", name="Remove photo 1").wait_for()


def test_somebody_finds_goods_of_two_stores_and_buys_what_is_left_with_a_coupon(
    phone_of: PhoneOf, stack: Stack
) -> None:
    mei, wang, li, zhao = (somebody(stack, name) for name in ("mei", "wang", "li", "zhao"))
    store, word = open_store(mei, said("Mei ")), a_word()
    clip = a_shown_clip(mei, store, word)
    mei.put(
        f"/listings/{clip['id']}/ladders",
        {"variants": [{"id": "v02", "steps": [{"from_quantity": 3, "price": 3_500}]}]},
    )
    coupon = {"title": said("Spring"), "code": "SPRING88", "amount": 500, "threshold": 1_000}
    mei.post(f"/stores/{store['id']}/promotions", coupon)
    ring, box = (
        list_goods(wang, open_store(wang, said("Wang ")), title=said(title), price=5_000, stock=1)
        for title in ("Ring ", "Box ")
    )
    for listing in (ring, box):
        line = {"listing_id": listing["id"], "variant_id": "v01", "quantity": 1}
        li.post("/cart/lines", line)
    top_up(zhao, 5_000)
    zhao.post("/checkouts", {"address_id": home(zhao), "items": [line | {"price": 5_000}]})

    phone = phone_of(li).open("/").titled("Find").sees("Just in").looks_well("find")
    search = phone.page.get_by_label("Search goods")
    search.fill(f"{word} sca")
    search.press("Enter")
    phone.titled(re.compile(word))
    search.fill(word)
    search.press("Enter")
    phone.sees("1 found").looks_well("found").press("Filters")
    sheet = phone.page.get_by_role("dialog")
    phone.write("From", "90", within=sheet).looks_well("filters").press("Show goods", within=sheet)
    phone.sees("Nothing found").looks_well("found-nothing").press("Clear filters")
    phone.page.get_by_role("link", name=re.compile(f"{word} clip")).click()

    phone.titled(re.compile(f"{word} clip")).looks_well("goods")
    phone.page.locator(".gallery-strip").press("ArrowRight")
    expect(phone.page.locator(".gallery-count")).to_have_text("2/2")
    phone.press("Add to cart")
    sheet.get_by_text(said("Blue")).first.click()
    for _ in range(2):
        phone.press("One more", within=sheet)
    expect(sheet.get_by_text("¥35.00").first).to_be_visible()
    phone.looks_well("buy-sheet").press("Add to cart", within=sheet).sees("It's in your cart.")

    phone.open("/cart").sees("No longer to be had").sees("¥155.00").looks_well("cart")
    phone.press("Check out").titled("Checkout").press(re.compile("Where should it go"), exact=False)
    phone.write("Recipient", said("李雷"), within=sheet).write("Phone", "13800138000", within=sheet)
    choices = {"Province": "四川省", "City or prefecture": "阿坝藏族羌族自治州"}
    for label, words in (choices | {"County or district": "红原县"}).items():
        phone.choose(label, words, within=sheet)
    phone.write("Street, village, house", said("邛溪镇 7"), within=sheet).press("Save", within=sheet)
    phone.sees(re.compile("邛溪镇"))
    for code, told in (("NOPE1", "None of these stores has such a coupon."), ("SPRING88", "is taken off")):
        phone.write("Coupon code", code).press("Use").sees(told)
    phone.sees("¥150.00").looks_well("checkout").press("Pay")
    phone.sees(re.compile("is missing in your wallet")).looks_well("pay-short")
    phone.page.get_by_label(re.compile("Card that is declined")).check()
    phone.press("Pay ¥150.00", within=sheet).sees("The card was declined. Nothing was charged.")
    phone.looks_well("pay-declined").page.get_by_label(re.compile("Visa card")).check()
    phone.press("Pay ¥150.00", within=sheet).titled("Paid").looks_well("paid")

    assert li.get("/cart")["lines"] == [line for line in li.get("/cart")["lines"] if line["problem"]]
    phone.open("/orders").titled("My orders").sees("To be shipped").looks_well("orders")
    phone.page.locator(".order-card").first.click()
    phone.titled("Order").looks_well("order-paid").press(re.compile("Cancel the order"), exact=False)
    phone.looks_well("order-cancel").press(re.compile("Cancel and get"), within=sheet).sees("Cancelled")


def test_what_was_agreed_in_a_chat_is_paid_with_a_pin_received_and_reviewed(
    phone_of: PhoneOf, stack: Stack
) -> None:
    mei, li = somebody(stack, "mei"), somebody(stack, "li")
    clip = a_shown_clip(mei, open_store(mei, said("Mei ")), a_word())
    talk = li.post("/conversations", {"listing_id": clip["id"]})
    path = f"/conversations/{talk['id']}/offers"
    wish = {"listing_id": clip["id"], "variant_id": "v01", "price": 3_600, "quantity": 2}
    agreed = mei.post(f"{path}/{li.post(path, wish)['id']}/accept")
    top_up(li, 10_000)
    li.post("/wallet/pin", {"pin": PIN})
    home(li)

    phone = phone_of(li).open(f"/checkout?offer={agreed['id']}&conversation={talk['id']}")
    phone.sees("As agreed in chat").sees("¥72.00").looks_well("checkout-agreed").press("Pay")
    sheet = phone.page.get_by_role("dialog")
    phone.write("Payment PIN", "918273", within=sheet).press("Pay ¥72.00", within=sheet)
    phone.sees("This isn't your payment PIN.").looks_well("pay-pin")
    phone.write("Payment PIN", PIN, within=sheet).press("Pay ¥72.00", within=sheet).titled("Paid")

    (order,) = li.get("/orders")["items"]
    mei.post(f"/orders/{order['id']}/parcel", {"courier": "中通快递", "tracking_number": "ZT100200"})
    phone.open(f"/orders/{order['id']}").sees("ZT100200").looks_well("order-shipped")
    phone.press(re.compile("^Take more time"), exact=False).press("Take more time", within=sheet)
    phone.sees("You have more time now.").press("I have received it").looks_well("order-confirm")
    phone.press(re.compile("Confirm and pay"), within=sheet).sees("Completed").press("Write a review")
    assert mei.get("/wallet")["balance"]["amount"] > 0

    phone.page.locator(".star-field label").nth(3).click()
    phone.write("How is it?", said("Just right "))
    add_photo(phone)
    phone.looks_well("review").press("Publish").press("Add something later on")
    phone.write("And how is it now?", said("Still right ")).press("Publish").sees("Added later")
    phone.looks_well("review-done").press("Change the review")
    phone.page.locator(".star-field label").nth(4).click()
    phone.write("How is it?", said("Better than I thought ")).looks_well("review-change")
    phone.press("Publish the change").sees("Your review is changed.").sees(
        re.compile("Better than I thought")
    )
    expect(phone.page.get_by_role("button", name="Change the review")).to_have_count(0)
    expect(phone.page.get_by_role("img", name="Photo 1")).to_have_count(1)
    phone.open(f"/goods/{clip['id']}/reviews").page.reload()
    phone.sees(re.compile("Still right")).looks_well("reviews")
    phone.open(f"/goods/{clip['id']}").sees("Reviews (1)").looks_well("goods-reviewed")


def test_a_buyer_and_a_seller_disagree_about_a_refund(phone_of: PhoneOf, stack: Stack) -> None:
    mei, li = somebody(stack, "mei"), somebody(stack, "li")
    clip = list_goods(mei, open_store(mei, said("Mei ")), title=said("Clip "), price=3_990, stock=9)
    order = a_shipped_order(li, mei, clip)

    phone = phone_of(li).open(f"/orders/{order}").press(re.compile("Ask for money back"), exact=False)
    phone.titled("Ask for money back").choose("Reason", "It came damaged").write("Amount", "99")
    phone.sees("That is more than you paid.").write("Amount", "10").write("What happened?", said("断了 "))
    add_photo(phone)
    phone.looks_well("refund").press("Ask for ¥10.00 back").titled("Order").sees("Waiting for the seller")
    (refund,) = li.get(f"/orders/{order}/refunds")["items"]
    mei.post(f"/orders/{order}/refunds/{refund['id']}/reject", {"text": said("完好 ")})
    phone.page.reload()
    phone.sees("Rejected").looks_well("order-refund").press("Have Guanxi decide")
    sheet = phone.page.get_by_role("dialog")
    phone.press("Have Guanxi decide", within=sheet).sees("Being judged").press("Add evidence")
    phone.write("What happened?", said("看照片 "), within=sheet).press("Send", within=sheet)
    phone.sees(re.compile("看照片")).page.reload()
    phone.sees("Being judged").looks_well("order-disputed")


def test_a_wallet_is_filled_locked_with_a_pin_and_emptied(phone_of: PhoneOf, stack: Stack) -> None:
    li = somebody(stack, "li")
    phone = phone_of(li).open("/orders").sees("No orders yet").looks_well("orders-none")
    phone.open("/cart").sees("Your cart is empty").looks_well("cart-empty")
    phone.open("/wallet").sees("Nothing yet").looks_well("wallet-empty").press("Top up")
    sheet = phone.page.get_by_role("dialog")
    phone.press("¥100.00", within=sheet)
    sheet.get_by_text("Card that is declined").click()
    phone.press("Top up ¥100.00", within=sheet).sees("The card was declined. Nothing was charged.")
    phone.looks_well("top-up")
    sheet.get_by_text("Visa card").click()
    phone.press("Top up ¥100.00", within=sheet).sees("¥100.00 is in your wallet.")

    phone.press(re.compile("^Payment PIN"), exact=False)
    for pin, told in (("111111", "This PIN is too easy to guess."), (PIN, "Your PIN is set.")):
        phone.write("New PIN", pin, within=sheet).write("New PIN once more", pin, within=sheet)
        phone.press("Set a payment PIN", within=sheet).sees(told)
    phone.press(re.compile("^Automatic payouts"), exact=False).choose(
        "How often", "Every Friday", within=sheet
    )
    phone.write("At least", "50", within=sheet).write("Stays in the wallet", "20", within=sheet)
    phone.write("Payment PIN", PIN, within=sheet).looks_well("payout").press("Begin", within=sheet)
    phone.sees(re.compile("^Every Friday, next on")).press(re.compile("^Automatic payouts"), exact=False)
    phone.press("End automatic payouts", within=sheet).sees("Off: money stays in the wallet")
    phone.press("Withdraw").write("Amount", "40", within=sheet).write("Payment PIN", PIN, within=sheet)
    phone.looks_well("withdraw").press("Withdraw ¥40.00", within=sheet).sees("¥40.00 is on its way.")
    phone.page.reload()
    phone.sees("Withdrawn").looks_well("wallet").press(re.compile("^Statement"), exact=False)
    with phone.page.expect_download() as download:
        phone.looks_well("statement").press("Download", within=sheet)
    assert "100.00" in download.value.path().read_text("utf-8-sig")


def test_ads_by_consent_a_group_a_store_to_follow_and_links_that_earn(
    phone_of: PhoneOf, stack: Stack
) -> None:
    mei, li = somebody(stack, "mei"), somebody(stack, "li")
    store, word = open_store(mei, said("Mei ")), a_word()
    clip = a_shown_clip(mei, store, word)
    _advertise(mei, store, clip, word)
    soon = (datetime.now(UTC) + timedelta(days=2)).isoformat()
    offer = {"listing_id": clip["id"], "variant_id": "v01", "price": 3_000, "size": 2, "ends_at": soon}
    mei.post(f"/stores/{store['id']}/group-buys", offer)
    mei.put(f"/stores/{store['id']}/affiliates", {"state": "open", "basis_points": 500})

    _looked_at_only_while_seen(phone_of(li))
    phone = phone_of(li).open("/").sees("Autumn")
    phone.sees(re.compile("May we remember on this device"))
    with phone.page.expect_request(lambda asked: asked.url.endswith("/ads/impressions")) as told:
        phone.looks_well("find-ads")
    assert len(told.value.post_data_json["tokens"]) >= 1
    with phone.page.expect_request(lambda asked: asked.url.endswith("/ads/visitor")):
        phone.press("Yes, remember")
    phone.open(f"/?q={word}").sees("Ad").looks_well("found-ads")
    with phone.page.expect_response(lambda reply: reply.url.endswith("/ads/clicks")) as clicked:
        phone.page.locator("a.goods", has_text="Ad").first.click()
    assert clicked.value.ok
    phone.titled(re.compile(word)).page.locator(".store-card").click()

    phone.titled(re.compile("Mei")).press("Follow").sees("1 follower").looks_well("store")
    phone.open("/followed").sees(re.compile("Mei")).looks_well("followed")
    top_up(li, 3_000)
    home(li)
    phone.open(f"/goods/{clip['id']}").sees(re.compile("^¥30.00 a piece if 2 buy together"))
    phone.looks_well("goods-group").press("Join").sees("0 of 2 have joined").looks_well("group")
    phone.press("Join for ¥30.00")
    phone.press("Pay ¥30.00", within=phone.page.get_by_role("dialog")).titled("Order")
    phone.sees("Waiting for the group").looks_well("order-group")
    phone.open("/promoter").sees("No links yet").press("New link")
    sheet = phone.page.get_by_role("dialog")
    phone.write("Address of the goods or the store", clip["id"], within=sheet)
    phone.write("Label", said("For friends "), within=sheet).press("Make the link", within=sheet)
    phone.sees(re.compile("For friends")).looks_well("promoter")


_IN_VIEW = """banner => new Promise((seen) => {
  const looking = ([one]) => { if (one.intersectionRatio >= 0.5) seen(); };
  new IntersectionObserver(looking, { threshold: 0.5 }).observe(banner);
})"""


def _looked_at_only_while_seen(phone: Phone) -> None:
    """A picture in view of a page that nobody sees isn't looked at; a second after the page is seen it is."""
    page, impressions = phone.page, re.compile("/ads/impressions$")
    told: list[str] = []
    page.on("request", lambda asked: told.append(asked.url) if impressions.search(asked.url) else None)
    page.add_init_script("Object.defineProperty(document, 'hidden', { get: () => window.unseen ?? true })")
    page.clock.install()
    phone.open("/").sees("Autumn")
    page.clock.run_for(500)  # the screen's effects have begun to watch it
    page.locator(".ad-banner").first.evaluate(_IN_VIEW)
    page.clock.run_for(5_000)
    assert told == []
    with page.expect_request(impressions):
        page.evaluate(
            "() => { window.unseen = false; document.dispatchEvent(new Event('visibilitychange')); }"
        )
        page.clock.run_for(2_000)


def test_whoever_buys_over_a_promoters_link_brings_her_a_commission(phone_of: PhoneOf, stack: Stack) -> None:
    mei, li, zhao = (somebody(stack, name) for name in ("mei", "li", "zhao"))
    store, word = open_store(mei, said("Mei ")), a_word()
    clip = a_shown_clip(mei, store, word)
    mei.put(f"/stores/{store['id']}/affiliates", {"state": "open", "basis_points": 500})
    li.patch("/me", {"language": "en"})  # the public page leads to the client in her own language
    code = zhao.post("/promoter/links", {"store_id": store["id"], "listing_id": clip["id"]})["code"]
    top_up(li, 10_000)
    home(li)

    phone = phone_of(li).open(f"r/{code}").titled(re.compile(word)).press("Buy").titled("Choose")
    phone.press("Buy for ¥39.90").titled("Checkout").press("Pay")
    phone.press("Pay ¥39.90", within=dialog(phone)).titled("Paid")

    until(lambda: zhao.get("/promoter/earnings")["items"])
    hers = phone_of(zhao).open("/promoter").titled("Promoting")
    hers.sees("¥2.00").sees("Pending").looks_well("promoter-earned")


def _advertise(merchant: Person, store: Any, listing: Any, word: str) -> None:
    """Goods shown on the home page and among what a search finds."""
    top_up(merchant, 5_000)
    merchant.post("/ads/balance", {"amount": 5_000, "currency": "CNY"})
    wish = {"name": "Autumn", "daily_budget": 2_000, "pacing": "fast"}
    campaign = merchant.post(f"/stores/{store['id']}/campaigns", wish)
    path = f"/campaigns/{campaign['id']}"
    keywords = [{"text": word, "match": "exact", "bid": 100}]
    merchant.post(f"{path}/groups", {"name": "Clips", "listing_ids": [listing["id"]], "keywords": keywords})
    photo = merchant.upload(photos.banner(), "image/jpeg", "listing")
    picture = {"placement": "home", "listing_id": listing["id"], "cap": 9, "photo_id": photo}
    merchant.post(f"{path}/creatives", picture | {"title": "Autumn", "cpm": 60_000})
    until(lambda: merchant.get("/ads/display?placement=home")["items"])
    until(lambda: any(hit["ad"] for hit in merchant.get(f"/search?q={word}")["items"]))


def test_goods_are_kept_in_mind(phone_of: PhoneOf, stack: Stack) -> None:
    mei, li = somebody(stack, "mei"), somebody(stack, "li")
    clip = list_goods(mei, open_store(mei, said("Mei ")), title=said("Clip "), price=3_990, stock=9)
    phone = phone_of(li).open("/favourites").sees("No favourites yet").looks_well("favourites-none")
    phone.open(f"/goods/{clip['id']}").titled(re.compile("Clip")).press("Keep in mind")
    phone.sees(re.compile("Kept in mind")).open("/favourites").sees(re.compile("Clip")).looks_well(
        "favourites"
    )
    assert mei.get(f"/listings/{clip['id']}/favourites")["people"] == 1
