"""How a JSON schema changed for the worse: for those who send what it describes, and for those who read it.

Whoever sends must find that all that was taken still is. Whoever reads must find all that was there, of the
types and among the values that it was (a typed client knows no others); new properties she ignores.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

Json = dict[str, Any]

_REF = "#/components/schemas/"
_INNER = (("items", "[]"), ("additionalProperties", "{}"))
_LOWER = ("minLength", "minItems", "minProperties", "minimum", "exclusiveMinimum")
_UPPER = ("maxLength", "maxItems", "maxProperties", "maximum", "exclusiveMaximum")
_EXACT = ("pattern", "format", "uniqueItems", "propertyNames", "oneOf", "not", "allOf", "if", "then", "else")
"""What can't be compared: another one counts as narrower, unless it is gone."""


@dataclass(frozen=True)
class Shapes:
    """The components of the two documents, and which pairs are being compared."""

    old: Mapping[str, Json]
    new: Mapping[str, Json]
    seen: frozenset[tuple[str, str]] = frozenset()

    def resolved(self, old: Json, new: Json) -> tuple[Json, Json, Shapes] | None:
        """Both schemas without references; None when this pair is being compared already."""
        pair = (old.get("$ref", ""), new.get("$ref", ""))
        if any(pair) and pair in self.seen:
            return None
        entered = replace(self, seen=self.seen | {pair}) if any(pair) else self
        return _followed(old, self.old), _followed(new, self.new), entered


def _followed(schema: Json, shapes: Mapping[str, Json]) -> Json:
    return shapes[schema["$ref"].removeprefix(_REF)] if "$ref" in schema else schema


def for_senders(old: Json, new: Json, shapes: Shapes, where: str) -> Iterator[str]:
    """What was taken and isn't any more."""
    if (both := shapes.resolved(old, new)) is None:
        return
    old, new, shapes = both
    if "anyOf" in old or "anyOf" in new:
        for branch in _branches(old):
            if not any(_quiet(for_senders(branch, one, shapes, where)) for one in _branches(new)):
                yield f"{where}: no longer takes {_named(branch)}"
    elif missing := _types(old) - _types(new):
        yield f"{where}: no longer takes {', '.join(sorted(missing))}"
    else:
        yield from _sent(old, new, shapes, where)


def for_readers(old: Json, new: Json, shapes: Shapes, where: str) -> Iterator[str]:
    """What was told and isn't any more, or is told in another way."""
    if (both := shapes.resolved(old, new)) is None:
        return
    old, new, shapes = both
    if "anyOf" in old or "anyOf" in new:
        for branch in _branches(new):
            if not any(_quiet(for_readers(one, branch, shapes, where)) for one in _branches(old)):
                yield f"{where}: may now be {_named(branch)}"
    elif strange := _types(new) - _types(old):
        yield f"{where}: may now be {', '.join(sorted(strange))}"
    else:
        yield from _read(old, new, shapes, where)


def _quiet(faults: Iterator[str]) -> bool:
    return next(faults, None) is None


def _sent(old: Json, new: Json, shapes: Shapes, where: str) -> Iterator[str]:
    yield from _fewer_values(old, new, where)
    yield from _tighter(old, new, where)
    yield from _properties_sent(old, new, shapes, where)
    for part, mark in _INNER:
        if isinstance(new.get(part), dict):
            yield from for_senders(old.get(part) or {}, new[part], shapes, where + mark)


def _read(old: Json, new: Json, shapes: Shapes, where: str) -> Iterator[str]:
    if old.get("format") != new.get("format"):
        yield f"{where}: has another format"
    if (known := _values(old)) is not None:
        after = _values(new)
        strange = "anything" if after is None else [value for value in after if value not in known]
        if strange:
            yield f"{where}: may now be {strange}"
    yield from _properties_read(old, new, shapes, where)
    for part, mark in _INNER:
        if isinstance(old.get(part), dict):
            yield from for_readers(old[part], new.get(part) or {}, shapes, where + mark)


def _branches(schema: Json) -> list[Json]:
    branches: list[Json] = schema.get("anyOf", [schema])
    return branches


def _types(schema: Json) -> set[str]:
    """The types that a schema allows. A number may be whole; without a type all are allowed."""
    told = schema.get("type")
    if told is None and "enum" in schema:
        told = "string"
    found = {told} if isinstance(told, str) else set(told or ("anything",))
    return found | ({"integer"} if "number" in found else set())


def _named(schema: Json) -> str:
    return str(schema.get("$ref", schema.get("type", "anything"))).removeprefix(_REF)


def _values(schema: Json) -> list[Any] | None:
    return [schema["const"]] if "const" in schema else schema.get("enum")


def _fewer_values(old: Json, new: Json, where: str) -> Iterator[str]:
    before, after = _values(old), _values(new)
    if after is None:
        return
    if before is None:
        yield f"{where}: now takes only {after}"
    elif gone := [value for value in before if value not in after]:
        yield f"{where}: no longer takes {gone}"


def _tighter(old: Json, new: Json, where: str) -> Iterator[str]:
    for bound in _LOWER:
        if bound in new and new[bound] > old.get(bound, 0 if bound.startswith("min") else new[bound] - 1):
            yield f"{where}: {bound} is now {new[bound]}"
    for bound in _UPPER:
        if bound in new and (bound not in old or new[bound] < old[bound]):
            yield f"{where}: {bound} is now {new[bound]}"
    for rule in _EXACT:
        if new.get(rule) and new.get(rule) != old.get(rule):
            yield f"{where}: has another {rule}"


def _properties_sent(old: Json, new: Json, shapes: Shapes, where: str) -> Iterator[str]:
    before, after = old.get("properties", {}), new.get("properties", {})
    for name in set(new.get("required", ())) - set(old.get("required", ())):
        yield f"{where}.{name}: is now required"
    for name, schema in before.items():
        if name in after:
            yield from for_senders(schema, after[name], shapes, f"{where}.{name}")
        elif new.get("additionalProperties") is False:
            yield f"{where}.{name}: is gone"


def _properties_read(old: Json, new: Json, shapes: Shapes, where: str) -> Iterator[str]:
    before, after = old.get("properties", {}), new.get("properties", {})
    for name, schema in before.items():
        if name not in after:
            yield f"{where}.{name}: is gone"
            continue
        if name in old.get("required", ()) and name not in new.get("required", ()):
            yield f"{where}.{name}: may now be absent"
        yield from for_readers(schema, after[name], shapes, f"{where}.{name}")
