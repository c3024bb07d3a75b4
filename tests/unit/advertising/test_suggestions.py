from __future__ import annotations

from typing import Any

from chalicelib.advertising.clicks.rules import Sums
from chalicelib.advertising.suggestions import rules
from chalicelib.advertising.suggestions.rules import Searched
from chalicelib.advertising.targeting.rules import Match
from tests.unit import world
from tests.unit.advertising import market
from tests.unit.advertising.test_attribution import follow
from tests.unit.conftest import calls
from tests.unit.world import LI, MEI, WANG, made

SOLD = Sums(clicks=10, linear_orders=10_000, linear_sales=5_000)


def searched(*others: int, match: Match = Match.BROAD) -> Searched:
    """An auction for red clips, against ads of the same quality that bid so much."""
    scores = tuple(bid * 30_000 for bid in others)
    return Searched("red clip", "Red clips", ("red", "clip"), f"{match} clip", match, 30_000, scores)


def suggested(*searches: Searched, sums: Sums = SOLD, exact: tuple[str, ...] = ()) -> list[Any]:
    return rules.suggested(searches, {"red clip": sums}, exact={exact}, reserve=10)


class TestABid:
    def test_would_have_been_first_in_three_of_four_auctions(self) -> None:
        (found,) = suggested(*(searched(bid) for bid in (20, 30, 40, 90)))
        assert (found.bid, found.least_bid) == (41, 10)

    def test_at_least_would_have_been_shown_in_half(self) -> None:
        (found,) = suggested(*(searched(90, 80, bid) for bid in (20, 30, 40, 70)))
        assert found.least_bid == 31

    def test_is_not_more_than_a_click_brought(self) -> None:
        (found,) = suggested(searched(4_000))
        assert found.bid == 500


class TestATerm:
    def test_is_suggested_as_it_is_typed_most(self) -> None:
        assert [one.text for one in suggested(searched(20))] == ["Red clips"]

    def test_is_not_suggested_that_sold_nothing_or_is_exact(self) -> None:
        assert suggested(searched(20), sums=Sums(clicks=9)) == []
        assert suggested(searched(20), exact=("red", "clip")) == []
        assert suggested(searched(20, match=Match.EXACT)) == []


class TestSuggestions:
    def test_are_what_was_searched_for_and_bought_until_it_is_a_keyword(self) -> None:
        clip = world.a_listing(title="Tortoise hair clip", stock=9)
        campaign = market.a_campaign(listing=clip, keyword="clip", bid=90)
        rival = world.a_listing(WANG, title="Tortoise hair clip")
        market.a_campaign(WANG, listing=rival, keyword="clip", bid=40, funds=500)
        follow(next(ad for ad in market.ads("Tortoise  clips") if ad["id"] == clip["id"]), LI)
        market.ads("hair clip")
        market.billed()
        market.settled()
        world.a_paid_order(LI, listing=clip)
        market.settled()
        path = f"/campaigns/{campaign['id']}"
        with calls() as made_:
            (found,) = made(MEI.get(f"{path}/suggestions"))["items"]
        assert made_.count("Query") == 14
        assert (found["text"], found["found_by"]) == ("Tortoise clips", "broad clip")
        assert (found["orders"], found["sales"], found["bid"]) == (1, 1_000, 41)
        keyword = {"text": found["text"], "match": "exact", "bid": found["bid"]}
        group = {"name": "Suggested", "listing_ids": [clip["id"]], "keywords": [keyword]}
        made(MEI.post(f"{path}/groups", group))
        assert made(MEI.get(f"{path}/suggestions"))["items"] == []
