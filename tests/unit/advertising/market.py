"""Builders of a market with ads: merchants who bid, searches that show ads, clicks on them."""

from __future__ import annotations

from typing import Any

from chalicelib.advertising import handlers
from chalicelib.search import handlers as search
from tests.api import Api, Reply
from tests.unit import world
from tests.unit.conftest import messages
from tests.unit.world import MEI, made

BROWSER = "Mozilla/5.0 (Linux; Android 14) Mobile Safari/537.36"
PHONE = {"User-Agent": BROWSER}
BUDGET = 100_000


def settled() -> None:
    """Let all queues of search and ads run dry."""
    while batch := messages("search"):
        assert search.index_goods({"Records": batch}) == {"batchItemFailures": []}
    while batch := messages("ads"):
        assert handlers.keep_ads({"Records": batch}) == {"batchItemFailures": []}


def billed() -> list[dict[str, Any]]:
    """Let the clicks that were made be billed; answers their messages."""
    batch = messages("ad-billing")
    assert handlers.bill_clicks({"Records": batch}) == {"batchItemFailures": []}
    return batch


def funded(merchant: Api = MEI, amount: int = BUDGET) -> None:
    """Money set aside for ads."""
    world.money_for(merchant, amount)
    made(merchant.post("/ads/balance", {"amount": amount, "currency": "CNY"}))


def a_campaign(
    merchant: Api = MEI,
    *,
    listing: Any = None,
    keyword: str = "hair clip",
    match: str = "broad",
    bid: int = 100,
    budget: int = BUDGET,
    funds: int = BUDGET,
    **more: Any,
) -> Any:
    """Goods that are advertised for a keyword, as fast as people come."""
    listing = listing or world.a_listing(merchant, title="Tortoise hair clip", stock=50)
    if funds:
        funded(merchant, funds)
    wish = {"name": "Autumn", "daily_budget": budget, "pacing": "fast", **more}
    campaign = made(merchant.post(f"/stores/{listing['store_id']}/campaigns", wish))
    group = {
        "name": "Clips",
        "listing_ids": [listing["id"]],
        "keywords": [{"text": keyword, "match": match, "bid": bid}],
    }
    made(merchant.post(f"/campaigns/{campaign['id']}/groups", group))
    settled()
    return campaign


def searched(text: str = "hair clip", more: str = "", **headers: str) -> list[Any]:
    """What a search shows."""
    reply = Api().get(f"/search?q={text.replace(' ', '+')}{more}", headers={"User-Agent": BROWSER, **headers})
    found: list[Any] = made(reply)["items"]
    return found


def ads(text: str = "hair clip", more: str = "", **headers: str) -> list[Any]:
    """The ads among it."""
    return [hit for hit in searched(text, more, **headers) if hit["ad"]]


def clicked(ad: Any, *, visitor: str | None = None, agent: str = BROWSER) -> Reply:
    """An ad's link, followed."""
    headers = {"User-Agent": agent} | ({"Cookie": f"visitor={visitor}"} if visitor else {})
    return Api().get(ad["ad"]["path"], headers=headers)


def outcomes(campaign: Any, merchant: Api = MEI) -> list[str]:
    """What became of today's clicks, the latest auction's first."""
    day = made(merchant.get(f"/campaigns/{campaign['id']}"))["day"]
    found = made(merchant.get(f"/campaigns/{campaign['id']}/clicks?day={day}&limit=100"))
    return [click["outcome"] for click in found["items"]]


def report(campaign: Any, by: str = "campaign", merchant: Api = MEI) -> list[Any]:
    """Today's report."""
    day = made(merchant.get(f"/campaigns/{campaign['id']}"))["day"]
    path = f"/campaigns/{campaign['id']}/report?by={by}&since={day}&until={day}"
    rows: list[Any] = made(merchant.get(path))["items"]
    return rows
