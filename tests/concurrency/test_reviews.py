"""Many people review at once: the figures are exact, and a line is reviewed once."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import Any

from chalicelib.foundation import clock
from chalicelib.listings.service import Listing
from chalicelib.orders import service as orders
from chalicelib.orders.rules import Order
from chalicelib.reviews import figures, service
from chalicelib.reviews.rules import Review
from tests.concurrency.conftest import at_once, done, refusals
from tests.concurrency.test_races import a_listing, a_shipped_order, somebody


def completed(listing: Listing) -> Order:
    """An order that its buyer has confirmed."""
    buyer = somebody(1_000)
    order = a_shipped_order(buyer, listing)
    return orders.confirm_receipt(order.id, buyer=buyer, now=clock.now())


def write(order: Order, stars: int) -> Review:
    return service.write(
        order.id,
        buyer=order.buyer_id,
        line_id=order.lines[0].id,
        stars=stars,
        text="夹得牢",
        photo_ids=[],
        anonymous=True,
        now=clock.now(),
    )


def revise(review: Review, stars: int) -> Review:
    return service.revise(
        review.id, author=review.buyer_id, stars=stars, text=None, photo_ids=[], now=clock.now()
    )


def by_stars(listing: Listing) -> tuple[int, ...]:
    """How a listing is rated; its store, which has nothing else, is rated the same."""
    found = figures.rating_of_listing(listing.id).by_stars
    assert figures.rating_of_store(listing.store_id).by_stars == found
    return found


class TestFortyReviewers:
    def test_are_all_counted_while_they_write_and_while_they_revise(self, on_engine: Any) -> None:
        clip = a_listing(stock=40)
        bought = [completed(clip) for _ in range(40)]
        stars = [number % 5 + 1 for number in range(40)]

        wrote = done(at_once([partial(write, o, s) for o, s in zip(bought, stars, strict=True)]))

        assert len(wrote) == 40
        assert by_stars(clip) == (8, 8, 8, 8, 8)
        revised = [review.opinion.stars % 5 + 1 for review in wrote]
        changing: list[Any] = [partial(revise, r, s) for r, s in zip(wrote[:20], revised, strict=False)]
        changing += [partial(service.hide, r.id, reason="Abuse", now=clock.now()) for r in wrote[20:30]]
        assert len(done(at_once(changing))) == 30
        left = Counter([*revised[:20], *(review.opinion.stars for review in wrote[30:])])
        assert by_stars(clip) == tuple(left[one] for one in range(1, 6))


class TestOneLine:
    def test_is_reviewed_once_by_eight_presses(self, on_engine: Any) -> None:
        clip = a_listing()
        order = completed(clip)

        results = at_once([partial(write, order, 5) for _ in range(8)])

        assert (len(done(results)), refusals(results)) == (1, {"reviewed_before"})
        assert by_stars(clip) == (0, 0, 0, 0, 1)

    def test_is_revised_once_by_eight_presses(self, on_engine: Any) -> None:
        clip = a_listing()
        review = write(completed(clip), 5)

        results = at_once([partial(revise, review, 1) for _ in range(8)])

        assert len({one.revised_at for one in done(results)}) == 1
        assert refusals(results) <= {"changed_meanwhile", "not_revisable"}
        assert by_stars(clip) == (1, 0, 0, 0, 0)


class TestAnOrdersEvents:
    def test_count_its_sale_once_when_eight_come_at_once(self, on_engine: Any) -> None:
        clip = a_listing()
        order = completed(clip)

        at_once([partial(figures.follow, order.id, now=clock.now()) for _ in range(8)])
        figures.follow(order.id, now=clock.now())

        assert figures.rating_of_listing(clip.id).sales == 1
        assert figures.rating_of_store(clip.store_id).sales == 1
        page = service.awaiting_review(order.buyer_id, now=clock.now(), limit=9, cursor=None)
        assert len(page.items) == 1
