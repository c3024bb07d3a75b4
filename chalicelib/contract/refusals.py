"""With what an operation may refuse a request: its own failures, and those that it shares with others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from http import HTTPStatus

from chalicelib.foundation.errors import Busy, DomainError, Invalid, KeyReused, NotFound
from chalicelib.foundation.http import Operation
from chalicelib.foundation.paging import BadCursor
from chalicelib.foundation.problems import (
    BadKey,
    MalformedJson,
    NotJson,
    NotSignedIn,
    TooLarge,
    TooManyRequests,
)

Refusal = type[DomainError]


def refusals(operation: Operation) -> Mapping[HTTPStatus, list[Refusal]]:
    """An operation's refusals by their status; under each its own come first."""
    found: dict[HTTPStatus, list[Refusal]] = {}
    for refusal in dict.fromkeys((*operation.raises, *_shared(operation))):
        found.setdefault(refusal.status, []).append(refusal)
    return dict(sorted(found.items()))


def takes_key(operation: Operation) -> bool:
    """Whether an Idempotency-Key is heeded."""
    return operation.method == "POST" and operation.signed_in


def _shared(operation: Operation) -> Iterator[Refusal]:
    if operation.signed_in:
        yield NotSignedIn
    if "{" in operation.path:
        yield NotFound
    if operation.body:
        yield from (MalformedJson, TooLarge, NotJson)
    yield Invalid
    if takes_key(operation):
        yield from (BadKey, KeyReused)
    if operation.query and "cursor" in operation.query.model_fields:
        yield BadCursor
    yield from (TooManyRequests, Busy)
