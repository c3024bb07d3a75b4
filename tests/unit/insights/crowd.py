"""Builders of visitors, and what is kept of them."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from typing import Any

from chalicelib.foundation import clock
from chalicelib.insights import handlers
from chalicelib.insights.counting import models
from chalicelib.insights.counting.models import GoodsItem
from chalicelib.insights.counting.rules import DAY, SHARDS, Step
from chalicelib.insights.sketches import rules as sketches
from tests.api import Api, Reply
from tests.unit.conftest import messages
from tests.unit.world import MEI, made

BROWSER = "Mozilla/5.0 (Linux; Android 14) Mobile Safari/537.36"


def told(store: Any, *steps: Any, visitor: str | None = None, batch: str = "", **source: Any) -> Reply:
    """A batch of an app's. A step is a kind, or all that is said of it."""
    said = [{"kind": step} if isinstance(step, str) else step for step in steps or ("view",)]
    body = {
        "store_id": store["id"],
        "batch_id": batch or f"batch-{told_before():04}",
        "visitor": visitor,
        "source": source,
        "steps": said,
    }
    return Api().post("/visits", body, headers={"User-Agent": BROWSER})


_told = iter(range(10**9))


def told_before() -> int:
    """Another number each time."""
    return next(_told)


def who(number: int) -> str:
    """A random id that a browser made up."""
    return f"visitor-{number:012}"


def brought() -> list[dict[str, Any]]:
    """What the queue brings of visits and orders; that a store has opened is told on it too."""
    return [one for one in messages("insights") if "StoreChanged" not in one["body"]]


def counted(batch: list[dict[str, Any]] | None = None) -> list[dict[str, Any]]:
    """Let what lies on the queue be counted, all at once; answers the messages."""
    found = messages("insights") if batch is None else batch
    if found:
        assert handlers.count_visits({"Records": found}) == {"batchItemFailures": []}
    return found


def figures(store: Any, query: str = "", merchant: Api = MEI) -> Any:
    """What her dashboard says."""
    return made(merchant.get(f"/stores/{store['id']}/insights{query}"))


def kept(store: Any) -> tuple[Any, Any, Any]:
    """All that is kept of a store's days, goods and people, however it is spread."""
    days = {day: +counts for day, counts in models.counts_between(DAY, store["id"], "0", "9").items()}
    people: dict[tuple[str, Step], list[bytes]] = {}
    for shard in range(SHARDS):
        for item in models.SketchItem.query(f"people#{store['id']}#{shard}"):
            for step, sketch in item.sketches().items():
                people.setdefault((item.sk, step), []).append(sketch)
    months = {day[:7] for day in days}
    goods = {
        (item.pk, item.sk): item.counts()
        for period in (*days, *months)
        for item in GoodsItem.query(f"goods#{store['id']}#{period}")
    }
    return days, goods, {key: sketches.merged(some) for key, some in people.items()}


def anew(store: Any, tally: Any) -> tuple[Any, Any, Any]:
    """The same of a tally that was reckoned by itself."""
    days: dict[str, Counter[str]] = {}
    goods: dict[tuple[str, str], Counter[str]] = {}
    for figure, counts in tally.counts.items():
        if figure.kind == DAY:
            days[figure.when] = +Counter(counts)
        elif figure.kind == "goods":
            goods[f"goods#{store['id']}#{figure.when}", figure.of] = +Counter(counts)
    people = {
        (period, step): sketches.adding(sketches.empty(), some)
        for period, steps in tally.people.items()
        for step, some in steps.items()
    }
    return days, goods, people


def at(moment: datetime) -> Any:
    """A moment at which the clock stands."""
    return clock.stopped_at(moment)


def event_of(message: dict[str, Any]) -> Any:
    """What a message tells."""
    return json.loads(message["body"])["event"]
