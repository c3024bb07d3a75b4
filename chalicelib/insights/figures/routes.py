"""The routes of a store's figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from chalicelib.foundation import clock
from chalicelib.foundation.http import Answer, Caller, Routes
from chalicelib.insights.errors import BadFiguresSpan
from chalicelib.insights.figures import service
from chalicelib.insights.figures.rules import Cohort
from chalicelib.insights.figures.schemas import (
    CohortTable,
    DaysQuery,
    FiguresQuery,
    GoodsQuery,
    LiveFigures,
    StoreFigures,
    TopGoods,
)
from chalicelib.insights.figures.service import Dashboard, Goods
from chalicelib.insights.figures.sheet import to_csv
from chalicelib.stores.errors import NotPermitted, StoreNotFound

bp = Routes(__name__)

CSV = "text/csv; charset=utf-8"
HERS = (StoreNotFound, NotPermitted)


@bp.get("/stores/{store_id}/insights", answers=StoreFigures, raises=(*HERS, BadFiguresSpan))
def show_figures(store_id: str, caller: Caller, query: FiguresQuery) -> Dashboard:
    """See a store's figures of a day, a week or a month beside those of the one before."""
    return service.dashboard(store_id, query.period, query.on, person=caller.person_id, now=clock.now())


@bp.get("/stores/{store_id}/insights/live", answers=LiveFigures, raises=HERS)
def show_live(store_id: str, caller: Caller) -> dict[str, Counter[str]]:
    """See what people do in a store just now."""
    return service.live(store_id, person=caller.person_id, now=clock.now())


@bp.get("/stores/{store_id}/insights/goods", answers=TopGoods, raises=HERS)
def show_top_goods(store_id: str, caller: Caller, query: GoodsQuery) -> list[Goods]:
    """See which goods are looked at most, or sell for most."""
    return service.goods(store_id, query.of, query.by, limit=query.limit, person=caller.person_id)


@bp.get("/stores/{store_id}/insights/cohorts", answers=CohortTable, raises=HERS)
def show_cohorts(store_id: str, caller: Caller) -> Sequence[Cohort]:
    """See which buyers come back, by the month of their first purchase."""
    return service.cohorts(store_id, person=caller.person_id, now=clock.now())


@bp.get("/stores/{store_id}/insights/days.csv", media=(CSV,), raises=(*HERS, BadFiguresSpan))
def download_days(store_id: str, caller: Caller, query: DaysQuery) -> Answer:
    """Download a store's figures by day, for Excel."""
    store, days = service.days(store_id, query.since, query.until, person=caller.person_id, now=clock.now())
    name = f"days-{query.since}-{query.until}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    text = to_csv(days, currency=store.currency, language=query.language)
    return Answer(body=text, content_type=CSV, headers=headers)
