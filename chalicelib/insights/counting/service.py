"""From messages to figures, many at a time.

Whatever of a store's batches an invocation brings is added up first and written once, so a flood of visitors
costs a write for each invocation and not for each look. In that one transaction each batch gets its place in
the log, which it has only once: a message that comes again finds it there and changes nothing. Sketches are
written before, as often as need be: seeing somebody twice is seeing her once. So whatever comes twice, late
or in another order, and wherever a process dies, the figures end as those counted anew from the log.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from chalicelib.foundation import ids
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.tables import Want, read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.insights.buying import service as buying
from chalicelib.insights.collecting import rules as channels
from chalicelib.insights.counting import models, rules, sums
from chalicelib.insights.counting.rules import Batch, Tally
from chalicelib.insights.events import VisitsSeen
from chalicelib.stores import service as stores
from chalicelib.stores.service import Store


def count(told: Sequence[VisitsSeen], *, now: datetime) -> None:
    """Count what visitors did, once.

    1 read for each 33 messages; for each store 1 read and 3 writes of sketches at most (none once they have
    seen enough), and 1 transaction for some 40 messages; for each checkout 1 write and 1 query more, and what
    its orders take. What is told of a store that isn't open isn't counted.
    Raises Busy, ChangedMeanwhile: then all of it may come again.
    """
    for start in range(0, len(told), 33):
        for store, batches in _by_store(told[start : start + 33]):
            for batch in batches:
                _join(store, batch, now)
            for some, tally in rules.portions(batches, store.time_zone, now=now):
                _write(store, some, tally, now)


def _by_store(told: Sequence[VisitsSeen]) -> list[tuple[Store, list[Batch]]]:
    """What isn't counted yet, by store. 1 read of 3 items a message at most."""
    once = {(one.store_id, one.event_id): one for one in told}
    links = [one.source.link or "-" for one in once.values()]
    wants: list[Want[Any]] = [
        *(stores.store_want(one.store_id) for one in once.values()),
        *map(stores.link_want, links),
        *(models.logged_want(*key) for key in once),
    ]
    found = read_together(wants)
    many = len(once)
    by_store: dict[str, tuple[Store, list[Batch]]] = {}
    for one, store, link, logged in zip(
        once.values(), found[:many], found[many : 2 * many], found[2 * many :], strict=True
    ):
        if store and store.is_open and not logged:
            over = link.channel.value if link and link.store_id == store.id else None
            by_store.setdefault(store.id, (store, []))[1].append(_batch(one, over))
    return list(by_store.values())


def _batch(told: VisitsSeen, link: str | None) -> Batch:
    return Batch(
        id=told.event_id,
        visitor=told.visitor,
        channel=channels.channel_of(told.source, link),
        country=told.country,
        robot=_is_robot(told.source.agent),
        seen=told.seen,
    )


def _is_robot(agent: str) -> bool:
    """Does it say of itself that it is no browser? By the list that crawler-user-agents keeps."""
    from crawleruseragents import is_crawler

    return not agent or is_crawler(agent)


def _join(store: Store, batch: Batch, now: datetime) -> None:
    for checkout_id in {seen.checkout_id for seen in batch.seen if seen.checkout_id and not batch.robot}:
        buying.join(store.id, checkout_id, channel=batch.channel, now=now)


def _write(store: Store, batches: Sequence[Batch], tally: Tally, now: datetime) -> None:
    shard = ids.shard(batches[0].id, rules.SHARDS)
    sums.see(store.id, tally, shard=shard)
    with Transaction() as tx:
        for batch in batches:
            tx.put(models.log_item(store.id, batch, now=now), otherwise=ChangedMeanwhile)
        sums.add(tx, store.id, tally, shard=shard, now=now)


def recounted(store_id: str, zone: str, *, now: datetime) -> Tally:
    """What a store's visits come to, counted anew from the log alone: it reads all of it."""
    tally = Tally()
    for batch in models.log_of(store_id):
        tally.merge(rules.tally_of(batch, zone, now=now))
    return tally
