"""What the fuzzed person finds at hand of her business: ads, loans and parcels."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from demo.people import Person

_SENDER = {"name": "费", "phone": "13800138000", "region": "330782", "street": "稠州北路 1 号"}
LENT = "费的钱"
"""The name of the pool that lends to her."""
_LOAN = {"amount": 10_000, "months": 3, "purpose": "stock", "consent": True}


def business(
    fei: Person, store: Any, goods: Any, *, dynamodb: Any, sell: Callable[..., Any]
) -> dict[str, str]:
    """Two campaigns, a loan and an offer of one, a pool of her own, and parcels to call off and to label."""
    return _ads(fei, store, goods) | _loans(fei, dynamodb) | _parcels(fei, sell)


def _ads(fei: Person, store: Any, goods: Any) -> dict[str, str]:
    fei.post("/ads/balance", {"amount": 50_000, "currency": "CNY"})
    running, ended = (
        fei.post(f"/stores/{store['id']}/campaigns", {"name": name, "daily_budget": 5_000})["id"]
        for name in ("春", "夏")
    )
    keyword = {"text": "发夹", "bid": 20}
    group = {"name": "发夹", "listing_ids": [goods["id"]], "keywords": [keyword]}
    shown = fei.post(f"/campaigns/{running}/groups", group)
    return {"FUZZ_CAMPAIGN": running, "FUZZ_ENDED_CAMPAIGN": ended, "FUZZ_AD_GROUP": shown["id"]}


def _loans(fei: Person, dynamodb: Any) -> dict[str, str]:
    """A pool that she fills herself; a standing as if it had been reckoned of a record."""
    me = fei.get("/me")["id"]
    pool = fei.post("/lending/pools", {"owner": me, "name": LENT, "cap": 10**8, "per_borrower": 10**7})
    fei.post(f"/pools/{pool['id']}/deposits", {"amount": 1_000_000})
    fei.post("/credit")
    (table,) = (name for name in dynamodb.list_tables()["TableNames"] if name.endswith("-lending"))
    dynamodb.update_item(
        TableName=table,
        Key={"pk": {"S": f"seller#{me}"}, "sk": {"S": "standing"}},
        UpdateExpression="SET #limit = :limit, annual_rate = :rate, computed_at = :long_ago",
        ExpressionAttributeNames={"#limit": "limit"},
        ExpressionAttributeValues={
            ":limit": {"N": "9000000"},
            ":rate": {"N": "1200"},
            ":long_ago": {"S": "2026-01-01T00:00:00.000000+0000"},
        },
    )
    lent, owed, offered = (fei.post("/loans", _LOAN)["loan"] for _ in range(3))
    for loan in (lent, owed):
        fei.post(f"/loans/{loan['id']}/accept", {"contract": loan["contract"]})
    for _ in range(100):
        if all(fei.get(f"/loans/{loan['id']}")["state"] == "active" for loan in (lent, owed)):
            break
        time.sleep(0.2)
    return {
        "FUZZ_OWED": owed["id"],
        "FUZZ_POOL": pool["id"],
        "FUZZ_LOAN": lent["id"],
        "FUZZ_OFFERED_LOAN": offered["id"],
        "FUZZ_CONTRACT": offered["contract"],
    }


def _parcels(fei: Person, sell: Callable[..., Any]) -> dict[str, str]:
    def booked() -> str:
        order = sell()["orders"][0]["id"]
        wish = {
            "service": "youlin.standard",
            "grams": 350,
            "orders": [{"order_id": order}],
            "sender": _SENDER,
        }
        parcel_id: str = fei.post("/shipping/parcels", wish)["id"]
        return parcel_id

    packed = sell(quantity=2)["orders"][0]
    return {
        "FUZZ_PARCEL": booked(),
        "FUZZ_UNSENT_PARCEL": booked(),
        "FUZZ_PACKED": packed["id"],
        "FUZZ_PACKED_LINE": packed["lines"][0]["id"],
    }
