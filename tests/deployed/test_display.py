"""Display ads over HTTP: a picture, a second price, impressions told twice and billed once, a report."""

from __future__ import annotations

from typing import Any

import httpx

from chalicelib.foundation import ids
from demo import photos
from demo.people import Person
from tests.conftest import Stack
from tests.deployed.test_first_sale import list_goods, open_store, somebody, top_up
from tests.deployed.watching import audit, until

BROWSER = {"User-Agent": "Mozilla/5.0 (Linux; Android 14) Mobile Safari/537.36"}


class TestDisplayAds:
    def test_are_shown_marked_billed_once_and_reported(self, stack: Stack) -> None:
        mei, wang = (somebody(stack, name) for name in ("Mei", "Wang"))
        campaign, other = self._advertised(mei, 60_000), self._advertised(wang, 40_000)
        shown = until(lambda: self._seen(stack, 2))
        assert [ad["label"] for ad in shown] == ["广告", "广告"]
        assert httpx.get(shown[0]["image"], timeout=60).headers["content-type"] == "image/jpeg"
        tokens = [shown[0]["token"]]
        for _ in range(2):
            reply = httpx.post(
                f"{stack.api_url}/ads/impressions", json={"tokens": tokens}, headers=BROWSER, timeout=60
            )
            assert reply.json() == {"counted": 1}
        path = f"/campaigns/{campaign}"
        row = until(lambda: self._row(mei, path))
        assert (row["impressions"], row["cost_millionths"], row["debited"]) == (1, 40_000_000, 40)
        served = until(lambda: self._row(mei, path)["served"])  # what others looked for in between, too
        assert (row["viewable"], served >= 1) == (1, True)
        assert mei.get(path)["spent"]["amount"] == 5_000 - mei.get("/ads/balance")["balance"]["amount"] == 40
        audit(stack)
        for who, its in ((mei, campaign), (wang, other)):
            who.post(f"/campaigns/{its}/end")

    def _advertised(self, merchant: Person, cpm: int) -> str:
        store = open_store(merchant, "展示小铺")
        clip = list_goods(merchant, store, title="发夹", price=1_000, stock=5)
        top_up(merchant, 5_000)
        merchant.post("/ads/balance", {"amount": 5_000, "currency": "CNY"})
        wish = {"name": "展示", "daily_budget": 1_000, "pacing": "fast"}
        campaign: str = merchant.post(f"/stores/{store['id']}/campaigns", wish)["id"]
        photo = merchant.upload(photos.photo_of("tortoiseshell-claw-clip"), "image/jpeg", "listing")
        picture = {"placement": "category", "category": "accessories", "listing_id": clip["id"], "cap": 3}
        wish = picture | {"photo_id": photo, "title": "秋季发夹", "cpm": cpm}
        merchant.post(f"/campaigns/{campaign}/creatives", wish)
        return campaign

    def _seen(self, stack: Stack, most: int) -> list[Any] | None:
        query = f"placement=category&category=accessories&visitor=vis_{ids.new('v')[2:]}"
        found = httpx.get(f"{stack.api_url}/ads/display?{query}", headers=BROWSER, timeout=60).json()["items"]
        return found if len(found) == most else None

    def _row(self, mei: Person, path: str) -> Any:
        day = mei.get(path)["day"]
        rows = mei.get(f"{path}/display-report?since={day}&until={day}")["items"]
        return next((row for row in rows if row["creative_id"] is None), None)
