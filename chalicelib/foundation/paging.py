"""Lists by opaque cursor: the next page starts where the last one ended, however much is stored."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from chalicelib.foundation.errors import Invalid

_T = TypeVar("_T")
_U = TypeVar("_U")

MOST = 100
"""The longest page."""


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


def page(results: Iterable[_T]) -> Page[_T]:
    """The page that a PynamoDB query with a `limit` gives, with the cursor it stopped at."""
    items = list(results)
    last = getattr(results, "last_evaluated_key", None)
    return Page(items, encode(last) if last else None)


def encode(last: dict[str, Any]) -> str:
    """A cursor of DynamoDB's last evaluated key."""
    text = json.dumps(last, separators=(",", ":"), sort_keys=True)
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def decode(cursor: str | None, *, partition: tuple[str, str]) -> dict[str, Any] | None:
    """DynamoDB's start key of a cursor. Raises BadCursor.

    `partition` is the name and value of the partition key that is queried: a cursor of somebody else's
    list is refused.
    """
    if cursor is None:
        return None
    try:
        start = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        fits = start[partition[0]] == {"S": partition[1]} and all(
            set(value) == {"S"} and isinstance(value["S"], str) for value in start.values()
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        fits = False
    if not fits:
        raise BadCursor(field="cursor")
    return dict(start)
