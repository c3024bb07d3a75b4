"""`make bench-insights`: what it costs to count visitors, and to read a dashboard, at 10³ and 10⁶ events.

On a local engine that has the tables, in process. Units are by DynamoDB's published rules
(`bench/capacity.py`). It writes its section of docs/benchmarks.md, and fails when a dashboard or an event
asks more at the larger size.

What was counted before the last 20,000 events is reckoned by the same rules and written as sums, as the
engine takes a millisecond for each event: the figures are of 10⁶ events, and only their log isn't there.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from bench import stage
from infra.errors import InfraError
from infra.packaging import ROOT

PAGE = ROOT / "docs" / "benchmarks.md"
HEADING = "## Insights\n"
SIZES, FEW = (1_000, 1_000_000), (1_000, 40_000)
IN_FULL = 20_000
"""How many events are counted in full."""
BATCH, MESSAGES = 25, 100
LISTINGS = 40
NOON = datetime(2026, 11, 26, 4, 30, tzinfo=UTC)

PREFACE = """\
`make bench-insights` measures this and writes this section: one store with 40 goods, batches of 25 events,
each by another visitor, over 28 days; 100 messages an invocation, and then one message with one event, the
dearest way. The last 20,000 events are counted in full, those before are put there as sums. The engine is the
local one, the units are DynamoDB's by its published rules; a dashboard is of a month beside the one before.
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What something asked of DynamoDB, and how long it took, for each of some."""

    what: str
    size: int
    requests: float
    read: float
    written: float
    micros: float | None


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; answers the exit code."""
    parser = argparse.ArgumentParser(prog="make bench-insights", description="Measure insights.")
    parser.add_argument("--small", action="store_true", help="a quick look at fewer events")
    small = parser.parse_args(arguments).small
    try:
        with stage.running() as engine:
            costs = _measured(stage.aside(engine.cloud), FEW if small else SIZES)
    except InfraError as error:
        print(f"\n  {error}", file=sys.stderr)
        return 1
    section = f"{PREFACE}\n{_table(costs)}\n"
    print(section)
    if not small:
        _write(section)
    first, last = (_by_what(costs, size) for size in (costs[0].size, costs[-1].size))
    grown = [what for what, cost in last.items() if cost.requests > 1.1 * first[what].requests]
    print(
        f"These cost more with more events: {', '.join(grown)}."
        if grown
        else "Nothing costs more with more events."
    )
    return 1 if grown else 0


def _by_what(costs: Sequence[Cost], size: int) -> dict[str, Cost]:
    return {cost.what: cost for cost in costs if cost.size == size}


def _measured(aside: Any, sizes: Sequence[int]) -> list[Cost]:
    from bench.meter import Meter
    from chalicelib.foundation import aws
    from chalicelib.foundation.events import subscribe
    from chalicelib.stores import service as stores
    from chalicelib.stores.rules import Action

    subscribe({})
    meter = Meter(aws.client("dynamodb"), aside)
    costs = []
    for size in sizes:
        store = stores.open_store(
            "per_bench", name=f"S{size}", currency="CNY", time_zone="Asia/Shanghai", now=NOON
        )
        stores.act(store.id, Action.PUBLISH, person="per_bench")
        costs.append(_counted(meter, store.id, size))
        costs.append(_alone(meter, store.id, size))
        costs.append(_read(meter, store.id, size))
    return costs


