"""What a domain holds on a person: how it is handed out to her, and how she is forgotten.

Each domain that holds something says so in its room `personal.py`, and the privacy domain has them in one
table. All goes page by page, since nobody knows how much there is.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, is_dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Any, TypeVar

from chalicelib.foundation.paging import Page

_T = TypeVar("_T")

Pages = Callable[[str, str | None], Page[Any]]
"""A page of something of a person's, from a cursor on."""

Forget = Callable[[str, str | None, datetime], str | None]
"""Forgets a bounded part of what is held on a person; answers from where to go on, None: that was all."""

File = tuple[str, str]
"""A file's name, and its key in the bucket."""


def nothing(_: str, __: str | None) -> Page[Any]:
    """A page of nothing."""
    return Page([], None)


def keep(_: str, __: str | None, ___: datetime) -> str | None:
    """Forgets nothing: what it is must be kept by law, or tells nothing of her once her account is gone."""
    return None


@dataclass(frozen=True, slots=True)
class Holding:
    """Something that is held on people."""

    name: str
    pages: Pages = nothing
    """What she is handed out: values of the domain, without secrets."""
    file_of: Callable[[Any], File | None] | None = None
    """The file that belongs to one of them, if any."""
    open_matters: Pages = nothing
    """Sentences that say why she can't leave yet."""
    forget: Forget = keep


def nested(
    outer: Callable[[str, str | None], Page[_T]], inner: Callable[[_T, str | None], Page[Any]]
) -> Pages:
    """All that belongs to each of some things, which `outer` tells one by one."""

    def pages(person_id: str, cursor: str | None) -> Page[Any]:
        at, within = json.loads(cursor) if cursor else (None, None)
        one = outer(person_id, at)
        found: Page[Any] = inner(one.items[0], within) if one.items else Page([], None)
        if found.cursor:
            return Page(found.items, json.dumps([at, found.cursor]))
        return Page(found.items, json.dumps([one.cursor, None]) if one.cursor else None)

    return pages


def line(value: object) -> str:
    """A value as a line of JSON."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True)


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(each) for name, each in _fields(value).items()}
    if isinstance(value, Mapping):
        return {str(_plain(key)): _plain(each) for key, each in value.items()}
    if isinstance(value, set | frozenset):
        return sorted((_plain(each) for each in value), key=str)
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return _single(value)


def _single(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def _fields(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__dataclass_fields__}
