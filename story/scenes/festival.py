"""Mei runs a festival sale with a coupon, and Li buys in it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial

from chalicelib.foundation.money import Money, total
from demo.catalogue import STORE
from story.tale import Tale, expect, in_wallet, money, same, until

CODE = "FESTIVAL"
PIECES = 3


def announce(tale: Tale) -> str:
    """One of her goods costs a fifth less for a day, and a coupon takes some more off, once a buyer."""
    listing = tale.listed[1]
    kind = listing["variants"][0]
    regular = money(kind["price"])
    reduced = regular.amount * 4 // 5
    end = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    wish = {"variants": [{"id": kind["id"], "price": reduced}], "ends_at": end}
    shown = tale.mei.put(f"/listings/{listing['id']}/sale", wish)["variants"][0]
    same("The sale's price", money(shown["price"]), Money(reduced, STORE.currency))
    same("The regular price", money(shown["regular_price"]), regular)
    terms = {
        "title": "端午节 Dragon Boat Festival",
        "code": CODE,
        "basis_points": 1_250,
        "threshold": 2 * reduced,
        "buyer_limit": 1,
        "ends_at": end,
    }
    path = f"/stores/{tale.store['id']}/promotions"
    coupon = tale.mei.post(path, terms)
    tale.undoing.append(lambda: tale.mei.post(f"{path}/{coupon['id']}/end"))
    until(
        partial(_both_on_page, tale, str(Money(reduced, STORE.currency))),
        "The store's page should show the sale's price and the coupon.",
    )
    return f"{regular} → {Money(reduced, STORE.currency)} · {CODE}"


def _both_on_page(tale: Tale, price: str) -> bool:
    page = tale.visit(f"{tale.api_url}/shop/{tale.store['slug']}").text
    return price in page and CODE in page


def use_coupon(tale: Tale) -> str:
    """Li sees to the fen what he will pay, pays just that, and can't use the coupon again."""
    line = {"listing_id": tale.listed[1]["id"], "variant_id": "v01", "quantity": PIECES}
    tale.li.post("/cart/lines", line)
    quoted = tale.li.post("/cart/quote", {"coupons": [CODE]})
    price = money(quoted["total"])
    tale.li.post(
        "/wallet/top-ups", {"amount": price.amount, "currency": price.currency, "method": "pm_card_visa"}
    )
    before = in_wallet(tale.li)
    wish = {"address_id": tale.address["id"], "coupons": [CODE], "expected_total": price.amount}
    (tale.festive,) = tale.li.post("/checkouts", wish)["orders"]
    nets = [money(one["net"]) for one in tale.festive["lines"]]
    same("The sum of the lines", total(nets, price.currency), money(tale.festive["total"]))
    same("What Li paid", before - in_wallet(tale.li), price)
    tale.li.post("/cart/lines", line)
    (check,) = tale.li.post("/cart/quote", {"coupons": [CODE]})["coupons"]
    same("What stands in a second use's way", check["problem"], "coupon_used")
    off = money(tale.festive["discounts"][0]["amount"])
    return f"{price} · {CODE} −{off}"


def call_off(tale: Tale) -> str:
    """He calls it off: the money is back, and so is the coupon."""
    before, paid = in_wallet(tale.li), money(tale.festive["total"])
    tale.li.post(f"/orders/{tale.festive['id']}/cancel")
    same("Li's wallet", in_wallet(tale.li), before + paid)
    (check,) = tale.li.post("/cart/quote", {"coupons": [CODE]})["coupons"]
    expect(check["problem"] is None, "The coupon should be there to be used again.")
    return f"{paid} → Li · {CODE}"
