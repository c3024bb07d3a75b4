from __future__ import annotations

from functools import partial
from typing import Any

from chalicelib.foundation import clock
from chalicelib.foundation.errors import Busy
from chalicelib.listings import service as listings
from chalicelib.listings.rules import Action
from chalicelib.search import service
from chalicelib.search.postings import TableIndex
from tests.concurrency.conftest import at_once
from tests.concurrency.test_races import a_listing

TITLES = [f"Clip number{word} 玳瑁抓夹" for word in ("one", "two", "three", "four", "five", "six")]


def changed(listing: Any, title: str) -> None:
    """A change, and its message heard at once."""
    wish = listings.Change(title=title)
    listings.change(listing.id, person=listing.owner_id, wish=wish, now=clock.now())
    service.refresh(listing.id)


class TestIndexing:
    def test_ends_at_the_truth_however_many_index_at_once(self) -> None:
        listing = a_listing()
        service.refresh(listing.id)
        for _ in range(3):
            ended = at_once([partial(changed, listing, title) for title in TITLES])
            if any(isinstance(one, Busy) for one in ended):
                service.refresh(listing.id)  # as the queue would

            shown, _ = listings.show(listing.id, caller=None)
            entry, truth = TableIndex().entry(listing.id), service._document(listing.id)
            assert truth and (entry.terms, entry.brief, entry.whole) == (truth.terms, truth.brief, True)
            for word in ("numberone", "numbertwo", "numberthre", "numberfour", "numberf", "numbersix"):
                under = [one.listing_id for one in TableIndex().postings(word, most=50)]
                assert (listing.id in under) == (word in truth.terms), shown.title

    def test_of_what_is_withdrawn_meanwhile_leaves_nothing(self) -> None:
        listing = a_listing()

        def withdrawn() -> None:
            listings.act(listing.id, Action.WITHDRAW, person=listing.owner_id)
            service.refresh(listing.id)

        at_once([withdrawn, *[partial(service.refresh, listing.id) for _ in range(7)]])
        assert TableIndex().entry(listing.id).terms == frozenset()
        under = TableIndex().postings("clip", most=200)
        assert listing.id not in [one.listing_id for one in under]
