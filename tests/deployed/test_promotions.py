"""Sales, promotions and coupons as a mobile client uses them: over HTTP, against the deployed stage."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from demo.people import Person, Refused
from tests.conftest import Stack
from tests.deployed.test_first_sale import home, in_wallet, list_goods, open_store, somebody, top_up
from tests.deployed.watching import audit

TOMORROW = (datetime.now(UTC) + timedelta(days=1)).isoformat()


@pytest.fixture(scope="module")
def mei(stack: Stack) -> Person:
    return somebody(stack, "Mei")


@pytest.fixture(scope="module")
def store(mei: Person) -> Any:
    return open_store(mei, "Festival goods")


@pytest.fixture
def li(stack: Stack) -> Person:
    person = somebody(stack, "Li")
    top_up(person, 10_000)
    return person


class TestASale:
    def test_is_on_the_page_and_is_what_one_pays(
        self, stack: Stack, mei: Person, store: Any, li: Person
    ) -> None:
        clip = list_goods(mei, store, title="Reduced clip", price=1_000, stock=9)
        wish = {"variants": [{"id": "v01", "price": 750}], "ends_at": TOMORROW}
        mei.put(f"/listings/{clip['id']}/sale", wish)

        page = httpx.get(f"{stack.api_url}/shop/{store['slug']}/{clip['id']}?lang=en", timeout=60).text
        li.post("/cart/lines", {"listing_id": clip["id"], "variant_id": "v01", "quantity": 2})
        (order,) = li.post("/checkouts", {"address_id": home(li)})["orders"]

        assert "¥7.50" in page
        assert "On sale until" in page
        assert order["total"]["amount"] == 1_500
        mei.delete(f"/listings/{clip['id']}/sale")
        assert li.get(f"/listings/{clip['id']}")["variants"][0]["price"]["amount"] == 1_000


class TestACoupon:
    def test_is_quoted_paid_used_once_by_two_presses_and_comes_back(
        self, stack: Stack, mei: Person, store: Any, li: Person
    ) -> None:
        clip = list_goods(mei, store, title="Festival clip", price=999, stock=9)
        path = f"/stores/{store['id']}/promotions"
        spring = {"title": "Spring", "basis_points": 1_000, "listing_ids": [clip["id"]]}
        festival = {"title": "Festival", "code": "FESTIVAL", "amount": 77, "buyer_limit": 1, "total_limit": 5}
        promotion, coupon = mei.post(path, spring), mei.post(path, festival)
        assert [one["id"] for one in li.get(path)["items"]] == [promotion["id"], coupon["id"]]
        line = {"listing_id": clip["id"], "variant_id": "v01", "quantity": 3}
        li.post("/cart/lines", line)
        price = li.post("/cart/quote", {"coupons": ["festival"]})["total"]["amount"]
        address = home(li)
        item = line | {"price": 999}
        wish = {
            "address_id": address,
            "items": [item],
            "coupons": ["FESTIVAL"],
            "expected_total": price,
        }

        def press(_: int) -> Any:
            try:
                return li.post("/checkouts", wish)
            except Refused as refused:
                return refused.reply.json()["code"]

        with ThreadPoolExecutor(2) as presses:
            first, second = sorted(presses.map(press, range(2)), key=lambda one: isinstance(one, str))

        (order,) = first["orders"]
        assert second == "coupon_used"
        assert (price, order["total"]["amount"]) == (2_620, 2_620)
        assert sum(one["net"]["amount"] for one in order["lines"]) == 2_620
        assert in_wallet(li) == 10_000 - 2_620
        li.post(f"/orders/{order['id']}/cancel")
        used = {one["id"]: one["used"] for one in mei.get(f"/my{path}")["items"]}
        assert (used[coupon["id"]], in_wallet(li)) == (0, 10_000)
        mei.post(f"{path}/{coupon['id']}/pause")
        assert press(0) == "coupon_not_running"
        mei.post(f"{path}/{coupon['id']}/resume")
        mei.post(f"{path}/{coupon['id']}/end")
        audit(stack)
