"""Adding to a store's figures: counts in a transaction, people in sketches."""

from __future__ import annotations

from datetime import datetime

from pynamodb.exceptions import PutError

from chalicelib.foundation import aws
from chalicelib.foundation.errors import Busy
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.insights.counting import models
from chalicelib.insights.counting.models import SketchItem
from chalicelib.insights.counting.rules import Step, Tally
from chalicelib.insights.sketches import rules as sketches

ATTEMPTS = 8
"""How often sketches are looked at anew when somebody else's visitors came between."""


def add(tx: Transaction, store_id: str, tally: Tally, *, shard: int, now: datetime) -> None:
    """Add counts to a store's figures: an item for each day, minute, and goods in a day or month."""
    for figure, counts in tally.counts.items():
        tx.update(*models.change_of(store_id, figure, counts, shard=shard, now=now))


def see(store_id: str, tally: Tally, *, shard: int) -> None:
    """Let the sketches see people: it is the same however often it is done. 1 read; writes what has changed.

    Raises Busy.
    """
    left = dict(tally.people)
    for _ in range(ATTEMPTS):
        if not left:
            return
        found = read_together([models.people_want(store_id, period, shard) for period in left])
        for (period, people), before in zip(list(left.items()), found, strict=True):
            if _seen(store_id, period, people, before, shard):
                del left[period]
    if left:
        raise Busy


def _seen(
    store_id: str, period: str, people: dict[Step, set[str]], before: SketchItem | None, shard: int
) -> bool:
    """Let a period's sketches see people; False: somebody came between."""
    known = before.sketches() if before else {}
    after = {
        step: sketches.adding(known.get(step, sketches.empty()), people.get(step, ()))
        for step in known.keys() | people.keys()
    }
    if after == known:
        return True
    item, unchanged = models.people_item(store_id, period, shard, before, after)
    try:
        item.save(condition=unchanged)
    except PutError as error:
        if not aws.condition_failed(error):
            raise
        return False
    return True
