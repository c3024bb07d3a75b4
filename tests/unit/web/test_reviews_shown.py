"""What the goods' page shows of reviews and sales."""

from __future__ import annotations

from typing import Any

from chalicelib.web.pages import RatingView, ReviewView, render_listing
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import calls
from tests.unit.photos.uploads import ready_photo
from tests.unit.reviews.test_reviews import followed
from tests.unit.web.builders import Document, a_listing_page
from tests.unit.world import LI, MEI, made

EVIL = "<script>alert(1)</script>"


def page_of(order: Any, lang: str = "zh") -> Document:
    """The page of the goods of an order's first line, as the browser has it."""
    store = made(Api().get(f"/stores/{order['store_id']}"))
    reply = Api().get(f"/shop/{store['slug']}/{order['lines'][0]['listing_id']}?lang={lang}")
    assert reply.status == 200
    return Document(reply.content.decode())


class TestGoodsPage:
    def test_shows_stars_sales_and_the_newest_reviews_with_the_reply(self) -> None:
        order = world.a_completed_order(quantity=2)
        photo = ready_photo(LI, purpose="review")
        review = world.a_review(LI, order, stars=4, text="夹得牢", photo_ids=[photo])
        made(MEI.put(f"/reviews/{review['id']}/reply", {"text": "谢谢喜欢"}))
        followed()

        shown = page_of(order)

        assert "4.0" in shown.texts("p", kind="fame")[0] and "已售 2" in shown.texts("p", kind="fame")[0]
        (one,) = [text for text in shown.texts("li") if "夹得牢" in text]
        assert "谢谢喜欢" in one
        assert len([img for img in shown.all("img") if img.attributes["alt"] == "买家晒图"]) == 1
        assert "4.0" in shown.texts("a", kind="visit")[0]

    def test_tells_search_engines_of_the_rating(self) -> None:
        order = world.a_completed_order()
        assert "aggregateRating" not in page_of(order).facts
        world.a_review(LI, order, stars=4)
        told = page_of(order).facts["aggregateRating"]
        assert (told["ratingValue"], told["reviewCount"], told["bestRating"]) == ("4.0", "1", "5")

    def test_runs_nothing_that_a_review_says(self) -> None:
        order = world.a_completed_order()
        made(LI.patch("/me", {"name": EVIL}))
        review = world.a_review(LI, order, text=EVIL)
        made(LI.post(f"/reviews/{review['id']}/follow-up", {"text": EVIL}))
        made(MEI.put(f"/reviews/{review['id']}/reply", {"text": EVIL}))
        shown = page_of(order, "en")
        assert EVIL not in shown.html
        assert sum(EVIL in text for text in shown.texts("p")) == 4 - 1 + shown.texts("b").count(EVIL)

    def test_costs_two_reads_more_where_there_are_reviews(self) -> None:
        order = world.a_completed_order()
        page_of(order)
        with calls() as without:
            page_of(order)
        world.a_review(LI, order)
        with calls() as with_one:
            page_of(order)
        assert len(with_one) - len(without) == 2

    def test_groups_the_digits_of_many_sales(self) -> None:
        rating = RatingView("4.7", 86, 1_204)
        reviews = (ReviewView("李**", 5, "好看", "2026-11-26", on="26 Nov 2026"),)
        shown = Document(render_listing(a_listing_page(rating=rating, reviews=reviews)))
        assert "1,204 sold" in shown.texts("p", kind="fame")[0]
        lit = [one.attributes["width"] for one in shown.all("svg") if "svg" in one.within]
        assert lit == ["94", "100"]  # of a hundred
