"""Whatever doesn't fit the contract is told by a sentence that says what to do, in English and in Chinese."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from chalicelib.foundation import languages
from chalicelib.foundation.sentences import FORMS, KINDS, REFUSALS, sentence
from infra.packaging import ROOT
from tests.api import OPERATIONS, Api

LEAVES: tuple[Any, ...] = (
    *(None, True, -1, 0, 0.5, 10**12, 10**30, [], {}, ["§"], {"§": 1}),
    *("", "§", "§" * 7, "§" * 30, "§" * 5_001, "\u202e", "abc", "0", "9" * 20),
    *("2026-99-99", "2026-01-01T00:00:00", "2026-01-01T10:00:00+08:00"),
)
"""What stands in all fields at once: each kind of value, and texts of several lengths."""

MODELS = [
    pytest.param(model, id=f"{operation.name} {part}")
    for operation in OPERATIONS.values()
    for part, model in (("body", operation.body), ("query", operation.query))
    if model
]


def filled(schema: Any, known: Any, leaf: Any, depth: int = 0) -> Iterator[Any]:
    """Values of a schema's shape, with the leaf in each field and one field more; and nothing at all."""

    def within(one: Any) -> Iterator[Any]:
        return filled(one, known, leaf, depth + 1)

    if "$ref" in schema:
        yield from filled(known[schema["$ref"].rpartition("/")[2]], known, leaf, depth)
    elif several := schema.get("anyOf") or schema.get("oneOf"):
        for one in several:
            yield from filled(one, known, leaf, depth)
    elif "properties" in schema:
        yield from objects({name: list(within(one)) for name, one in schema["properties"].items()})
    else:
        yield leaf
        if isinstance(more := schema.get("additionalProperties"), dict):
            yield from ({"a": one, "§": one} for one in within(more))
        if schema.get("type") == "array":
            yield from lists(within(schema["items"]), several=depth < 2)


def objects(parts: dict[str, list[Any]]) -> Iterator[Any]:
    for at in range(max(map(len, parts.values()))):
        yield {name: values[min(at, len(values) - 1)] for name, values in parts.items()} | {"more": 1}
    yield {}


def lists(items: Iterator[Any], *, several: bool) -> Iterator[Any]:
    """Of one, and, not too deep within, of more than any list may hold."""
    for one in items:
        yield [one]
        if several:
            yield [{} if isinstance(one, dict | list) else one] * 150


def faults_of(model: type[BaseModel]) -> Iterator[ErrorDetails]:
    """What a model finds wrong with all of them."""
    schema = model.model_json_schema()
    query = model.model_config.get("strict") is not True
    for leaf in LEAVES:
        for value in filled(schema, schema.get("$defs", {}), leaf):
            try:
                if query:
                    model.model_validate({name: f"{one}" for name, one in value.items()})
                else:
                    model.model_validate_json(json.dumps(value))
            except ValidationError as error:
                yield from error.errors(include_url=False, include_input=False)


@cache
def patterns() -> frozenset[str]:
    """All regular expressions of the contract's requests."""
    told = json.dumps([param.values[0].model_json_schema() for param in MODELS])  # type: ignore[union-attr]
    return frozenset(json.loads(f'"{one}"') for one in re.findall(r'"pattern": "((?:[^"\\]|\\.)*)"', told))


@pytest.mark.parametrize("model", MODELS)
def test_each_fault_of_the_contract_has_a_sentence_in_each_language(model: type[BaseModel]) -> None:
    for fault in faults_of(model):
        kind, facts = fault["type"], fault.get("ctx", {})
        known = {"string_pattern_mismatch": (FORMS, "pattern"), "text": (REFUSALS, "refusal")}
        table, named = known.get(kind, (KINDS, ""))
        if kind == "value_error":
            table, named = REFUSALS, "error"
        assert str(facts.get(named, kind)) in table, (fault["loc"], kind, facts)
        english, chinese = sentence(fault, "en"), sentence(fault, "zh")
        assert english[0].isupper() and english.endswith(".")
        assert re.search("[\u4e00-\u9fff]", chinese) and chinese.endswith("。")
        for said in (english, chinese):
            assert "should" not in said.lower() and "input" not in said.lower() and "{" not in said
            assert not any(one in said for one in patterns()) and not re.search(
                r"\^|\$|\\x|\[[A-Za-z0-9]-", said
            )


def test_each_pattern_that_is_described_is_one_of_the_contracts() -> None:
    assert set(FORMS) - patterns() == set()


def test_each_check_of_our_own_has_its_sentence() -> None:
    told: set[str] = set()
    for path in [*(ROOT / "chalicelib").rglob("schemas.py"), ROOT / "chalicelib" / "foundation" / "text.py"]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("ValueError", "word", "Text"):
                given = [*node.args, *(one.value for one in node.keywords if one.arg == "refusal")]
                told |= {one.value for one in given[-1:] if isinstance(one, ast.Constant)}
    assert told == set(REFUSALS)


@pytest.mark.parametrize(
    ("accepted", "language", "said"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh", "最多为 100。"),
        ("en-GB,en;q=0.9,zh;q=0.8", "en", "Give at most 100."),
        ("", "en", "Give at most 100."),
    ],
)
def test_a_fault_is_told_in_the_language_that_is_asked_for(accepted: str, language: str, said: str) -> None:
    reply = Api().get("/listings/lst_1/reviews?limit=101", headers={"Accept-Language": accepted})
    assert reply.status == 422
    assert reply.json["errors"] == [{"field": "limit", "detail": said}]
    assert reply.json["detail"] == f"limit: {said}"
    assert reply.headers["content-language"] == language


@pytest.mark.parametrize(
    ("accepted", "wanted"),
    [("EN", "en"), ("fr, zh-Hant", "zh"), ("fr;q=1, de", "zh"), ("*", "zh"), ("", "zh")],
)
def test_the_language_wanted_is_the_first_of_ours(accepted: str, wanted: str) -> None:
    assert languages.wanted(accepted, otherwise="zh") == wanted
