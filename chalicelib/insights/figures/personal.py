"""The figures of a person's stores. They tell nothing of her, nor of any one visitor: they stay.

How many people came is an estimate of sketches, which the dashboard tells; the days here are exact.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from chalicelib.foundation import clock, paging
from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding, nested
from chalicelib.insights.buying import models as buying
from chalicelib.insights.counting import models
from chalicelib.insights.counting.models import GoodsItem
from chalicelib.insights.figures import service
from chalicelib.insights.figures.rules import LONGEST
from chalicelib.stores.personal import one_store, over_stores
from chalicelib.stores.service import Store


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted of a store in a period: all of it, of its goods, or of those who first bought then."""

    store_id: str
    period: str
    counts: Mapping[str, int]
    listing_id: str = ""


def _days(store: Store, cursor: str | None) -> Page[Tally]:
    """92 days a page, from the day before the store was opened on. 4 queries of 92 items at most."""
    first = date.fromisoformat(cursor) if cursor else _opened(store)
    last = first + LONGEST - timedelta(days=1)
    found = models.days_between(store.id, first.isoformat(), last.isoformat())
    more = last < service.today_in(store, clock.now())
    tallies = [Tally(store.id, day, counts) for day, counts in sorted(found.items())]
    return Page(tallies, (last + timedelta(days=1)).isoformat() if more else None)


def _opened(store: Store) -> date:
    """The day before, wherever the store was then: it may have moved to another time zone."""
    return service.today_in(store, store.created_at) - timedelta(days=1)


def _cohorts(store: Store, _: str | None) -> Page[Tally]:
    """1 query of 36 items at most."""
    found = buying.cohorts_of(store.id)
    return Page([Tally(store.id, month, counts) for month, counts in sorted(found.items())], None)


def _one_month(store: Store, cursor: str | None) -> Page[tuple[Store, str]]:
    months = _months(_opened(store), service.today_in(store, clock.now()))
    ahead = [month for month in months if cursor is None or month > cursor]
    return Page([(store, month) for month in ahead[:1]], ahead[0] if len(ahead) > 1 else None)


def _months(first: date, last: date) -> Iterator[str]:
    day = first.replace(day=1)
    while day <= last:
        yield f"{day:%Y-%m}"
        day = (day + timedelta(days=32)).replace(day=1)


def _goods(of: tuple[Store, str], cursor: str | None) -> Page[Tally]:
    """1 query."""
    store, month = of
    found = paging.query(GoodsItem, models.goods_pk(store.id, month), limit=100, cursor=cursor)
    return found.map(lambda item: Tally(store.id, month, item.counts(), item.sk))


def _goods_of(store: Store, cursor: str | None) -> Page[Any]:
    return nested(lambda _, at: _one_month(store, at), _goods)(store.id, cursor)


HOLDINGS = (
    Holding("figures-of-days", pages=over_stores(_days)),
    Holding("figures-of-goods", pages=nested(one_store, _goods_of)),
    Holding("figures-of-first-purchases", pages=over_stores(_cohorts)),
)
