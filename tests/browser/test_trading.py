"""Buying wholesale and working with partners by the screens, each side with a phone of its own."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import Route, expect

from demo import photos
from demo.people import Person
from tests.browser.conftest import PhoneOf
from tests.browser.phones import Phone, dialog, said
from tests.conftest import Stack
from tests.deployed.test_first_sale import home, list_goods, open_store, somebody, top_up
from tests.deployed.test_loans import an_operator
from tests.deployed.watching import until

CLIPS = "Pearl hair clips"


def a_supplier(stack: Stack, factory: Person) -> Any:
    """A verified supplier's goods with a photo, from 20 pieces on in cases of 10, with samples."""
    store = open_store(factory, said("Yiwu Clips"))
    about = said("Hair clips, from our own moulds.")
    factory.put(f"/stores/{store['id']}/supplier", {"since": 2012, "about": about})
    an_operator(stack).post(f"/suppliers/{store['id']}/judgement", {"action": "verify"})
    shot = factory.upload(photos.photo_of("tortoiseshell-claw-clip"), "image/jpeg", "listing")
    goods = list_goods(factory, store, title=said(CLIPS), price=1_000, stock=500, photos=[shot])
    steps = [{"from_quantity": 50, "price": 800}, {"from_quantity": 200, "price": 600}]
    factory.put(f"/listings/{goods['id']}/ladders", {"variants": [{"id": "v01", "steps": steps}]})
    terms = {"least_quantity": 20, "case_pack": 10, "lead_days": 3, "origin": said("Yiwu")}
    factory.put(
        f"/listings/{goods['id']}/wholesale", terms | {"sample": {"price": 1_200, "most_per_buyer": 1}}
    )
    return goods


def _sold_for_a_month(goods: Any, route: Route) -> None:
    """The API's advice, as it is when these goods have been there for a month."""
    told = route.fetch().json() | {
        "demand": {"days": 28, "sold": 56, "daily_mean": 2.0, "daily_deviation": 1.1},
        "reorder_point": 19,
        "order_on": "2026-12-01",
        "quantity": 50,
        "cases": 5,
        "price": {"amount": 800, "currency": "CNY"},
        "total": {"amount": 40_000, "currency": "CNY"},
    }
    assert told["source_listing_id"] == goods["id"]
    route.fulfill(json=told)


