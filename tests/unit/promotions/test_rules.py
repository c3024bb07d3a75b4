from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from chalicelib.foundation.errors import DomainError
from chalicelib.promotions import rules
from chalicelib.promotions.errors import (
    CouponNotBetter,
    CouponNotRunning,
    CouponThreshold,
    CouponUnfit,
    CouponUsed,
    CouponUsedUp,
    CouponWorthless,
    WrongPromotionState,
)
from chalicelib.promotions.rules import Action, Goods, Promotion, Reduced, State, Uses
from tests.unit.promotions.builders import NOON, a_promotion, goods, yuan

NONE = Uses()
AMOUNT = st.integers(1, 10**7)
PROMOTION = st.builds(
    a_promotion,
    st.sampled_from("abcdef"),
    basis_points=st.none(),
    amount=AMOUNT,
    threshold=st.none() | AMOUNT,
    listing_ids=st.sets(st.sampled_from(["lst_0", "lst_1", "lst_2"])).map(tuple),
    stackable=st.booleans(),
) | st.builds(
    a_promotion,
    st.sampled_from("abcdef"),
    basis_points=st.integers(1, 9_999),
    most=st.none() | AMOUNT,
    threshold=st.none() | AMOUNT,
    category=st.none() | st.sampled_from(["hair", "fashion", "toys"]),
    stackable=st.booleans(),
)
LINES = st.lists(AMOUNT, min_size=1, max_size=30).map(lambda amounts: goods(*amounts))


def off(reduced: Reduced) -> list[int]:
    return [one.amount.amount for one in reduced.applied]


def reduce(lines: list[Goods], *board: Promotion, code: str | None = None, uses: Uses = NONE) -> Reduced:
    return rules.reduce(lines, board, uses, code=code, at=NOON)


class TestAnyReduction:
    @given(LINES, st.lists(PROMOTION, max_size=4), st.none() | PROMOTION)
    def test_sums_over_the_lines_and_leaves_no_line_below_nothing_and_something_to_pay(
        self, lines: list[Goods], board: list[Promotion], coupon: Promotion | None
    ) -> None:
        code = "CODE" if coupon else None
        coupons = [replace(coupon, id="prm_coupon", code=code)] if coupon else []
        try:
            reduced = reduce(lines, *board, *coupons, code=code)
        except DomainError:
            assume(False)
            return

        nets = [
            line.amount.amount - sum(one.parts[place].amount for one in reduced.applied)
            for place, line in enumerate(lines)
        ]
        whole = sum(line.amount.amount for line in lines)

        assert min(nets) >= 0
        assert sum(nets) == whole - sum(off(reduced)) >= 1
        assert all(part.amount >= 0 for one in reduced.applied for part in one.parts)
        assert (reduced.coupon is not None) == (coupon is not None)

    @given(LINES, st.lists(PROMOTION, max_size=4))
    def test_takes_off_the_most_that_one_promotion_can(
        self, lines: list[Goods], board: list[Promotion]
    ) -> None:
        each = [sum(off(reduce(lines, one))) for one in board]
        assert sum(off(reduce(lines, *board))) == max(each, default=0)

    @given(LINES, PROMOTION, PROMOTION)
    def test_with_a_coupon_never_costs_more_than_without(
        self, lines: list[Goods], promotion: Promotion, coupon: Promotion
    ) -> None:
        named = replace(coupon, id="prm_coupon", code="CODE")
        try:
            with_it = reduce(lines, promotion, named, code="CODE")
        except DomainError:
            assume(False)
            return
        assert sum(off(with_it)) > sum(off(reduce(lines, promotion, named)))

    @given(LINES, PROMOTION)
    def test_takes_of_each_line_that_is_meant_its_share_within_a_minor_unit(
        self, lines: list[Goods], promotion: Promotion
    ) -> None:
        (applied,) = reduce(lines, promotion).applied or (None,)
        if applied is None:
            return
        meant = [line if promotion.means(line) else None for line in lines]
        base = sum(line.amount.amount for line in meant if line)
        for line, part in zip(meant, applied.parts, strict=True):
            ideal = applied.amount.amount * (line.amount.amount if line else 0) / base
            assert abs(part.amount - ideal) < 1 + 1e-6


