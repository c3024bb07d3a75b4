"""The OpenAPI document as a page: one self-contained HTML document that runs no script and loads nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from chalicelib.contract.shapes import REF, Json

_FOLDER = Path(__file__).with_name("templates")
_KINDS = {
    "string": "text",
    "integer": "whole number",
    "boolean": "yes or no",
    "object": "object",
    "null": "null",
}
_LONGEST_PATTERN = 60


@dataclass(frozen=True, slots=True)
class Row:
    """A property or a parameter."""

    name: str
    kind: Markup
    required: bool
    about: Markup
    where: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reason for which a request is refused."""

    status: str
    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An operation."""

    id: str
    method: str
    path: Markup
    summary: str
    about: Markup
    signed_in: bool
    parameters: Sequence[Row]
    body: Markup | None
    body_example: str
    status: str
    phrase: str
    answer: Markup
    answer_example: str
    refusals: Sequence[Refusal]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A domain's operations."""

    name: str
    about: str
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Shape:
    """A request's or an answer's parts."""

    name: str
    about: Markup
    rows: Sequence[Row]
    values: Sequence[str]


def render(document: Json) -> str:
    """The page of a document."""
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("docs.html").render(
        info=document["info"],
        about=_prose(document["info"]["description"]),
        server=document["servers"][0]["url"],
        chapters=list(_chapters(document)),
        shapes=[_shape(name, schema) for name, schema in document["components"]["schemas"].items()],
    )


def _chapters(document: Json) -> Iterator[Chapter]:
    for tag in document["tags"]:
        entries = [
            _entry(method, path, operation)
            for path, methods in document["paths"].items()
            for method, operation in methods.items()
            if operation["tags"] == [tag["name"]]
        ]
        yield Chapter(tag["name"], tag["description"], entries)


def _entry(method: str, path: str, operation: Json) -> Entry:
    (status, answer), *refused = operation["responses"].items()
    body = operation.get("requestBody")
    content, example = _content(answer)
    taken, sent = _content(body) if body else (None, "")
    return Entry(
        id=operation["operationId"],
        method=method.upper(),
        path=_path(path),
        summary=operation["summary"],
        about=_prose(operation.get("description", "")),
        signed_in="security" in operation,
        parameters=[_parameter(one) for one in operation.get("parameters", ())],
        body=taken,
        body_example=sent,
        status=status,
        phrase=HTTPStatus(int(status)).phrase,
        answer=content,
        answer_example=example,
        refusals=[one for status, told in refused for one in _refusals(status, told)],
    )


def _path(path: str) -> Markup:
    """The path with its variable parts marked, and places where a line may break."""
    breakable = str(escape(path)).replace("/", "<wbr>/")
    return Markup(re.sub(r"({\w+})", r"<var>\1</var>", breakable))  # noqa: S704 - escaped right above


def _parameter(one: Json) -> Row:
    about = _prose(one.get("description", ""))
    return Row(one["name"], _kind(one["schema"]), one.get("required", False), about, one["in"])


def _content(told: Json) -> tuple[Markup, str]:
    """What a body is, in words, and an example of it."""
    kinds, example = [], ""
    for media, content in told.get("content", {}).items():
        json_of = media == "application/json" and "$ref" in content["schema"]
        kinds.append(_kind(content["schema"]) if json_of else escape(media))
        if "example" in content:
            example = json.dumps(content["example"], ensure_ascii=False, indent=2)
    return Markup(" or ").join(kinds), example


def _refusals(status: str, told: Json) -> Iterator[Refusal]:
    for code, sentence in re.findall(r"^- `(\w+)`: (.*)$", told["description"], re.MULTILINE):
        yield Refusal(status, code, sentence)


def _shape(name: str, schema: Json) -> Shape:
    required = schema.get("required", ())
    rows = [
        Row(key, _kind(value), key in required, _about(value))
        for key, value in schema.get("properties", {}).items()
    ]
    return Shape(name, _prose(schema.get("description", "")), rows, schema.get("enum", ()))


def _about(schema: Json) -> Markup:
    told = [_prose(schema["description"])] if "description" in schema else []
    if (default := schema.get("default")) not in (None, "", [], {}):
        told.append(Markup("Else <code>{}</code>.").format(json.dumps(default, ensure_ascii=False)))
    return Markup(" ").join(told)


def _kind(schema: Json) -> Markup:
    """A schema in words."""
    match schema:
        case {"$ref": str(ref)}:
            return Markup('<a href="#{0}">{0}</a>').format(ref.removeprefix(REF))
        case {"anyOf": [*several]}:
            return Markup(" or ").join(_kind(one) for one in several)
        case {"enum": [*values]}:
            return Markup(" or ").join(_code(value) for value in values)
        case {"type": "array", "items": items}:
            return Markup("list of {}{}").format(_kind(items), _bounds(schema, "minItems", "maxItems"))
        case {"type": "object", "additionalProperties": dict(values)}:
            return Markup("object of {} by name").format(_kind(values))
    return _plain(schema)


def _code(value: Any) -> Markup:
    return Markup("<code>{}</code>").format(value)


def _plain(schema: Json) -> Markup:
    if "const" in schema:
        return _code(schema["const"])
    if schema.get("format") == "date-time":
        return Markup("time (RFC 3339)")
    told = Markup("{}").format(_KINDS.get(schema.get("type", ""), "anything"))
    told += _bounds(schema, "minimum", "maximum")
    told += _bounds(schema, "minLength", "maxLength", " characters")
    pattern = schema.get("pattern", "")
    if pattern and len(pattern) <= _LONGEST_PATTERN:
        told += Markup(" like <code>{}</code>").format(pattern)
    return told


def _bounds(schema: Json, least: str, most: str, of: str = "") -> Markup:
    low, high = schema.get(least), schema.get(most)
    if low is not None and high is not None:
        return Markup(", {:,} to {:,}{}").format(low, high, of)
    if high is not None:
        return Markup(", at most {:,}{}").format(high, of)
    return Markup(", at least {:,}{}").format(low, of) if low is not None else Markup("")


def _prose(text: str) -> Markup:
    """Text with `code`, **emphasis** and lists of dashes as HTML."""
    made = str(escape(text.strip()))
    made = re.sub(r"`([^`]+)`", r"<code>\1</code>", made)
    made = re.sub(r"\*\*([^*]+)\*\*", r"<b>\1</b>", made)
    made = re.sub(r"\n +", " ", made)
    made = re.sub(r"^- (.*)\n?", r"<li>\1</li>", made, flags=re.MULTILINE)
    made = re.sub(r"((?:<li>.*?</li>)+)", r"<ul>\1</ul>", made)
    return Markup(made)  # noqa: S704 - escaped before it was marked up
