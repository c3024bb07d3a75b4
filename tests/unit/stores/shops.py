"""Stores to test with."""

from __future__ import annotations

from typing import Any

from tests.api import Api

MEI = Api("11111111-1111-1111-1111-111111111111")
OTHER = Api("22222222-2222-2222-2222-222222222222")
NOBODY = Api()
MEIS_ID = "per_11111111111111111111111111111111"
NEW = {"name": "美美饰品", "currency": "CNY", "time_zone": "Asia/Shanghai"}
BASE = "https://api123.execute-api.us-east-1.amazonaws.com/api"
"""Where the requests of `tests.api` come in."""


def a_store(*, published: bool = True, by: Api = MEI, **but: str) -> dict[str, Any]:
    """A store as its owner sees it."""
    store: dict[str, Any] = by.post("/stores", {**NEW, **but}).json
    if published:
        store = by.post(f"/stores/{store['id']}/publish").json
    return store


def a_link(store: dict[str, Any], channel: str = "weibo", label: str = "") -> str:
    """The code of a new link to a store."""
    body = {"channel": channel, "label": label}
    code: str = MEI.post(f"/stores/{store['id']}/links", body).json["code"]
    return code