class TestPromotion:
    def test_takes_a_percentage_off_rounded_half_up(self) -> None:
        assert off(reduce(goods(333, 333, 333), a_promotion(basis_points=1_500))) == [150]

    def test_takes_no_more_off_than_its_most(self) -> None:
        assert off(reduce(goods(10_000), a_promotion(basis_points=5_000, most=300))) == [300]

    def test_waits_for_its_threshold(self) -> None:
        promotion = a_promotion(amount=100, threshold=1_000)
        assert off(reduce(goods(500, 499), promotion)) == []
        assert off(reduce(goods(500, 500), promotion)) == [100]

    def test_counts_only_goods_that_are_meant_for_the_threshold(self) -> None:
        promotion = a_promotion(amount=100, threshold=1_000, listing_ids=("lst_0",))
        assert off(reduce(goods(999, 5_000), promotion)) == []

    def test_of_a_category_means_what_is_below_it_too(self) -> None:
        assert off(reduce(goods(1_000), a_promotion(amount=100, category="fashion"))) == [100]
        assert off(reduce(goods(1_000), a_promotion(amount=100, category="toys"))) == []

    def test_of_some_goods_leaves_the_others_as_they_are(self) -> None:
        promotion = a_promotion(basis_points=1_000, listing_ids=("lst_1",))
        (applied,) = reduce(goods(1_000, 500), promotion).applied
        assert [part.amount for part in applied.parts] == [0, 50]

    def test_divides_what_it_takes_off_by_largest_remainder(self) -> None:
        (applied,) = reduce(goods(100, 100, 100), a_promotion(amount=100)).applied
        assert [part.amount for part in applied.parts] == [34, 33, 33]

    def test_leaves_one_minor_unit_to_pay(self) -> None:
        assert off(reduce(goods(300, 200), a_promotion(amount=10_000))) == [499]

    def test_takes_nothing_off_what_costs_one_minor_unit(self) -> None:
        assert off(reduce(goods(1), a_promotion(amount=10_000))) == []

    def test_that_is_the_older_goes_first_among_equals(self) -> None:
        reduced = reduce(goods(1_000), a_promotion("b", amount=100), a_promotion("a", basis_points=1_000))
        assert [one.promotion.id for one in reduced.applied] == ["prm_a"]

    def test_that_is_used_up_does_not_apply(self) -> None:
        promotion = a_promotion(amount=100, total_limit=3, buyer_limit=2)
        for uses in (Uses({"prm_a": 3}, {}), Uses({}, {"prm_a": 2})):
            assert off(reduce(goods(1_000), promotion, uses=uses)) == []

    @pytest.mark.parametrize(
        "changes",
        [
            {"starts_at": NOON + timedelta(seconds=1)},
            {"ends_at": NOON},
            {"state": State.PAUSED},
            {"state": State.ENDED},
        ],
        ids=str,
    )
    def test_that_does_not_run_does_not_apply(self, changes: dict[str, object]) -> None:
        assert off(reduce(goods(1_000), a_promotion(amount=100, **changes))) == []


