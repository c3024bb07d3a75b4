"""Coming in by the screens: a new account, signing in again, one's own corner."""

from __future__ import annotations

import re
import uuid

from playwright.sync_api import expect

from demo.people import LOCAL_CODE
from tests.browser.conftest import PhoneOf
from tests.browser.phones import said
from tests.conftest import Stack
from tests.deployed.test_first_sale import somebody


def test_somebody_signs_up_and_is_in(phone_of: PhoneOf) -> None:
    phone = phone_of().open("/me").titled("Sign in").looks_well("sign-in")
    phone.press("Open an account").titled("Open an account")
    phone.write("Your name", said("Mei")).write(
        "E-mail or phone number", f"mei-{uuid.uuid4().hex}@example.com"
    )
    phone.write("Password", "Guanxi-2026").looks_well("sign-up").press("Continue")
    phone.write("Code", LOCAL_CODE).looks_well("sign-up-code").press("Confirm")
    phone.page.wait_for_url("**#/")
    phone.open("/me").sees(said("Mei")).looks_well("me")


def test_whoever_signs_in_stays_so_after_a_reload_until_she_leaves(phone_of: PhoneOf, stack: Stack) -> None:
    li = somebody(stack, "li")
    phone = phone_of().open("/me/addresses").titled("Sign in")
    phone.write("E-mail or phone number", li.email).write("Password", "wrong-1234A").press("Sign in")
    phone.page.get_by_role("alert").wait_for()
    phone.write("Password", li.password).press("Sign in").titled("Addresses")
    phone.page.reload()
    phone.titled("Addresses").open("/me").press("Sign out")
    phone.page.wait_for_url("**#/")
    phone.open("/me").titled("Sign in")


def test_the_token_that_lasts_is_out_of_a_scripts_reach(phone_of: PhoneOf, stack: Stack) -> None:
    phone = phone_of(somebody(stack, "li")).open("/me").titled("Me")
    kept = "JSON.stringify([document.cookie, {...localStorage}, {...sessionStorage}])"
    assert "eyJ" not in phone.page.evaluate(kept)
    (cookie,) = phone.context.cookies(f"{phone.api_url}/session")
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")


def test_an_address_is_kept_and_made_the_usual_one(phone_of: PhoneOf, stack: Stack) -> None:
    phone = phone_of(somebody(stack, "li")).open("/me/addresses").titled("Addresses")
    phone.sees("No address yet").looks_well("addresses-none").press("Add an address")
    sheet = phone.page.get_by_role("dialog")
    phone.write("Recipient", said("李雷"), within=sheet).write("Phone", "13800138000", within=sheet)
    for label, words in (
        ("Province", "四川省"),
        ("City or prefecture", "阿坝藏族羌族自治州"),
        ("County or district", "红原县"),
    ):
        phone.choose(label, words, within=sheet)
    phone.write("Street, village, house", said("邛溪镇 7"), within=sheet).looks_well("address-form")
    phone.press("Save", within=sheet).sees("红原县")
    phone.press("Make it the usual one").sees("Usual").looks_well("addresses")


def test_the_language_changes_at_once(phone_of: PhoneOf, stack: Stack) -> None:
    phone = phone_of(somebody(stack, "li")).open("/me/profile").titled("Name and language")
    phone.page.get_by_label("简体中文").check()
    phone.press("Save").titled("名字和语言").looks_well("profile-zh")
    phone.write("您的名字", "").press("保存").sees("至少写 1 个字符。").looks_well("profile-refused-zh")


def test_ones_data_is_handed_out_and_a_farewell_called_off(phone_of: PhoneOf, stack: Stack) -> None:
    phone = phone_of(somebody(stack, "li")).open("/me/privacy").titled("My data").looks_well("privacy")
    phone.press("Make the file").sees(re.compile("records and"))
    expect(phone.page.get_by_role("link", name="Download")).to_be_visible()
    phone.press("Delete my account").looks_well("privacy-farewell")
    phone.press("Delete my account", within=phone.page.get_by_role("dialog"))
    phone.sees(re.compile("will be deleted on")).looks_well("privacy-leaving")
    phone.press("Keep my account").sees("Your account stays.")
