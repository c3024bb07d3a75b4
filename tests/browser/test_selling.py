"""The console by its screens: a store is opened, dressed, stocked, shared, staffed and looked after."""

from __future__ import annotations

import re
from typing import Any

from PIL import Image
from playwright.sync_api import expect

from chalicelib.web.colour import palette
from demo import photos
from demo.people import Person
from tests.browser.conftest import PhoneOf
from tests.browser.phones import Phone, said
from tests.camera import seen
from tests.conftest import Stack
from tests.deployed.test_first_sale import home, list_goods, open_store, somebody, top_up
from tests.deployed.watching import until

COLOURS = ("#f5c518", "#c8102e", "#000000", "#ffffff", "#12ab9f", "#7f7f7f", "#5b3a8c")

SHADES = """async (colours) => {
  const client = document.querySelector("script[type=module]").src;
  const { palette } = await import(new URL("screens/selling/palette.js", client));
  const shades = (day, night) => [
    day["--on-accent"], day["--accent-ink"], day["--muted"], night["--accent-ink"], day["--dusk"],
  ];
  return colours.map((one) => shades(palette(one), palette(one, { night: true })));
}"""
"""What the preview makes of colours: text on it, text in it, dimmed text, text in it by night, its dusk."""


def as_the_page(colour: str) -> list[str]:
    """The same of the public page."""
    made = palette(colour)
    return [made.on_accent, made.light.accent_ink, made.light.muted, made.dark.accent_ink, made.dusk]


def attach(
    phone: Phone, words: str, *files: tuple[str, bytes], within: str = "", kind: str = "image/jpeg"
) -> None:
    """Press what asks for files, and choose some."""
    place = phone.page.get_by_role("group", name=within, exact=True) if within else None
    given: list[Any] = [{"name": name, "mimeType": kind, "buffer": content} for name, content in files]
    with phone.page.expect_file_chooser() as asked:
        phone.press(words, within=place)
    asked.value.set_files(given)


def causes(mei: Person, store: Any) -> list[str]:
    """Why the stock of her only goods' first variant changed: the history hears of it a moment later."""
    (listing,) = mei.get(f"/my/stores/{store['id']}/listings")["items"]
    journal = mei.get(f"/listings/{listing['id']}/stock-journal?variant_id=v01")
    return [one["cause"] for one in journal["items"]]


def a_sale(mei: Person, li: Person, listing: Any, *, key: str) -> Any:
    """Li buys a piece of Mei's goods; it waits to be shipped."""
    line = {"listing_id": listing["id"], "variant_id": "v01", "quantity": 1}
    li.post("/cart/lines", line)
    (order,) = li.post("/checkouts", {"address_id": home(li)}, key=key)["orders"]
    return order


class TestAStore:
    def test_is_opened_dressed_and_published(self, phone_of: PhoneOf, stack: Stack) -> None:
        mei = somebody(stack, "mei")
        phone = phone_of(mei).open("/sell/new").titled("Open a store")
        phone.write("Store name", said("梅的小铺")).looks_well("store-new").press("Open my store")

        # The editor: a colour that is too faint for text, photos, words, another order by the keyboard.
        phone.titled("Store editor")
        phone.page.get_by_label("Yellow", exact=True).check(force=True)
        phone.sees(re.compile("Too faint for text")).sees(re.compile(r"Contrast \d+\.\d to 1"))
        attach(phone, "Choose a photo", ("logo.png", photos.logo()), within="Logo", kind="image/png")
        expect(phone.page.locator(".photo-slot.square img")).to_be_visible()
        attach(phone, "Choose a photo", ("banner.jpg", photos.banner()), within="Banner")
        expect(phone.page.locator(".photo-slot.broad img")).to_be_visible()
        attach(phone, "Replace", ("words.jpg", b"no picture"), within="Banner")
        phone.sees(re.compile("isn't a picture")).looks_well("store-editor")
        phone.write("Announcement", said("全场包邮"))
        down = phone.page.get_by_role("button", name="Move Announcement down")
        down.focus()
        phone.page.keyboard.press("Enter")
        phone.sees("Announcement is now at place 2 of 4")
        expect(down).to_be_focused()
        phone.press("Save").sees("Saved.")
        phone.press("Preview").looks_well("store-preview")
        assert phone.page.evaluate(SHADES, COLOURS) == [as_the_page(one) for one in COLOURS]
        phone.press("Publish").sees("Your store is open").looks_well("store-opened")

        (store,) = mei.get("/stores")["items"]
        assert (store["state"], store["theme"]["accent"]) == ("published", "#f5c518")
        assert [one["kind"] for one in store["sections"]][:2] == ["pinned", "announcement"]
        phone.open(f"shop/{store['slug']}").sees(said("全场包邮"))
        phone.open(f"/sell/{store['id']}").titled("Xiaopu").sees("All done: nothing waits for you.")
        phone.looks_well("store-home-new")


