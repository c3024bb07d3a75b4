"""What somebody wrote and hasn't saved isn't lost by leaving it: she is asked first, in her language."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Route, expect

from tests.browser.conftest import PhoneOf
from tests.browser.phones import Phone, dialog, said
from tests.conftest import Stack
from tests.deployed.test_first_sale import open_store, somebody

CLOSING = "dispatchEvent(new Event('beforeunload', {cancelable: true}))"
"""Whether the page may be closed without the browser's own question."""


def question(phone: Phone) -> Locator:
    return phone.page.get_by_role("alertdialog")


def asked(phone: Phone, answer: str) -> None:
    question(phone).get_by_role("button", name=answer).click()
    expect(question(phone)).to_have_count(0)


class TestAFormWithChanges:
    def test_asks_before_a_link_back_and_closing_and_keeps_what_was_written(
        self, phone_of: PhoneOf, stack: Stack
    ) -> None:
        phone = phone_of(somebody(stack, "li")).open("/orders").titled("My orders")
        phone.open("/me/profile").titled("Name and language")
        assert phone.page.evaluate(CLOSING)
        phone.write("Your name", said("李雷"))
        assert not phone.page.evaluate(CLOSING)

        phone.page.get_by_role("link", name="Cart").click()
        phone.looks_well("unsaved")
        asked(phone, "Keep editing")
        phone.press("Back")
        asked(phone, "Close")
        phone.page.go_back()
        expect(question(phone)).to_be_visible()
        phone.page.keyboard.press("Escape")
        expect(question(phone)).to_have_count(0)
        phone.titled("Name and language")
        expect(phone.page.get_by_label("Your name")).to_have_value(said("李雷"))
        assert phone.page.url.endswith("#/me/profile")

        phone.page.go_back()
        asked(phone, "Leave without saving")
        phone.titled("My orders")
        phone.page.go_forward()
        phone.titled("Name and language")
        expect(phone.page.get_by_label("Your name")).not_to_have_value(said("李雷"))

    def test_asks_nothing_once_it_is_saved_or_as_it_was(self, phone_of: PhoneOf, stack: Stack) -> None:
        phone = phone_of(somebody(stack, "li"), language="zh").open("/me/profile").titled("名字和语言")
        before = phone.page.get_by_label("您的名字").input_value()
        phone.write("您的名字", "other").write("您的名字", before)
        assert phone.page.evaluate(CLOSING)
        phone.write("您的名字", said("李雷"))
        with phone.page.expect_response(lambda reply: reply.request.method == "PATCH"):
            phone.press("保存")
        expect(phone.page.get_by_role("button", name="保存")).to_be_enabled()
        phone.page.get_by_role("link", name="我的").click()
        phone.titled("我的").sees(said("李雷"))

    def test_goes_on_by_itself_when_it_was_being_saved_as_she_left(
        self, phone_of: PhoneOf, stack: Stack
    ) -> None:
        phone = phone_of(somebody(stack, "li"), language="zh").open("/me/profile").titled("名字和语言")
        waiting: list[Route] = []

        def hold(route: Route) -> None:
            if route.request.method == "PATCH":
                waiting.append(route)
            else:
                route.continue_()

        phone.page.route("**/me", hold)
        phone.write("您的名字", said("李雷")).press("保存")
        phone.page.get_by_role("link", name="我的").click()
        expect(question(phone)).to_have_count(1)
        waiting[0].continue_()
        expect(question(phone)).to_have_count(0)
        phone.titled("我的").sees(said("李雷"))

    def test_asks_in_chinese(self, phone_of: PhoneOf, stack: Stack) -> None:
        phone = phone_of(somebody(stack, "li"), language="zh").open("/me/profile").titled("名字和语言")
        phone.write("您的名字", said("李雷")).open("/cart").looks_well("unsaved-zh")
        asked(phone, "不保存，离开")
        phone.titled("购物车")

    @pytest.mark.parametrize("way", ["Close", "Escape"])
    def test_asks_before_its_sheet_is_closed(self, phone_of: PhoneOf, stack: Stack, way: str) -> None:
        phone = phone_of(somebody(stack, "li")).open("/me/addresses").press("Add an address")
        phone.write("Recipient", said("李雷"), within=dialog(phone))
        for answer, sheets in (("Keep editing", 1), ("Leave without saving", 0)):
            if way == "Escape":
                phone.page.keyboard.press("Escape")
            else:
                phone.press("Close", within=dialog(phone))
            asked(phone, answer)
            expect(dialog(phone)).to_have_count(sheets)


class TestAStoresEditor:
    def test_asks_about_what_no_field_shows_and_not_once_it_is_kept(
        self, phone_of: PhoneOf, stack: Stack
    ) -> None:
        mei = somebody(stack, "mei")
        store = open_store(mei, said("Mei "))
        phone = phone_of(mei).open(f"/sell/{store['id']}/edit").sees("Sections and their order")
        phone.page.get_by_role("button", name=re.compile("^Move .* down$")).first.click()
        phone.press("Back")
        asked(phone, "Keep editing")
        phone.press("Save").sees("Saved.").press("Back")
        expect(question(phone)).to_have_count(0)
