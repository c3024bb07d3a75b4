"""Whatever people do, the figures are what a recount of the reviews finds."""

from __future__ import annotations

from datetime import timedelta
from functools import reduce
from operator import add

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chalicelib.foundation import clock
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.reviews import figures, models, rules, service
from chalicelib.reviews.rules import Bought, Opinion, Photo, Review, Tally
from tests.unit.conftest import cloud_emptied

LISTINGS = ("lst_1", "lst_2")
OPINIONS = st.builds(
    Opinion, st.sampled_from(rules.STARS), st.just(""), st.sampled_from(((), (Photo("p", "k"),)))
)
DEEDS = st.tuples(
    st.sampled_from(["write", "revise", "hide", "restore", "reply"]), st.integers(0, 3), OPINIONS
)
NOW = clock.moment("2026-11-26T08:00:00.000000Z")


def do(deed: str, number: int, opinion: Opinion, now: object) -> None:
    """What somebody does to the review of line `number`, if the rules let her."""
    review_id = models.review_id("ord_1", str(number))
    stars, at = opinion.stars, NOW
    if deed == "write":
        bought = Bought("ord_1", str(number), LISTINGS[number % 2], "sto_1", "per_mei", "Mei", "Clip", "")
        review = Review(review_id, bought, "per_li", "李**", opinion, at)
        with Transaction() as tx:
            tx.put(models.review_item(review))
            figures.count_review(tx, None, review, now=at)
    elif deed == "revise":
        service.revise(review_id, author="per_li", stars=stars, text=None, photo_ids=[], now=at)
    elif deed == "hide":
        service.hide(review_id, reason="Abuse", now=at + timedelta(hours=1))
    elif deed == "restore":
        service.restore(review_id, now=at)
    else:
        service.reply(review_id, person="per_mei", text="Thanks", now=at)


class TestFigures:
    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.lists(DEEDS, max_size=12))
    def test_are_what_a_recount_finds(self, deeds: list[tuple[str, int, Opinion]]) -> None:
        cloud_emptied()
        for deed, number, opinion in deeds:
            try:
                do(deed, number, opinion, NOW)
            except DomainError:
                continue
        ids = [models.review_id("ord_1", str(number)) for number in range(4)]
        found = [one for one in read_together([models.review_want(one) for one in ids]) if one]
        for listing_id in LISTINGS:
            own = [one for one in found if one.bought.listing_id == listing_id]
            assert _plain(figures.rating_of_listing(listing_id)) == _recounted(own)
            page = service.of_listing(listing_id, stars=None, pictured=None, limit=9, cursor=None)
            assert {one.id for one in page.items} == {one.id for one in own if one.hidden_because is None}
        assert _plain(figures.rating_of_store("sto_1")) == _recounted(found)


def _recounted(reviews: list[Review]) -> Tally:
    return reduce(add, map(rules.counted, reviews), Tally())


def _plain(tally: Tally) -> Tally:
    return Tally(tally.by_stars, tally.with_photos, tally.sales)
