"""Bo, who writes a blog, shares a link to Mei's store and gets his part of what is sold; and a picture."""

from __future__ import annotations

from typing import Any

import httpx

from chalicelib.foundation.money import Money
from demo import photos
from story.scenes.advertising import BROWSER
from story.scenes.shipping import COURIER
from story.tale import Tale, expect, in_wallet, mentions, money, same, told, until

RATE = 1_000
"""Basis points."""
CPM = 500
"""In fen."""


def promote(tale: Tale) -> str:
    """Mei pays a tenth to whoever brings buyers; Bo makes a link, and a QR code for his reels."""
    path = f"/stores/{tale.store['id']}/affiliates"
    tale.mei.put(path, {"state": "open", "basis_points": RATE})
    closed = {"state": "closed", "basis_points": RATE}
    tale.undoing.append(lambda: tale.mei.put(path, closed))
    tale.bo = tale.newcomer("Bo", language="zh")
    same("What Bo sees", tale.bo.get(path)["basis_points"], RATE)
    goods = tale.listed[0]["id"]
    link = tale.bo.post("/promoter/links", {"store_id": tale.store["id"], "listing_id": goods})
    tale.promoted = link["code"]
    page = tale.visit(f"{tale.api_url}/r/{tale.promoted}")
    expect(goods in str(page.url), "Bo's link should open the goods' page.")
    refused = tale.mei.call("POST", "/promoter/links", {"store_id": tale.store["id"]})
    same("Mei's own link", refused.status_code, 409)
    return f"{RATE // 100} % · /r/{tale.promoted}"


def earn(tale: Tale) -> str:
    """Li follows it and buys; when he has the goods, Bo and Mei are paid out of one escrow, to the fen."""
    reply = httpx.get(f"{tale.api_url}/r/{tale.promoted}", timeout=60)
    order = _bought(tale, reply.headers["location"].partition("?ref=")[2])
    path, total = f"/orders/{order['id']}", money(order["total"])
    mentions("Bo's notice", told(tale.bo, "commission_promised", order["id"]), str(tale.store["name"]))
    before = in_wallet(tale.mei)
    tale.mei.post(f"{path}/parcel", {"courier": COURIER, "tracking_number": f"BO{tale.run.upper()}"})
    tale.li.post(f"{path}/confirm")
    part, earned = in_wallet(tale.bo), in_wallet(tale.mei) - before
    tale.kept += earned
    (brought,) = tale.bo.get("/promoter/commissions")["items"]
    same(
        "Bo's part",
        (brought["state"], money(brought["promised"]), money(brought["kept"])),
        ("paid", part, part),
    )
    same("What Li paid", earned + money(order["fee"]) + part, total)
    until(lambda: _paid(tale) == part, "Bo's report should say what he earned.")
    spent = tale.mei.get(f"/stores/{tale.store['id']}/affiliates/spend")["items"]
    same("What Mei's report says", [money(day["paid"]) for day in spent], [part])
    return f"{total} = {earned} + {money(order['fee'])} + {part} → Bo"


def _bought(tale: Tale, referral: str) -> Any:
    goods = tale.mei.get(f"/listings/{tale.listed[0]['id']}")
    variant = next(one for one in goods["variants"] if one["stock"])
    price = variant["price"]
    item = {"listing_id": goods["id"], "variant_id": variant["id"], "quantity": 1, "price": price["amount"]}
    lacks = price["amount"] - in_wallet(tale.li).amount
    if lacks > 0:
        tale.li.post("/wallet/top-ups", {"amount": lacks, "currency": "CNY", "method": "pm_card_visa"})
    wish = {"address_id": tale.address["id"], "items": [item], "referral": referral}
    return tale.li.post("/checkouts", wish)["orders"][0]


def _paid(tale: Tale) -> Money | None:
    days = tale.bo.get("/promoter/earnings")["items"]
    return money(days[0]["paid"]) if days else None


def show_picture(tale: Tale) -> str:
    """Mei's picture stands in its category, marked; a look at it counts once, however often it is told."""
    path = f"/campaigns/{tale.campaign['id']}"
    photo = tale.mei.upload(photos.photo_of(tale.goods[0].slug), "image/jpeg", "listing")
    place = {"placement": "category", "category": "accessories", "listing_id": tale.listed[0]["id"]}
    wish = place | {"photo_id": photo, "title": "玳瑁抓夹", "cpm": CPM, "cap": 3}
    creative = tale.mei.post(f"{path}/creatives", wish)
    ad = until(lambda: _picture(tale), "Mei's picture should stand in its category.")
    same("The picture's mark", ad["label"], "广告")
    expect(tale.visit(ad["image"]).headers["content-type"].startswith("image/"), "The picture should open.")
    for _ in range(2):
        told_it = {"tokens": [ad["token"]]}
        httpx.post(f"{tale.api_url}/ads/impressions", json=told_it, headers=BROWSER, timeout=60)
    row = until(lambda: _display_row(tale, creative["id"]), "The report should count the look.")
    same("The looks", row["impressions"], 1)
    tale.mei.call("DELETE", f"{path}/groups/{creative['id']}")
    return f"{row['impressions']} × {row['cost_millionths'] / 1_000_000:g} fen"


def _picture(tale: Tale) -> Any:
    where = {"placement": "category", "category": "accessories"}
    found = httpx.get(f"{tale.api_url}/ads/display", params=where, headers=BROWSER, timeout=60).json()
    return next((one for one in found["items"] if tale.listed[0]["id"] in one["path"]), None)


def _display_row(tale: Tale, creative_id: str) -> Any:
    path = f"/campaigns/{tale.campaign['id']}"
    day = tale.mei.get(path)["day"]
    rows = tale.mei.get(f"{path}/display-report?since={day}&until={day}")["items"]
    return next((row for row in rows if row["creative_id"] == creative_id), None)
