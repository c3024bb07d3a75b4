"""The outbox: an event is stored in the transaction it tells of, and sent right after the commit.

What a crash between the commit and the sending leaves behind, the sweep sends. So an event is sent at
least once, and its consumers know it by its id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from pynamodb.attributes import ListAttribute, UnicodeAttribute

from chalicelib.foundation import ids, queues
from chalicelib.foundation.events import Event, listeners
from chalicelib.foundation.observability import correlation_id, log, measure
from chalicelib.foundation.tables import Item, table

SHARDS = 8
"""Over how many partitions the unsent events are spread: each takes 1,000 writes a second."""

GRACE = timedelta(seconds=30)
"""How old an unsent event is before the sweep takes it for left behind."""

SWEEP_LIMIT = 50
"""The most events of one shard that one sweep sends."""


class Unsent(Item):
    """An event that is committed and perhaps not sent yet. Key: its shard, then its id, by time."""

    class Meta(Item.Meta):
        table_name = table("foundation")

    kind = UnicodeAttribute()
    event = UnicodeAttribute()
    correlation = UnicodeAttribute()
    listeners: ListAttribute[Any] = ListAttribute()

    def message(self) -> queues.Message:
        """The event as a consumer gets it."""
        return queues.Message(self.sk, self.kind, self.event, self.correlation)


def record(event: Event) -> Unsent | None:
    """The item to store with the change that the event tells of; None when nobody listens."""
    if not (listening := listeners(event)):
        return None
    return Unsent(
        pk=_shard_key(ids.shard(event.event_id, SHARDS)),
        sk=event.event_id,
        kind=event.kind(),
        event=event.model_dump_json(),
        correlation=correlation_id(),
        listeners=list(listening),
    )


def dispatch(unsent: Sequence[Unsent]) -> int:
    """Send committed events and forget those that every listener's queue took; answers how many.

    Never raises: the change is committed, and what isn't sent now the sweep sends.
    A round trip for each queue, and one to delete.
    """
    if not unsent:
        return 0
    try:
        sent = _send(unsent)
        with Unsent.batch_write() as batch:
            for item in sent:
                batch.delete(item)
        taken = {item.sk for item in sent}
        for item in unsent:
            measure("Sent" if item.sk in taken else "LeftBehind", kind=item.kind)
        return len(sent)
    except Exception:
        log.exception("events stay in the outbox", extra={"events": len(unsent)})
        for item in unsent:
            measure("LeftBehind", kind=item.kind)
        return 0


def _send(unsent: Sequence[Unsent]) -> list[Unsent]:
    by_queue: dict[str, list[Unsent]] = defaultdict(list)
    for item in unsent:
        for queue in item.listeners:
            by_queue[queue].append(item)
    missed: set[str] = set()
    for queue, items in by_queue.items():
        missed |= {item.sk for item in items} - queues.send(queue, [item.message() for item in items])
    return [item for item in unsent if item.sk not in missed]


def sweep(now: datetime) -> int:
    """Send what a crash left behind; answers how many. A query for each shard, and the sending."""
    before = f"evt_{ids.first_at(now - GRACE)}"
    return sum(
        dispatch(list(Unsent.query(_shard_key(shard), Unsent.sk < before, limit=SWEEP_LIMIT)))
        for shard in range(SHARDS)
    )


def _shard_key(shard: int) -> str:
    return f"outbox#{shard}"
