"""Mei compares couriers and ships what she sold; the courier tells how it goes on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime, timedelta
from typing import Any

from story.tale import Tale, expect, mentions, money, same, told

COURIER = "中通快递"
"""A courier that Guanxi doesn't follow."""
YIWU = "330782"
"""Where Mei sends her parcels from."""


def compare(tale: Tale) -> str:
    """Who goes to Li's county, and her way there: each price is the sum of its parts; Mei takes the first."""
    path = f"/orders/{tale.order['id']}/quotes?origin={YIWU}&grams=350&rank_by=blend"
    answer = tale.mei.get(path)
    quotes = answer["items"]
    expect(quotes, "Some courier should go to Li's county.")
    for one in quotes:
        price = one["price"]
        parts = sum(
            part["amount"] for name, part in price.items() if name not in ("total", "chargeable_grams")
        )
        same(f"The price of {one['name_en']}", price["total"]["amount"], parts)
        rate = one["on_time"]
        expect(rate["low"] <= rate["expected"] <= rate["high"], "A rate should lie in its interval.")
    expect(answer["refusals"], "Some courier shouldn't go to every village.")
    expect(answer["why_first"]["zh"], "It should be said why the first is first.")
    tale.quote = quotes[0]
    return f"{tale.quote['name_zh']} {money(tale.quote['price']['total'])}, 1/{len(quotes)}"


def ship(tale: Tale) -> str:
    """The parcel has a courier and a number; from now on the order would confirm itself some day."""
    courier, number, path = tale.quote["name_zh"], _number(tale), f"/orders/{tale.order['id']}"
    wish = {"courier": courier, "tracking_number": number, "service": tale.quote["service"], "origin": YIWU}
    tale.mei.post(f"{path}/parcel", wish)
    parcel = tale.li.get(f"{path}/parcel")
    same("The parcel", (parcel["courier"], parcel["tracking_number"]), (courier, number))
    tale.order = tale.li.get(path)
    same("The order's state", tale.order["state"], "shipped")
    by_itself = datetime.fromisoformat(tale.order["auto_confirm_at"])
    shipped = datetime.fromisoformat(tale.order["shipped_at"])
    expect(by_itself >= shipped + timedelta(days=1), "The buyer should have days to look at the goods.")
    return f"{courier} {number}"


def tell_buyer(tale: Tale) -> str:
    """Li hears who brings it and how to follow it."""
    texts = told(tale.li, "order_shipped", tale.order["id"])
    mentions("Li's notice", texts, tale.quote["name_zh"], _number(tale), tale.order["store_name"])
    return "order_shipped · zh, en"


def follow(tale: Tale) -> str:
    """The courier, a process of its own, tells of the parcel in disorder; Li sees it come and hears of it."""
    if (secret := tale.courier_secret()) is None:
        return "only the couriers can sign here"
    before = _seen(tale)
    parcel = {"service": tale.quote["service"], "number": _number(tale), "region": tale.address["region"]}
    notices = _carried(tale, parcel, secret)
    seen = tale.li.get(f"/orders/{tale.order['id']}/tracking")
    same("The parcel's status", seen["status"], "delivered")
    same("What was told, each thing once", len(seen["events"]), notices - 1)
    mentions("Li's notice", told(tale.li, "parcel_delivered", tale.order["id"]), _number(tale))
    same("The parcels in the lane's record", _seen(tale), before + 1)
    tale.order = tale.li.get(f"/orders/{tale.order['id']}")
    return f"{notices} notices, mixed · {seen['status']}"


def _number(tale: Tale) -> str:
    return f"ZT{tale.run.upper()}"


def _carried(tale: Tale, parcel: dict[str, Any], secret: str) -> int:
    """Have the simulator carry a parcel; answers how many notices were taken."""
    command = [sys.executable, "-m", "demo.couriers", "--api", tale.api_url, "--shuffle", "--never-lose"]
    told_so = subprocess.run(
        command,
        input=json.dumps(parcel),
        env=os.environ | {"COURIER_SECRET": secret},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    expect(told_so.returncode == 0, f"The courier simulator failed: {told_so.stderr[-500:]}")
    return len(told_so.stdout.splitlines())


def _seen(tale: Tale) -> int:
    """How many parcels stand in the record of Mei's courier on this lane."""
    answer = tale.mei.get(f"/orders/{tale.order['id']}/quotes?origin={YIWU}&grams=350&rank_by=blend")
    (same_service,) = [one for one in answer["items"] if one["service"] == tale.quote["service"]]
    rate = same_service["on_time"]
    return int(rate["seen"]) if rate["level"] == "county" else 0
