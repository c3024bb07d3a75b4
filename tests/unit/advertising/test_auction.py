from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.advertising.auction import rules
from chalicelib.advertising.auction.rules import Bid, Pricing, Won

AMOUNT, QUALITY = st.integers(1, 10**6), st.integers(1, 10**6)
BIDS = st.lists(st.tuples(AMOUNT, QUALITY), max_size=12).map(
    lambda told: [Bid(f"ad{place:02}", amount, quality) for place, (amount, quality) in enumerate(told)]
)
SLOTS = st.lists(st.integers(1, 1000), min_size=1, max_size=5).map(lambda some: sorted(some, reverse=True))
PRICING = st.sampled_from(Pricing)
RESERVE = st.integers(1, 1000)


def of_equal_quality(*amounts: int) -> list[Bid]:
    return [Bid(f"ad{place:02}", amount, 1) for place, amount in enumerate(amounts)]


def prices(won: list[Won]) -> list[int]:
    return [one.price for one in won]


class TestTheSecondPrice:
    def test_of_three_slots_is_the_next_bid_each(self) -> None:
        won = rules.held(of_equal_quality(10, 6, 4, 1), [3, 2, 1], reserve=1)
        assert prices(won) == [6, 4, 1]

    def test_is_the_next_bid_by_the_ratio_of_qualities(self) -> None:
        """Quality 0.4 bids 5.00, quality 0.9 bids 1.00: 2.25."""
        won = rules.held([Bid("a", 500, 400_000), Bid("b", 100, 900_000)], [2, 1], reserve=10)
        assert [(one.bid.ad, one.price) for one in won] == [("a", 225), ("b", 10)]

    def test_of_ties_is_their_own_bid_and_never_less(self) -> None:
        assert prices(rules.held(of_equal_quality(5, 5, 4, 4, 3, 3), [3, 2, 1], reserve=1)) == [5, 4, 4]

    def test_gives_what_edelman_ostrovsky_and_schwarz_found(self) -> None:
        """Internet Advertising and the Generalized Second-Price Auction (2007): values 10, 4, 2."""
        bids, slots = of_equal_quality(10, 4, 2), [200, 100]
        gsp = rules.held(bids, slots, reserve=1)
        vcg = rules.held(bids, slots, reserve=1, pricing=Pricing.VCG)
        assert [one.price * slots[one.slot] for one in gsp] == [800, 200]
        assert [one.price * slots[one.slot] for one in vcg] == [600, 200]

    def test_does_not_reward_the_truth(self) -> None:
        """The same, with slots of 200 and 199 clicks: who values a click at 10 gains by bidding under the
        second, 1,592 against 1,200; under VCG she doesn't."""
        truthful, shaded = of_equal_quality(1_000, 400, 200), of_equal_quality(300, 400, 200)

        def gain(bids: list[Bid], pricing: Pricing) -> int:
            slots = [200, 199]
            won = rules.held(bids, slots, reserve=1, pricing=pricing)
            return next((1_000 - one.price) * slots[one.slot] for one in won if one.bid.ad == "ad00")

        assert (gain(truthful, Pricing.GSP), gain(shaded, Pricing.GSP)) == (120_000, 159_200)
        assert gain(truthful, Pricing.VCG) >= gain(shaded, Pricing.VCG)

    def test_is_the_reserve_where_nobody_follows_and_who_bids_less_has_no_slot(self) -> None:
        won = rules.held(of_equal_quality(50, 9), [3, 2, 1], reserve=10)
        assert [(one.slot, one.price) for one in won] == [(0, 10)]

    @pytest.mark.parametrize(("amount", "quality"), [(1, 0), (0, 1)])
    def test_has_no_bid_and_no_quality_of_zero(self, amount: int, quality: int) -> None:
        with pytest.raises(ValueError, match="above zero"):
            Bid("a", amount, quality)


class TestAnyAuction:
    @given(BIDS, SLOTS, RESERVE, PRICING)
    def test_never_asks_more_than_the_bid_nor_less_than_the_reserve(
        self, bids: list[Bid], slots: list[int], reserve: int, pricing: Pricing
    ) -> None:
        won = rules.held(bids, slots, reserve=reserve, pricing=pricing)
        assert all(reserve <= one.price <= one.bid.amount for one in won)
        assert len(won) == min(len(slots), sum(bid.amount >= reserve for bid in bids))

    @given(BIDS, SLOTS, RESERVE)
    def test_asks_the_least_that_keeps_the_rank(
        self, bids: list[Bid], slots: list[int], reserve: int
    ) -> None:
        order = rules.ranked(bids, reserve=reserve)
        for one in rules.held(bids, slots, reserve=reserve):
            for below in order[one.slot + 1 :]:
                assert one.price * one.bid.quality >= below.score
            if one.price > reserve:
                assert (one.price - 1) * one.bid.quality < order[one.slot + 1].score

    @given(BIDS, SLOTS, RESERVE, st.tuples(PRICING, st.integers(0, 11), AMOUNT))
    def test_gives_who_bids_more_no_worse_slot(
        self, bids: list[Bid], slots: list[int], reserve: int, change: tuple[Pricing, int, int]
    ) -> None:
        pricing, place, more = change
        if place >= len(bids):
            return
        raised = [*bids[:place], replace(bids[place], amount=bids[place].amount + more), *bids[place + 1 :]]

        def slot(some: list[Bid]) -> int:
            won = rules.held(some, slots, reserve=reserve, pricing=pricing)
            return next((one.slot for one in won if one.bid.ad == bids[place].ad), len(slots))

        assert slot(raised) <= slot(bids)

    @given(BIDS, SLOTS, RESERVE)
    def test_of_vcg_costs_nobody_more_than_the_second_price(
        self, bids: list[Bid], slots: list[int], reserve: int
    ) -> None:
        gsp = rules.held(bids, slots, reserve=reserve)
        vcg = rules.held(bids, slots, reserve=reserve, pricing=Pricing.VCG)
        assert all(lower <= higher for lower, higher in zip(prices(vcg), prices(gsp), strict=True))

    @given(BIDS, SLOTS)
    def test_of_vcg_asks_what_the_others_lose(self, bids: list[Bid], slots: list[int]) -> None:
        """Reckoned anew from the definition: what the others have without her, less what with her."""
        order = rules.ranked(bids, reserve=1)

        def worth(some: list[Bid]) -> int:
            return sum(bid.score * clicks for bid, clicks in zip(some, slots, strict=False))

        for one in rules.held(bids, slots, reserve=1, pricing=Pricing.VCG):
            without = [bid for bid in order if bid is not one.bid]
            harm = worth(without) - (worth(order) - one.bid.score * slots[one.slot])
            exact = Fraction(harm, slots[one.slot] * one.bid.quality)
            assert one.price - 1 < max(exact, 1) <= one.price

    @given(BIDS, SLOTS, RESERVE)
    def test_is_what_a_simulation_against_the_others_scores_finds(
        self, bids: list[Bid], slots: list[int], reserve: int
    ) -> None:
        order = rules.ranked(bids, reserve=reserve)
        scores = [bid.score for bid in order]
        if len(set(scores)) < len(scores):
            return
        for one in rules.held(bids, slots, reserve=reserve):
            others = scores[: one.slot] + scores[one.slot + 1 :]
            slot = rules.slot_at(one.bid.amount, one.bid.quality, others, len(slots))
            assert slot == one.slot
            assert rules.price_at(slot, one.bid.quality, others, reserve=reserve) == one.price
