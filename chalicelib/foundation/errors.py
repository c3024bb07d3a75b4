"""Failures a caller can understand: each is a class with a sentence, a status and a stable code."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import ClassVar


class DomainError(Exception):
    """Something the rules of the business don't allow. The docstring of a subclass is its sentence.

    `field` names the offending part of the request where there is one, as a dotted path. `headers` are told
    with it, such as one that clears a cookie.
    """

    status: ClassVar[HTTPStatus] = HTTPStatus.CONFLICT
    code: ClassVar[str] = "conflict"
    bars_replay: ClassVar[bool] = False
    """Told also when the request's Idempotency-Key has an answer: whoever isn't let in isn't told it."""

    def __init__(
        self,
        detail: str | None = None,
        *,
        field: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.headers = headers or {}
        self.detail = detail or (type(self).__doc__ or type(self).__name__).strip().splitlines()[0]
        self.field = field
        super().__init__(self.detail)


class NotFound(DomainError):
    """There is nothing here that you may see."""

    status, code = HTTPStatus.NOT_FOUND, "not_found"


class Invalid(DomainError):
    """A value in the request can't be used."""

    status, code = HTTPStatus.UNPROCESSABLE_ENTITY, "invalid"


class ChangedMeanwhile(DomainError):
    """Somebody changed this at the same moment. Please look again and retry."""

    status, code = HTTPStatus.CONFLICT, "changed_meanwhile"


class Busy(DomainError):
    """Too many people are doing this right now. Please try again in a moment, with the same key."""

    status, code = HTTPStatus.SERVICE_UNAVAILABLE, "busy"


class KeyReused(DomainError):
    """This Idempotency-Key was used before for a different request. Use a new key for a new request."""

    status, code = HTTPStatus.UNPROCESSABLE_ENTITY, "idempotency_key_reused"
