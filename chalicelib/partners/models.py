"""The partners table's indexes, which all its items share: by shelf, by side, and by when they are due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from pynamodb.attributes import UnicodeAttribute
from pynamodb.expressions.update import Action as Update
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from chalicelib.foundation import clock, due
from chalicelib.foundation.tables import Item

TABLE = "partners"


class ByShelf(GlobalSecondaryIndex[Any]):
    """Things that stand together: a merchant's contracts, a trade's partners or open briefs."""

    class Meta:
        index_name = "by_shelf"
        projection = KeysOnlyProjection()

    shelf = UnicodeAttribute(hash_key=True)
    placed = UnicodeAttribute(range_key=True)


class BySide(GlobalSecondaryIndex[Any]):
    """The same things from the other side: a partner's contracts, a trade's partners of a province."""

    class Meta:
        index_name = "by_side"
        projection = KeysOnlyProjection()

    side = UnicodeAttribute(hash_key=True)
    placed = UnicodeAttribute(range_key=True)


class ByDue(GlobalSecondaryIndex[Any]):
    """What the clock must look at. Sparse."""

    class Meta:
        index_name = "by_due"
        projection = KeysOnlyProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    due_at = UnicodeAttribute(range_key=True)


def look_at(item: Any, what: str, id_: str, when: datetime | None) -> list[Update]:
    """The change by which the clock looks at something at a time, or not at all."""
    if when is None:
        return [item.due_shard.remove(), item.due_at.remove()]
    return [item.due_shard.set(due.shard(what, id_)), item.due_at.set(clock.stamp(when))]


def due_keys(item: Any, what: str, now: datetime, *, limit: int) -> Iterator[list[Item]]:
    """The keys of what is due of a kind, a shard at a time. A query for each of 4."""
    return due.by_shard(item.due, item.due_at, what, now, limit=limit)
