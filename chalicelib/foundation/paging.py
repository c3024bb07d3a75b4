"""Lists by opaque cursor: the next page starts where the last one ended, however much is stored."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pynamodb.exceptions import QueryError
from pynamodb.expressions.condition import Condition

from chalicelib.foundation import aws
from chalicelib.foundation.errors import Invalid

_T = TypeVar("_T")
_U = TypeVar("_U")

MOST = 100
"""The longest page."""

_LONGEST = 1024
"""DynamoDB's limit for a sort key, in bytes."""


@dataclass(frozen=True, slots=True)
class Page(Generic[_T]):
    """Some of a list, and the cursor of the rest; None: there is no more."""

    items: list[_T]
    cursor: str | None

    def map(self, change: Callable[[_T], _U]) -> Page[_U]:
        """The same page of something made of each."""
        return Page([change(item) for item in self.items], self.cursor)


class BadCursor(Invalid):
    """This cursor isn't one that we gave. Leave it out to start from the beginning."""

    code = "bad_cursor"


def query(
    source: Any,
    partition: str,
    within: Condition | None = None,
    *,
    limit: int,
    cursor: str | None,
    newest_first: bool = True,
) -> Page[Any]:
    """A page of what a model or an index holds under one partition key. 1 query. Raises BadCursor.

    Tables are read as they are at this moment; an index may be a moment behind.
    """
    key = _key_of(source)
    start = decode(cursor, key=key, partition=partition)
    of_table = isinstance(source, type)
    try:
        found = source.query(
            partition,
            within,
            limit=limit,
            scan_index_forward=not newest_first,
            last_evaluated_key=start,
            consistent_read=of_table or None,
        )
        items = list(found)
    except QueryError as error:
        if start and aws.code_of(error) == "ValidationException":
            raise BadCursor(field="cursor") from None  # of this list's form, but from outside of it
        raise
    last = found.last_evaluated_key
    return Page(items, encode(last) if last else None)


def _key_of(source: Any) -> list[str]:
    """The names of the key attributes: of the index, if it is one, with its partition key first."""
    schema = sorted(source._get_schema()["key_schema"], key=lambda part: str(part["KeyType"]))  # HASH, RANGE
    return list(dict.fromkeys([*(part["AttributeName"] for part in schema), "pk", "sk"]))


def encode(last: dict[str, Any]) -> str:
    """A cursor of DynamoDB's last evaluated key."""
    text = json.dumps(last, separators=(",", ":"), sort_keys=True)
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def decode(cursor: str | None, *, key: Sequence[str], partition: str) -> dict[str, Any] | None:
    """DynamoDB's start key of a cursor. Raises BadCursor.

    `key` names the attributes that the start key has, the partition key first; a cursor of another list
    than the one under `partition` is refused.
    """
    if cursor is None:
        return None
    try:
        start = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        fits = (
            start[key[0]] == {"S": partition}
            and set(start) == set(key)
            and all(set(value) == {"S"} and 0 < len(value["S"]) <= _LONGEST for value in start.values())
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        fits = False
    if not fits:
        raise BadCursor(field="cursor")
    return dict(start)
