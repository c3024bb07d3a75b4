"""The affiliate programme over HTTP: a link, a buyer who comes by it, and a sale divided to the fen."""

from __future__ import annotations

from typing import Any

import httpx

from demo.people import Person
from tests.conftest import Stack
from tests.deployed.test_first_sale import home, in_wallet, list_goods, open_store, somebody, top_up
from tests.deployed.watching import audit, until


class TestAffiliates:
    def test_are_paid_out_of_a_sale_and_share_its_refund(self, stack: Stack) -> None:
        mei, bo, li = (somebody(stack, name) for name in ("Mei", "Bo", "Li"))
        store = open_store(mei, "推广小铺")
        clip = list_goods(mei, store, title="发夹", price=1_000, stock=5)
        path = f"/stores/{store['id']}/affiliates"
        mei.put(path, {"state": "open", "basis_points": 1_000})
        code = bo.post("/promoter/links", {"store_id": store["id"]})["code"]
        order = self._bought(stack, li, clip, code)
        mei.post(f"/orders/{order['id']}/refunds", {"reason": "goodwill", "amount": 1_000})
        mei.post(f"/orders/{order['id']}/parcel", {"courier": "YTO", "tracking_number": "YT0001"})
        li.post(f"/orders/{order['id']}/confirm")

        assert in_wallet(bo) == 200
        assert in_wallet(mei) == 3_000 - 1_000 - 200 - order["fee"]["amount"] * 2 // 3
        until(lambda: self._figures(bo, "/promoter/earnings") == [(0, 200, 100)])
        assert self._figures(mei, f"{path}/spend") == [(0, 200, 100)]
        audit(stack)

    def _bought(self, stack: Stack, li: Person, clip: Any, code: str) -> Any:
        reply = httpx.get(f"{stack.api_url}/r/{code}", timeout=60)
        assert reply.status_code == 302
        assert reply.headers["set-cookie"].startswith("referral=")
        top_up(li, 3_000)
        item = {"listing_id": clip["id"], "variant_id": "v01", "quantity": 3, "price": 1_000}
        referral = reply.headers["location"].partition("?ref=")[2]
        wish = {"address_id": home(li), "items": [item], "referral": referral}
        assert httpx.get(f"{stack.api_url}/r/{code}/qr", timeout=60).content.startswith(b"\x89PNG")
        return li.post("/checkouts", wish)["orders"][0]

    def _figures(self, who: Person, path: str) -> list[tuple[int, ...]]:
        rows = who.get(path)["items"]
        return [tuple(row[name]["amount"] for name in ("pending", "paid", "taken_back")) for row in rows]
