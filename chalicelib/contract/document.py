"""The OpenAPI 3.1 document, made of the routes' promises. There is no other description of the API.

Made where the app is developed and packaged, never while a request waits: it takes most of a second.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Sequence
from http import HTTPStatus
from typing import Any

from chalicelib.contract.examples import Examples
from chalicelib.contract.refusals import Refusal, refusals, takes_key
from chalicelib.contract.service import HERE
from chalicelib.contract.shapes import REF, Json, Use, parameters, schemas
from chalicelib.foundation.http import LONG_PARTS, MOST_BODY, USUAL_PART, Operation
from chalicelib.foundation.problems import CONTENT_TYPE, Problem

_ABOUT = """\
Guanxi lets one person with a phone run a store: open it, list goods, share it, sell through escrow, be paid.

- **Money** is in whole minor units (fen, cents) with an ISO 4217 currency, never a fraction.
- **Refusals** are problem details (RFC 9457): `code` is stable and meant for programs, `detail` for people.
- **Lists** go on with the `cursor` that the page before gave; it is null at the end.
- **A key makes it safe to try again**: the same `Idempotency-Key` gives the same answer for two days,
  however often it is sent.
- **What isn't yours** is not found (404), whether or not it exists.
- **More may come** at any time: properties and codes that you don't know yet. Let them pass.
"""
_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "description": "A new key for each thing to do, the same for each try to do it.",
    "schema": {"type": "string", "pattern": r"^[\x21-\x7e]{1,100}$"},
    "example": "7b1d6c1e-order-1",
}
_COOKIE = {
    "in": "cookie",
    "description": "Set by POST /session. A browser keeps and sends it by itself; scripts can't read it.",
    "schema": {"type": "string"},
}
_SIGNED_IN = {
    "type": "apiKey",
    "in": "header",
    "name": "Authorization",
    "description": (
        "The `id_token` of POST /sign-in or POST /session, as it is, with nothing before it. "
        "It lasts an hour."
    ),
}
_HEADERS: Json = {
    "X-Request-Id": {
        "description": "The request's id in our logs: tell us this when something is odd.",
        "schema": {"type": "string"},
    },
    "Idempotent-Replay": {
        "description": "Sent when this is the answer that an earlier request with the same key got.",
        "schema": {"type": "string", "const": "true"},
    },
    "Retry-After": {
        "description": "After how many seconds to try again.",
        "schema": {"type": "integer", "minimum": 0},
    },
    "ETag": {
        "description": "Send it as `If-None-Match` to learn whether the answer is still the same.",
        "schema": {"type": "string"},
    },
    "Set-Cookie": {
        "description": "Keeps or clears a browser's refresh token, where no script can read it.",
        "schema": {"type": "string"},
    },
    "Location": {"description": "Where to go.", "schema": {"type": "string"}, "required": True},
}

_UNCHANGED: Json = {
    "description": "What you have (`If-None-Match`) is still so.",
    "headers": {name: {"$ref": f"#/components/headers/{name}"} for name in ("X-Request-Id", "ETag")},
}


def document(operations: Sequence[Operation], *, version: str) -> Json:
    """The OpenAPI document of these operations."""
    shapes = schemas([(Problem, "validation"), *_uses(operations)])
    examples = Examples(shapes)
    domains = dict.fromkeys(_domain(operation) for operation in operations)
    paths: dict[str, Json] = {}
    for operation in operations:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(operation, examples)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Guanxi", "version": version, "description": _ABOUT},
        "servers": [{"url": HERE}],
        "tags": [{"name": domain, "description": _meaning(domain)} for domain in domains],
        "paths": paths,
        "components": {
            "schemas": shapes,
            "headers": _HEADERS,
            "securitySchemes": {"SignedIn": _SIGNED_IN},
        },
    }


def _uses(operations: Iterable[Operation]) -> Iterable[Use]:
    for operation in operations:
        if operation.body:
            yield operation.body, "validation"
        if operation.answers:
            yield operation.answers, "serialization"


def _domain(operation: Operation) -> str:
    return str(operation.use.__module__.split(".")[1])


def _meaning(domain: str) -> str:
    return (importlib.import_module(f"chalicelib.{domain}").__doc__ or "").strip()


def _operation(operation: Operation, examples: Examples) -> Json:
    summary, _, more = (operation.use.__doc__ or "").strip().partition("\n")
    wanted = _parameters(operation, examples)
    return {
        "operationId": operation.use.__name__,
        "tags": [_domain(operation)],
        "summary": summary.removesuffix("."),
        **({"description": more.strip()} if more.strip() else {}),
        **({"security": [{"SignedIn": []}]} if operation.signed_in else {}),
        **({"parameters": wanted} if wanted else {}),
        **_body(operation, examples),
        "responses": {
            str(int(operation.status)): _success(operation, examples),
            **({"304": _UNCHANGED} if operation.fresh_for is not None else {}),
            **{
                str(int(status)): _refused(operation, status, of)
                for status, of in refusals(operation).items()
            },
        },
    }


def _parameters(operation: Operation, examples: Examples) -> list[Json]:
    found = [
        {
            "name": name,
            "in": "path",
            "required": True,
            "schema": {
                "type": "string",
                "pattern": f"^[A-Za-z0-9_.~-]{{1,{LONG_PARTS.get(name, USUAL_PART)}}}$",
            },
            "example": examples.of_property(name, {"type": "string"}),
        }
        for name in re.findall(r"{(\w+)}", operation.path)
    ]
    shape, required = parameters(operation.query) if operation.query else ({}, frozenset())
    for name, schema in shape.items():
        told = {"description": schema.pop("description")} if "description" in schema else {}
        found.append({"name": name, "in": "query", "required": name in required, **told, "schema": schema})
    if operation.cookie:
        found.append(_COOKIE | {"name": operation.cookie})
    return [*found, _KEY] if takes_key(operation) else found


def _body(operation: Operation, examples: Examples) -> Json:
    if operation.takes_anything:
        told = "Whatever the sender signs."
        return {"requestBody": {"description": told, "content": {"application/json": {"schema": {}}}}}
    if operation.body is None:
        return {}
    name = operation.body.__name__
    content = {"schema": {"$ref": REF + name}, "example": examples.of_shape(name)}
    return {
        "requestBody": {
            "description": f"At most {MOST_BODY // 1024} KB.",
            "required": True,
            "content": {"application/json": content},
        }
    }


def _success(operation: Operation, examples: Examples) -> Json:
    headers = ["X-Request-Id", *(["Idempotent-Replay"] if takes_key(operation) else [])]
    answer: Json = {"description": operation.status.phrase}
    if operation.status == HTTPStatus.FOUND:
        headers.append("Location")
    if operation.fresh_for is not None:
        headers.append("ETag")
    if operation.sets_cookie:
        headers.append("Set-Cookie")
    if operation.answers:
        name = operation.answers.__name__
        answer["description"] = examples.meaning(name)
        answer["content"] = {
            "application/json": {"schema": {"$ref": REF + name}, "example": examples.of_shape(name)}
        }
    if operation.media:
        answer["content"] = _media(operation)
    return answer | {"headers": {name: {"$ref": f"#/components/headers/{name}"} for name in headers}}


def _media(operation: Operation) -> Json:
    """The content of an answer that isn't JSON."""
    return {kind: {"schema": _content(kind)} for kind in (one.partition(";")[0] for one in operation.media)}


