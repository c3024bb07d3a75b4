"""Reviews over HTTP, from the invitation to the page that shows them."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from demo import photos
from demo.people import Person
from tests.conftest import Stack
from tests.deployed.test_first_sale import a_shipped_order, heard, open_store, somebody
from tests.deployed.test_refunds import operator  # noqa: F401 - a fixture
from tests.deployed.watching import until


@pytest.fixture(scope="module")
def mei(stack: Stack) -> Person:
    return somebody(stack, "Mei")


@pytest.fixture(scope="module")
def store(mei: Person) -> Any:
    return open_store(mei, "梅的小铺")


class TestAReview:
    def test_is_invited_written_answered_shown_reported_and_hidden(
        self,
        stack: Stack,
        mei: Person,
        store: Any,
        operator: Person,  # noqa: F811
    ) -> None:
        li = somebody(stack, "Li")
        order = a_shipped_order(mei, li, store)
        goods = f"/listings/{order['lines'][0]['listing_id']}"
        li.post(f"/orders/{order['id']}/confirm")
        assert until(lambda: li.get("/my/reviews/awaiting")["items"])
        assert "评价" in heard(li, "review_invited")["text"]["zh"]
        assert until(lambda: li.get(f"{goods}/rating")["sales"] == 1)

        shown = li.upload(photos.photo_of("tortoiseshell-claw-clip"), "image/jpeg", "review")
        wish = {"line_id": order["lines"][0]["id"], "stars": 4, "text": "夹得牢", "photo_ids": [shown]}
        review = li.post(f"/orders/{order['id']}/reviews", wish | {"anonymous": True})
        path = f"/reviews/{review['id']}"

        assert li.get("/my/reviews/awaiting")["items"] == []
        assert "4 星" in heard(mei, "review_written")["text"]["zh"]
        assert [one["id"] for one in mei.get(f"/stores/{store['id']}/reviews/awaiting")["items"]] == [
            review["id"]
        ]
        mei.call("PUT", f"{path}/reply", {"text": "谢谢喜欢"})
        assert heard(li, "review_replied")
        (public,) = li.get(f"{goods}/reviews?with_photos=true&stars=4")["items"]
        assert (public["author"], public["reply"]["text"]) == ("L**", "谢谢喜欢")
        assert httpx.get(public["photos"][0], timeout=60).headers["content-type"].startswith("image/")
        for rated in (goods, f"/stores/{store['id']}"):
            assert li.get(f"{rated}/rating")["average"] == "4.0"

        assert li.call("PUT", path, {"stars": 5, "text": "更喜欢了"}).status_code == 200
        assert li.get(f"{goods}/rating")["average"] == "5.0"
        assert mei.call("POST", f"{path}/hide", {"reason": "不喜欢"}).status_code == 404
        mei.post(f"{path}/report", {"reason": "fake"})
        assert review["id"] in [one["review"]["id"] for one in operator.get("/reported-reviews")["items"]]
        operator.post(f"{path}/hide", {"reason": "虚假评价"})
        assert "虚假评价" in heard(li, "review_hidden")["text"]["zh"]
        assert li.get(f"{goods}/reviews")["items"] == []
        assert li.get(f"{goods}/rating")["average"] is None
        operator.post(f"{path}/restore")
        assert li.get(f"{goods}/rating")["average"] == "5.0"