class TestBuyingWholesale:
    def test_goods_are_found_reckoned_sampled_and_ordered(self, stack: Stack, phone_of: PhoneOf) -> None:
        factory, mei = somebody(stack, "Factory"), somebody(stack, "Mei")
        goods, shop = a_supplier(stack, factory), open_store(mei, said("Mei's"))
        top_up(mei, 60_000)
        home(mei)
        market = f"/sell/{shop['id']}/sourcing"
        until(lambda: mei.get("/search?wholesale=true&q=Pearl")["items"])
        phone = phone_of(mei).open(market).titled("Wholesale market")
        phone.write("Search", "Pearl").press("Search").sees(said(CLIPS)).looks_well("sourcing")
        phone.page.locator(f"a[href$='{goods['id']}']").click()
        phone.titled(said(CLIPS)).sees("Verified").looks_well("wholesale-goods")
        dock = phone.page.locator(".dock")
        expect(dock).to_contain_text("¥200.00")
        phone.page.get_by_role("button", name=re.compile("50–199")).click()
        expect(dock).to_contain_text("¥400.00")
        phone.open(f"{market}/orders").sees("No purchase yet").looks_well("purchases-none")
        phone.page.go_back()
        phone.press("Sample ¥12.00")
        phone.sees("In your wallet").looks_well("sample")
        phone.press("Pay ¥12.00", within=dialog(phone)).titled("Purchase order").sees("Paid")
        phone.open(f"{market}/suppliers/{goods['store_id']}").titled(said("Yiwu Clips")).looks_well(
            "supplier"
        )

    def test_a_price_is_haggled_paid_by_deposit_and_balance_and_sold_on(
        self, stack: Stack, phone_of: PhoneOf
    ) -> None:
        factory, mei = somebody(stack, "Factory"), somebody(stack, "Mei")
        goods, shop = a_supplier(stack, factory), open_store(mei, said("Mei's"))
        top_up(mei, 80_000)
        home(mei)
        sourcing = f"/sell/{shop['id']}/sourcing"
        supplying = f"/sell/{goods['store_id']}/supplying"
        buyer = phone_of(mei).open(f"{sourcing}/requests").sees("No requests yet").looks_well("requests-none")
        buyer.press("Ask suppliers for quotations").titled("Ask for quotations")
        buyer.press("Add a line")
        for number, what in enumerate((said("100 clips"), said("Gift boxes")), start=1):
            line = buyer.page.get_by_role("region", name=f"Line {number}")
            buyer.write("What do you need?", what, within=line).write("How many", "100", within=line)
            line.get_by_label("Category").select_option("hair")
            buyer.write("Price you hope for, each", "5", within=line)
        buyer.looks_well("ask").press("Send 2 requests").sees(said("Gift boxes")).looks_well("requests")
        buyer.page.get_by_role("link", name=re.compile("100 clips")).click()
        buyer.titled("Request for quotation").sees("No quotation yet").looks_well("request-waiting")

        seller = phone_of(factory).open(f"{supplying}/requests?category=hair").sees(said("100 clips"))
        seller.looks_well("open-requests").page.get_by_role(
            "link", name=re.compile("100 clips")
        ).first.click()
        seller.press("Quote for it")
        seller.write("Price each", "6", within=dialog(seller)).looks_well("quote-form")
        seller.press("Send the quotation", within=dialog(seller)).sees("Waiting for the other side")

        buyer.page.reload()
        buyer.sees("The supplier proposes").looks_well("request").press("Counter")
        buyer.write("Price each", "5", within=dialog(buyer)).write("A few words", said("A big order"))
        buyer.press("Counter", within=dialog(buyer)).sees("You propose")
        seller.open(supplying).sees("Your turn").looks_well("supplying")
        seller.page.get_by_role("link", name=re.compile("Your turn")).click()
        seller.sees("The buyer proposes").looks_well("quoting").press("Accept")
        seller.press("Accept", within=dialog(seller)).sees("The goods are kept for the buyer")

        buyer.page.reload()
        buyer.press("Order and pay the deposit of ¥150.00")
        buyer.press("Pay ¥150.00", within=dialog(buyer)).titled("Purchase order").looks_well("purchase")
        buyer.press("Pay later by credit").sees("Your limit").looks_well("net-terms")
        buyer.page.keyboard.press("Escape")
        buyer.press("Pay the balance of ¥350.00").press("Pay ¥350.00", within=dialog(buyer))
        buyer.press("Sell on in my store").looks_well("resell")
        buyer.press("Make the draft", within=dialog(buyer)).sees("Your draft is ready")
        buyer.open(f"{sourcing}/orders").sees("Paid").looks_well("purchases")

    def test_goods_that_are_sold_on_are_restocked_by_what_was_sold(
        self, stack: Stack, phone_of: PhoneOf
    ) -> None:
        factory, mei = somebody(stack, "Factory"), somebody(stack, "Mei")
        goods, shop = a_supplier(stack, factory), open_store(mei, said("Mei's"))
        top_up(mei, 20_000)
        item = {"listing_id": goods["id"], "variant_id": "v01", "quantity": 20, "price": 1_000}
        order = mei.post("/checkouts", {"address_id": home(mei), "items": [item]})["orders"][0]
        wish = {"store_id": shop["id"], "margin": 5_000}
        sold_on = mei.post(f"/orders/{order['id']}/resell", wish)["lines"][0]["listing_id"]
        phone = phone_of(mei).open(f"/sell/{shop['id']}/goods/{sold_on}").press("Restock")
        phone.sees("Too early to tell").looks_well("restock-soon").page.keyboard.press("Escape")
        phone.page.route(re.compile(r"/restock$"), partial(_sold_for_a_month, goods))
        phone.press("Restock").sees("Order 50 pieces").looks_well("restock")
        phone.press("To its supplier").titled(said(CLIPS))

    def test_a_supplier_takes_a_larger_plan_and_ends_it(self, stack: Stack, phone_of: PhoneOf) -> None:
        factory = somebody(stack, "Factory")
        base = f"/sell/{a_supplier(stack, factory)['store_id']}/supplying"
        phone = phone_of(factory).open(base).press(re.compile("Your plan as a supplier"))
        phone.titled("Your plan as a supplier").sees("No invoices yet").looks_well("supplier-plan-free")
        phone.press("Change to Plus").press("Pay ¥998.00 and change", within=dialog(phone))
        phone.sees("There isn't enough").page.keyboard.press("Escape")
        top_up(factory, 99_800)
        phone.press("Change to Plus").sees("You pay now").looks_well("supplier-plan-change")
        phone.press("Pay ¥998.00 and change", within=dialog(phone)).sees("0 of 200")
        phone.sees("Renews on").looks_well("supplier-plan")
        phone.press("Change to Free").press("Change to Free", within=dialog(phone)).sees("0 of 20")
        phone.sees("Rest of Plus")

    def test_a_store_applies_and_sets_its_wholesale_terms(self, stack: Stack, phone_of: PhoneOf) -> None:
        zhou = somebody(stack, "Zhou")
        store = open_store(zhou, said("Zhou's"))
        list_goods(zhou, store, title=said("Hair bands"), price=1_500, stock=300)
        base = f"/sell/{store['id']}/supplying"
        phone = phone_of(zhou).open(base).sees("Become a verified supplier").looks_well("supplying-new")
        phone.press("Apply").write("In the trade since (year)", "2015")
        phone.write("What you make or sell", said("Hair bands of velvet"))
        phone.press("Send the application").sees("Being looked at")
        phone.open(f"{base}/goods").press(re.compile("Hair bands")).titled("Wholesale terms")
        phone.write("Smallest order", "40").write("Pieces in a case", "20").write("Made in", said("Yiwu"))
        phone.press("Add a step").write("From pieces", "100").write("Price each", "20").press("Save")
        phone.page.get_by_role("alert").wait_for()
        phone.write("Price each", "12").looks_well("wholesale-terms").press("Save")
        phone.sees("From 40 pieces").looks_well("supplied")


