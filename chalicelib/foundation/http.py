"""From an HTTP request to one call of a use case, and from what it returns or raises to an answer.

A domain's routes are made with `Routes`: each declares its path, who may call, what it takes and what it
answers. Everything else (parsing, strict checking, problem details, idempotency, correlation) is here,
once.
"""

from __future__ import annotations

import base64
import hashlib
import inspect
import json
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache, wraps
from http import HTTPStatus
from typing import Any, Generic, Protocol, TypeVar, get_type_hints

from chalice.app import Blueprint, Chalice, CognitoUserPoolAuthorizer, CORSConfig, Request, Response
from pydantic import BaseModel, ConfigDict, ValidationError

from chalicelib.foundation import acting, clock, idempotency, ids, languages, problems
from chalicelib.foundation.errors import DomainError, Invalid, NotFound
from chalicelib.foundation.freshness import keepable
from chalicelib.foundation.observability import annotate, correlate, log, measure
from chalicelib.foundation.problems import BadKey, MalformedJson, NotJson, NotSignedIn, TooLarge, Unfit

MOST_BODY = 64 * 1024
"""The largest request body in bytes."""

CORS = CORSConfig(
    allow_origin="*",
    allow_headers=["Authorization", "Content-Type", "Idempotency-Key"],
    expose_headers=["X-Request-Id", "Idempotent-Replay", "Link", "Retry-After"],
    max_age=600,
)

PEOPLE = CognitoUserPoolAuthorizer("people", provider_arns=["USER_POOL_ARN"])
"""Who is signed in. The packaging puts the stage's user pool in the placeholder's stead."""

_PLAIN = re.compile(r"[A-Za-z0-9_.~-]+")
USUAL_PART, LONG_PARTS = 100, {"token": 2_000}
"""How long a part of a path may be; a token tells much."""
_KEY = re.compile(r"[\x21-\x7e]{1,100}")


class Schema(BaseModel):
    """A request or an answer: the public contract. Unknown fields and lenient conversions are refused."""

    model_config = ConfigDict(
        extra="forbid", strict=True, frozen=True, defer_build=True, hide_input_in_errors=True
    )


class Query(BaseModel):
    """The query string of a request. Its values come as text, so they are converted."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, hide_input_in_errors=True)


class View(Protocol):
    """An answer's schema, made of what the use case returns."""

    @classmethod
    def of(cls, result: Any, /) -> BaseModel:
        """Shape the answer."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who is signed in, and since when: the moment she gave her password, not when her token was renewed."""

    person_id: str
    groups: frozenset[str] = frozenset()
    """The groups of the user pool that she is in: `operators` work for the platform."""
    signed_in_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Operation:
    """What a route promises: the source of the OpenAPI document and of the authorisation matrix."""

    method: str
    path: str
    use: Callable[..., Any]
    signed_in: bool
    answers: type[Any] | None
    media: tuple[str, ...]
    """The content types of an Answer's body."""
    status: HTTPStatus
    pages: tuple[HTTPStatus, ...]
    """The refusals that are told by a page for people."""
    body: type[Schema] | None
    query: type[Query] | None
    takes_anything: bool
    raises: tuple[type[DomainError], ...]
    """The failures of its use case; those that any request may meet aren't listed."""
    fresh_for: int | None = None
    """For how many seconds anybody may keep its answer."""
    cookie: str | None = None
    """The name of the cookie that it reads."""
    sets_cookie: bool = False

    @property
    def name(self) -> str:
        """What logs and metrics call it, such as `GET /orders/{order_id}`."""
        return f"{self.method} {self.path}"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that isn't JSON: a page, a picture, a redirect."""

    body: str | bytes = ""
    content_type: str = "text/html; charset=utf-8"
    status: HTTPStatus = HTTPStatus.OK
    headers: Mapping[str, str] = field(default_factory=dict)

    def response(self) -> Response:
        """The answer as chalice sends it."""
        headers: dict[str, str | list[str]] = {"Content-Type": self.content_type, **self.headers}
        made = BinaryResponse if isinstance(self.body, bytes) else Response
        return made(self.body, headers=headers, status_code=self.status)


Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Headed(Generic[Result]):
    """A use case's result, answered as ever but with these headers besides."""

    result: Result
    headers: Mapping[str, str]


class BinaryResponse(Response):
    """A body of bytes, whatever the request's Accept says.

    chalice refuses a binary answer unless `Accept` names its type; a person's camera app and a crawler
    send anything.
    """

    def to_dict(self, binary_types: list[str] | None = None) -> dict[str, Any]:  # noqa: ARG002
        """The proxy integration's answer, with the body in base64."""
        body, self.body = self.body, ""
        answer: dict[str, Any] = super().to_dict(None)
        return answer | {"body": base64.b64encode(body).decode(), "isBase64Encoded": True}