class TestCoupon:
    coupon = a_promotion("c", amount=100, code="CODE")

    def test_takes_its_part_off_what_the_promotion_leaves(self) -> None:
        half, tenth = a_promotion(basis_points=5_000), replace(self.coupon, amount=None, basis_points=1_000)
        assert off(reduce(goods(1_000), half, tenth, code="CODE")) == [500, 50]

    def test_counts_for_its_threshold_what_goods_cost_before_anything_is_taken_off(self) -> None:
        demanding = replace(self.coupon, threshold=yuan(1_000))
        assert off(reduce(goods(1_000), a_promotion(amount=10), demanding, code="CODE")) == [10, 100]

    @pytest.mark.parametrize("which", ["promotion", "coupon"])
    def test_stands_in_the_promotions_stead_unless_both_are_stackable(self, which: str) -> None:
        promotion = a_promotion(amount=60, stackable=which != "promotion")
        coupon = replace(self.coupon, stackable=which != "coupon")
        reduced = reduce(goods(1_000), promotion, coupon, code="CODE")
        assert reduced.promotion is None
        assert off(reduced) == [100]

    def test_that_is_no_better_than_the_promotion_is_refused(self) -> None:
        with pytest.raises(CouponNotBetter):
            reduce(goods(1_000), a_promotion(amount=100, stackable=False), self.coupon, code="CODE")

    def test_that_asks_for_more_says_how_much_is_missing(self) -> None:
        with pytest.raises(CouponThreshold, match=r"¥0\.01"):
            reduce(goods(999), replace(self.coupon, threshold=yuan(1_000)), code="CODE")

    def test_for_other_goods_is_refused(self) -> None:
        with pytest.raises(CouponUnfit):
            reduce(goods(1_000), replace(self.coupon, category="toys"), code="CODE")

    def test_that_would_take_nothing_off_is_refused(self) -> None:
        with pytest.raises(CouponWorthless):
            reduce(goods(1_000), a_promotion(amount=999), self.coupon, code="CODE")

    def test_that_is_over_is_refused(self) -> None:
        with pytest.raises(CouponNotRunning):
            reduce(goods(1_000), replace(self.coupon, ends_at=NOON), code="CODE")

    def test_beyond_its_limits_is_refused(self) -> None:
        limited = replace(self.coupon, total_limit=3, buyer_limit=2)
        for uses, error in ((Uses({"prm_c": 3}, {}), CouponUsedUp), (Uses({}, {"prm_c": 2}), CouponUsed)):
            with pytest.raises(error):
                reduce(goods(1_000), limited, code="CODE", uses=uses)


class TestMove:
    def test_pauses_resumes_and_ends(self) -> None:
        paused = rules.move(a_promotion(amount=1), Action.PAUSE, NOON)
        assert paused.status(NOON) == "paused"
        assert rules.move(paused, Action.RESUME, NOON).runs(NOON)
        assert rules.move(paused, Action.END, NOON).over(NOON)

    def test_refuses_what_is_over(self) -> None:
        for over in (a_promotion(amount=1, state=State.ENDED), a_promotion(amount=1, ends_at=NOON)):
            for action in Action:
                with pytest.raises(WrongPromotionState):
                    rules.move(over, action, NOON)


class TestAFlashSale:
    @staticmethod
    def flash(**limits: int) -> Promotion:
        return a_promotion("flash", price=600, listing_ids=("lst_0",), **limits)

    @staticmethod
    def two_and_another() -> list[Goods]:
        two, other = goods(2_000, 500)
        return [replace(two, quantity=2), other]

    def test_takes_off_what_its_pieces_cost_more(self) -> None:
        applied = rules.apply(self.flash(total_limit=9), self.two_and_another())

        assert [one.amount for one in applied.parts] == [800, 0]
        assert applied.times == 2

    @pytest.mark.parametrize(("sold", "off"), [(7, 800), (8, 0)])
    def test_takes_all_pieces_of_an_order_or_none(self, sold: int, off: int) -> None:
        uses = Uses({"prm_flash": sold})

        reduced = rules.reduce(self.two_and_another(), [self.flash(total_limit=9)], uses, code=None, at=NOON)

        assert sum(one.amount.amount for one in reduced.applied) == off

    def test_lets_one_buyer_have_so_many(self) -> None:
        uses = Uses({}, {"prm_flash": 1})

        assert not rules.reduce(
            self.two_and_another(), [self.flash(buyer_limit=2)], uses, code=None, at=NOON
        ).applied
