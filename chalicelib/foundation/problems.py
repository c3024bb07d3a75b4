"""Failures as a request's sender sees them: problem details of RFC 9457.

Here are also the failures that a request may meet on any route before its use case is reached; that of too
many requests is told by API Gateway itself (`infra/answers.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Annotated, Literal

from chalice.app import Response
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from chalicelib.foundation import aws
from chalicelib.foundation.errors import Busy, DomainError, Invalid
from chalicelib.foundation.languages import Language
from chalicelib.foundation.sentences import sentence

CONTENT_TYPE = "application/problem+json"

MOST_FAULTS = 20
"""How many faults of one request are told."""


class Fault(BaseModel):
    """One thing that is wrong with a request."""

    model_config = ConfigDict(defer_build=True)

    field: str
    detail: str


class Problem(BaseModel):
    """What went wrong, as RFC 9457 tells it. `code` is stable; `detail` is for a person."""

    model_config = ConfigDict(defer_build=True)

    type: Literal["about:blank"] = "about:blank"
    title: str
    status: Annotated[int, Field(ge=400, le=599)]
    code: Annotated[str, Field(pattern="^[a-z0-9_]+$")]
    detail: str
    field: str = ""
    """The part of the request that is at fault, as a dotted path."""
    errors: list[Fault] = []
    """All that is wrong, where a request has several faults: at most 20."""


class MalformedJson(DomainError):
    """The body isn't JSON."""

    status, code = HTTPStatus.BAD_REQUEST, "malformed_json"


class NotJson(DomainError):
    """Send the body as application/json."""

    status, code = HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type"


class TooLarge(DomainError):
    """The body is larger than 64 KB."""

    status, code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_large"


class NotSignedIn(DomainError):
    """Sign in first."""

    status, code = HTTPStatus.UNAUTHORIZED, "not_signed_in"


class TooManyRequests(DomainError):
    """Too many requests: please wait a moment."""

    status, code = HTTPStatus.TOO_MANY_REQUESTS, "too_many_requests"


class BadKey(Invalid):
    """An Idempotency-Key has 1 to 100 visible ASCII characters."""

    code = "bad_idempotency_key"


class Unfit(Invalid):
    """The request doesn't fit its schema: each fault is told with its field, in a language of ours."""

    def __init__(self, error: ValidationError, language: Language = "en") -> None:
        self.faults = [
            Fault(field=".".join(map(str, fault["loc"])) or "body", detail=sentence(fault, language))
            for fault in error.errors(include_url=False, include_input=False)
        ]
        first = self.faults[0]
        super().__init__(
            f"{first.field}: {first.detail}", field=first.field, headers={"Content-Language": language}
        )


def of(error: DomainError) -> Response:
    """The problem details of a failure that the business knows."""
    faults = error.faults[:MOST_FAULTS] if isinstance(error, Unfit) else ()
    told = problem(error.status, error.code, error.detail, field_=error.field, errors=faults)
    told.headers |= error.headers
    return told


def broken(error: Exception) -> Response:
    """The problem details of a failure that nobody foresaw."""
    if aws.will_pass(error):
        return problem(Busy.status, Busy.code, "We are busy right now. Please try again in a moment.")
    return problem(
        HTTPStatus.INTERNAL_SERVER_ERROR, "internal", "Something broke on our side. Please try again."
    )


def problem(
    status: HTTPStatus, code: str, detail: str, *, field_: str | None = None, errors: Sequence[Fault] = ()
) -> Response:
    """An answer of RFC 9457."""
    told = Problem(
        title=status.phrase, status=status, code=code, detail=detail, field=field_ or "", errors=list(errors)
    )
    empty = {name for name in ("field", "errors") if not getattr(told, name)}
    headers: dict[str, str | list[str]] = {"Content-Type": CONTENT_TYPE}
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        headers["Retry-After"] = "1"
    return Response(told.model_dump_json(exclude=empty), status_code=status, headers=headers)
