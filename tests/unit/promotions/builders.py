"""Promotions and goods as the rules see them, with what a test leaves open filled in."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from chalicelib.foundation.money import Money
from chalicelib.promotions.rules import Goods, Promotion

NOON = datetime(2026, 12, 12, 12, tzinfo=UTC)


def yuan(amount: int | None) -> Money | None:
    return None if amount is None else Money(amount, "CNY")


def a_promotion(name: str = "a", **changes: Any) -> Promotion:
    money = {key: yuan(changes.pop(key, None)) for key in ("amount", "most", "threshold", "price")}
    facts: dict[str, Any] = {
        "id": f"prm_{name}",
        "store_id": "sto_1",
        "title": name,
        "code": None,
        "basis_points": None,
        "category": None,
        "listing_ids": (),
        "starts_at": NOON,
        "ends_at": None,
        "total_limit": None,
        "buyer_limit": None,
        "stackable": True,
        "advertised": True,
        "created_at": NOON,
    }
    return Promotion(**{**facts, **money, **changes})


def goods(*amounts: int, category: str = "hair") -> list[Goods]:
    return [
        Goods(f"lst_{number}", ("fashion", category), Money(amount, "CNY"))
        for number, amount in enumerate(amounts)
    ]
