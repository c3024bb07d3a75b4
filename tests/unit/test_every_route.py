"""What every route owes to whoever sends it nonsense: a 4xx that says what is wrong, and nothing changed."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

import app as assembled
from chalicelib.foundation.http import MOST_BODY, Operation
from tests.api import Api, Reply
from tests.unit.conftest import everything_stored
from tests.unit.valid_requests import QUERIES, route_of

OPERATIONS = [operation for routes in assembled.ROUTES for operation in routes.operations]
WITH_BODY = [operation for operation in OPERATIONS if operation.body]
WITHOUT_BODY = [
    operation
    for operation in OPERATIONS
    if not operation.body and not operation.takes_anything and operation.method != "GET"
]
WITHOUT_BODY_OR_GET = [one for one in OPERATIONS if not one.body and not one.takes_anything]
STRICT = [
    one for one in WITHOUT_BODY_OR_GET if not one.query or one.query.model_config.get("extra") != "ignore"
]
"""All but the pages that are shared: apps add words of theirs to a link."""
PRIVATE = [operation for operation in OPERATIONS if operation.signed_in]
STRANGER = Api("11111111-2222-3333-4444-555555555555")
NOBODY = Api()

FIELDS = [(operation, name) for operation in WITH_BODY for name in operation.body.model_fields]  # type: ignore[union-attr]
REQUIRED = [
    (operation, name)
    for operation, name in FIELDS
    if operation.body.model_fields[name].is_required()  # type: ignore[union-attr]
]


def named(value: object) -> str:
    return f"{value.method} {value.path}" if isinstance(value, Operation) else str(value)


def path_of(operation: Operation) -> str:
    """The operation's path with ids that nobody has."""
    return re.sub(r"{(\w+)}", "zzz_0123456789ABCDEFGHJKMNPQRS", operation.path)


def send(operation: Operation, body: Any = None, *, api: Api = STRANGER, **kwargs: Any) -> Reply:
    before = everything_stored()
    path = path_of(operation) + QUERIES.get(route_of(operation), "")
    reply = api.call(operation.method, path, body, **kwargs)
    assert everything_stored() == before, "a refused request changed something"
    return reply


def is_problem(reply: Reply, status: int | tuple[int, ...], code: str | None = None) -> dict[str, Any]:
    """The reply's problem details, which must be complete."""
    expected = (status,) if isinstance(status, int) else status
    assert reply.status in expected, reply
    assert reply.headers["content-type"] == "application/problem+json"
    assert reply.headers["access-control-allow-origin"] == "*"
    problem: dict[str, Any] = reply.json
    assert {"type", "title", "status", "code", "detail"} <= set(problem)
    assert problem["status"] == reply.status
    assert code is None or problem["code"] == code
    return problem


class TestEveryRouteWithABody:
    @pytest.mark.parametrize("operation", WITH_BODY, ids=named)
    @pytest.mark.parametrize(
        "raw", [b"{", b"\xff", b'{"a":', b"[" * 5000], ids=["cut", "bytes", "half", "deep"]
    )
    def test_refuses_broken_json(self, operation: Operation, raw: bytes) -> None:
        is_problem(send(operation, raw=raw), 400, "malformed_json")

    @pytest.mark.parametrize("operation", WITH_BODY, ids=named)
    @pytest.mark.parametrize("body", [[], "text", 7, None], ids=str)
    def test_refuses_json_that_is_no_object(self, operation: Operation, body: Any) -> None:
        is_problem(send(operation, raw=json.dumps(body).encode()), 422, "invalid")

    @pytest.mark.parametrize("operation", WITH_BODY, ids=named)
    def test_refuses_a_field_it_does_not_know_and_names_it(self, operation: Operation) -> None:
        problem = is_problem(send(operation, {"nonsense": 1}), 422, "invalid")
        assert "nonsense" in [fault["field"] for fault in problem["errors"]]

    @pytest.mark.parametrize("operation", WITH_BODY, ids=named)
    def test_refuses_a_body_beyond_its_size(self, operation: Operation) -> None:
        is_problem(send(operation, {"a": "x" * MOST_BODY}), 413, "too_large")

    @pytest.mark.parametrize("operation", WITH_BODY, ids=named)
    def test_refuses_what_is_not_json(self, operation: Operation) -> None:
        reply = send(operation, raw=b"a=1", headers={"Content-Type": "application/x-www-form-urlencoded"})
        is_problem(reply, 415, "unsupported_media_type")

    @pytest.mark.parametrize(("operation", "field"), REQUIRED, ids=named)
    def test_refuses_to_do_without_a_field_and_names_it(self, operation: Operation, field: str) -> None:
        problem = is_problem(send(operation, {}), 422, "invalid")
        assert field in [fault["field"] for fault in problem["errors"]]

    @pytest.mark.parametrize(("operation", "field"), FIELDS, ids=named)
    def test_refuses_a_field_of_another_type_and_names_it(self, operation: Operation, field: str) -> None:
        problem = is_problem(send(operation, {field: {"not": ["this", 1]}}), 422, "invalid")
        assert any(fault["field"].startswith(field) for fault in problem["errors"])


class TestEveryRoute:
    @pytest.mark.parametrize("operation", WITHOUT_BODY, ids=named)
    def test_that_takes_no_body_refuses_one(self, operation: Operation) -> None:
        is_problem(send(operation, {"nonsense": 1}), 422, "invalid")

    @pytest.mark.parametrize("operation", STRICT, ids=named)
    def test_refuses_a_query_parameter_it_does_not_know(self, operation: Operation) -> None:
        before = everything_stored()
        reply = STRANGER.call(operation.method, path_of(operation) + "?nonsense=1")
        assert reply.status in (404, 422)
        assert everything_stored() == before

    @pytest.mark.parametrize("operation", PRIVATE, ids=named)
    def test_that_is_private_is_closed_to_nobody(self, operation: Operation) -> None:
        is_problem(send(operation, api=NOBODY), 401, "not_signed_in")

    @pytest.mark.parametrize("operation", [o for o in OPERATIONS if "{" in o.path], ids=named)
    @pytest.mark.parametrize("id_", ["%20", "a%2Fb", "%E6%A2%85", "x" * 200, "%00"])
    def test_finds_nothing_under_an_id_that_is_none(self, operation: Operation, id_: str) -> None:
        before = everything_stored()
        reply = STRANGER.call(operation.method, re.sub(r"{\w+}", id_, operation.path), {})
        assert reply.status == 404, reply
        assert everything_stored() == before

    @pytest.mark.parametrize("operation", [o for o in PRIVATE if "{" in o.path and not o.body], ids=named)
    def test_finds_nothing_under_an_id_that_nobody_has(self, operation: Operation) -> None:
        is_problem(send(operation), 404)

    @pytest.mark.parametrize("operation", OPERATIONS, ids=named)
    def test_says_in_a_sentence_what_it_does(self, operation: Operation) -> None:
        assert operation.use.__doc__ and operation.use.__doc__.strip().endswith(".")
