"""The OpenAPI document: complete, true to the routes, committed, and compatible with what was committed."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

import app as assembled
from chalicelib.contract.document import codes, document, operations_of
from chalicelib.contract.examples import UNKNOWN
from chalicelib.contract.refusals import takes_key
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.http import Operation
from infra.answers import gateway_responses
from tools import breaking, contract

DOCUMENT = contract.current()
DESCRIBED = operations_of(DOCUMENT)
OPERATIONS = [operation for routes in assembled.ROUTES for operation in routes.operations]


def described(operation: Operation) -> Any:
    return DESCRIBED[operation.method, operation.path]


def named(value: object) -> str:
    return f"{value.method} {value.path}" if isinstance(value, Operation) else str(value)


def faults(schema: Any, value: Any) -> list[str]:
    """What is wrong with a value by a schema of the document."""
    validator = Draft202012Validator({**schema, "components": DOCUMENT["components"]})
    return [f"{fault.json_path}: {fault.message}" for fault in validator.iter_errors(value)]


each_operation = pytest.mark.parametrize("operation", OPERATIONS, ids=named)


class TestTheDocument:
    def test_is_valid_openapi(self) -> None:
        validate(DOCUMENT)

    def test_is_the_committed_one(self) -> None:
        assert contract.COMMITTED.read_text(encoding="utf-8") == contract.text(DOCUMENT), (
            "docs/openapi.json isn't what the routes promise any more: run `make contract`"
        )

    def test_is_the_same_each_time(self) -> None:
        assert contract.text(document(OPERATIONS, version=contract.version())) == contract.text(DOCUMENT)

    def test_has_every_route_and_no_other(self) -> None:
        assert set(DESCRIBED) == {(operation.method, operation.path) for operation in OPERATIONS}

    def test_names_no_two_operations_alike(self) -> None:
        names = [operation["operationId"] for operation in DESCRIBED.values()]
        assert sorted(set(names)) == sorted(names)

    def test_names_shapes_for_people(self) -> None:
        assert all(re.fullmatch("[A-Z][A-Za-z]+", name) for name in DOCUMENT["components"]["schemas"])

    def test_breaks_nothing_that_an_earlier_one_of_its_line_promised(self) -> None:
        for commit, earlier in breaking.committed(contract.COMMITTED):
            if breaking.same_line(earlier, DOCUMENT):
                broken = breaking.breaks(earlier, DOCUMENT)
                assert not broken, (
                    f"This breaks who relies on the contract of {commit}. Mend it, or raise the version in "
                    f"pyproject.toml (its minor part while the major one is 0):\n" + "\n".join(broken)
                )


class TestEveryOperation:
    @each_operation
    def test_says_what_it_does_and_where_it_belongs(self, operation: Operation) -> None:
        told = described(operation)
        assert told["summary"] and not told["summary"].endswith(".")
        (tag,) = told["tags"]
        assert next(one["description"] for one in DOCUMENT["tags"] if one["name"] == tag)

    @each_operation
    def test_has_examples_that_fit(self, operation: Operation) -> None:
        told = described(operation)
        bodies = [told.get("requestBody", {}), *told["responses"].values()]
        contents = [content for body in bodies for content in body.get("content", {}).values()]
        for content in contents:
            if content["schema"].get("$ref"):
                assert faults(content["schema"], content["example"]) == []
                assert UNKNOWN not in json.dumps(content["example"]), (
                    "put a likely value of this property into chalicelib/contract/examples.py"
                )
        for parameter in told.get("parameters", ()):
            if "example" in parameter:
                assert faults(parameter["schema"], parameter["example"]) == []
                assert UNKNOWN not in str(parameter["example"])

    @each_operation
    def test_takes_its_own_example(self, operation: Operation) -> None:
        if operation.body:
            example = described(operation)["requestBody"]["content"]["application/json"]["example"]
            operation.body.model_validate_json(json.dumps(example))

    @each_operation
    def test_lists_its_own_refusals_and_the_shared_ones(self, operation: Operation) -> None:
        listed = codes(described(operation))
        for refusal in operation.raises:
            assert refusal.code in listed[refusal.status]
        assert ("not_signed_in" in listed.get(401, ())) == operation.signed_in
        assert "invalid" in listed[422]
        assert "busy" in listed[503] and "too_many_requests" in listed[429]
        assert not {status for status in listed if status >= 500} - {502, 503}

    @each_operation
    def test_tells_apart_what_it_refuses_for(self, operation: Operation) -> None:
        assert len(set(operation.raises)) == len(operation.raises)
        assert all(issubclass(refusal, DomainError) for refusal in operation.raises)

    @each_operation
    def test_asks_to_sign_in_and_takes_a_key_where_it_does(self, operation: Operation) -> None:
        told = described(operation)
        assert bool(told.get("security")) == operation.signed_in
        headers = [one["name"] for one in told.get("parameters", ()) if one["in"] == "header"]
        assert headers == (["Idempotency-Key"] if takes_key(operation) else [])


class TestRefusals:
    def test_have_one_sentence_a_code_wherever_they_are(self) -> None:
        meant: dict[str, str] = {}
        for told in DESCRIBED.values():
            for answer in told["responses"].values():
                for code, sentence in re.findall(r"^- `(\w+)`: (.*)$", answer["description"], re.MULTILINE):
                    assert meant.setdefault(code, sentence) == sentence

    def test_of_api_gateway_itself_are_told_in_the_same_words(self) -> None:
        gateway = [
            json.loads(answer["ResponseTemplates"]["application/json"])
            for answer in gateway_responses().values()
        ]
        ours = {"401": "not_signed_in", "415": "unsupported_media_type", "429": "too_many_requests"}
        for status, code in ours.items():
            assert code in {answer["code"] for answer in gateway if str(answer.get("status")) == status}
