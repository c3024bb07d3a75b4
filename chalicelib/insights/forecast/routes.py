"""The forecast's route."""

from __future__ import annotations

from chalicelib.foundation import clock
from chalicelib.foundation.http import Caller, Routes
from chalicelib.insights.forecast import service
from chalicelib.insights.forecast.schemas import TrafficForecast
from chalicelib.insights.forecast.service import Forecast
from chalicelib.stores.errors import NotPermitted, StoreNotFound

bp = Routes(__name__)


@bp.get("/stores/{store_id}/insights/forecast", answers=TrafficForecast, raises=(StoreNotFound, NotPermitted))
def show_forecast(store_id: str, caller: Caller) -> Forecast:
    """See what traffic the next week may bring, and what it takes."""
    return service.forecast(store_id, person=caller.person_id, now=clock.now())
