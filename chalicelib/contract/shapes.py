"""The JSON schemas of requests and answers, made by pydantic and named for people."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

Json = dict[str, Any]
Use = tuple[type[BaseModel], Literal["validation", "serialization"]]
REF = "#/components/schemas/"


_DOMAIN = "x-domain"


class _Plain(GenerateJsonSchema):
    """Without the titles that pydantic makes of names: they say nothing more. Enums tell their domain."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's
        return False

    def dict_schema(self, schema: Any) -> Json:
        """Names of another form are refused, which `patternProperties` alone doesn't say."""
        made = super().dict_schema(schema)
        for pattern, values in made.pop("patternProperties", {}).items():
            made["additionalProperties"] = values
            made["propertyNames"] = {"type": "string", **made.get("propertyNames", {}), "pattern": pattern}
        return made

    def enum_schema(self, schema: Any) -> Json:
        return super().enum_schema(schema) | {_DOMAIN: schema["cls"].__module__.split(".")[1]}


def schemas(uses: Iterable[Use]) -> dict[str, Json]:
    """The schemas of models, by name, and of all that these use; references lead to the components."""
    models = list(dict.fromkeys(uses))
    _, made = models_json_schema(
        models, ref_template=f"{REF}{{model}}", schema_generator=_Plain, by_alias=True
    )
    shapes: Mapping[str, Json] = made.get("$defs", {})
    names = {name: _name(name, shape) for name, shape in shapes.items()}
    if len(set(names.values())) < len(names):
        raise ValueError(f"two shapes share a name: {sorted(names.values())}")
    for model in {model for model, _ in models}:
        _describe(model, shapes[model.__name__])
    return dict(sorted((names[name], _renamed(shape, names)) for name, shape in shapes.items()))


def parameters(query: type[BaseModel]) -> tuple[Json, frozenset[str]]:
    """The properties of a query's schema, and which of them are required. They refer to nothing."""
    shape = query.model_json_schema(schema_generator=_Plain)
    _describe(query, shape)
    known = shape.pop("$defs", {})
    found = {name: _present(schema) for name, schema in _inlined(shape["properties"], known).items()}
    return found, frozenset(shape.get("required", ()))


def _present(schema: Json) -> Json:
    """A parameter's schema without null: what isn't given is absent."""
    match schema:
        case {"anyOf": [given, {"type": "null"}], **rest}:
            return {**rest, **given}
    return schema


def _name(name: str, shape: Json) -> str:
    """Models have names of their own; an enum's says its domain, since each domain has its `State`."""
    domain = shape.get(_DOMAIN)
    return domain.removesuffix("s").title() + name.rpartition("__")[2] if domain else name


def _renamed(node: Any, names: Mapping[str, str]) -> Any:
    """A schema whose references use the names that we gave."""
    if isinstance(node, list):
        return [_renamed(one, names) for one in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return node | {"$ref": REF + names[node["$ref"].removeprefix(REF)]}
    return {key: _renamed(value, names) for key, value in node.items() if _tells(key, value)}


def _tells(key: str, value: Any) -> bool:
    """A title that is a text is a class's name, and not a property called `title`."""
    return key != _DOMAIN and not (key == "title" and isinstance(value, str))


def _inlined(node: Any, known: Mapping[str, Json]) -> Any:
    if isinstance(node, list):
        return [_inlined(one, known) for one in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        node = known[node["$ref"].removeprefix("#/$defs/")] | {**node, "$ref": None}
    kept = {key: value for key, value in node.items() if _tells(key, value) and value is not None}
    return {key: _inlined(value, known) for key, value in kept.items()}


def _describe(model: type[BaseModel], shape: Json) -> None:
    """Put what stands in the source under a field into its schema."""
    for cls in reversed(model.__mro__[: -len(BaseModel.__mro__)]):
        body = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]
        assert isinstance(body, ast.ClassDef)
        for field, below in zip(body.body, body.body[1:], strict=False):
            match field, below:
                case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(told))):
                    shape["properties"][name]["description"] = inspect.cleandoc(told)