class Routes(Blueprint):
    """A domain's routes: chalice's blueprint that also knows the contract of each."""

    def __init__(self, import_name: str) -> None:
        super().__init__(import_name)
        self.operations: list[Operation] = []
        self._served: dict[tuple[str, str], tuple[Operation, frozenset[str]]] = {}

    def serve(self, method: str, path: str, request: Request, path_parts: dict[str, str]) -> Response:
        """Answer a request for one of these routes."""
        operation, wants = self._served[method, path]
        return _serve(operation, wants, request, path_parts)

    def get(self, path: str, **promise: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """A route that reads."""
        return self._method("GET", path, **promise)

    def post(self, path: str, **promise: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """A route that makes or does something. It accepts an Idempotency-Key."""
        return self._method("POST", path, **promise)

    def patch(self, path: str, **promise: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """A route that changes what is given and leaves the rest."""
        return self._method("PATCH", path, **promise)

    def put(self, path: str, **promise: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """A route that sets something as a whole."""
        return self._method("PUT", path, **promise)

    def delete(self, path: str, **promise: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """A route that removes something."""
        return self._method("DELETE", path, **promise)

    def _method(
        self,
        method: str,
        path: str,
        *,
        answers: type[Any] | None = None,
        media: tuple[str, ...] = (),
        status: HTTPStatus = HTTPStatus.OK,
        pages: tuple[HTTPStatus, ...] = (),
        signed_in: bool = True,
        takes_anything: bool = False,
        raises: tuple[type[DomainError], ...] = (),
        fresh_for: int | None = None,
        cookie: str | None = None,
        sets_cookie: bool = False,
    ) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Register a view. What it wants of a request it says by its parameters' names:

        `caller` (a Caller), `body` (annotated with its Schema), `query` (annotated with its Query),
        `request` (chalice's), and the parts of the path. It returns the use case's result, which
        `answers.of` shapes, alone or Headed; or an Answer of one of the content types in `media`, also when
        it refuses with a status in `pages`; or None. A body that no schema describes is refused, unless the
        route `takes_anything` and reads the request itself.
        """

        def register(view: Callable[..., Any]) -> Callable[..., Any]:
            hints = get_type_hints(view)
            operation = Operation(
                method=method,
                path=path,
                use=view,
                signed_in=signed_in,
                answers=answers,
                media=media,
                status=status if answers or media or status != HTTPStatus.OK else HTTPStatus.NO_CONTENT,
                pages=pages,
                body=hints.get("body"),
                query=hints.get("query"),
                takes_anything=takes_anything,
                raises=raises,
                fresh_for=fresh_for,
                cookie=cookie,
                sets_cookie=sets_cookie,
            )
            self.operations.append(operation)
            self._served[method, path] = operation, frozenset(inspect.signature(view).parameters)

            @wraps(view)
            def served(**path_parts: str) -> Response:
                return self.serve(method, path, self.current_request, path_parts)

            mount(self, served, method=method, path=path, name=view.__name__, signed_in=signed_in)
            return view

        return register


def mount(
    on: Chalice | Blueprint,
    served: Callable[..., Response],
    *,
    method: str,
    path: str,
    name: str,
    signed_in: bool,
) -> None:
    """Tell chalice of a route. What is in a body and whether it may be, `_serve` checks itself."""
    on.route(
        path,
        methods=[method],
        authorizer=PEOPLE if signed_in else None,
        cors=CORS,
        content_types=[],
        name=name,
    )(served)


def _serve(
    operation: Operation, wants: frozenset[str], request: Request, path_parts: dict[str, str]
) -> Response:
    began = time.perf_counter()
    correlate(request.context.get("requestId", ""))
    try:
        _check_path(path_parts)
        caller = _caller(request, required=operation.signed_in)
        told = _told(request, operation)
        asked = {
            "caller": caller,
            "body": _body(told, operation, request),
            "query": _query(request, operation),
            "request": request,
        }
        arguments = path_parts | {name: part for name, part in asked.items() if name in wants}
        response = _use(operation, arguments, _attempt(operation, request, caller, told))
        if operation.fresh_for is not None:
            response = keepable(response, request, operation.fresh_for)
    except DomainError as error:
        response = problems.of(error)
    except Exception as error:
        log.exception("unforeseen", extra={"route": operation.name})
        response = problems.broken(error)
    response.headers.setdefault("X-Request-Id", request.context.get("requestId", ""))
    _observe(operation, response.status_code, time.perf_counter() - began)
    return response


def _observe(operation: Operation, status: int, seconds: float) -> None:
    """Tell what became of a request. Its metric is its time; there are as many times as requests."""
    log.info("served", extra={"route": operation.name, "status": status})
    measure(
        "Latency", round(seconds * 1000, 3), "Milliseconds", route=operation.name, status=f"{status // 100}xx"
    )
    annotate("route", operation.name)


def _use(operation: Operation, arguments: dict[str, Any], attempt: idempotency.Attempt | None) -> Response:
    idempotency.serve(attempt)
    acting.serve(operation.name)
    try:
        result = operation.use(**arguments)
    except DomainError as refusal:
        if attempt and not refusal.bars_replay and (earlier := attempt.answer(clock.now())):
            return _json(earlier.body, HTTPStatus(int(earlier.status)), {"Idempotent-Replay": "true"})
        raise
    finally:
        idempotency.serve(None)
        acting.serve("")
    if isinstance(result, Answer):
        return result.response()
    headed = result if isinstance(result, Headed) else Headed(result, {})
    body = _shape(operation, headed.result) if operation.answers else ""
    return _json(body, operation.status, headed.headers)


def _shape(operation: Operation, result: object) -> str:
    view: type[View] = operation.answers  # type: ignore[assignment]
    return view.of(result).model_dump_json()


def _json(body: str, status: HTTPStatus, headers: Mapping[str, str]) -> Response:
    return Response(body, status_code=status, headers={"Content-Type": "application/json", **headers})


def _check_path(parts: dict[str, str]) -> None:
    for name, value in parts.items():
        if not _PLAIN.fullmatch(value) or len(value) > LONG_PARTS.get(name, USUAL_PART):
            raise NotFound(field=name)


def _caller(request: Request, *, required: bool) -> Caller | None:
    """Who the authorizer says it is, by an id token: an access token is made for Cognito and not for us."""
    claims = (request.context.get("authorizer") or {}).get("claims") or {}
    if (subject := claims.get("sub")) and claims.get("token_use", "id") == "id":
        groups = str(claims.get("cognito:groups", "")).strip("[]").replace(",", " ").split()
        return Caller(
            person_id=ids.person(subject),
            groups=frozenset(groups),
            signed_in_at=_moment(claims.get("auth_time")),
        )
    if required:
        raise NotSignedIn
    return None


def _moment(seconds: object) -> datetime | None:
    """A claim that tells a time, which API Gateway hands on as text."""
    text = str(seconds)
    return datetime.fromtimestamp(int(text), UTC) if text.isdecimal() and len(text) < 12 else None


def _told(request: Request, operation: Operation) -> Any:
    """The body as JSON, and nothing where the route takes none or reads the request itself."""
    if operation.takes_anything:
        return {}
    if operation.body is None:
        if body_of(request) not in (b"", b"{}"):
            raise Invalid("This takes no body.", field="body")
        return {}
    kind = request.headers.get("content-type", "application/json").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise NotJson
    raw = body_of(request)
    if len(raw) > MOST_BODY:
        raise TooLarge
    try:
        return json.loads(raw, parse_float=_number)
    except (ValueError, RecursionError):
        raise MalformedJson from None


def _body(told: Any, operation: Operation, request: Request) -> Schema | None:
    if operation.body is None:
        return None
    with _parsing(request):
        return operation.body.model_validate_json(json.dumps(told))


def _number(text: str) -> int | float:
    """To JSON 3.0 is the whole number 3, as is 3e0; to pydantic it isn't."""
    value = float(text)
    return int(value) if value.is_integer() else value


def body_of(request: Request) -> bytes:
    """The request's body as it came."""
    raw = request.raw_body
    return raw.encode() if isinstance(raw, str) else raw


def _query(request: Request, operation: Operation) -> Query | None:
    given = request.query_params
    values = {name: given.getlist(name) for name in given} if given else {}
    if operation.query is None:
        if values:
            raise Invalid("This takes no query parameters.", field=next(iter(values)))
        return None
    for name, several in values.items():
        if len(several) > 1:
            raise Invalid("Give this parameter once.", field=name)
    with _parsing(request):
        return operation.query.model_validate({name: several[0] for name, several in values.items()})


@contextmanager
def _parsing(request: Request) -> Iterator[None]:
    """What doesn't fit a schema in here is the caller's fault; anywhere else it is ours."""
    try:
        yield
    except ValidationError as error:
        language = languages.wanted(request.headers.get("accept-language", ""), otherwise="en")
        raise Unfit(error, language) from None


def _attempt(
    operation: Operation, request: Request, caller: Caller | None, told: Any
) -> idempotency.Attempt | None:
    key = request.headers.get("idempotency-key")
    if operation.method != "POST" or key is None or caller is None:
        return None
    if not _KEY.fullmatch(key):
        raise BadKey(field="Idempotency-Key")
    return idempotency.Attempt(
        owner=caller.person_id,
        key=key,
        fingerprint=_fingerprint(operation, request, told),
        status=operation.status,
        shape=lambda result: _shape(operation, result) if operation.answers else "",
    )


@cache
def _secrets(schema: type[Schema]) -> frozenset[str]:
    extras = {name: field_.json_schema_extra for name, field_ in schema.model_fields.items()}
    return frozenset(
        name for name, extra in extras.items() if isinstance(extra, dict) and extra.get("writeOnly")
    )


def _fingerprint(operation: Operation, request: Request, told: Any) -> str:
    """What tells one request from another. The same JSON in another order or spacing is the same request.

    What is write-only (a PIN) is left out: few possible values can be told from a hash of them.
    """
    asked = f"{operation.method} {request.path}\n".encode()
    if operation.takes_anything:
        asked += body_of(request)
    else:
        if operation.body and isinstance(told, dict):
            told = {name: value for name, value in told.items() if name not in _secrets(operation.body)}
        asked += json.dumps(told, sort_keys=True, separators=(",", ":")).encode()
    return hashlib.sha256(asked).hexdigest()
