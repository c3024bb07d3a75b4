"""Schedules against published tables, and against `numpy-financial` on random loans."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import pairwise

import numpy_financial as npf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.lending.errors import TermTooLong
from chalicelib.lending.schedules.days import rules as days
from chalicelib.lending.schedules.days.rules import DayCount
from chalicelib.lending.schedules.rules import (
    Method,
    Row,
    accrued,
    periods,
    remaining,
    rounded,
    schedule,
)
from chalicelib.lending.schedules.sales import rules as sales

JANUARY = date(2024, 1, 1)
EQUAL = Method.EQUAL_INSTALMENTS


def rows(
    principal: int,
    rate: int,
    months: int,
    *,
    method: Method = EQUAL,
    count: DayCount = DayCount.THIRTY_360,
    start: date = JANUARY,
) -> list[Row]:
    return schedule(principal, annual_rate=rate, method=method, periods=periods(start, months, count))


class TestPublishedTables:
    def test_a_hundred_at_twelve_per_cent(self) -> None:
        """Apache Fineract, EMICalculation C3154."""
        found = rows(100_00, 1200, 6)
        assert [row.total for row in found] == [1725] * 5 + [1728]
        assert [row.interest for row in found] == [100, 84, 67, 51, 34, 17]

    def test_by_the_days_of_each_year(self) -> None:
        """Apache Fineract, EMICalculation C3152: 19 days of 2023 and 12 of 2024 in the first period."""
        found = rows(10_000_00, 1200, 6, count=DayCount.ACTUAL_ACTUAL, start=date(2023, 12, 12))
        assert [row.total for row in found] == [172556] * 5 + [172559]
        assert [row.interest for row in found] == [10181, 8514, 6405, 5158, 3345, 1736]

    @pytest.mark.parametrize(
        ("principal", "rate", "months", "monthly"),
        [(100_000_00, 999, 36, 3226_25), (10_000_00, 1200, 12, 888_49)],
    )
    def test_instalments_as_issue_nine_has_them(
        self, principal: int, rate: int, months: int, monthly: int
    ) -> None:
        assert {row.total for row in rows(principal, rate, months)[:-1]} == {monthly}

    def test_the_last_instalment_takes_what_rounding_leaves(self) -> None:
        """Where Fineract changes the instalment (68.14 four times, 68.12), we don't."""
        found = rows(331_77, 1065, 5, count=DayCount.ACTUAL_ACTUAL, start=date(2023, 12, 12))
        assert [row.total for row in found] == [6813] * 4 + [6816]

    def test_a_share_of_sales(self) -> None:
        """Apache Fineract, working capital matrix: 9,000 with a fee of 1,000."""
        found = sales.expected(9_000_00, 1_000_00, yearly_volume=100_000_00, share=1800)
        assert (found.daily, found.days) == (50_00, 200)
        assert found.balances[:2] == (8_959_61, 8_919_18)
        assert found.fees[0] == 9_61
        assert found.balances[-1] == 0
        assert abs(sum(found.fees) - 1_000_00) < 200  # each is rounded

    def test_a_trickle_that_takes_ten_thousand_days_is_refused(self) -> None:
        with pytest.raises(TermTooLong):
            sales.expected(90_00, 10_00, yearly_volume=100_00, share=360)


PRINCIPALS, RATES, MONTHS = st.integers(100_00, 5_000_000_00), st.integers(1, 3600), st.integers(1, 60)
LOANS = given(principal=PRINCIPALS, rate=RATES, months=MONTHS)


