"""Goods for the tests of search: put on sale as a merchant would, and indexed as the queue would."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from chalicelib.search import handlers
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import messages
from tests.unit.world import MEI, made

NOBODY = Api()


def indexed() -> None:
    """Let the queue's messages be handled."""
    while batch := messages("search"):
        assert handlers.index_goods({"Records": batch}) == {"batchItemFailures": []}


def on_sale(
    title: str,
    *,
    description: str = "",
    category: str = "hair",
    price: int = 1_000,
    stock: int = 30,
    sku: str = "S1",
    attributes: dict[str, str] | None = None,
    store: Any = None,
    merchant: Api = MEI,
) -> Any:
    """Goods on sale, in the index."""
    store = store or world.a_store(merchant)
    wish = {
        "store_id": store["id"],
        "title": title,
        "description": description,
        "category": category,
        "attributes": attributes or {},
        "variants": [{"sku": sku, "price": price, "stock": stock}],
        "publish": True,
    }
    listing = made(merchant.post("/listings", wish))
    indexed()
    return listing


def search(q: str = "", **filters: Any) -> Any:
    """What a search answers."""
    return made(NOBODY.get("/search?" + urlencode({"q": q, **filters} if q else filters)))


def titles(q: str = "", **filters: Any) -> list[str]:
    """The titles of what a search finds, in its order."""
    return [item["title"] for item in search(q, **filters)["items"]]


def suggested(typed: str) -> list[str]:
    """What is suggested to whoever has typed this."""
    phrases: list[str] = made(NOBODY.get("/search/suggestions?" + urlencode({"q": typed})))["items"]
    return phrases
