"""Days: which fraction of a year lies between two, when a month is over, and on which day money can move."""

from __future__ import annotations

from calendar import isleap, monthrange
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction


class DayCount(StrEnum):
    """How days become a fraction of a year. Sources: ISDA 2006 definitions, 4.16."""

    THIRTY_360 = "30/360"
    ACTUAL_360 = "actual/360"
    ACTUAL_365 = "actual/365"
    ACTUAL_ACTUAL = "actual/actual"


def fraction(start: date, end: date, count: DayCount) -> Fraction:
    """The years from one day to another, exactly."""
    days = (end - start).days
    match count:
        case DayCount.THIRTY_360:
            months = (end.year - start.year) * 12 + end.month - start.month
            return Fraction(months * 30 + min(end.day, 30) - min(start.day, 30), 360)
        case DayCount.ACTUAL_360:
            return Fraction(days, 360)
        case DayCount.ACTUAL_365:
            return Fraction(days, 365)
    return _by_year(start, end)


def _by_year(start: date, end: date) -> Fraction:
    """Each day by the length of the year in which it ends, as Fineract has it: 12 to 31 December are 19 days
    of the old year, 31 December to 12 January 12 of the new one."""
    whole = Fraction(0)
    while start < end:
        upto = min(end, date(start.year + (start.month == 12 and start.day == 31), 12, 31))
        length = 366 if isleap(upto.year) else 365
        whole += Fraction((upto - start).days, length)
        start = upto
    return whole


def months_after(start: date, months: int) -> date:
    """The same day some months later; the month's last where it has no such day."""
    year, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + year, month + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def business_day(day: date) -> date:
    """This day, or the Monday after when it is of a weekend. Public holidays aren't known: banks' days off
    are told each year, and in the year itself."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= 5 else day
