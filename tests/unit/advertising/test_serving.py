from __future__ import annotations

import pytest

from chalicelib.advertising.quality import models as sending
from chalicelib.advertising.quality.rules import Sent
from chalicelib.advertising.serving import service as serving
from chalicelib.discovery import rules
from chalicelib.foundation import queues
from chalicelib.foundation.transaction import Transaction
from chalicelib.reviews import models as reviews
from chalicelib.reviews.rules import Tally
from tests.api import Api
from tests.unit import world
from tests.unit.advertising import market
from tests.unit.conftest import calls
from tests.unit.stores.crew import numbered
from tests.unit.world import LI, WANG, made


def goods_of_others(count: int = 8) -> None:
    """What a search finds besides."""
    store = world.a_store(LI)
    for _ in range(count):
        world.a_listing(LI, store=store, title="Hair clip")
    market.settled()


def rivals(*bids: int) -> None:
    """As many merchants who bid so much for the same keyword, the first one first."""
    for number, bid in enumerate(bids, start=1):
        merchant = numbered(number)
        listing = world.a_listing(merchant, title="Hair clip", stock=9)
        market.a_campaign(merchant, listing=listing, bid=bid, funds=1_000)


class TestASearch:
    def test_shows_marked_ads_in_fixed_slots_the_best_bid_first(self) -> None:
        rivals(30, 50, 40, 20)
        goods_of_others()
        page = market.searched()
        places = [place for place, hit in enumerate(page) if hit["ad"]]
        assert places == list(rules.SLOTS)
        assert {page[place]["ad"]["label"] for place in places} == {"ad"}
        assert len({hit["id"] for hit in page}) == len(page)

    def test_reads_twice_more_however_many_bid(self) -> None:
        rivals(30, 50, 40, 20, 10)
        goods_of_others()
        with calls() as plain:
            made(Api().get("/search?q=hair+clip&sort=newest"))
        with calls() as made_:
            assert len(market.ads()) == 3
        more = [one for one in made_ if one not in ("SendMessageBatch", "GetSecretValue")]
        assert len(more) - len(plain) <= 2, made_
        assert made_.count("SendMessageBatch") == 1

    def test_without_bids_reads_once_more(self) -> None:
        world.a_listing(title="Hair clip")
        market.settled()
        with calls() as plain:
            market.searched(more="&sort=newest")
        with calls() as made_:
            market.searched()
        assert len(made_) - len(plain) == 1

    def test_shows_an_ad_once_and_one_of_a_store(self) -> None:
        store = world.a_store()
        for _ in range(2):
            market.a_campaign(listing=world.a_listing(store=store, title="Hair clip"))
        page = market.searched()
        assert len([hit for hit in page if hit["ad"]]) == 1
        assert len(page) == 2

    @pytest.mark.parametrize("more", ["&sort=newest", "&category=hair", "&price_min=5000", "&currency=USD"])
    def test_shows_none_where_they_would_not_be_an_answer(self, more: str) -> None:
        market.a_campaign()
        assert market.ads(more=more) == []

    def test_shows_none_of_what_cannot_be_bought(self) -> None:
        sold_out = world.a_listing(title="Hair clip", stock=1)
        withdrawn = world.a_listing(WANG, title="Hair clip")
        market.a_campaign(listing=sold_out)
        market.a_campaign(WANG, listing=withdrawn)
        goods_of_others(2)
        assert len(market.ads()) == 2
        world.a_paid_order(LI, listing=sold_out)
        made(WANG.post(f"/listings/{withdrawn['id']}/withdraw"))
        assert market.ads() == []

    def test_shows_none_without_money_or_budget(self) -> None:
        market.a_campaign(funds=0)
        market.a_campaign(WANG, bid=100, funds=9)
        assert market.ads() == []

    def test_shows_whom_it_is_meant_for(self) -> None:
        market.a_campaign(negatives=["cheap"], audience={"devices": ["phone"], "regions": ["33"]})
        assert len(market.ads(more="&near=330782")) == 1
        assert market.ads() == market.ads(more="&near=513233") == []
        assert market.ads("cheap hair clip", "&near=330782") == []
        assert market.ads(more="&near=330782", **{"User-Agent": "Mozilla/5.0 (X11; Linux)"}) == []

    def test_puts_the_store_first_that_buyers_liked(self) -> None:
        rivals(30, 30)
        goods_of_others(2)
        first, second = (ad["store_id"] for ad in market.ads())
        for store, stars in ((first, (20, 0, 0, 0, 0)), (second, (0, 0, 0, 0, 20))):
            with Transaction() as tx:
                tx.update(reviews.RatingItem(pk=store, sk="rating#0"), reviews.adding(Tally(stars)))
        assert [ad["store_id"] for ad in market.ads()] == [second, first]

    def test_puts_the_store_first_that_sends_what_is_ordered(self) -> None:
        rivals(30, 30)
        goods_of_others(2)
        first, second = (ad["store_id"] for ad in market.ads())
        with Transaction() as tx:
            tx.update(*sending.sent_change(first, Sent(orders=10, in_time=8)))
            tx.update(*sending.sent_change(second, Sent(orders=10, in_time=10)))
        assert [ad["store_id"] for ad in market.ads()] == [second, first]

    def test_never_fails_for_its_ads(self, monkeypatch: pytest.MonkeyPatch) -> None:
        market.a_campaign()
        monkeypatch.setattr(queues, "send", lambda *_: set())
        assert len(market.searched()) == 1
        assert market.ads() == []

    def test_finds_chinese_keywords_in_longer_searches(self) -> None:
        listing = world.a_listing(title="复古玳瑁发夹", stock=9)
        market.a_campaign(listing=listing, keyword="发夹", match="phrase")
        assert len(market.ads("复古髮夾女")) == 1

    def test_offers_a_click_for_the_second_price(self) -> None:
        rivals(50, 30)
        goods_of_others(2)
        tokens = [ad["ad"]["path"].rpartition("/")[2] for ad in market.ads()]
        prices = [serving.tokens.read(token).price for token in tokens]
        assert prices == [30, 10]


class TestTop:
    def test_keeps_the_highest_bids_of_those_that_run(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(serving, "KEPT", 2)
        rivals(30, 50, 40)
        tops = serving._entries(("hair", "clip"), "CNY")
        assert [entry.bid for entry in tops] == [50, 40]

    def test_is_not_written_again_when_nothing_changed(self) -> None:
        market.a_campaign()
        with calls() as made_:
            serving.find_top("CNY", "clip hair")
        assert "TransactWriteItems" not in made_


class TestMixing:
    @pytest.mark.parametrize("found", range(20))
    @pytest.mark.parametrize("same", [True, False])
    def test_shows_all_ads_for_which_there_is_room_and_no_two_side_by_side(
        self, found: int, same: bool
    ) -> None:
        class Ad:
            def __init__(self, slot: int) -> None:
                self.slot = slot

        most = rules.room(found)
        ads = [Ad(slot) for slot in range(most)]
        page = rules.mixed(range(found), ads, same=lambda hit, ad: same and hit == ad.slot)
        assert [place for place, one in enumerate(page) if one.ad] == list(rules.SLOTS[:most])
