"""A client that calls the app in this process with the events that API Gateway would send."""

from __future__ import annotations

import base64
import json
import re
import time
from dataclasses import dataclass, field
from functools import cache
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from chalice.app import Chalice

import app as assembled
from chalicelib.contract.refusals import refusals
from chalicelib.foundation.problems import CONTENT_TYPE

OPERATIONS = {
    (operation.method, operation.path): operation
    for routes in assembled.ROUTES
    for operation in routes.operations
}


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    headers: dict[str, str]
    content: bytes

    @property
    def json(self) -> Any:
        """The body as JSON; None when it is empty."""
        return json.loads(self.content) if self.content else None


@dataclass(frozen=True)
class Api:
    """Calls as one person, or as nobody."""

    person: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    claims: dict[str, str] = field(default_factory=dict)
    """What her token says besides who she is."""
    app: Chalice = assembled.app

    def get(self, path: str, **kwargs: Any) -> Reply:
        return self.call("GET", path, **kwargs)

    def post(self, path: str, body: Any = None, **kwargs: Any) -> Reply:
        return self.call("POST", path, body, **kwargs)

    def patch(self, path: str, body: Any = None, **kwargs: Any) -> Reply:
        return self.call("PATCH", path, body, **kwargs)

    def put(self, path: str, body: Any = None, **kwargs: Any) -> Reply:
        return self.call("PUT", path, body, **kwargs)

    def delete(self, path: str, **kwargs: Any) -> Reply:
        return self.call("DELETE", path, **kwargs)

    def call(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        raw: bytes | None = None,
        key: str | None = None,
        headers: dict[str, str] | None = None,
    ) -> Reply:
        sent = {"Content-Type": "application/json", **self.headers, **(headers or {})}
        if key:
            sent["Idempotency-Key"] = key
        if raw is None and body is not None:
            raw = json.dumps(body).encode()
        event = proxy_event(method, path, sent, raw, self.person)
        if self.person:
            event["requestContext"]["authorizer"]["claims"] |= self.claims
        answer = self.app(event, None)
        content = answer["body"]
        reply = Reply(
            status=answer["statusCode"],
            headers={name.lower(): value for name, value in answer["headers"].items()},
            content=base64.b64decode(content) if answer.get("isBase64Encoded") else content.encode(),
        )
        must_be_promised(method, event["resource"], reply)
        return reply


def must_be_promised(method: str, resource: str, reply: Reply) -> None:
    """A refusal must be one that the route's contract lists: whatever a test does, it tests this too."""
    if reply.headers.get("content-type") == CONTENT_TYPE and reply.status != 500:
        operation = OPERATIONS[method, resource]
        codes = {refusal.code for refusal in refusals(operation).get(HTTPStatus(reply.status), ())}
        assert reply.json["code"] in codes, f"{method} {resource} doesn't list {reply} among its `raises`"


def proxy_event(
    method: str, url: str, headers: dict[str, str], body: bytes | None, person: str | None
) -> dict[str, Any]:
    """The REST proxy event of API Gateway for a request."""
    parts = urlsplit(url)
    resource, path_parts = match(method, parts.path)
    query: dict[str, list[str]] = {}
    for name, value in parse_qsl(parts.query, keep_blank_values=True):
        query.setdefault(name, []).append(value)
    now = str(int(time.time()))
    claims = {"sub": person, "cognito:username": person, "auth_time": now} if person else None
    return {
        "resource": resource,
        "path": parts.path,
        "httpMethod": method,
        "headers": headers,
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "queryStringParameters": {name: values[-1] for name, values in query.items()} or None,
        "multiValueQueryStringParameters": query or None,
        "pathParameters": path_parts or None,
        "stageVariables": None,
        "requestContext": {
            "resourcePath": resource,
            "httpMethod": method,
            "path": "/api" + parts.path,
            "requestId": "req-unit",
            "apiId": "api123",
            "stage": "api",
            "domainName": "api123.execute-api.us-east-1.amazonaws.com",
            "identity": {"sourceIp": "127.0.0.1"},
            "authorizer": {"claims": claims} if claims else None,
        },
        "body": base64.b64encode(body).decode() if body is not None else None,
        "isBase64Encoded": body is not None,
    }


def match(method: str, path: str) -> tuple[str, dict[str, str]]:
    """The route of a path, and the path's parts; as API Gateway does, the literal before the variable."""
    for resource, pattern in _patterns():
        found = pattern.fullmatch(path)
        if found and method in assembled.app.routes[resource]:
            values = (unquote(value) for value in found.groups())
            return resource, dict(zip(re.findall(r"{(\w+)}", resource), values, strict=True))
    raise LookupError(f"no route for {method} {path}")


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    ordered = sorted(assembled.app.routes, key=lambda r: (r.count("{"), r))
    return [(one, re.compile(re.sub(r"\\{\w+\\}", "([^/]+)", re.escape(one)))) for one in ordered]
