"""Mei's comparison as a table, on 50,000 parcels that the courier simulator sends into the valley of Hongyuan
and its neighbours: `python -m demo.comparison`, which needs no stage; `make run` shows it on the stage.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from chalicelib.foundation.money import Money
from chalicelib.shipping.couriers import service as couriers
from chalicelib.shipping.couriers.rules import Consignment, Piece, Place, Service
from chalicelib.shipping.quotes import service as quotes
from chalicelib.shipping.quotes.rules import By, Comparison, Weights
from chalicelib.shipping.quotes.schemas import ComparisonView
from chalicelib.shipping.quotes.service import Wish
from chalicelib.shipping.records.models import record_key
from chalicelib.shipping.records.rules import Lane, Level, Record, Tally, tally_of
from chalicelib.shipping.tracking import rules as tracking
from chalicelib.shipping.tracking.rules import News, Track
from demo.couriers import Parcel, way
from demo.people import Person

YIWU = Place("CN", "330782")
COUNTIES = ("513221", "513222", "513223", "513224", "513225", "513230", "513231", "513232", "513233")
HONGYUAN = Place("CN", "513233", rural=True)
PARCELS = 50_000
MONDAY = datetime(2026, 3, 2, 1, tzinfo=UTC)
SEED = 1


def records(services: Sequence[Service], count: int) -> dict[str, Record]:
    """What the couriers' records are after so many parcels, to each county by each service in turn."""
    counts: dict[str, Counter[str]] = {}
    dice = random.Random(SEED)  # noqa: S311 - it is to be the same each time
    lanes = [Lane(one.id, YIWU, Place("CN", county, rural=True)) for county in COUNTIES for one in services]
    for number in range(count):
        lane = lanes[number % len(lanes)]
        counted = _counted(lane, f"T{number}", MONDAY + timedelta(hours=dice.random() * 168))
        for level in Level:
            counts.setdefault(lane.key(level), Counter()).update(counted.counts)
    here = [Lane(one.id, YIWU, HONGYUAN) for one in services]
    return {
        lane.service: Record({level: Tally(counts.get(lane.key(level), {})) for level in Level})
        for lane in here
    }


def _counted(lane: Lane, number: str, begun: datetime) -> Tally:
    """What one parcel adds to its service's record."""
    service = couriers.service_of(lane.service)
    assert service, lane.service
    days = service.card.zones[couriers.zone(_light(lane.destination))].days
    track = Track(service.courier, number, lane, frozenset(), begun - timedelta(hours=3), days)
    for step in way(Parcel(lane.service, number, lane.destination.region), SEED):
        at = begun + timedelta(hours=step.hours)
        track = tracking.heard(track, News(f"{step.hours}", step.status, "", at, ""))
    return tally_of(track.passage(), "Asia/Shanghai")


def _light(to: Place) -> Consignment:
    return Consignment(YIWU, to, [Piece(350, 200, 150, 100)])


def compared(by: By, count: int = PARCELS) -> Comparison:
    """Mei's comparison for a light parcel to Hongyuan's countryside."""
    wish = Wish(by, Weights(), MONDAY)
    can, cannot = couriers.offers(_light(HONGYUAN))
    known = records(can, count)
    found = [quotes.quote(one, _light(HONGYUAN), known[one.id], wish) for one in can]
    return quotes.ranked(found, cannot, wish)


def table(answer: Mapping[str, Any]) -> str:
    """A comparison, as the API answers it, for people to read."""
    head = (
        "service",
        "price",
        "on time (95 % interval)",
        "p50 p75 p90 p99 days",
        "p75 hours",
        "lost",
        "seen",
    )
    rows = [head, *(_row(one) for one in answer["items"])]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
    rule = "-" * max(map(len, lines))
    return "\n".join([lines[0], rule, *lines[1:], "", answer["why_first"]["en"]])


def _row(one: Mapping[str, Any]) -> tuple[str, ...]:
    rate, transit = one["on_time"], one["transit"]
    days = [str(transit["business_days"][f"p{percent}"]) for percent in (50, 75, 90, 99)] if transit else []
    total = one["price"]["total"]
    return (
        one["name_en"],
        str(Money(total["amount"], total["currency"])),
        f"{_percent(rate['expected'])} ({_percent(rate['low'])}–{_percent(rate['high'])})",
        "   ".join(days),
        str(transit["hours"]["p75"]) if transit else "",
        _percent(one["loss"]["expected"]),
        f"{rate['seen']:,}",
    )


def remember(dynamodb: Any, table_name: str) -> None:
    """Put the couriers' history into a stage's records, as if it had seen those parcels: 20 items."""
    can, _ = couriers.offers(_light(HONGYUAN))
    for service, record in records(can, PARCELS).items():
        lane = Lane(service, YIWU, HONGYUAN)
        for level, tally in record.levels.items():
            key = record_key(lane, level, parcel="history")
            counts = {name: {"N": str(count)} for name, count in tally.counts.items()}
            item = {"pk": {"S": key.pk}, "sk": {"S": key.sk}, **counts}
            dynamodb.put_item(TableName=table_name, Item=item)


def asked(mei: Person) -> Mapping[str, Any]:
    """Mei's comparison, as a running stage answers it."""
    wish = {
        "origin": {"region": YIWU.region},
        "destination": {"region": HONGYUAN.region, "rural": True},
        "pieces": [{"grams": 350}],
    }
    answer: Mapping[str, Any] = mei.post("/shipping/quotes", wish)
    return answer


def _percent(basis_points: int) -> str:
    return f"{basis_points / 100:.1f} %"


if __name__ == "__main__":
    by = By(sys.argv[1] if len(sys.argv) > 1 else "blend")
    print(table(ComparisonView.of(compared(by)).model_dump(mode="json")))