def _batches(store_id: str, size: int) -> Any:
    from chalicelib.foundation import ids
    from chalicelib.insights.events import Seen, Source, VisitsSeen

    dice = random.Random(size)
    source = Source(agent="Mozilla/5.0 (Linux; Android 14) Mobile Safari/537.36", referrer="weibo.com")
    for number in range(size // BATCH):
        at = NOON - timedelta(days=27 * (1 - number * BATCH / size), minutes=dice.randrange(300))
        seen = tuple(
            Seen(
                kind=dice.choice(("view", "listing", "listing", "cart")),
                at=at + timedelta(seconds=step),
                listing_id=f"lst_{dice.randrange(LISTINGS):026}",
                arrived=step == 0,
            )
            for step in range(BATCH)
        )
        yield VisitsSeen(
            event_id=ids.derived("evt", store_id, str(number)),
            at=at,
            store_id=store_id,
            visitor=f"{number:024}",
            country="CN",
            source=source,
            seen=seen,
        )


def _counted(meter: Any, store_id: str, size: int) -> Cost:
    """The last events are counted; every fourth invocation is metered, which looks at more."""
    from chalicelib.insights.counting import service

    batches = list(_batches(store_id, size))
    _put(store_id, batches[: -IN_FULL // BATCH])
    last = batches[-IN_FULL // BATCH :]
    parts = [last[start : start + MESSAGES] for start in range(0, len(last), MESSAGES)]
    requests = read = written = seconds = metered = timed = 0.0
    for number, part in enumerate(parts):
        if number % 4 and number:
            began = time.perf_counter()
            service.count(part, now=NOON)
            seconds, timed = seconds + time.perf_counter() - began, timed + BATCH * len(part)
            continue
        with meter.counting() as usage:
            service.count(part, now=NOON)
        requests, read = requests + sum(usage.requests.values()), read + usage.read_units
        written, metered = written + usage.write_units, metered + BATCH * len(part)
    micros = 1e6 * seconds / timed if timed else None
    return Cost("an event, of many", size, requests / metered, read / metered, written / metered, micros)


def _put(store_id: str, batches: Sequence[Any]) -> None:
    """What is counted already, as sums, a few figures a time."""
    from chalicelib.foundation.transaction import Transaction
    from chalicelib.insights.counting import rules, sums
    from chalicelib.insights.counting.rules import Batch, Tally

    for shard in range(rules.SHARDS):
        tally = Tally()
        for told in batches[shard :: rules.SHARDS]:
            batch = Batch(told.event_id, told.visitor, "weibo", told.country, robot=False, seen=told.seen)
            tally.merge(rules.tally_of(batch, "Asia/Shanghai", now=NOON))
        for period in list(tally.people):
            sums.see(store_id, Tally({}, {period: tally.people[period]}), shard=shard)
        figures = list(tally.counts.items())
        for start in range(0, len(figures), rules.FULL):
            with Transaction() as tx:
                some = dict(figures[start : start + rules.FULL])
                sums.add(tx, store_id, Tally(some), shard=shard, now=NOON)


def _alone(meter: Any, store_id: str, size: int) -> Cost:
    """One event in a message of its own."""
    from chalicelib.foundation import ids
    from chalicelib.insights.counting import service

    (one,) = _batches(store_id, BATCH)
    alone = [
        one.model_copy(update={"event_id": ids.new("evt"), "seen": one.seen[:1], "visitor": f"{n:024}"})
        for n in range(40)
    ]
    with meter.counting() as usage:
        for event in alone[:20]:
            service.count([event], now=NOON)
    began = time.perf_counter()
    for event in alone[20:]:
        service.count([event], now=NOON)
    seconds = time.perf_counter() - began
    asked = sum(usage.requests.values()) / 20
    return Cost(
        "an event, alone", size, asked, usage.read_units / 20, usage.write_units / 20, 1e6 * seconds / 20
    )


def _read(meter: Any, store_id: str, size: int) -> Cost:
    from chalicelib.insights.figures import service

    def dashboard() -> None:
        service.dashboard(store_id, "month", None, person="per_bench", now=NOON)

    with meter.counting() as usage:
        dashboard()
    began = time.perf_counter()
    for _ in range(10):
        dashboard()
    micros = 1e5 * (time.perf_counter() - began)
    return Cost(
        "a dashboard", size, sum(usage.requests.values()), usage.read_units, usage.write_units, micros
    )


def _table(costs: Sequence[Cost]) -> str:
    lines = [
        "| What | Events | Requests | RCU | WCU | Time |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for cost in costs:
        took = "–" if cost.micros is None else f"{cost.micros / 1000:.3g} ms"
        units = f"{cost.requests:.3g} | {cost.read:.3g} | {cost.written:.3g}"
        lines.append(f"| {cost.what} | {cost.size:,} | {units} | {took} |")
    return "\n".join(lines)


def _write(section: str) -> None:
    """Put the section into the page, in the place of the one before."""
    text = PAGE.read_text(encoding="utf-8")
    before, found, rest = text.partition(HEADING)
    _, next_, after = rest.partition("\n## ") if found else ("", "", "")
    PAGE.write_text(f"{before.rstrip()}\n\n{HEADING}\n{section}{next_}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
