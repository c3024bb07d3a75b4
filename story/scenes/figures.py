"""Mei looks at how her store is doing."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import httpx

from story.tale import Tale, expect, in_wallet, same, until

BROWSER = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Mobile Safari/537.36"
"""What a phone says of itself: whoever says that it is a program isn't counted among the people."""


def look(tale: Tale) -> str:
    """What can be looked at so far agrees: visits by channel, orders by state, the balance."""
    visits = tale.mei.get(f"/stores/{tale.store['id']}/links")["visits"]
    same("The visits", visits, len(tale.links))
    sold = tale.mei.get(f"/stores/{tale.store['id']}/orders")["items"]
    states = sorted(order["state"] for order in sold)
    swept = ["completed"] if tale.lender else []  # what Li bought while a loan was repaid out of sales
    brought = ["completed"]  # by a promoter's link
    same(
        "The orders and their states",
        states,
        ["cancelled", "cancelled", "cancelled", "completed", "completed", *brought, *swept, "paid"],
    )
    balance = in_wallet(tale.mei)
    same("Mei's balance", balance, tale.kept)
    return f"{visits} visits · {len(sold)} orders · {balance}"


def read_dashboard(tale: Tale) -> str:
    """Somebody comes over her link and fills the cart; the figures have that visit, and all orders."""
    store = tale.store["id"]
    url = f"{tale.api_url}{tale.links['wechat']['path']}"
    page = httpx.get(url, headers={"User-Agent": BROWSER}, follow_redirects=True, timeout=60)
    same("What the store's page answers", page.status_code, 200)
    steps = [{"kind": kind, "listing_id": tale.listed[0]["id"]} for kind in ("listing", "cart")]
    beacon = {"store_id": store, "batch_id": uuid4().hex, "visitor": uuid4().hex, "steps": steps}
    for _ in range(2):  # a phone that heard no answer tells it again
        told = httpx.post(f"{tale.api_url}/visits", json=beacon, headers={"User-Agent": BROWSER}, timeout=60)
        same("What a beacon answers", told.status_code, 202)
    sold = tale.mei.get(f"/stores/{store}/orders")["items"]

    def all_counted() -> Any:
        board = tale.mei.get(f"/stores/{store}/insights?period=month")
        now = board["now"]
        return board if now["paid"] == len(sold) and now["carts"] and now["visits"] else None

    board = until(all_counted, "The dashboard should come to count all orders and the visit.")
    same("How often goods were put into the cart", board["now"]["carts"], 1)
    over = {channel["name"] for channel in board["channels"] if channel["visits"]}
    expect("wechat" in over, f"The visit should be counted for WeChat, not for {over}.")
    now = board["now"]
    return f"{now['visits']} visits · {now['paid']} orders paid · {now['sales']} {board['currency']}"
