"""Mei bids on keywords: her goods stand out in search, clicks are billed once, a report shows the effect."""

from __future__ import annotations

from typing import Any

import httpx

from chalicelib.foundation.money import Money
from story.tale import Tale, expect, in_wallet, money, same, until

BROWSER = {"User-Agent": "Mozilla/5.0 (Linux; Android 14) Mobile Safari/537.36"}
FUNDS, BUDGET, BID = 500, 300, 120
"""In fen."""
TARGET = 40_000
"""What sales shall be to cost, in basis points."""
SPENT = Money(20, "CNY")
"""Two clicks at the reserve."""


def bid(tale: Tale) -> str:
    """She sets money aside, and bids on words that nobody else in this playing bids on."""
    there = in_wallet(tale.mei)
    tale.mei.post("/wallet/top-ups", {"amount": FUNDS, "currency": "CNY", "method": "pm_card_visa"})
    tale.mei.post("/ads/balance", {"amount": FUNDS, "currency": "CNY"})
    same("Mei's wallet", in_wallet(tale.mei), there)
    wish = {"name": "秋季推广", "daily_budget": BUDGET, "pacing": "fast", "negatives": ["二手"]}
    tale.campaign = tale.mei.post(f"/stores/{tale.store['id']}/campaigns", wish)
    path = f"/campaigns/{tale.campaign['id']}"
    tale.undoing.append(lambda: tale.mei.call("POST", f"{path}/end"))
    keywords = [{"text": words, "match": "phrase", "bid": BID} for words in (_words(tale), "玳瑁抓夹")]
    goods = [tale.listed[0]["id"]]
    tale.mei.post(f"{path}/groups", {"name": "发夹", "listing_ids": goods, "keywords": keywords})
    return f"{Money(BID, 'CNY')} · {Money(BUDGET, 'CNY')} / day"


def _words(tale: Tale) -> str:
    return f"clip {tale.run}"


def stand_out(tale: Tale) -> str:
    """A search shows her goods first, marked as an ad, and not where she said she isn't meant."""
    tale.ad = until(lambda: _ad(tale, _words(tale)), "Mei's ad should stand out in search.")
    same("The ad's mark", tale.ad["ad"]["label"], "ad")
    expect(_ad(tale, f"二手 {_words(tale)}") is None, "A negative keyword should keep the ad away.")
    return f"#1 {tale.ad['title']}"


def _ad(tale: Tale, words: str) -> Any:
    found = httpx.get(f"{tale.api_url}/search", params={"q": words}, headers=BROWSER, timeout=60).json()
    mine = [hit for hit in found["items"] if hit["ad"] and hit["id"] == tale.listed[0]["id"]]
    return mine[0] if mine else None


def click(tale: Tale) -> str:
    """Somebody clicks twice and Li once: two are billed, at the least price, since nobody else bids."""
    reply = httpx.get(tale.api_url + tale.ad["ad"]["path"], headers=BROWSER, timeout=60)
    same("The click's answer", reply.status_code, 302)
    expect(tale.listed[0]["id"] in reply.headers["location"], "The click should lead to the goods.")
    httpx.get(tale.api_url + tale.ad["ad"]["path"], headers=BROWSER, timeout=60)
    token = _ad(tale, _words(tale))["ad"]["path"].rpartition("/")[2]
    followed = tale.li.api.post("/ads/clicks", json={"token": token}, headers=BROWSER)
    same("The answer to Li's click", followed.status_code, 200)
    until(lambda: _spent(tale) == SPENT, "Two clicks should be billed.")
    balance = money(tale.mei.get("/ads/balance")["balance"])
    same("What is left for ads", balance, Money(FUNDS, "CNY") - SPENT)
    return f"2 × {Money(10, 'CNY')}"


def _spent(tale: Tale) -> Money:
    return money(tale.mei.get(f"/campaigns/{tale.campaign['id']}")["spent"])


def report(tale: Tale) -> str:
    """The report says what was shown, clicked and paid, and which order came of it till it is called off.

    Li clicked once before he bought, so he is due to that click by whichever model.
    """
    order = _bought(tale)
    row = until(lambda: _row(tale), "The report should count the order.")
    same("The clicks billed", (row["clicks"], row["visits"], row["cost"]), (2, 2, 20))
    same("The sales", row["sales"], order["total"]["amount"])
    same("The return on ad spend", row["return_on_ad_spend"], round(row["sales"] / row["cost"], 2))
    for model in ("first", "linear"):
        same(f"The sales by the {model} model", _row(tale, model)["sales"], row["sales"])
    expect(row["impressions"] >= row["clicks"], "There should be an impression for each click.")
    suggested = tale.mei.get(f"/campaigns/{tale.campaign['id']}/suggestions")["items"]
    same("What should be an exact keyword", [one["text"] for one in suggested], [_words(tale)])
    tale.li.post(f"/orders/{order['id']}/cancel")
    until(lambda: _row(tale) is None, "The report should take back what Li called off.")
    return f"{row['impressions']} → {row['clicks']} → {row['orders']:g} · ROAS {row['return_on_ad_spend']}"


def aim(tale: Tale) -> str:
    """She says what sales shall be to cost, and leaves the bids to that."""
    told = tale.mei.patch(f"/campaigns/{tale.campaign['id']}", {"target_return": TARGET})
    same("The target", told["target_return"], TARGET)
    same("What of her bids is bid on the first day", told["bid_factor"], 10_000)
    return f"ROAS ≥ {TARGET / 10_000:g}"


def _bought(tale: Tale) -> Any:
    """Li buys what he saw."""
    goods = tale.mei.get(f"/listings/{tale.listed[0]['id']}")
    variant = next(one for one in goods["variants"] if one["stock"])
    price = variant["price"]
    item = {"listing_id": goods["id"], "variant_id": variant["id"], "quantity": 1, "price": price["amount"]}
    wish = {"address_id": tale.address["id"], "items": [item]}
    lacks = price["amount"] - in_wallet(tale.li).amount
    if lacks > 0:
        tale.li.post("/wallet/top-ups", {"amount": lacks, "currency": "CNY", "method": "pm_card_visa"})
    return tale.li.post("/checkouts", wish)["orders"][0]


def _row(tale: Tale, model: str = "last") -> Any:
    path = f"/campaigns/{tale.campaign['id']}"
    day = tale.mei.get(path)["day"]
    rows = tale.mei.get(f"{path}/report?since={day}&until={day}&model={model}")["items"]
    return rows[0] if rows and rows[0]["orders"] else None
