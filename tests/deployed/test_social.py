"""Flash sales, share cards, followers and Weibo as a mobile client uses them: over HTTP."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from PIL import Image

from demo.people import Refused
from tests.camera import seen
from tests.conftest import Stack
from tests.deployed.test_first_sale import home, in_wallet, list_goods, open_store, somebody, top_up
from tests.deployed.watching import audit


def until(look: Callable[[], Any]) -> Any:
    end = time.monotonic() + 60
    while not (found := look()):
        assert time.monotonic() < end
        time.sleep(0.2)
    return found


class TestAStoreOnSocialMedia:
    def test_sells_by_what_it_shares_and_tells_its_followers(self, stack: Stack) -> None:
        mei, li = somebody(stack, "Mei"), somebody(stack, "Li")
        top_up(li, 10_000)
        store = open_store(mei, "Social goods")
        clip = list_goods(mei, store, title="青花瓷发簪", price=1_000, stock=9)
        path = f"/stores/{store['id']}"

        flash = {"title": "Flash", "price": 600, "listing_ids": [clip["id"]], "total_limit": 1}
        sale = mei.post(f"{path}/promotions", flash)
        wish = {"channel": "weibo", "listing_id": clip["id"], "promotion_id": sale["id"]}
        link = mei.post(f"{path}/campaign-links", wish)
        card = httpx.get(stack.api_url + link["card"], follow_redirects=True, timeout=60)
        code = seen(Image.open(io.BytesIO(card.content)))
        assert httpx.get(code.text, timeout=60).headers["location"].endswith(f"via={link['code']}")

        url = mei.post(f"{path}/weibo/consent")["url"]
        back = dict(parse_qsl(urlsplit(httpx.get(url, timeout=60).headers["location"]).query))
        mei.put(f"{path}/weibo", back)
        mei.post(f"{path}/posts", {"text": "限时秒杀", "link": link["code"]})
        li.put(f"{path}/follower")
        mei.post(f"{path}/broadcasts", {"text": "New"})
        until(lambda: [one for one in mei.get(f"{path}/posts")["items"] if one["weibo_id"]])
        until(lambda: [one for one in li.get("/notifications")["items"] if one["kind"] == "store_told"])

        item = {"listing_id": clip["id"], "variant_id": "v01", "quantity": 1, "price": 1_000}
        buying = {"address_id": home(li), "items": [item], "expected_total": 600}
        li.post("/checkouts", buying)
        with pytest.raises(Refused, match="total_changed"):
            li.post("/checkouts", buying)
        assert in_wallet(li) == 9_400
        audit(stack)