class TestGoods:
    def test_are_listed_with_photos_and_variants_and_kept_in_stock(
        self, phone_of: PhoneOf, stack: Stack
    ) -> None:
        mei = somebody(stack, "mei")
        store = open_store(mei, "梅的小铺")
        sell = f"/sell/{store['id']}"
        phone = phone_of(mei).open(f"{sell}/goods").titled("Goods").sees("No goods yet")
        phone.looks_well("goods-none").press("Add goods").titled("New goods").looks_well("goods-new-empty")

        # Photos come together; the second becomes the cover; what is no photo can be tried again or removed.
        clip, close = (photos.photo_of("tortoiseshell-claw-clip", close_up=near) for near in (False, True))
        attach(phone, "Add photos", ("1.jpg", clip), ("2.jpg", close), ("3.jpg", b"no picture"))
        expect(phone.page.locator(".photo-tile img")).to_have_count(2)
        phone.sees(re.compile("isn't a picture")).press("Remove photo 3").press("Move photo 2 up")
        phone.write("Name", said("玳瑁发夹")).write("Description", said("醋酸材质，夹得牢"))
        phone.choose("Category", "Accessories").choose("Within Accessories", "Hair")
        phone.choose("Within Hair", "Hair accessories")
        phone.page.get_by_label("Material", exact=False).first.wait_for()
        phone.press("Make variants of options").write("First option", "棕色，黑色").write(
            "Second option (optional)", "大, 小"
        )
        phone.press("Make 4 variants")
        for variant in ("棕色 / 大", "棕色 / 小", "黑色 / 大", "黑色 / 小"):
            group = phone.page.get_by_role("group", name=variant, exact=True)
            phone.write("Price", "39.90", within=group).write("Stock", "8", within=group)
        phone.looks_well("goods-new").press("Put on sale").titled("Goods").sees("It's on sale.")

        # One variant is counted anew, and its history tells of it; a sale and bulk prices are set.
        mei.put(f"/stores/{store['id']}/stock-alert", {"threshold": 3})
        phone.press("Adjust the stock of 棕色 / 大")
        phone.page.get_by_text("I counted", exact=True).click()
        phone.write("Counted pieces", "2").sees("8 → 2").looks_well("goods-stock").press("Save")
        phone.page.locator(".stocks .badge.warn").wait_for()
        until(lambda: "counted" in causes(mei, store))
        phone.press("Stock history of 棕色 / 大").sees("Counted").looks_well("goods-journal").press("Close")
        sheet = phone.page.get_by_role("dialog")
        phone.press("Set a sale price").write("棕色 / 大", "29.90", within=sheet).looks_well("goods-sale")
        phone.press("Save", within=sheet).sees("End the sale")
        phone.press("Set bulk prices")
        group = sheet.get_by_role("group", name="棕色 / 小 · ¥39.90")
        phone.press("Add a step", within=group).write("From pieces", "10", within=group)
        phone.write("Each costs", "35", within=group).looks_well("goods-ladder")
        phone.press("Save", within=sheet).sees(re.compile("from 10: ¥35.00"))
        phone.write("Name", said("大号玳瑁发夹")).press("Save").sees(said("大号玳瑁发夹"))
        phone.looks_well("goods-one")

        (listing,) = mei.get(f"/my/stores/{store['id']}/listings")["items"]
        whole = mei.get(f"/my/listings/{listing['id']}")
        assert (whole["status"], len(whole["photos"]), whole["category"]) == ("active", 2, "hair-accessories")
        stocks = {one["title"]: one["stock"] for one in whole["variants"]}
        assert stocks == {"棕色 / 大": 2, "棕色 / 小": 8, "黑色 / 大": 8, "黑色 / 小": 8}
        assert whole["variants"][0]["price"]["amount"] == 2_990

        list_goods(mei, store, title=said("丝绸发圈"), price=1_200, stock=40)
        phone.open(f"{sell}/goods").sees(said("丝绸发圈")).looks_well("sell-goods")
        phone.press("Low stock").sees("1 of 2")
        phone.write("Find by name", "nothing").sees("0 of 2")

    def test_come_out_of_a_spreadsheet_and_go_into_one(self, phone_of: PhoneOf, stack: Stack) -> None:
        mei = somebody(stack, "mei")
        store = open_store(mei, "梅的小铺")
        rows = "title,category,sku,price,stock\n发夹,hair,A1,19.90,5\n发圈,hair,A2,free,5\n"
        phone = phone_of(mei).open(f"/sell/{store['id']}/goods/sheet").titled("Import and export")
        phone.sees("Nothing imported yet")
        attach(phone, "Choose a file", ("goods.csv", rows.encode()), kind="text/csv")
        phone.sees("See 1 row with faults").looks_well("goods-import").press("See 1 row with faults")
        phone.sees("Row 3, Price").sees("Write a price such as 19.90.").looks_well(
            "goods-import-faults"
        ).press("Close")
        phone.press("Export all goods").sees("1 row is ready.").looks_well("goods-export")


