"""Which changes of a contract break those who rely on it."""

from __future__ import annotations

import copy
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tools.breaking import breaks, committed, line, same_line

OLD: dict[str, Any] = {
    "info": {"version": "0.1.0"},
    "paths": {
        "/stores": {
            "post": {
                "parameters": [
                    {"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 100}},
                ],
                "requestBody": {
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewStore"}}}
                },
                "responses": {
                    "201": {
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Store"}}}
                    },
                    "409": {"x-codes": ["taken"], "content": {}},
                },
            }
        }
    },
    "components": {
        "schemas": {
            "NewStore": {
                "type": "object",
                "additionalProperties": False,
                "required": ["name"],
                "properties": {
                    "name": {"type": "string", "maxLength": 60},
                    "kind": {"type": "string", "enum": ["a", "b"]},
                    "logo": {"anyOf": [{"type": "string"}, {"type": "null"}]},
                    "tags": {"type": "array", "maxItems": 3, "items": {"type": "string"}},
                    "facts": {"type": "object", "additionalProperties": {"type": "string"}},
                },
            },
            "Store": {
                "type": "object",
                "required": ["id", "opened", "owner", "parts"],
                "properties": {
                    "id": {"type": "string"},
                    "opened": {"type": "string", "format": "date-time"},
                    "owner": {"anyOf": [{"$ref": "#/components/schemas/Owner"}, {"type": "null"}]},
                    "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Store"}},
                    "state": {"type": "string", "enum": ["open", "shut"]},
                },
            },
            "Owner": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
        }
    },
}

Change = Callable[[dict[str, Any], dict[str, Any], dict[str, Any]], None]


def changed(change: Change) -> list[str]:
    """What a change of the operation, what it takes and what it answers breaks."""
    new = copy.deepcopy(OLD)
    shapes = new["components"]["schemas"]
    change(new["paths"]["/stores"]["post"], shapes["NewStore"], shapes["Store"])
    return breaks(OLD, new)


def put(path: str, value: Any) -> Change:
    """A change of one place: `taken.properties.name.maxLength`."""

    def change(operation: Any, taken: Any, told: Any) -> None:
        first, *between, last = path.split(".")
        place = {"operation": operation, "taken": taken, "told": told}[first]
        for part in between:
            place = place[int(part)] if isinstance(place, list) else place[part]
        if value is None:
            del place[last]
        else:
            place[last] = value

    return change


BREAKING = {
    ": now asks to sign in": put("operation.security", [{"SignedIn": []}]),
    " limit: maximum is now 50": put("operation.parameters.0.schema.maximum", 50),
    " limit: is now required": put("operation.parameters.0.required", True),
    " limit: is no longer taken": put("operation.parameters", []),
    ": now needs a body": put("operation.requestBody.required", True),
    ": no longer answers 201": put("operation.responses.201", None),
    " 201: is no longer application/json": put("operation.responses.201.content", {}),
    " body.kind: is now required": put("taken.required", ["name", "kind"]),
    " body.name: maxLength is now 30": put("taken.properties.name.maxLength", 30),
    " body.name: minLength is now 2": put("taken.properties.name.minLength", 2),
    " body.name: has another pattern": put("taken.properties.name.pattern", "^a"),
    " body.name: no longer takes string": put("taken.properties.name.type", "integer"),
    " body.kind: no longer takes ['b']": put("taken.properties.kind.enum", ["a"]),
    " body.name: now takes only ['x']": put("taken.properties.name.enum", ["x"]),
    " body.logo: is gone": put("taken.properties.logo", None),
    " body.logo: no longer takes null": put("taken.properties.logo.anyOf", [{"type": "string"}]),
    " body.tags: maxItems is now 2": put("taken.properties.tags.maxItems", 2),
    " body.tags[]: no longer takes string": put("taken.properties.tags.items", {"type": "integer"}),
    " body.facts{}: no longer takes string": put("taken.properties.facts.additionalProperties.type", "null"),
    " 201.id: is gone": put("told.properties.id", None),
    " 201.id: may now be absent": put("told.required", ["opened", "owner", "parts"]),
    " 201.id: may now be integer": put("told.properties.id.type", "integer"),
    " 201.opened: has another format": put("told.properties.opened.format", "date"),
    " 201.id: may now be null": put("told.properties.id.anyOf", [{"type": "string"}, {"type": "null"}]),
    " 201.state: may now be ['paused']": put("told.properties.state.enum", ["open", "shut", "paused"]),
    " 201.state: may now be anything": put("told.properties.state.enum", None),
    " 201.owner: may now be string": put("told.properties.owner.anyOf", [{"type": "string"}]),
    " 201.parts[]: may now be string": put("told.properties.parts.items", {"type": "string"}),
}

