"""Mei runs a festival sale with a coupon, and Li buys in it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from urllib.parse import parse_qsl, urlsplit

import httpx

from chalicelib.foundation.money import Money, total
from demo.catalogue import STORE
from demo.people import Refused
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


def flash(tale: Tale) -> str:
    """Mei posts a flash sale of one piece on Weibo, with a card; who comes first has it, and nobody after."""
    path = f"/stores/{tale.store['id']}"
    listing = tale.listed[2]
    kind = listing["variants"][0]
    price = money(kind["price"]).amount // 2
    terms = {
        "title": "限时秒杀 Flash sale",
        "price": price,
        "listing_ids": [listing["id"]],
        "total_limit": 1,
        "buyer_limit": 1,
    }
    sale = tale.mei.post(f"{path}/promotions", terms)
    tale.undoing.append(lambda: tale.mei.post(f"{path}/promotions/{sale['id']}/end"))
    wish = {"channel": "weibo", "post": "秒杀", "listing_id": listing["id"], "promotion_id": sale["id"]}
    link = tale.mei.post(f"{path}/campaign-links", wish)
    card = tale.visit(tale.api_url + link["card"])
    same("What a share card is", card.headers["content-type"], "image/jpeg")
    _post_on_weibo(tale, path, link["code"])
    _buy_first(tale, listing["id"], kind["id"], price=price, regular=money(kind["price"]).amount)
    return f"{Money(price, STORE.currency)} · {len(card.content) // 1024} KB JPEG → Weibo"


def _post_on_weibo(tale: Tale, path: str, code: str) -> None:
    asked = tale.mei.post(f"{path}/weibo/consent")["url"]
    back = httpx.get(asked, timeout=60).headers["location"]
    tale.mei.put(f"{path}/weibo", dict(parse_qsl(urlsplit(back).query)))
    tale.mei.post(f"{path}/posts", {"text": "限时秒杀，只此一件！", "link": code})
    until(
        lambda: tale.mei.get(f"{path}/posts")["items"][0]["state"] == "posted",
        "The post should be out on Weibo.",
    )


def _buy_first(tale: Tale, listing_id: str, variant_id: str, *, price: int, regular: int) -> None:
    tale.li.post("/wallet/top-ups", {"amount": price, "currency": STORE.currency, "method": "pm_card_visa"})
    item = {"listing_id": listing_id, "variant_id": variant_id, "quantity": 1, "price": regular}
    wish = {"address_id": tale.address["id"], "items": [item], "expected_total": price}
    (order,) = tale.li.post("/checkouts", wish)["orders"]
    try:
        tale.li.post("/checkouts", wish)
    except Refused as refused:
        same("What a second one is told", refused.reply.json()["code"], "total_changed")
    tale.li.post(f"/orders/{order['id']}/cancel")


def follow(tale: Tale) -> str:
    """Li follows the store, and hears what it tells its followers."""
    path = f"/stores/{tale.store['id']}"
    tale.li.put(f"{path}/follower")
    tale.undoing.append(lambda: tale.li.delete(f"{path}/follower"))
    tale.mei.post(f"{path}/broadcasts", {"text": "今晚八点上新"})
    until(
        lambda: any(one["kind"] == "store_told" for one in tale.li.get("/notifications")["items"]),
        "Li should hear what the store tells its followers.",
    )
    return "今晚八点上新 → Li"
