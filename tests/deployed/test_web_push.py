"""A browser subscribes at the deployed stage, and is told through its push service until it is gone."""

from __future__ import annotations

from tests.conftest import Stack
from tests.deployed.test_first_sale import a_shipped_order, open_store, somebody
from tests.deployed.watching import until
from tests.push_service import octets, verified


class TestWebPush:
    def test_tells_a_browser_of_an_order_and_forgets_it_when_it_is_gone(self, stack: Stack) -> None:
        mei, li = somebody(stack, "Mei"), somebody(stack, "Li")
        browser = stack.pushing.new_browser()
        key = mei.get("/push-key")["key"]
        mei.post("/push-subscriptions", browser.subscription(language="en"))

        order = a_shipped_order(mei, li, open_store(mei, "Pushed"))
        page = f"app#/orders/{order['id']}"
        (shown,) = until(lambda: [one for one in browser.shown if one["url"] == page])

        assert (shown["title"], shown["body"]) == ("Guanxi", "There is news about an order.")
        asked = stack.pushing.asked[-1]["Authorization"]
        assert verified(asked) and asked.endswith(f", k={key}")
        assert len(octets(key)) == 65

        stack.pushing.answers.append(410)
        li.post(f"/orders/{order['id']}/confirm")
        until(lambda: mei.get("/push-devices")["items"] == [])
