"""Price ladders and tax as a mobile client meets them: over HTTP, against the deployed stage."""

from __future__ import annotations

import httpx

from tests.conftest import Stack
from tests.deployed.test_first_sale import heard, home, in_wallet, list_goods, open_store, somebody, top_up


class TestALadderAndATax:
    def test_are_on_the_page_in_the_quote_and_in_what_one_pays(self, stack: Stack) -> None:
        mei, li = somebody(stack, "Mei"), somebody(stack, "Li")
        top_up(li, 10_000)
        store = open_store(mei, "By the dozen")
        clip = list_goods(mei, store, title="Clip by the dozen", price=1_000, stock=20)
        steps = [{"from_quantity": 5, "price": 850}, {"from_quantity": 10, "price": 799}]
        mei.put(f"/listings/{clip['id']}/ladders", {"variants": [{"id": "v01", "steps": steps}]})
        mei.put(f"/stores/{store['id']}/tax", {"mode": "added", "rate": 300})

        page = httpx.get(f"{stack.api_url}/shop/{store['slug']}/{clip['id']}?lang=en", timeout=60).text
        li.post("/cart/lines", {"listing_id": clip["id"], "variant_id": "v01", "quantity": 7})
        quoted = li.post("/cart/quote", {})["total"]["amount"]
        before = in_wallet(li)
        (order,) = li.post("/checkouts", {"address_id": home(li), "expected_total": quoted})["orders"]

        assert "¥8.50" in page
        assert "¥7.99" in page
        assert quoted == 7 * 850 + 179  # 3 % of 59.50 is 1.785, rounded half up once
        assert (order["total"]["amount"], before - in_wallet(li)) == (quoted, quoted)
        assert [(tax["rate"], tax["amount"]["amount"]) for tax in order["taxes"]] == [(300, 179)]


class TestFavourites:
    def test_are_counted_and_told_of_a_lower_price(self, stack: Stack) -> None:
        mei, li = somebody(stack, "Mei"), somebody(stack, "Li")
        goods = list_goods(mei, open_store(mei, "Favoured"), title="Clip", price=1_000, stock=3)

        li.put(f"/favourites/{goods['id']}")

        assert mei.get(f"/listings/{goods['id']}/favourites") == {"people": 1}
        mei.patch(f"/listings/{goods['id']}", {"variants": [{"id": "v01", "price": 900}]})
        told = heard(li, "favourite_cheaper")
        assert told["reference"] == goods["id"]
        offer = {"variant_id": "v01", "price": 800, "quantity": 1}
        assert mei.put(f"/listings/{goods['id']}/favourites-offer", offer)["sent"] == 1
        (talk,) = li.get("/conversations")["items"]
        assert li.get(f"/conversations/{talk['id']}/messages")["items"][0]["card"]["price"]["amount"] == 800
        li.delete(f"/favourites/{goods['id']}")
        assert li.get("/favourites")["items"] == []
