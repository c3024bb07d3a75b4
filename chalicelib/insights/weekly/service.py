"""Tells a store's owner of its week, once: the transaction that tells moves the next time on a week."""

from __future__ import annotations

from datetime import datetime

from chalicelib.foundation import clock, due
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.insights.events import WeekSummed
from chalicelib.insights.figures import service as figures
from chalicelib.insights.weekly import models, rules
from chalicelib.insights.weekly.models import TellingItem
from chalicelib.stores import service as stores
from chalicelib.stores.service import Store

AT_ONCE = 25
"""How many stores of each shard one sweep tells of their week."""


def follow_store(store_id: str, *, now: datetime) -> None:
    """Tell a store of its weeks from now on, if it is open. 1 read, 1 transaction of 1 item."""
    store: Store | None
    store, known = read_together([stores.store_want(store_id), models.telling_want(store_id)])
    if store is None or not store.is_open or known is not None:
        return
    first = rules.next_telling(store.time_zone, now=now)
    try:
        with Transaction() as tx:
            tx.put(models.telling_item(store_id, first))
    except ChangedMeanwhile:
        return  # the same message came twice at once


def tell_due(now: datetime) -> int:
    """Tell of the weeks that are over; answers how many stores were looked at.

    A query for each of 4 shards; for each store 3 reads, 5 queries, 1 transaction of 1 item and 1 event.
    """
    told = 0
    for found in due.by_shard(TellingItem.by_due, TellingItem.due_at, "weeks", now, limit=AT_ONCE):
        for item in found:
            told += _tell(item.pk.partition("#")[2], now=now)
    return told


def _tell(store_id: str, *, now: datetime) -> int:
    store: Store | None
    at: datetime | None
    store, at = read_together([stores.store_want(store_id), models.telling_want(store_id)])
    if at is None or at > now:
        return 0  # the index was a moment behind
    summed = _summed(store, at, now) if store is not None and store.is_open else None
    try:
        with Transaction() as tx:
            as_read = TellingItem.due_at == clock.stamp(at)
            if store is None or not store.is_open:
                tx.delete(models.telling_key(store_id), condition=as_read)
            else:
                later = rules.next_telling(store.time_zone, now=now)
                tx.put(models.telling_item(store_id, later), condition=as_read)
            if summed is not None:
                tx.emit(summed)
    except ChangedMeanwhile:
        return 0  # another sweep was faster
    return 1


def _summed(store: Store, at: datetime, now: datetime) -> WeekSummed | None:
    """The week's figures; None when nothing happened in it, which needn't be told."""
    day = rules.week_before(at, store.time_zone)
    board = figures.dashboard(store.id, "week", day, person=store.owner_id, now=now)
    counts = board.now.counts
    if not counts.get("visits") and not counts.get("orders"):
        return None
    return WeekSummed(
        at=now,
        store_id=store.id,
        person_id=store.owner_id,
        store_name=store.name,
        first=board.now.period.first,
        last=board.now.period.last,
        visits=counts.get("visits", 0),
        orders=counts.get("orders", 0),
        sales=counts.get("sales", 0),
        sales_before=board.before.counts.get("sales", 0),
        currency=store.currency,
    )
