from __future__ import annotations

from decimal import Decimal
from functools import reduce
from math import sqrt
from operator import add

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.reviews.rules import STARS, Tally, average, fair_rating, masked, wilson

COUNTS = st.tuples(*[st.integers(0, 10_000)] * 5)
ONE_MORE = [Tally(tuple(int(stars == one) for one in STARS)) for stars in STARS]


class TestAverage:
    @pytest.mark.parametrize(
        ("by_stars", "said"),
        [
            ((0, 0, 0, 0, 0), None),
            ((0, 0, 0, 0, 3), "5.0"),
            ((1, 0, 0, 0, 1), "3.0"),
            ((0, 0, 0, 1, 3), "4.8"),
        ],
    )
    def test_has_one_decimal_rounded_half_up(self, by_stars: tuple[int, ...], said: str | None) -> None:
        assert average(Tally(by_stars)) == said

    @given(COUNTS)
    def test_is_within_half_a_tenth_of_the_exact_one(self, by_stars: tuple[int, ...]) -> None:
        tally = Tally(by_stars)
        if said := average(tally):
            exact = Decimal(tally.stars_sum) / tally.reviews
            assert abs(Decimal(said) - exact) <= Decimal("0.05") + Decimal(10) ** -20


class TestFairRating:
    @pytest.mark.parametrize(
        ("good", "of", "bound"),
        [(3, 3, 0.4385), (9, 10, 0.5958), (95, 100, 0.8882), (950, 1_000, 0.9347)],
    )
    def test_rests_on_the_published_bounds(self, good: int, of: int, bound: float) -> None:
        """The lower bounds of the 95 % interval that couriers are compared by too."""
        assert wilson(good, of, of=of) / 10_000 == pytest.approx(bound, abs=0.0001)

    @given(st.integers(1, 10_000).flatmap(lambda of: st.tuples(st.integers(0, 4 * of), st.just(of))))
    def test_is_wilsons_formula_in_whole_numbers(self, seen: tuple[int, int]) -> None:
        share, of = seen
        p, z2 = share / (4 * of), 1.96**2
        exact = (p + z2 / (2 * of) - 1.96 * sqrt(p * (1 - p) / of + z2 / (4 * of * of))) / (1 + z2 / of)
        assert wilson(share, 4 * of, of=of) / 10_000 == pytest.approx(exact, abs=0.0002)

    def test_ranks_few_good_reviews_under_many(self) -> None:
        assert fair_rating(15, 3) < fair_rating(480, 100)

    @given(COUNTS)
    def test_is_never_better_than_the_average(self, by_stars: tuple[int, ...]) -> None:
        tally = Tally(by_stars)
        fair = fair_rating(tally.stars_sum, tally.reviews)
        assert 100 <= fair <= 500
        if tally.reviews:
            assert fair * tally.reviews <= 100 * tally.stars_sum + tally.reviews


class TestMasked:
    @pytest.mark.parametrize(
        ("name", "said"), [("李雷", "李**"), ("Li Lei", "L**"), (" 王 ", "王**"), ("", "***")]
    )
    def test_shows_the_first_character(self, name: str, said: str) -> None:
        assert masked(name) == said


class TestTally:
    @given(st.lists(st.sampled_from(ONE_MORE), max_size=50))
    def test_adds_up_and_is_taken_back(self, changes: list[Tally]) -> None:
        total = reduce(add, changes, Tally())
        assert total.reviews == len(changes)
        assert reduce(add, (-one for one in changes), total) == Tally()
