"""Instalments: a row for each month, whose principal adds up to the loan to the minor unit.

All is reckoned in exact fractions and rounded half up once a figure. What rounding leaves over the last
instalment takes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import floor

from chalicelib.foundation.money import BASIS_POINTS
from chalicelib.lending.schedules.days import rules as days
from chalicelib.lending.schedules.days.rules import DayCount


class Method(StrEnum):
    """How a loan comes back."""

    EQUAL_INSTALMENTS = "equal_instalments"
    EQUAL_PRINCIPAL = "equal_principal"
    INTEREST_ONLY = "interest_only"
    """Its principal at the end."""
    SHARE_OF_SALES = "share_of_sales"
    """A part of each sale, until a sum that was fixed before is back."""


@dataclass(frozen=True, slots=True)
class Row:
    """What is paid for a period. `until` ends the period, `due` is the business day on which it is paid."""

    number: int
    start: date
    until: date
    due: date
    principal: int
    interest: int

    @property
    def total(self) -> int:
        """What is paid, in minor units."""
        return self.principal + self.interest


@dataclass(frozen=True, slots=True)
class Period:
    """Some days of a loan's life, and which fraction of a year they count."""

    number: int
    start: date
    until: date
    years: Fraction


def periods(start: date, months: int, count: DayCount) -> list[Period]:
    """A period for each month. By 30/360 each is a twelfth of a year, whatever the calendar says."""
    ends = [start, *(days.months_after(start, number) for number in range(1, months + 1))]
    return [
        Period(number, ends[number - 1], ends[number], _years(ends[number - 1], ends[number], count))
        for number in range(1, months + 1)
    ]


def _years(start: date, until: date, count: DayCount) -> Fraction:
    return Fraction(1, 12) if count is DayCount.THIRTY_360 else days.fraction(start, until, count)


def remaining(rows: Sequence[Row], *, today: date, count: DayCount) -> list[Period]:
    """The periods that aren't due yet, the one in which we are from today on only."""
    found = []
    for row in rows:
        if row.due > today:
            start = min(max(row.start, today), row.until)
            whole = max(1, (row.until - row.start).days)
            years = _years(row.start, row.until, count) * Fraction((row.until - start).days, whole)
            found.append(Period(row.number, start, row.until, years))
    return found


def schedule(principal: int, *, annual_rate: int, method: Method, periods: Sequence[Period]) -> list[Row]:
    """The rows of a loan, in minor units; the rate is in basis points a year.

    Source of the equal instalment: the present value of an annuity, with each period's own factor.
    """
    rates = [Fraction(annual_rate, BASIS_POINTS) * period.years for period in periods]
    return list(_rows(principal, _fixed(principal, rates, method), rates, method, periods))


def _fixed(principal: int, rates: Sequence[Fraction], method: Method) -> int:
    """What stays the same each time: the instalment or its principal."""
    match method:
        case Method.EQUAL_INSTALMENTS:
            discount, worth = Fraction(1), Fraction(0)
            for rate in rates:
                discount /= 1 + rate
                worth += discount
            return rounded(principal / worth)
        case Method.EQUAL_PRINCIPAL:
            return principal // len(rates)
    return 0


def _rows(
    principal: int, fixed: int, rates: Sequence[Fraction], method: Method, periods: Sequence[Period]
) -> Iterator[Row]:
    left = principal
    for period, rate in zip(periods, rates, strict=True):
        interest = rounded(left * rate)
        part = left
        if period is not periods[-1]:
            wanted = fixed - interest if method is Method.EQUAL_INSTALMENTS else fixed
            part = min(left, max(0, wanted))
        yield Row(period.number, period.start, period.until, days.business_day(period.until), part, interest)
        left -= part


def rounded(value: Fraction) -> int:
    """To a minor unit, half up."""
    return floor(value + Fraction(1, 2))


def accrued(row: Row, day: date) -> int:
    """The interest of a row that has come up by a day. At the row's end it is all of it."""
    whole = (row.until - row.start).days
    passed = min(max((day - row.start).days, 0), whole)
    return row.interest * passed // whole if whole else row.interest
