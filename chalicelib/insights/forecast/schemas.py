"""What the API tells of what may come."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Self

from chalicelib.foundation.http import Schema
from chalicelib.insights.forecast.rules import Need, Outlook
from chalicelib.insights.forecast.service import Forecast
from chalicelib.storage.service import PlanCode


class ForecastDay(Schema):
    """What a day is expected to bring, in things that are seen; and what it may bring at most."""

    day: date
    expected: int
    most: int


class BusiestHour(Schema):
    """The hour of which most is expected, in the store's time zone, and how much may come: no more than
    `most` in 19 of 20 busy hours."""

    day: date
    hour: int
    expected: int
    most: int


class StorageNeed(Schema):
    """What 30 such days take of a plan for storage: files fetched, and their bytes."""

    requests: int
    bandwidth: int


class TrafficForecast(Schema):
    """What the next seven days may bring, from today on. Without three whole weeks behind it all is empty."""

    days: list[ForecastDay]
    busiest: BusiestHour | None
    need: StorageNeed | None
    plan: PlanCode | None
    """The plan for storage that fits: what the founder has, and so much traffic."""

    @classmethod
    def of(cls, told: Forecast, /) -> Self:
        """Shape the answer."""
        if told.outlook is None or told.need is None:
            return cls(days=[], busiest=None, need=None, plan=None)
        days = [_day(told.today + timedelta(days=n), told.outlook, n) for n in range(7)]
        busiest, need = _busiest(told.today, told.outlook), _need(told.need)
        return cls(days=days, busiest=busiest, need=need, plan=told.plan)


def _day(day: date, outlook: Outlook, number: int) -> ForecastDay:
    expected = sum(outlook.hours[24 * number : 24 * (number + 1)])
    return ForecastDay(day=day, expected=round(expected), most=round(expected * outlook.factor))


def _busiest(today: date, outlook: Outlook) -> BusiestHour:
    hour = outlook.busiest
    return BusiestHour(
        day=today + timedelta(days=hour // 24),
        hour=hour % 24,
        expected=round(outlook.hours[hour]),
        most=round(outlook.most(hour)),
    )


def _need(need: Need) -> StorageNeed:
    return StorageNeed(requests=need.requests, bandwidth=need.bandwidth)
