from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation.money import (
    CurrencyMismatch,
    Money,
    is_currency,
    minor_digits,
    portion,
    share,
)

amounts = st.integers(-(10**15), 10**15)
weights = st.lists(st.integers(0, 10**6), min_size=1, max_size=20).filter(any)


class TestShare:
    def test_meets_the_published_example(self) -> None:
        """800 over three is 267, 267, 266 (moneyphp's documentation)."""
        assert [part.amount for part in share(Money(800, "CNY"), [1, 1, 1])] == [267, 267, 266]

    @given(amounts, weights)
    def test_sums_to_the_whole(self, amount: int, weights: list[int]) -> None:
        assert sum(part.amount for part in share(Money(amount, "CNY"), weights)) == amount

    @given(amounts, weights)
    def test_is_within_one_minor_unit_of_the_ideal(self, amount: int, weights: list[int]) -> None:
        whole = sum(weights)
        for part, weight in zip(share(Money(amount, "CNY"), weights), weights, strict=True):
            assert abs(part.amount * whole - amount * weight) < whole

    @given(amounts, weights)
    def test_gives_nothing_for_no_weight(self, amount: int, weights: list[int]) -> None:
        parts = share(Money(amount, "CNY"), [0, *weights])
        assert parts[0].amount == 0

    @pytest.mark.parametrize("weights", [[], [0, 0], [1, -1, 3]])
    def test_refuses_weights_that_divide_nothing(self, weights: list[int]) -> None:
        with pytest.raises(ValueError, match="weights"):
            share(Money(100, "CNY"), weights)


class TestPortion:
    @pytest.mark.parametrize(("amount", "expected"), [(10_000, 200), (999, 20), (24, 0), (25, 1), (0, 0)])
    def test_of_two_percent_rounds_half_up(self, amount: int, expected: int) -> None:
        assert portion(Money(amount, "CNY"), 200).amount == expected

    @given(st.integers(0, 10**12), st.integers(0, 10_000))
    def test_is_never_more_than_the_whole(self, amount: int, basis_points: int) -> None:
        assert 0 <= portion(Money(amount, "CNY"), basis_points).amount <= amount


class TestMoney:
    @pytest.mark.parametrize(
        ("money", "text"),
        [
            (Money(3990, "CNY"), "¥39.90"),
            (Money(5, "CNY"), "¥0.05"),
            (Money(-3990, "CNY"), "-¥39.90"),
            (Money(1200, "JPY"), "JP¥1200"),
            (Money(1234, "BHD"), "BHD 1.234"),
        ],
    )
    def test_reads_as_people_write_it(self, money: Money, text: str) -> None:
        assert str(money) == text

    def test_of_different_currencies_does_not_add(self) -> None:
        with pytest.raises(CurrencyMismatch):
            Money(1, "CNY") + Money(1, "USD")

    @pytest.mark.parametrize(("currency", "digits"), [("CNY", 2), ("JPY", 0), ("KWD", 3)])
    def test_knows_the_minor_unit(self, currency: str, digits: int) -> None:
        assert minor_digits(currency) == digits

    @pytest.mark.parametrize("code", ["XAU", "XXX", "ABC", "cny", ""])
    def test_refuses_what_one_cannot_pay_in(self, code: str) -> None:
        assert not is_currency(code)