class TestRandomLoans:
    @settings(max_examples=250, deadline=None)
    @LOANS
    def test_pay_what_numpy_financial_says(self, principal: int, rate: int, months: int) -> None:
        found = rows(principal, rate, months)
        exact = float(-npf.pmt(rate / 120_000, months, principal))
        if abs(exact % 1 - 0.5) > 1e-4:  # else a float can't tell which way it is rounded
            assert {row.total for row in found[:-1]} <= {int(exact + 0.5)}
        for row, left in zip(found, _balances(principal, found), strict=True):
            assert row.interest == rounded(left * Fraction(rate, 120_000))
        interest = -npf.ipmt(rate / 120_000, range(1, months + 1), months, principal)
        assert abs(sum(row.interest for row in found) - float(interest.sum())) <= months + 1

    @settings(max_examples=200, deadline=None)
    @given(
        principal=PRINCIPALS,
        terms=st.tuples(RATES, MONTHS),
        method=st.sampled_from([EQUAL, Method.EQUAL_PRINCIPAL, Method.INTEREST_ONLY]),
        count=st.sampled_from(DayCount),
        start=st.dates(date(2020, 1, 1), date(2040, 12, 31)),
    )
    def test_have_a_row_a_month_and_come_back_whole(
        self, principal: int, terms: tuple[int, int], method: Method, count: DayCount, start: date
    ) -> None:
        rate, months = terms
        found = rows(principal, rate, months, method=method, count=count, start=start)
        assert [row.number for row in found] == list(range(1, months + 1))
        assert sum(row.principal for row in found) == principal
        assert all(row.principal >= 0 and row.interest >= 0 and row.due.weekday() < 5 for row in found)
        assert all(before.until == after.start for before, after in pairwise(found))


def _balances(principal: int, found: list[Row]) -> list[int]:
    left = [principal]
    for row in found[:-1]:
        left.append(left[-1] - row.principal)
    return left


class TestMethods:
    def test_equal_principal_costs_less_each_month(self) -> None:
        found = rows(100_01, 1200, 3, method=Method.EQUAL_PRINCIPAL)
        assert [(row.principal, row.interest) for row in found] == [(3333, 100), (3333, 67), (3335, 33)]

    def test_interest_only_brings_the_principal_at_the_end(self) -> None:
        found = rows(10_000_00, 1200, 3, method=Method.INTEREST_ONLY, count=DayCount.ACTUAL_360)
        assert [(row.principal, row.interest) for row in found] == [(0, 10333), (0, 9667), (1_000_000, 10333)]


class TestDays:
    @pytest.mark.parametrize(
        ("count", "years"),
        [
            (DayCount.THIRTY_360, Fraction(30, 360)),
            (DayCount.ACTUAL_360, Fraction(29, 360)),
            (DayCount.ACTUAL_365, Fraction(29, 365)),
            (DayCount.ACTUAL_ACTUAL, Fraction(29, 366)),
        ],
    )
    def test_february_of_a_leap_year(self, count: DayCount, years: Fraction) -> None:
        assert days.fraction(date(2024, 2, 1), date(2024, 3, 1), count) == years

    def test_a_month_after_the_last_of_january_is_the_last_of_february(self) -> None:
        ends = [row.until for row in rows(100_00, 1200, 3, start=date(2026, 1, 31))]
        assert ends == [date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)]

    @pytest.mark.parametrize(("day", "moved"), [(13, 13), (14, 16), (15, 16), (16, 16)])
    def test_money_moves_on_business_days(self, day: int, moved: int) -> None:
        assert days.business_day(date(2026, 11, day)) == date(2026, 11, moved)


class TestAccrual:
    def test_comes_up_day_by_day_to_the_whole(self) -> None:
        (row,) = rows(1_000_00, 1200, 1)
        by_day = [accrued(row, date(2024, 1, day)) for day in range(1, 32)]
        assert (by_day[0], accrued(row, row.until)) == (0, row.interest)
        assert all(0 <= later - earlier <= 34 for earlier, later in pairwise(by_day))

    def test_what_is_left_of_a_loan_begins_today(self) -> None:
        left = remaining(rows(1_000_00, 1200, 3), today=date(2024, 2, 16), count=DayCount.THIRTY_360)
        assert [one.number for one in left] == [2, 3]
        assert left[0].years == Fraction(1, 12) * Fraction(14, 29)
