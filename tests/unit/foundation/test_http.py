"""What becomes of a request: only what the caller sent is the caller's fault."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any, Self

import pytest
from chalice.app import Chalice

from chalicelib.foundation import http, idempotency
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.events import Event
from chalicelib.foundation.http import Caller, Headed, Query, Routes, Schema

SECRET = "mei@example.com"


class Wish(Schema):
    many: int


class Which(Query):
    page: int = 1


class Shown(Schema):
    many: int

    @classmethod
    def of(cls, result: Any, /) -> Self:
        return cls(many=result)


class Told(Event):
    many: int


bp = Routes(__name__)


@bp.post("/things", answers=Shown)
def make_thing(caller: Caller, body: Wish, query: Which) -> Any:
    """Make a thing; some of them break."""
    match body.many:
        case 13:
            return SECRET  # an answer that doesn't fit its own schema
        case 14:
            return Told.model_validate({"at": datetime.now(UTC), "many": SECRET})
        case _:
            return body.many


class Shut(DomainError):
    """It is shut."""


@bp.post("/headed", answers=Shown)
def make_headed_thing(caller: Caller, body: Wish) -> Headed[int]:
    """Make a thing and tell a header with it; of some tell only the header."""
    told = {"X-Told": "yes"}
    if body.many > 12:
        raise Shut(headers=told)
    return Headed(body.many, told)


@bp.post("/anything", takes_anything=True)
def take_anything(caller: Caller) -> None:
    """Take whatever comes."""
    attempt = idempotency.current()
    if attempt:
        FINGERPRINTS.append(attempt.fingerprint)


@bp.post("/fingerprints", answers=Shown)
def note_fingerprint(caller: Caller, body: Wish) -> int:
    """Note what the request is known by."""
    attempt = idempotency.current()
    assert attempt
    FINGERPRINTS.append(attempt.fingerprint)
    return body.many


FINGERPRINTS: list[str] = []

app = Chalice("things")
app.register_blueprint(bp)


def asked(body: str, *, query: dict[str, str] | None = None, path: str = "/things") -> Any:
    """The status, and the answer as JSON."""
    event = {
        "httpMethod": "POST",
        "headers": {"Idempotency-Key": "k"},
        "multiValueQueryStringParameters": {name: [value] for name, value in (query or {}).items()},
        "pathParameters": {},
        "stageVariables": {},
        "requestContext": {
            "resourcePath": path,
            "path": path,
            "httpMethod": "POST",
            "authorizer": {"claims": {"sub": "mei"}},
        },
        "body": body,
        "isBase64Encoded": False,
    }
    answer = app(event, None)
    HEADERS.update(answer["headers"])
    return answer["statusCode"], json.loads(answer["body"] or "null")


HEADERS: dict[str, str] = {}
"""What was told with the answers."""


class TestWhoseFaultItIs:
    def test_is_the_callers_when_the_body_does_not_fit(self) -> None:
        status, problem = asked('{"many": "x"}')
        assert (status, problem["code"], problem["field"]) == (422, "invalid", "many")
        assert [fault["field"] for fault in problem["errors"]] == ["many"]

    def test_is_the_callers_when_the_query_does_not_fit(self) -> None:
        status, problem = asked('{"many": 1}', query={"page": "x"})
        assert (status, problem["field"]) == (422, "page")

    @pytest.mark.parametrize("many", [13, 14], ids=["answer", "event"])
    def test_is_ours_when_our_own_answer_or_event_does_not_fit(
        self, many: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        said: list[str] = []
        monkeypatch.setattr(http.log, "exception", lambda what, **_: said.append(what))

        status, problem = asked(json.dumps({"many": many}))

        assert (status, problem["code"]) == (500, "internal")
        assert said == ["unforeseen"]

    @pytest.mark.parametrize("schema", [Wish, Which, Told])
    def test_is_logged_without_what_was_sent(self, schema: Any) -> None:
        with pytest.raises(ValueError, match=r"many|page") as failure:
            schema.model_validate({"many": SECRET, "page": SECRET, "at": SECRET})
        assert SECRET not in str(failure.value)


class TestHeaders:
    @pytest.mark.parametrize(("many", "status"), [(1, 200), (13, 409)], ids=["result", "refusal"])
    def test_of_a_route_s_own_are_told_with_its_result_and_its_refusals(self, many: int, status: int) -> None:
        HEADERS.clear()
        assert asked(json.dumps({"many": many}), path="/headed")[0] == status
        assert HEADERS["X-Told"] == "yes"
        assert HEADERS["Content-Type"].startswith("application/")


class TestWhatARequestIsKnownBy:
    @pytest.fixture(autouse=True)
    def _forget(self) -> None:
        FINGERPRINTS.clear()

    @pytest.mark.parametrize("again", ['{"many":1}', ' {"many" : 1.0 }'])
    def test_is_what_it_says_and_not_how_it_is_written(self, again: str) -> None:
        asked('{"many": 1}', path="/fingerprints")
        asked(again, path="/fingerprints")
        assert len(set(FINGERPRINTS)) == 1 and len(FINGERPRINTS) == 2

    def test_differs_where_it_says_something_else(self) -> None:
        asked('{"many": 1}', path="/fingerprints")
        asked('{"many": 2}', path="/fingerprints")
        assert len(set(FINGERPRINTS)) == 2

    def test_may_be_no_json(self) -> None:
        assert asked("{", path="/anything")[0] == asked("[", path="/anything")[0] == 204
        assert len(set(FINGERPRINTS)) == 2
