"""Goods are held for who pays by card, and Mei keeps an eye on what is left."""

from __future__ import annotations

from typing import Any

from story.tale import Tale, mentions, same, told, until


def hold(tale: Tale) -> str:
    """Li begins to pay by card, and the goods are kept for him; he thinks better of it, and they are free."""
    listing = tale.listed[0]
    kind = listing["variants"][0]
    item = {"listing_id": listing["id"], "variant_id": kind["id"], "quantity": 1}
    item["price"] = kind["price"]["amount"]
    wish = {"address_id": tale.address["id"], "items": [item], "pay_from": "gateway"}
    checkout = tale.li.post("/checkouts", wish)
    same("What is left while he pays", _stock(tale, listing), kind["stock"] - 1)
    given_up = tale.li.post(f"/checkouts/{checkout['id']}/cancel")
    same("The checkout", given_up["state"], "cancelled")
    same("What is left again", _stock(tale, listing), kind["stock"])
    return f"{kind['stock']} → {kind['stock'] - 1} → {kind['stock']}"


def watch(tale: Tale) -> str:
    """Mei counts, hears that goods run low, and restocks; the journal adds up to what is left."""
    listing = tale.listed[0]
    path, left = f"/listings/{listing['id']}", _stock(tale, listing)
    tale.mei.put(f"{path}/stock-alert", {"threshold": 2})
    tale.mei.post(f"{path}/stock-count", {"variant_id": "v01", "counted": 2, "seen": left})
    mentions("Mei's notice", told(tale.mei, "stock_low", listing["id"]), "2")
    tale.mei.post(f"{path}/stock", {"variant_id": "v01", "change": left - 2})

    def settled() -> Any:
        journal = tale.mei.get(f"{path}/stock-journal?limit=100")
        return journal if sum(one["change"] for one in journal["items"]) == journal["stock"] == left else None

    journal = until(settled, "The journal should add up to what is left.")
    same("The newest entries", [one["cause"] for one in journal["items"][:2]], ["restocked", "counted"])
    return f"{len(journal['items'])} × Σ = {journal['stock']}"


def _stock(tale: Tale, listing: Any) -> int:
    stock: int = tale.li.get(f"/listings/{listing['id']}")["variants"][0]["stock"]
    return stock
