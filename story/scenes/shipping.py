"""Mei compares couriers, books the best one and prints the label; the courier tells how it goes on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from demo import couriers
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
    """Mei books her parcel, pressing twice: it is one; the order is on its way and follows the courier."""
    path = f"/orders/{tale.order['id']}"
    wish = {
        "service": tale.quote["service"],
        "grams": 350,
        "orders": [{"order_id": tale.order["id"]}],
        "sender": {"name": "梅", "phone": "13800138000", "region": YIWU, "street": "稠州北路 1 号"},
    }
    key = f"parcel-{tale.run}"
    tale.parcel, again = (tale.mei.post("/shipping/parcels", wish, key=key) for _ in range(2))
    same("The second press's parcel", again["id"], tale.parcel["id"])
    same("Its price", tale.parcel["price"], tale.quote["price"]["total"])
    same("The parcel", tale.li.get(f"{path}/parcel")["tracking_number"], _number(tale))
    tale.order = tale.li.get(path)
    same("The order's state", tale.order["state"], "shipped")
    by_itself = datetime.fromisoformat(tale.order["auto_confirm_at"])
    shipped = datetime.fromisoformat(tale.order["shipped_at"])
    expect(by_itself >= shipped + timedelta(days=1), "The buyer should have days to look at the goods.")
    return f"{tale.quote['name_zh']} {_number(tale)}"


def label(tale: Tale) -> str:
    """The label is a PDF and a label printer's commands, with the number; and the courier comes for it."""
    path = f"/shipping/parcels/{tale.parcel['id']}"
    pdf = tale.mei.call("GET", f"{path}/label")
    expect(pdf.content.startswith(b"%PDF"), "The label should be a PDF.")
    zpl = tale.mei.call("GET", f"{path}/label?format=zpl").text
    expect(
        _number(tale) in zpl and "^BC" in zpl, "The label printer's label should have the number's barcode."
    )
    tomorrow = datetime.now(UTC).replace(microsecond=0) + timedelta(days=1)
    window = {"since": tomorrow.isoformat(), "until": (tomorrow + timedelta(hours=2)).isoformat()}
    pickup = tale.mei.post(f"{path}/pickup", window)["pickup"]
    return f"PDF {len(pdf.content) // 1024 + 1} kB, ZPL · {pickup['name']}"


def tell_buyer(tale: Tale) -> str:
    """Li hears who brings it and how to follow it."""
    texts = told(tale.li, "order_shipped", tale.order["id"])
    courier = tale.quote["name_zh"].partition("·")[0]
    mentions("Li's notice", texts, courier, _number(tale), tale.order["store_name"])
    return "order_shipped · zh, en"


def follow(tale: Tale) -> str:
    """The courier, a process of its own, tells of the parcel in disorder; Li sees it come and hears of it."""
    if (secret := tale.courier_secret()) is None:
        return "only the couriers can sign here"
    parcel = {"service": tale.quote["service"], "number": _number(tale), "region": tale.address["region"]}
    steps = len(couriers.way(couriers.Parcel(**parcel), 1, lost=0))
    if not _told_by_itself(tale):
        _carried(parcel, tale.api_url, secret)
    seen = _until(lambda: tale.li.get(_tracking(tale)), lambda seen: len(seen["events"]) >= steps)
    same("The parcel's status", seen["status"], "delivered")
    same("What was told, each thing once", len(seen["events"]), steps)
    mentions("Li's notice", told(tale.li, "parcel_delivered", tale.order["id"]), _number(tale))
    tale.order = tale.li.get(f"/orders/{tale.order['id']}")
    return f"{steps} notices, mixed · {seen['status']}"


def prove(tale: Tale) -> str:
    """Both see how it was handed over; and the parcel counts in the lane's record."""
    path = f"/shipping/parcels/{tale.parcel['id']}"
    if tale.li.get(path)["tracking"]["status"] != "delivered":
        return "it is still on its way"
    proofs = [who.get(path)["tracking"]["proof"] for who in (tale.li, tale.mei)]
    same("What Mei sees", proofs[1], proofs[0])
    expect(proofs[0]["received_by"], "Somebody should have taken it.")
    expect(_seen(tale) >= 1, "The parcel should be in the lane's record.")
    return str(proofs[0]["received_by"])


def _tracking(tale: Tale) -> str:
    return f"/orders/{tale.order['id']}/tracking"


def _told_by_itself(tale: Tale) -> bool:
    """Does the courier that was asked to fetch it tell of it? One that moves nothing doesn't."""
    seen = _until(lambda: tale.li.get(_tracking(tale)), lambda seen: bool(seen["events"]), seconds=4)
    return bool(seen["events"])


def _until(look: Callable[[], Any], enough: Callable[[Any], bool], *, seconds: float = 20) -> Any:
    """What is seen once it is enough, or after some time."""
    end = time.monotonic() + seconds
    while not enough(seen := look()) and time.monotonic() < end:
        time.sleep(0.2)
    return seen


def _number(tale: Tale) -> str:
    return str(tale.parcel["tracking_number"])


def _carried(parcel: dict[str, Any], api_url: str, secret: str) -> None:
    """Have the simulator carry a parcel."""
    command = [sys.executable, "-m", "demo.couriers", "--api", api_url, "--shuffle", "--never-lose"]
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


def _seen(tale: Tale) -> int:
    """How many parcels stand in the record of Mei's courier on this lane."""
    answer = tale.mei.get(f"/orders/{tale.order['id']}/quotes?origin={YIWU}&grams=350&rank_by=blend")
    (same_service,) = [one for one in answer["items"] if one["service"] == tale.quote["service"]]
    rate = same_service["on_time"]
    return int(rate["seen"]) if rate["level"] == "county" else 0
