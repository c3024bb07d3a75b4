"""Ads over HTTP: bids, ads in search, clicks that are billed once though the queue repeats them, a report."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from chalicelib.foundation import ids
from demo.people import Person
from tests.conftest import Stack
from tests.deployed.test_first_sale import open_store, somebody
from tests.deployed.watching import audit, until

BROWSER = {"User-Agent": "Mozilla/5.0 (Linux; Android 14) Mobile Safari/537.36"}


@pytest.fixture(scope="module")
def mei(stack: Stack) -> Person:
    return somebody(stack, "Mei")


@pytest.fixture(scope="module")
def store(mei: Person) -> Any:
    return open_store(mei, "广告小铺")


def ad_for(person: Person, words: str, listing: str) -> Any:
    """The ad that a search shows of some goods, once the index has it."""

    def look() -> Any:
        page = person.api.get("/search", params={"q": words}, headers=BROWSER).json()
        return next((hit for hit in page["items"] if hit["ad"] and hit["id"] == listing), None)

    return until(look)


def put_in_cart(person: Person, ad: Any) -> None:
    """Somebody follows an ad in an app, and at once puts what it shows in her cart."""
    token = ad["ad"]["path"].rpartition("/")[2]
    person.api.post("/ads/clicks", json={"token": token}, headers=BROWSER).raise_for_status()
    person.post("/cart/lines", {"listing_id": ad["id"], "variant_id": "v01", "quantity": 2})


class TestAds:
    def test_are_bid_for_shown_clicked_billed_once_and_reported(
        self, stack: Stack, mei: Person, store: Any
    ) -> None:
        word = f"广告夹{ids.new('x')[-8:].lower()}"
        goods = {"store_id": store["id"], "title": word, "category": "hair", "publish": True}
        clip = mei.post("/listings", goods | {"variants": [{"sku": "A", "price": 1_000, "stock": 5}]})
        mei.post("/wallet/top-ups", {"amount": 5_000, "currency": "CNY", "method": "pm_card_visa"})
        mei.post("/ads/balance", {"amount": 5_000, "currency": "CNY"})
        wish = {"name": "秋", "daily_budget": 1_000, "pacing": "fast", "target_return": 40_000}
        campaign = mei.post(f"/stores/{store['id']}/campaigns", wish)
        path = f"/campaigns/{campaign['id']}"
        keywords = [{"text": word, "match": "exact", "bid": 100}]
        mei.post(f"{path}/groups", {"name": "夹", "listing_ids": [clip["id"]], "keywords": keywords})

        for _ in range(2):
            ad = ad_for(mei, word, clip["id"])
            address = f"{str(mei.api.base_url).rstrip('/')}{ad['ad']['path']}"
            reply = httpx.get(address, headers=BROWSER, timeout=60)
            assert reply.status_code == 302
            assert f"/shop/{store['slug']}/{clip['id']}" in reply.headers["location"]
        day = mei.get(path)["day"]
        (*_, first) = until(lambda: self._two(mei, path, day))
        self._deliver_again(stack, first["id"], f"{campaign['id']}#{day}")

        page = mei.get(f"{path}/clicks?day={day}")["items"]
        cost = sum(one["price"]["amount"] for one in page if one["outcome"] == "billed")
        until(lambda: self._row(mei, path, day)["impressions"] >= 2)
        row = self._row(mei, path, day)
        assert cost == row["cost"] == 5_000 - mei.get("/ads/balance")["balance"]["amount"] == 20
        assert mei.get(path)["spent"]["amount"] == cost
        linear = mei.get(f"{path}/report?since={day}&until={day}&model=linear")["items"][0]
        assert (linear["visits"], linear["orders"]) == (2, 0)
        assert mei.get(f"{path}/suggestions")["items"] == []
        put_in_cart(somebody(stack, "Li"), ad_for(mei, word, clip["id"]))
        until(lambda: self._row(mei, path, day)["carts"] == 1)
        assert self._row(mei, path, day)["cart_rate"] == round(1 / 3, 4)
        assert httpx.get(address[:-3] + "AAA", headers=BROWSER, timeout=60).status_code == 404
        audit(stack)
        mei.post(f"{path}/end")

    def _two(self, mei: Person, path: str, day: str) -> list[Any] | None:
        found: list[Any] = mei.get(f"{path}/clicks?day={day}")["items"]
        return found if len(found) == 2 else None

    def _row(self, mei: Person, path: str, day: str) -> Any:
        rows = mei.get(f"{path}/report?since={day}&until={day}")["items"]
        return rows[0] if rows else {"impressions": 0}

    def _deliver_again(self, stack: Stack, click_id: str, partition: str) -> None:
        """The same click's message, five times more: the very message, and its link followed again."""
        sqs, table = stack.client("sqs"), stack.deployment.table("advertising")
        key = {"pk": {"S": partition}, "sk": {"S": f"click#{click_id}"}}
        row = stack.client("dynamodb").get_item(TableName=table, Key=key)["Item"]
        url = sqs.get_queue_url(QueueName=f"guanxi-{stack.stage}-ad-billing")["QueueUrl"]
        for number in range(5):
            event_id = row["event_id"]["S"] if number < 3 else ids.new("evt")
            event = {
                "event_id": event_id,
                "at": row["clicked_at"]["S"],
                "facts": json.loads(row["facts"]["S"]),
                "visitor": f"vis_{number:026}",
                "origin": "again",
            }
            body = {"event_id": event_id, "kind": "AdClicked.1", "correlation": "again", "event": event}
            sqs.send_message(QueueUrl=url, MessageBody=json.dumps(body))

        def all_seen() -> bool:
            found = stack.client("dynamodb").query(
                TableName=table,
                KeyConditionExpression="pk = :day AND begins_with(sk, :again)",
                ExpressionAttributeValues={":day": key["pk"], ":again": {"S": "again#"}},
            )
            return len(found["Items"]) == 2

        until(all_seen)
