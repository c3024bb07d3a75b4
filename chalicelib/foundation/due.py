"""What the clock must look at, found by time: a sparse index, spread over a few shards.

Its items name their shard and the moment when they are due; what has nothing to wait for has neither, so a
sweep costs what is due and not what is stored.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TypeVar

from pynamodb.attributes import UnicodeAttribute
from pynamodb.indexes import GlobalSecondaryIndex

from chalicelib.foundation import clock, ids
from chalicelib.foundation.tables import Item

SHARDS = 4

_I = TypeVar("_I", bound=Item)


def shard(what: str, id_: str) -> str:
    """The shard that something belongs to, of those for its kind."""
    return _name(what, ids.shard(id_, SHARDS))


def by_shard(
    index: GlobalSecondaryIndex[_I], at: UnicodeAttribute, what: str, now: datetime, *, limit: int
) -> Iterator[list[_I]]:
    """The keys of what is due, the longest first, a shard at a time. A query for each, when asked."""
    for number in range(SHARDS):
        yield list(index.query(_name(what, number), at <= clock.stamp(now), limit=limit))


def _name(what: str, number: int) -> str:
    return f"{what}#{number}"
