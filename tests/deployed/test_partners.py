"""Hiring over HTTP: from a brief to photos in the storefront, and what both say of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from demo import photos
from tests.conftest import Stack
from tests.deployed.test_first_sale import heard, in_wallet, list_goods, open_store, somebody, top_up
from tests.deployed.watching import audit


class TestAPhotographer:
    def test_is_found_hired_paid_shown_and_reviewed(self, stack: Stack) -> None:
        mei, yun = somebody(stack, "Mei"), somebody(stack, "Yun")
        store = open_store(mei, "梅的小铺")
        listing = list_goods(mei, store, title="珍珠发夹", price=3_990, stock=2)
        top_up(mei, 50_000)
        me = {"name": "云上摄影", "headline": "小物件，好光线", "trades": ["photography"], "region": "330782"}
        partner = yun.put("/partner", me)
        until = (datetime.now(UTC) + timedelta(days=7)).isoformat()
        wish = {"store_id": store["id"], "title": "新品图", "trade": "photography", "budget": 60_000}
        brief = mei.post("/briefs", wish | {"deadline": until})
        assert brief["id"] in [one["id"] for one in yun.get("/briefs?trade=photography")["items"]]

        milestone = {"title": "十张白底图", "amount": 30_000, "days": 5}
        proposal = yun.post(f"/briefs/{brief['id']}/proposals", {"milestones": [milestone]})
        assert heard(mei, "proposal_made")
        talk = mei.post(f"/proposals/{proposal['id']}/conversation")["conversation_id"]
        yun.post(f"/conversations/{talk}/messages", {"client_id": "1", "text": "您好"})
        taken = mei.post(f"/proposals/{proposal['id']}/accept", {"version": proposal["version"]}, key="take")
        path = f"/contracts/{taken['contract_id']}"
        step = f"{path}/milestones/1"
        mei.post(f"{step}/fund", {}, key="fund")
        assert (in_wallet(mei), in_wallet(yun)) == (20_000, 0)

        shot = yun.upload(photos.photo_of("tortoiseshell-claw-clip"), "image/jpeg", "delivery")
        assert httpx.get(f"{stack.api_url}/media/{shot}", timeout=60).status_code == 404
        yun.post(f"{step}/deliver", {"text": "自然光", "photos": [shot], "theme": "#335577"}, key="deliver")
        assert heard(mei, "work_submitted")
        (photo,) = mei.get(path)["milestones"][0]["delivery"]["photos"]
        assert httpx.get(photo["url"], timeout=60).headers["content-type"] == "image/jpeg"
        mei.post(f"{step}/accept", key="accept")
        assert (in_wallet(mei), in_wallet(yun)) == (20_000, 28_500)

        for use in ({"use": "listing", "listing_id": listing["id"]}, {"use": "banner"}, {"use": "theme"}):
            for _ in range(2):
                mei.post(f"{step}/use", use)
        shown = mei.get(f"/listings/{listing['id']}")["photos"]
        assert [one["id"] for one in shown].count(shot) == 1
        seen = httpx.get(f"{stack.api_url}/media/{shot}", follow_redirects=True, timeout=60)
        assert seen.status_code == 200
        assert mei.get(f"/stores/{store['id']}")["theme"]["accent"] == "#335577"

        for who, stars in ((mei, 5), (yun, 4)):
            who.post(f"{path}/reviews", {"stars": stars, "text": "合作愉快"})
        assert heard(mei, "work_reviewed")
        self.looked_for(yun, partner["id"])
        audit(stack)

    def looked_for(self, somebody_: Any, partner_id: str) -> None:
        """Whoever looks for her finds what was measured."""
        found = somebody_.get("/partners?trade=photography&region=330782")["items"]
        (record,) = [one["record"] for one in found if one["id"] == partner_id]
        told = {name: record[name] for name in ("on_time", "accepted", "merchants", "rating")}
        assert told == {"on_time": 1, "accepted": 1, "merchants": 1, "rating": "5.0"}
