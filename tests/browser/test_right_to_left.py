"""The screens mirrored, for whoever reads from right to left: in their width, with whole amounts."""

from __future__ import annotations

from tests.browser.conftest import PhoneOf
from tests.browser.phones import Phone
from tests.browser.test_buying import a_shipped_order, a_shown_clip, a_word
from tests.conftest import Stack
from tests.deployed.test_first_sale import open_store, somebody

WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SIGN_FIRST = """() => [...document.querySelectorAll("b.number")].map((one) => {
  const left = (from) => {
    const range = document.createRange();
    range.setStart(one.firstChild, from);
    range.setEnd(one.firstChild, from + 1);
    return range.getBoundingClientRect().left;
  };
  return left(0) < left(one.firstChild.length - 1);
})"""
"""Whether each amount's first character stands left of its last one."""


def mirrored(phone: Phone, place: str, title: str) -> Phone:
    phone.open(place).titled(title)
    phone.page.evaluate("document.documentElement.dir = 'rtl'")
    assert phone.page.evaluate(WIDE) <= 0
    return phone


def test_amounts_keep_their_sign_and_steps_their_marks(phone_of: PhoneOf, stack: Stack) -> None:
    mei, li = somebody(stack, "mei"), somebody(stack, "li")
    order = a_shipped_order(li, mei, a_shown_clip(mei, open_store(mei, "Mei"), a_word()))

    phone = mirrored(phone_of(li).open("/wallet").sees("Bought"), "/wallet", "Wallet")
    signs = phone.page.evaluate(SIGN_FIRST)
    assert len(signs) == 2 and all(signs)

    mirrored(phone, f"/orders/{order}", "Order").sees("ZT100200")
    step = phone.page.locator(".steps li").first
    assert step.evaluate("one => parseFloat(getComputedStyle(one).paddingRight)") > 20
    assert step.evaluate("one => parseFloat(getComputedStyle(one).paddingLeft)") == 0
