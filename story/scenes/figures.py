"""Mei looks at how her store is doing."""

from __future__ import annotations

from story.tale import Tale, in_wallet, same


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
        ["cancelled", "cancelled", "completed", "completed", *brought, *swept, "paid"],
    )
    balance = in_wallet(tale.mei)
    same("Mei's balance", balance, tale.kept)
    return f"{visits} visits · {len(sold)} orders · {balance}"