def _content(kind: str) -> Json:
    if kind == "application/json" or kind.endswith("+json"):
        return {"type": "object"}
    return {"type": "string"} if kind.startswith("text/") else {"type": "string", "format": "binary"}


def _refused(operation: Operation, status: HTTPStatus, why: Sequence[Refusal]) -> Json:
    told = {refusal.code: _sentence(refusal) for refusal in why}
    first = next(iter(told))
    example = {"type": "about:blank", "title": status.phrase, "status": int(status)}
    answer: Json = {
        "description": "\n".join(f"- `{code}`: {sentence}" for code, sentence in told.items()),
        "content": {
            CONTENT_TYPE: {
                "schema": {"$ref": f"{REF}Problem"},
                "example": example | {"code": first, "detail": told[first]},
            }
        },
        "x-codes": list(told),
    }
    if status in operation.pages:
        answer["content"] |= _media(operation)
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        answer["headers"] = {"Retry-After": {"$ref": "#/components/headers/Retry-After"}}
    return answer


def _sentence(refusal: Refusal) -> str:
    return (refusal.__doc__ or "").strip().splitlines()[0]


def codes(described: Json) -> dict[int, frozenset[str]]:
    """Which codes an operation, as the document describes it, may give with which status."""
    return {
        int(status): frozenset(answer["x-codes"])
        for status, answer in described["responses"].items()
        if "x-codes" in answer
    }


def operations_of(described: Json) -> dict[tuple[str, str], Any]:
    """The document's operations by method and path."""
    return {
        (method.upper(), path): operation
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
    }
