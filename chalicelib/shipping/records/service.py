"""What can be done with couriers' records."""

from __future__ import annotations

from collections.abc import Sequence

from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.shipping.records import models
from chalicelib.shipping.records.rules import Lane, Level, Record, Tally


def on(lanes: Sequence[Lane]) -> list[Record]:
    """The records of services on a lane. 1 read of 7 items for each, so at most 14 at a time."""
    wanted = [
        (position, level, want) for position, lane in enumerate(lanes) for level, want in models.wants(lane)
    ]
    found = read_together([want for *_, want in wanted], consistent=False) if wanted else []
    tallies: list[dict[Level, Tally]] = [{} for _ in lanes]
    for (position, level, _), tally in zip(wanted, found, strict=True):
        if tally:
            there = tallies[position]
            there[level] = there.get(level, Tally()).plus(tally)
    return [Record(levels) for levels in tallies]


def note(tx: Transaction, lane: Lane, change: Tally, *, parcel: str) -> None:
    """Count in the caller's transaction what a parcel changes in its service's record: 4 items, or none."""
    if actions := models.adding(change):
        for level in Level:
            tx.update(models.record_key(lane, level, parcel=parcel), actions)
