"""What traffic a store may have, from what it had."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from chalicelib.insights.counting import models
from chalicelib.insights.figures import service as figures
from chalicelib.insights.forecast import rules
from chalicelib.insights.forecast.rules import Need, Outlook
from chalicelib.storage import service as storage
from chalicelib.storage.service import PlanCode
from chalicelib.stores.service import Store


@dataclass(frozen=True, slots=True)
class Forecast:
    """A store's next seven days, from today on. No outlook: it has too little history."""

    store: Store
    today: date
    outlook: Outlook | None
    need: Need | None
    plan: PlanCode | None
    """The cheapest plan for storage that holds what the founder has and serves what is needed."""


def forecast(store_id: str, *, person: str, now: datetime) -> Forecast:
    """What may come in the next seven days. 2 reads, 4 queries of 84 items at most.

    Raises StoreNotFound, NotPermitted.
    """
    store = figures.allowed(store_id, person=person)
    today = figures.today_in(store, now)
    outlook = rules.outlook(_history(store.id, today))
    if outlook is None:
        return Forecast(store, today, None, None, None)
    need, stored = rules.need_of(outlook), storage.standing(store.owner_id).capacity.used
    plan = storage.recommended(size=stored, requests=need.requests, bandwidth=need.bandwidth)
    return Forecast(store, today, outlook, need, plan.code)


def _history(store_id: str, today: date) -> list[int]:
    """What was seen in each hour of the weeks before today, since the first in which anything was."""
    first = today - timedelta(weeks=rules.MOST)
    days = models.days_between(store_id, first.isoformat(), (today - timedelta(days=1)).isoformat())
    every = [(first + timedelta(days=n)).isoformat() for n in range(7 * rules.MOST)]
    begun = next((n for n, day in enumerate(every) if day in days), len(every))
    whole_weeks = every[(begun + 6) // 7 * 7 :]
    return [days[day][f"hour_{hour:02}"] if day in days else 0 for day in whole_weeks for hour in range(24)]