def a_partner(yun: Person) -> Any:
    """A photographer with a picture and a package."""
    intro = {"name": said("Yun Studio"), "headline": said("Small things in good light")}
    yun.put("/partner", intro | {"trades": ["photography"], "region": "330782", "about": said("Ten years.")})
    shot = yun.upload(photos.photo_of("tortoiseshell-claw-clip"), "image/jpeg", "portfolio")
    yun.put("/partner/portfolio", {"pieces": [{"photo_id": shot, "caption": said("Claw clip")}]})
    work = {"title": said("Ten photos"), "description": said("White ground"), "trade": "photography"}
    return yun.post("/partner/packages", work | {"price": 30_000, "days": 5, "revisions": 1})


class TestWorkingWithPartners:
    def test_a_partner_is_hired_delivers_is_paid_used_and_reviewed(
        self, stack: Stack, phone_of: PhoneOf, tmp_path: Path
    ) -> None:
        mei, yun = somebody(stack, "Mei"), somebody(stack, "Yun")
        shop = open_store(mei, said("Mei's"))
        list_goods(mei, shop, title=said("Pearl clip"), price=3_990, stock=2)
        top_up(mei, 50_000)
        partner = a_partner(yun)
        merchant = phone_of(mei).open("/contracts").sees("No contracts yet").looks_well("contracts-none")
        merchant.open("/partners?trade=data_analysis").sees("Nobody found").looks_well("partners-none")
        merchant.open("/partners").sees(said("Yun Studio")).looks_well("partners")
        merchant.open(f"/partners/{partner['id']}").titled(said("Yun Studio")).looks_well("partner")
        merchant.press("Hire").write("What should be done", said("Bright, please.")).looks_well("hire")
        merchant.press("Continue").sees("In your wallet").looks_well("hire-pay")
        merchant.press("Pay ¥300.00 into escrow").titled(said("Ten photos")).sees("In work")

        worker = (
            phone_of(yun).open("/contracts?role=partner").sees(said("Ten photos")).looks_well("contracts")
        )
        worker.press(re.compile("Ten photos")).press("Deliver")
        picture = tmp_path / "clip.jpg"
        picture.write_bytes(photos.photo_of("tortoiseshell-claw-clip"))
        dialog(worker).get_by_label("Add pictures").first.set_input_files(picture)
        expect(dialog(worker).get_by_role("img")).to_be_visible()
        worker.write("A few words", said("Here they are."), within=dialog(worker))
        dialog(worker).get_by_label("With a colour for the store").check()
        worker.looks_well("deliver").press("Deliver", within=dialog(worker)).sees("Delivered")

        merchant.page.reload()
        merchant.sees(said("Here they are.")).looks_well("contract")
        merchant.press("Ask for a revision").write("What should be different", said("Brighter"))
        merchant.press("Ask for a revision", within=dialog(merchant)).sees("Being revised")
        worker.page.reload()
        worker.sees(said("Brighter")).press("Deliver")
        dialog(worker).get_by_label("Add pictures").first.set_input_files(picture)
        expect(dialog(worker).get_by_role("img")).to_be_visible()
        worker.press("Deliver", within=dialog(worker)).sees("Delivered")
        merchant.page.reload()
        merchant.press("Accept the work").press("Accept the work", within=dialog(merchant))
        merchant.press("Use in my store").looks_well("use-delivered").press("Show with the goods")
        merchant.sees("The pictures are shown with the goods.").press("Make it the banner")
        merchant.sees("It is your banner now.").page.keyboard.press("Escape")
        for phone in (merchant, worker):
            phone.page.reload()
            phone.page.get_by_label("5 stars of 5").check()
            phone.write("In your words", said("Well done")).press("Review")
        merchant.page.reload()
        merchant.sees("The partner").looks_well("contract-over")
        self.let_in_and_out(merchant, shop)

    def let_in_and_out(self, phone: Phone, shop: Any) -> None:
        """Access is opened for some things and closed again."""
        phone.open(f"/sell/{shop['id']}/partners").sees("Your store is closed to partners")
        phone.looks_well("store-partners-none").press("Open the store to a partner")
        dialog(phone).get_by_label(re.compile("^Goods")).check()
        phone.looks_well("grant").press("Open the store to a partner", within=dialog(phone))
        phone.sees("Until").looks_well("store-partners").press("Close")
        phone.press("Close", within=dialog(phone).locator("form")).sees("Your store is closed to partners")
        phone.open(f"/sell/{shop['id']}/partners/deeds").sees("Nothing yet").looks_well("deeds-none")

    def test_a_brief_is_answered_and_taken(self, stack: Stack, phone_of: PhoneOf) -> None:
        mei, yun = somebody(stack, "Mei"), somebody(stack, "Yun")
        open_store(mei, said("Mei's"))
        merchant = phone_of(mei).open("/briefs").sees("No briefs yet").looks_well("briefs-none")
        merchant.press("Write a brief").write("What is to be done", said("New photos"))
        merchant.write("Budget", "600").looks_well("new-brief").press("Publish the brief")
        merchant.titled("Brief").sees("No proposal yet").looks_well("brief-waiting")

        worker = phone_of(yun).open("/partners/me").sees("Work for merchants").looks_well("own-partner-none")
        worker.press("Begin").write("Name", said("Yun Studio")).write(
            "In a line", said("Good light")
        ).page.get_by_label("Photography").check()
        worker.looks_well("own-profile").press("Save").titled("I as a partner").looks_well("own-partner")
        worker.open("/partners/me/packages").press("Add a package")
        worker.write("What it is", said("Ten photos")).write("Price", "300")
        worker.looks_well("own-package").press("Save", within=dialog(worker)).sees("Offered")
        worker.open("/partners/me/portfolio").sees("No pictures yet").looks_well("own-portfolio-none")
        worker.open("/partners/me/calendar").titled("Free days").press("Month after")
        worker.page.get_by_role("button", name=re.compile(r"^10 \w+: Free$")).click()
        worker.looks_well("own-calendar").press("Save").sees("Saved.")
        worker.open("/briefs?side=partner&trade=photography").sees(said("New photos")).looks_well(
            "briefs-open"
        )
        worker.press(re.compile("New photos")).press("Propose")
        worker.write("What is delivered", said("Ten on white"), within=dialog(worker))
        worker.looks_well("proposal").press("Send the proposal").sees("Your proposal").looks_well("brief-own")
        merchant.page.reload()
        merchant.sees(said("Ten on white")).looks_well("brief").press("Take it")
        merchant.press("Take it", within=dialog(merchant)).sees("Not paid yet").looks_well("contract-new")
