"""A store's figures over HTTP: visitors, an order over a channel, and messages that come twice."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

import httpx
import pytest

from demo.people import Person
from tests.conftest import Stack
from tests.deployed.test_first_sale import home, list_goods, open_store, somebody, top_up
from tests.deployed.watching import until

BROWSER = {"User-Agent": "Mozilla/5.0 (Linux; Android 14) Mobile Safari/537.36"}


@pytest.fixture(scope="module")
def mei(stack: Stack) -> Person:
    return somebody(stack, "Mei")


class TestFigures:
    def test_tell_who_came_and_bought_and_are_the_same_when_all_messages_come_again(
        self, stack: Stack, mei: Person
    ) -> None:
        store, li = open_store(mei, "数据小铺"), somebody(stack, "Li")
        clip = list_goods(mei, store, title="玳瑁发夹", price=1_000, stock=5)
        link = mei.post(f"/stores/{store['id']}/links", {"channel": "wechat"})
        shop = f"{str(mei.api.base_url).rstrip('/')}/shop/{store['slug']}"
        for path, headers in ((f"?via={link['code']}", {}), (f"/{clip['id']}", {"Referer": shop})):
            assert httpx.get(f"{shop}{path}", headers=BROWSER | headers, timeout=60).status_code == 200
        assert httpx.get(shop, headers={"User-Agent": "Googlebot/2.1"}, timeout=60).status_code == 200

        top_up(li, 5_000)
        wish = {"address_id": home(li), "pay_from": "wallet"}
        line = {"listing_id": clip["id"], "variant_id": "v01", "quantity": 1, "price": 1_000}
        checkout = li.post("/checkouts", wish | {"items": [line]})
        steps = [
            {"kind": "listing", "listing_id": clip["id"], "arrived": True, "seconds_ago": 90},
            {"kind": "cart", "listing_id": clip["id"], "seconds_ago": 30},
            {"kind": "checkout", "checkout_id": checkout["id"]},
        ]
        beacon = {"store_id": store["id"], "batch_id": uuid4().hex, "visitor": uuid4().hex, "steps": steps}
        for _ in range(2):
            told = beacon | {"source": {"referrer": "https://weibo.com/u/1"}}
            self._tell(stack, told)

        path = f"/stores/{store['id']}/insights"
        expected = {
            "visits": 2,
            "views": 1,
            "looks": 2,
            "carts": 1,
            "checkouts": 1,
            "paid": 1,
            "sales": 1_000,
        }
        found = until(lambda: self._as(mei.get(path), expected), seconds=40)
        channels = {one["name"]: (one["visits"], one["orders"]) for one in found["channels"]}
        assert channels == {"wechat": (1, 0), "weibo": (1, 1)}
        assert [step["people"] for step in found["now"]["funnel"]] == [2, 2, 1, 1, 1]
        assert found["robots"] == 1

        self._deliver_again(stack, beacon, checkout["orders"][0]["id"])
        until(lambda: self._as(mei.get(path), expected | {"views": 2}))
        assert mei.get(path)["channels"] == found["channels"]
        assert sum(minute["looks"] for minute in mei.get(f"{path}/live")["minutes"]) == 2
        top = mei.get(f"{path}/goods?of={found['now']['first'][:7]}")["items"]
        assert [(one["listing_id"], one["sold"]) for one in top] == [(clip["id"], 1)]
        (cohort,) = mei.get(f"{path}/cohorts")["items"]
        assert (cohort["buyers"], cohort["repeat"]) == (1, 0)

    def _tell(self, stack: Stack, batch: Any) -> None:
        reply = httpx.post(f"{stack.api_url}/visits", json=batch, headers=BROWSER, timeout=60)
        assert reply.status_code == 202

    def _as(self, found: Any, expected: dict[str, int]) -> Any:
        """The figures, once they are as expected; each must never be more than that."""
        now = {name: found["now"][name] for name in expected}
        assert all(now[name] <= count for name, count in expected.items()), now
        return found if now == expected else None

    def _deliver_again(self, stack: Stack, beacon: Any, order_id: str) -> None:
        """The order's message, five times more and out of order; then a look that shows that all came."""
        sqs = stack.client("sqs")
        url = sqs.get_queue_url(QueueName=f"guanxi-{stack.stage}-insights")["QueueUrl"]
        for kind in ("OrderRefunded.1", "OrderCancelled.1", "OrderPaid.1", "OrderPaid.1", "OrderPaid.1"):
            event = {"order_id": order_id}
            body = {"event_id": f"evt_{uuid4().hex}", "kind": kind, "correlation": "again", "event": event}
            sqs.send_message(QueueUrl=url, MessageBody=json.dumps(body))
        told = beacon | {"batch_id": uuid4().hex, "steps": [{"kind": "view"}]}
        self._tell(stack, told)
