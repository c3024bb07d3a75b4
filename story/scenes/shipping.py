"""Mei ships what she sold."""

from __future__ import annotations

from datetime import datetime, timedelta

from story.tale import Tale, expect, mentions, same, told

COURIER = "中通快递"


def ship(tale: Tale) -> str:
    """The parcel has a courier and a number; from now on the order would confirm itself some day."""
    number = f"ZT{tale.run.upper()}"
    path = f"/orders/{tale.order['id']}"
    tale.mei.post(f"{path}/parcel", {"courier": COURIER, "tracking_number": number})
    parcel = tale.li.get(f"{path}/parcel")
    same("The parcel", (parcel["courier"], parcel["tracking_number"]), (COURIER, number))
    tale.order = tale.li.get(path)
    same("The order's state", tale.order["state"], "shipped")
    by_itself = datetime.fromisoformat(tale.order["auto_confirm_at"])
    shipped = datetime.fromisoformat(tale.order["shipped_at"])
    expect(by_itself >= shipped + timedelta(days=1), "The buyer should have days to look at the goods.")
    return f"{COURIER} {number}"


def tell_buyer(tale: Tale) -> str:
    """Li hears who brings it and how to follow it."""
    texts = told(tale.li, "order_shipped", tale.order["id"])
    mentions("Li's notice", texts, COURIER, f"ZT{tale.run.upper()}", tale.order["store_name"])
    return "order_shipped · zh, en"
