"""What a merchant reads of her figures: a bounded number of items, whatever the traffic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from chalicelib.foundation.tables import read_together
from chalicelib.insights.buying import models as buying
from chalicelib.insights.buying.rules import MONTHS
from chalicelib.insights.counting import models
from chalicelib.insights.counting.models import GoodsItem
from chalicelib.insights.counting.rules import LIVE, MINUTE, SHARDS
from chalicelib.insights.figures import rules
from chalicelib.insights.figures.rules import Cohort, Figures, Length, Period
from chalicelib.listings import service as listings
from chalicelib.stores import service as stores
from chalicelib.stores.service import Scope, Store

MOST_GOODS = 50
"""How many goods are told of."""


@dataclass(frozen=True, slots=True)
class Dashboard:
    """A period's figures beside those of the one before it."""

    store: Store
    now: Figures
    before: Figures
    cohorts: list[Cohort]
    days: Mapping[str, Mapping[str, int]]
    """The counts of each day of both in which anything was."""


@dataclass(frozen=True, slots=True)
class Goods:
    """What became of goods in a day or a month. No title: they are gone."""

    listing_id: str
    title: str | None
    counts: Mapping[str, int]


def allowed(store_id: str, *, person: str) -> Store:
    """The store whose figures a person may read. 1 read. Raises StoreNotFound, NotPermitted."""
    return stores.permitted(store_id, person=person, scope=Scope.INSIGHTS_READ)


def today_in(store: Store, now: datetime) -> date:
    """Which day it is there."""
    return now.astimezone(ZoneInfo(store.time_zone)).date()


def dashboard(store_id: str, length: Length, on: date | None, *, person: str, now: datetime) -> Dashboard:
    """The figures of a day, week or month and of the one before.

    2 reads, 5 queries: of 62 days and 36 cohorts at most, however many people came.
    Raises StoreNotFound, NotPermitted, BadFiguresSpan.
    """
    store = allowed(store_id, person=person)
    today = today_in(store, now)
    rules.refuse_day(on or today, today=today)
    period = rules.period_of(length, on or today)
    earlier = rules.before(length, period)
    days = models.days_between(store.id, earlier.first.isoformat(), period.last.isoformat())
    found = read_together(
        [*models.people_wants(store.id, period.name), *models.people_wants(store.id, earlier.name)],
        consistent=False,
    )

    def figures(of: Period, people: list[models.SketchItem | None]) -> Figures:
        return Figures(of, rules.summed(days, of), models.counted(people))

    return Dashboard(
        store,
        figures(period, found[:SHARDS]),
        figures(earlier, found[SHARDS:]),
        _cohorts(store, today),
        days,
    )


def cohorts(store_id: str, *, person: str, now: datetime) -> list[Cohort]:
    """A store's buyers by the month of their first purchase, the newest first. 1 read, 1 query of 36 items.

    Raises StoreNotFound, NotPermitted.
    """
    store = allowed(store_id, person=person)
    return _cohorts(store, today_in(store, now))


def _cohorts(store: Store, today: date) -> list[Cohort]:
    found = buying.cohorts_of(store.id)
    told = [rules.cohort_of(month, counts, until=f"{today:%Y-%m}") for month, counts in found.items()]
    return [one for one in told if one.buyers][:MONTHS]


def live(store_id: str, *, person: str, now: datetime) -> dict[str, Counter[str]]:
    """What was seen in each minute of the last hour. 1 read, 4 queries of 61 items at most.

    Raises StoreNotFound, NotPermitted.
    """
    store = allowed(store_id, person=person)
    first, last = (f"{moment:%Y-%m-%dT%H:%M}" for moment in (now - LIVE, now))
    return models.counts_between(MINUTE, store.id, first, last)


def goods(store_id: str, of: str, by: Literal["looks", "sales"], *, limit: int, person: str) -> list[Goods]:
    """The goods that were looked at most, or sold for most, in a day or month. 2 reads, 1 query of an index.

    Raises StoreNotFound, NotPermitted.
    """
    store = allowed(store_id, person=person)
    index = GoodsItem.by_looks if by == "looks" else GoodsItem.by_sales
    found = list(index.query(models.goods_pk(store.id, of), limit=limit, scan_index_forward=False))
    known = read_together([listings.listing_want(item.sk) for item in found], consistent=False)
    return [
        Goods(item.sk, listing.title if listing and listing.store_id == store.id else None, item.counts())
        for item, listing in zip(found, known, strict=True)
    ]


def days(
    store_id: str, first: date, last: date, *, person: str, now: datetime
) -> tuple[Store, dict[str, Counter[str]]]:
    """The counts of each of some days. 1 read, 4 queries of 92 items at most.

    Raises StoreNotFound, NotPermitted, BadFiguresSpan.
    """
    store = allowed(store_id, person=person)
    rules.refuse_span(first, last, today=today_in(store, now))
    found = models.days_between(store.id, first.isoformat(), last.isoformat())
    every = ((first + timedelta(days=n)).isoformat() for n in range((last - first).days + 1))
    return store, {day: found.get(day, Counter()) for day in every}
