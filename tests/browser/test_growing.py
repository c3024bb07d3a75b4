"""Making a business grow by the screens: ads, figures, social media, credit, storage."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import httpx
from playwright.sync_api import expect

from demo import photos
from demo.people import Person
from tests.browser.conftest import PhoneOf
from tests.browser.phones import Phone, said
from tests.conftest import Stack
from tests.deployed.test_ads import BROWSER, ad_for, put_in_cart
from tests.deployed.test_first_sale import home, list_goods, open_store, somebody, top_up
from tests.deployed.test_loans import an_operator, may_borrow
from tests.deployed.watching import until


def a_store(stack: Stack, *, stocked: bool = True) -> tuple[Person, Any, Any]:
    """Mei with a store, and goods in it that have a photo."""
    mei = somebody(stack, "Mei")
    store = open_store(mei, said("梅的小铺"))
    if not stocked:
        return mei, store, None
    photo = mei.upload(photos.photo_of("tortoiseshell-claw-clip"), "image/jpeg", "listing")
    title = said(f"玳瑁发夹{uuid4().hex[:6]}")
    clip = list_goods(mei, store, title=title, price=3_000, stock=40, photos=[photo])
    return mei, store, clip


def a_lender(stack: Stack) -> None:
    """A pool with money in it."""
    lender = somebody(stack, "Youlin")
    wish = {
        "owner": lender.get("/me")["id"],
        "name": said("邻里小贷"),
        "cap": 10**8,
        "per_borrower": 10**7,
    }
    pool = an_operator(stack).post("/lending/pools", wish)
    top_up(lender, 200_000)
    lender.post(f"/pools/{pool['id']}/deposits", {"amount": 200_000})


class TestAds:
    def test_are_begun_step_by_step_and_told_of(self, phone_of: PhoneOf, stack: Stack) -> None:
        mei, store, clip = a_store(stack)
        top_up(mei, 20_000)
        phone = phone_of(mei).open(f"/sell/{store['id']}/ads").titled("Ads")
        phone.sees("No campaign yet").looks_well("ads-none").press("Add money")
        phone.press("¥100.00").looks_well("ads-funds").press("Move ¥100.00 to the ad balance")
        expect(phone.page.get_by_role("dialog")).to_have_count(0)
        phone.sees("¥100.00").press("New campaign").titled("New campaign")
        word = f"clip{uuid4().int % 10**6}"
        self._steps(phone, clip["title"], word)
        phone.press("Start advertising").titled(clip["title"][:40])
        campaign = phone.page.url.rpartition("/")[2]
        self._clicked(mei, somebody(stack, "Li"), clip, word, campaign)
        phone.page.reload()
        self._looked_at(phone, clip, word)
        self._served(mei, clip, campaign)
        phone.page.reload()
        phone.press("Pictures").sees(re.compile("served .* viewable")).looks_well("ads-served")
        phone.press("Pause").sees("Paused").press("Go on").sees("Running").press("End")
        phone.sees("ends for good").press("Cancel")
        phone.open(f"/sell/{store['id']}/ads").titled("Ads").sees("Running").looks_well("ads")

    def _steps(self, phone: Phone, title: str, word: str) -> None:
        phone.page.get_by_label(title).check()
        phone.looks_well("ads-new-goods").press("Continue").sees("What will people search for?")
        phone.write("Your own keyword", word).press("Add")
        phone.write("Most per click", "1.20").looks_well("ads-new-keywords").press("Continue")
        phone.press("¥30.00").looks_well("ads-new-budget").press("Continue")
        for _ in range(2):  # chosen, then not
            for words in ("Phones", "浙江省"):
                phone.page.get_by_text(words, exact=True).click()
            phone.looks_well("ads-new-audience")
        phone.press("Continue").sees("Everybody").looks_well("ads-new-check")

    def _clicked(self, mei: Person, li: Person, clip: Any, word: str, campaign: str) -> None:
        """Two click, and one of them puts the goods in her cart."""
        ad = ad_for(mei, word, clip["id"])
        address = f"{str(mei.api.base_url).rstrip('/')}{ad['ad']['path']}"
        assert httpx.get(address, headers=BROWSER, timeout=60).status_code == 302
        path = f"/campaigns/{campaign}"
        until(lambda: mei.get(path)["spent"]["amount"] or None)
        day = mei.get(path)["day"]
        put_in_cart(li, ad_for(mei, word, clip["id"]))
        report = f"{path}/report?since={day}&until={day}&by=keyword"
        until(lambda: next((row for row in mei.get(report)["items"] if row["carts"] == 1), None))

    def _looked_at(self, phone: Phone, clip: Any, word: str) -> None:
        phone.titled(clip["title"][:40]).sees(word).looks_well("ads-report")
        phone.sees("Added to cart").sees("50%")
        phone.choose("Carts and orders count for", "all clicks in parts").sees("broadly")
        phone.press("Buying").sees("Orders").looks_well("ads-report-carts")
        phone.press("Money").press("Show as a table").looks_well("ads-report-table")
        phone.press("Keywords").page.get_by_role("button", name=re.compile(word)).click()
        phone.sees("What these bids would have brought").looks_well("ads-simulator").press("Close")
        phone.press("Clicks").sees("Billed").looks_well("ads-clicks")
        phone.press("Pictures").sees("No picture ads").press("New picture ad")
        phone.page.get_by_role("dialog").get_by_label(clip["title"]).check()
        phone.page.get_by_label("Picture 1").wait_for()
        phone.looks_well("ads-creative-new")
        phone.page.get_by_role("dialog").get_by_role("button", name="New picture ad").click()
        phone.sees("¥20.00 per 1,000").looks_well("ads-creatives")

    def _served(self, mei: Person, clip: Any, campaign: str) -> None:
        """A picture among hair clips that is served and not looked at."""
        photo = mei.get(f"/listings/{clip['id']}")["photos"][0]["id"]
        picture = {"placement": "category", "category": "hair", "listing_id": clip["id"], "photo_id": photo}
        mei.post(f"/campaigns/{campaign}/creatives", picture | {"title": said("Clip "), "cpm": 90_000})
        where = "/ads/display?placement=category&category=hair"

        def shown() -> bool:
            found = mei.api.get(where, headers=BROWSER).json()["items"]
            return any(clip["id"] in ad["path"] for ad in found)

        until(shown)
        day = mei.get(f"/campaigns/{campaign}")["day"]
        report = f"/campaigns/{campaign}/display-report?since={day}&until={day}"
        until(lambda: next((row for row in mei.get(report)["items"] if row["served"]), None))


class TestFigures:
    def test_are_read_as_they_come(self, phone_of: PhoneOf, stack: Stack) -> None:
        mei, store, clip = a_store(stack)
        li = somebody(stack, "Li")
        phone = phone_of(mei).open(f"/sell/{store['id']}/insights").titled("Figures")
        phone.sees("Nobody came yet").looks_well("insights-none")
        self._visited(mei, li, store, clip)
        phone.page.reload()
        phone.titled("Figures").sees("From a visit to a sale").sees("WeChat").looks_well("insights")
        phone.press("Day", exact=True).press("Regions").looks_well("insights-day")
        phone.press("Download")
        with phone.page.expect_download() as saved:
            phone.press("Save the file")
        assert saved.value.suggested_filename.endswith(".csv")

    def _visited(self, mei: Person, li: Person, store: Any, clip: Any) -> None:
        link = mei.post(f"/stores/{store['id']}/links", {"channel": "wechat"})
        base = str(mei.api.base_url).rstrip("/")
        httpx.get(f"{base}/shop/{store['slug']}?via={link['code']}", headers=BROWSER, timeout=60)
        httpx.get(f"{base}/shop/{store['slug']}/{clip['id']}", headers=BROWSER, timeout=60)
        top_up(li, 5_000)
        line = {"listing_id": clip["id"], "variant_id": "v01", "quantity": 1, "price": 3_000}
        li.post("/checkouts", {"address_id": home(li), "pay_from": "wallet", "items": [line]})
        path = f"/stores/{store['id']}/insights"
        until(lambda: self._counted(mei.get(path)["now"]), seconds=90)
        until(lambda: mei.get(f"{path}/cohorts")["items"] or None)

    def _counted(self, now: Any) -> bool:
        return bool(now["paid"] and now["visits"] and now["looks"])


class TestSocialMedia:
    def test_carry_the_store_further(self, phone_of: PhoneOf, stack: Stack) -> None:
        mei, store, clip = a_store(stack)
        flash = {"title": said("秒杀"), "price": 1_900, "listing_ids": [clip["id"]], "total_limit": 9}
        mei.post(f"/stores/{store['id']}/promotions", flash)
        somebody(stack, "Li").put(f"/stores/{store['id']}/follower")
        phone = phone_of(mei).open(f"/sell/{store['id']}/social").titled("Social media")
        phone.sees("No links yet").looks_well("social-none").press("New link")
        phone.choose("For", "Weibo").write("Which post?", said("周五"))
        phone.choose("Leads to", clip["title"]).choose("Carries", f"Flash sale: {said('秒杀')}")
        phone.looks_well("social-link-new").press("Make the link")
        card = phone.page.get_by_role("img", name=re.compile("Share card"))
        expect(card).to_have_js_property("complete", True)
        phone.looks_well("social-card")
        with phone.page.expect_download() as saved:
            phone.press("Save picture")
        assert saved.value.suggested_filename.endswith(".jpg")
        phone.press("Close").sees("Visits over links").looks_well("social-links")
        self._told(phone)
        self._on_weibo(phone, store)
        phone.press("Group buys").sees("No group buys").press("New group buy").choose("Goods", clip["title"])
        phone.looks_well("social-group-new").press("Open the group buy")
        phone.sees("0 of 5 joined").looks_well("social-groups")

    def _told(self, phone: Phone) -> None:
        phone.press("Followers").sees("Nothing told yet")
        phone.write("What?", said("上新了")).press("Tell 1 follower").sees("Sent").looks_well(
            "social-followers"
        )

    def _on_weibo(self, phone: Phone, store: Any) -> None:
        phone.press("Weibo").sees("Weibo isn’t connected").looks_well("social-weibo-none")

        def back(route: Any) -> None:
            query = route.request.url.partition("?")[2]
            route.fulfill(status=302, headers={"Location": f"{phone.api_url}/app?lang=en&{query}"})

        phone.page.route("https://merchants.example/**", back)
        phone.press("Connect Weibo").sees("Connected until")
        phone.write("What?", said("限时秒杀")).press("Post now").sees("Posted").looks_well("social-weibo")


class TestCredit:
    def test_is_applied_for_read_accepted_and_paid_back(self, phone_of: PhoneOf, stack: Stack) -> None:
        a_lender(stack)
        li, mei = somebody(stack, "Li"), somebody(stack, "Mei")
        phone = phone_of(li).open("/credit").titled("Credit").sees("What can you borrow?")
        phone.looks_well("credit-none").press("Find out").sees("It isn’t enough").looks_well("credit-low")
        may_borrow(stack, mei, 50_000)
        phone = phone_of(mei).open("/credit").titled("Credit").sees("¥500.00").looks_well("credit")
        phone.press("Borrow")
        phone.write("How much", "300").looks_well("credit-apply").press("Apply for ¥300.00")
        phone.titled("Loan").sees("借款合同").looks_well("credit-offer")
        phone.press("Accept, get ¥300.00").sees("Accept the contract?").looks_well("credit-accept")
        phone.press("Accept").sees("came to your wallet").looks_well("credit-loan")
        phone.press("Pay a part").write("How much", "50").press("Pay ¥50.00").sees("Paid.")
        phone.sees("Statement").press("Pay all").press(re.compile("^Pay ¥25"))
        phone.sees("All is paid back").looks_well("credit-repaid")


class TestStorage:
    def test_is_looked_at_changed_and_tidied(self, phone_of: PhoneOf, stack: Stack) -> None:
        mei = somebody(stack, "Mei")
        mei.upload(photos.photo_of("tortoiseshell-claw-clip"), "image/jpeg", "listing")
        phone = phone_of(mei).open("/storage").titled("Storage").sees("Yours").looks_well("storage")
        phone.page.locator(".plan", has_text="Standard").get_by_role("button").click()
        phone.press("Pay ¥15.00 and change").sees("There isn't enough money").looks_well("storage-refused")
        top_up(mei, 20_000)
        phone.press("Pay ¥15.00 and change").sees("Renews on")
        phone.page.locator(".plan", has_text="Pro").get_by_role("button").click()
        phone.sees("Rest of Standard").looks_well("storage-change").press("Cancel")
        phone.open("/storage/invoices").titled("Invoices").press(re.compile("¥15.00"), exact=False)
        phone.looks_well("storage-invoice")
        with phone.page.expect_download() as saved:
            phone.press("Save as PDF")
        assert saved.value.suggested_filename.endswith(".pdf")
        phone.press("Close").open("/storage/files").titled("Files")
        phone.press(re.compile("Photo of goods"), exact=False)
        phone.write("Name", said("主图")).write("Folder", said("春夏")).looks_well("storage-file").press(
            "Save"
        )
        phone.sees(said("主图")).looks_well("storage-files").press(re.compile("主图"), exact=False)
        phone.press("Delete").sees("This can’t be undone").press("Delete for good").sees("No files yet")