class TestSharing:
    def test_shows_a_code_that_leads_to_the_store_and_what_each_link_brought(
        self, phone_of: PhoneOf, stack: Stack
    ) -> None:
        mei = somebody(stack, "mei")
        store = open_store(mei, "梅的小铺")
        phone = phone_of(mei).open(f"/sell/{store['id']}/share").titled("Share").sees("No links yet")
        phone.press("New link").choose("Channel", "Poster").write("Label", said("夜市")).looks_well(
            "share-new-link"
        )
        phone.press("Make the link").sees(said("夜市"))
        (link,) = mei.get(f"/stores/{store['id']}/links")["items"]
        mei.api.get(link["path"])
        until(lambda: mei.get(f"/stores/{store['id']}/links")["items"][0]["visits"] == 1)
        phone.page.reload()
        phone.sees("1 visit").looks_well("share")
        with phone.page.expect_download() as saved:
            phone.press("Save image")
        found = seen(Image.open(saved.value.path()))
        assert found.text == f"{stack.api_url}{store['path']}"
        phone.press("Show the QR code full-screen").sees(re.compile("Scan with WeChat")).looks_well(
            "share-large"
        )


class TestTheConsole:
    def test_tells_what_waits_and_lets_it_be_done(self, phone_of: PhoneOf, stack: Stack) -> None:
        mei, li, wang = (somebody(stack, name) for name in ("mei", "li", "wang"))
        store = open_store(mei, said("梅的小铺"))
        shown = mei.upload(photos.photo_of("pearl-drop-earrings"), "image/jpeg", "listing")
        clip = list_goods(mei, store, title=said("珍珠耳环"), price=3_990, stock=4, photos=[shown])
        mei.put(f"/stores/{store['id']}/stock-alert", {"threshold": 3})
        top_up(li, 20_000)
        done = a_sale(mei, li, clip, key="first")
        parcel = {"courier": "圆通", "tracking_number": "YT0001"}
        mei.post(f"/orders/{done['id']}/parcel", parcel)
        li.post(f"/orders/{done['id']}/confirm")
        until(lambda: li.get("/my/reviews/awaiting")["items"])
        review = {"line_id": done["lines"][0]["id"], "stars": 4, "text": said("夹得牢")}
        li.post(f"/orders/{done['id']}/reviews", review)
        a_sale(mei, li, clip, key="second")
        asked = li.post("/conversations", {"listing_id": clip["id"]})
        li.post(f"/conversations/{asked['id']}/messages", {"client_id": "c1", "text": said("在吗")})

        phone = phone_of(mei).open(f"/sell/{store['id']}").titled("Xiaopu")
        for words in ("To ship", "Unread chats", "Low stock", "To reply"):
            waiting = phone.page.get_by_role("link", name=re.compile(f"1 ?{words}$"))
            expect(waiting).to_be_visible()
        phone.looks_well("store-home")

        # Pinned goods stand first in the preview.
        phone.open(f"/sell/{store['id']}/edit").titled("Store editor").press("Choose goods")
        phone.page.get_by_role("checkbox", name=re.compile("珍珠耳环")).check()
        phone.looks_well("store-pin").press("Done").press("Save").sees("Saved.")
        phone.press("Preview").looks_well("store-preview-goods")
        expect(phone.page.locator(".p-pinned .p-card")).to_have_count(1)

        phone.open(f"/sell/{store['id']}/reviews").sees(said("夹得牢")).looks_well("store-reviews")
        phone.press("Reply").press("Say thank you").looks_well("store-review-reply").press("Send")
        phone.sees("Every review is answered")

        phone.open(f"/sell/{store['id']}/promotions").sees("No promotions yet").press("New promotion")
        sheet = phone.page.get_by_role("dialog")
        phone.write("What buyers see", said("春节八折"), within=sheet).write(
            "Discount in %", "20", within=sheet
        )
        phone.write("Coupon code", "SPRING26", within=sheet).looks_well("promotion-new").press("Begin")
        phone.sees("SPRING26").press("New promotion")
        phone.page.get_by_text("Flash sale", exact=True).click()
        phone.write("What buyers see", said("今晚秒杀"), within=sheet).write(
            "Flash price of a piece", "9.9", within=sheet
        )
        phone.page.get_by_role("checkbox", name=re.compile("珍珠耳环")).check()
        phone.press("Begin").sees("¥9.90 each").looks_well("promotions")
        phone.press("End").sees("End this promotion?").press("End", within=sheet).sees("Ended")

        phone.open(f"/sell/{store['id']}/settings").titled("Settings")
        phone.page.get_by_text("Include tax", exact=True).click()
        phone.write("Rate in per cent", "13").press("Save").sees("Saved.").looks_well("store-settings")
        assert mei.get(f"/stores/{store['id']}/tax") == {"mode": "included", "rate": 1_300, "by_category": {}}

        # Wang is invited to pack: her console has what she may do, and nothing else.
        phone.open(f"/sell/{store['id']}/staff").sees("You work alone so far").press("Invite somebody")
        phone.write("What you call them", said("小王")).looks_well("staff-invite").press("Make an invitation")
        address = phone.page.locator("dialog .shop-address").inner_text()
        hers = phone_of(wang, language="zh").open(address.partition("#")[2]).titled("工作邀请")
        hers.looks_well("invitation-zh").press("接受邀请").titled("小铺").sees("待发货")
        hers.looks_well("store-home-packer-zh")
        doors = hers.page.locator(".shop-doors a")
        assert set(doors.all_inner_texts()) == {"订单", "商品", "发货地", "优惠活动"}
        phone.press("Close")
        phone.page.reload()
        phone.sees(said("小王")).looks_well("staff")
        phone.page.get_by_role("button", name=re.compile("小王")).click()
        phone.press("Let go").sees("You work alone so far")