HARMLESS = {
    "a new optional field": put("taken.properties.note", {"type": "string"}),
    "a longer name": put("taken.properties.name.maxLength", 90),
    "no bound any more": put("taken.properties.name.maxLength", None),
    "one more value taken": put("taken.properties.kind.enum", ["a", "b", "c"]),
    "a field that may be left out": put("taken.required", []),
    "one more type taken": put("taken.properties.logo.anyOf", [{"type": "null"}, {"type": "string"}, {}]),
    "one more field told": put("told.properties.colour", {"type": "string"}),
    "a value less told": put("told.properties.state.enum", ["open"]),
    "a field that is always there": put("told.required", ["id", "opened", "owner", "parts", "state"]),
    "never null any more": put("told.properties.owner.anyOf", [{"$ref": "#/components/schemas/Owner"}]),
    "another optional parameter": put(
        "operation.parameters",
        [*OLD["paths"]["/stores"]["post"]["parameters"], {"name": "x", "in": "query", "schema": {}}],
    ),
    "another refusal": put("operation.responses.410", {"x-codes": ["gone"]}),
    "a refusal less": put("operation.responses.409", None),
    "another description": put("told.description", "A store."),
}


class TestBreaks:
    @pytest.mark.parametrize("said", BREAKING)
    def test_finds_and_names(self, said: str) -> None:
        assert changed(BREAKING[said]) == [f"POST /stores{said}"]

    @pytest.mark.parametrize("what", HARMLESS)
    def test_lets_pass(self, what: str) -> None:
        assert changed(HARMLESS[what]) == []

    def test_finds_an_operation_that_is_gone(self) -> None:
        assert breaks(OLD, {**OLD, "paths": {}}) == ["POST /stores: is gone"]

    def test_finds_nothing_between_a_document_and_itself(self) -> None:
        assert breaks(OLD, copy.deepcopy(OLD)) == []

    def test_looks_behind_references(self) -> None:
        new = copy.deepcopy(OLD)
        new["components"]["schemas"]["Owner"]["properties"]["name"]["type"] = "integer"
        assert breaks(OLD, new) == ["POST /stores 201.owner: may now be Owner"]


class TestALineOfVersions:
    @pytest.mark.parametrize(("version", "told"), [("0.1.0", "0.1"), ("0.2.9", "0.2"), ("3.4.5", "3")])
    def test_is_the_major_version_or_while_that_is_0_the_minor(self, version: str, told: str) -> None:
        assert line(version) == told

    def test_is_left_by_raising_it(self) -> None:
        assert same_line(OLD, {"info": {"version": "0.1.7"}})
        assert not same_line(OLD, {"info": {"version": "0.2.0"}})


class TestWhatWasCommitted:
    def test_is_read_from_git_the_newest_first(self, tmp_path: Path) -> None:
        file = tmp_path / "openapi.json"
        git(tmp_path, "init", "--quiet")
        for version in ("0.1.0", "0.1.1"):
            file.write_text(json.dumps({"info": {"version": version}}))
            git(tmp_path, "add", ".")
            git(tmp_path, "commit", "--quiet", "--message", version)
        file.write_text("{}")
        assert [made["info"]["version"] for _, made in committed(file)] == ["0.1.1", "0.1.0"]

    def test_is_nothing_where_there_is_no_history(self, tmp_path: Path) -> None:
        assert list(committed(tmp_path / "openapi.json")) == []


def git(folder: Path, *command: str) -> None:
    who = ["-c", "user.name=Mei", "-c", "user.email=mei@example.com", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *command], cwd=folder, check=True, capture_output=True)
