"""Fills the index of search on the local engine past HTTP, service and events: straight into its table.

It is filled with what an index in memory holds, as far as the queries can touch it: under each term that one
of them asks for its best postings, the counts as the table keeps them, and the words that misspelt ones may
mean. What no query asks for is never read.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from bench import corpus
from bench.memory_index import MemoryIndex
from chalicelib.foundation import aws
from chalicelib.foundation.config import settings
from chalicelib.search import models
from chalicelib.search.postings import ALL, SAMPLE

BATCH = 25
"""The most items that one BatchWriteItem takes."""


class OutOfTime(Exception):
    """The engine can't be filled in the time that one waits."""


def fill(index: MemoryIndex, size: int, *, deepest: int, within: float) -> int:
    """Store what queries can touch, of each term at most `deepest` postings; answers how many items.

    Raises OutOfTime.
    """
    until, stored = time.monotonic() + within, 0
    items = _items(index, size, deepest)
    while some := list(islice(items, BATCH)):
        if time.monotonic() > until:
            raise OutOfTime(f"{stored:,} items were stored")
        _write(some)
        stored += len(some)
    return stored


def _items(index: MemoryIndex, size: int, deepest: int) -> Iterator[Any]:
    for term in sorted(index.asked):
        under = index.under(term)
        for quality, listing_id, brief in under[-deepest:]:
            posting = models.posting_key(term, quality, listing_id)
            posting.brief = brief
            yield posting
        yield _count(term, (listing_id for _, listing_id, _ in under))
    yield _count(ALL, map(corpus.listing_id, range(size)))
    for rest, words in index.words().items():
        near = models.near_key(rest)
        near.words = set(words)
        yield near


def _count(term: str, listing_ids: Iterable[str]) -> models.CountItem:
    """How many there are, by the sample that the table counts."""
    sampled = (zlib.crc32(f"{listing_id} {term}".encode()) % SAMPLE == 0 for listing_id in listing_ids)
    item = models.count_key(term)
    item.listings = SAMPLE * sum(sampled)
    return item


def _write(items: Sequence[Any]) -> None:
    table = settings().table("search")
    requests = {table: [{"PutRequest": {"Item": item.to_dynamodb_dict()}} for item in items]}
    while requests:
        requests = (
            aws.client("dynamodb").batch_write_item(RequestItems=requests).get("UnprocessedItems") or {}
        )
