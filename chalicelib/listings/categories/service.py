"""What can be asked of the tree of categories. It is a file beside this one, read once a process: no call."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from chalicelib.listings.categories import rules
from chalicelib.listings.categories.errors import CategoryNotFound, UnknownCategory
from chalicelib.listings.categories.rules import Asked, Attribute, Category, Choice, Kind, Label, Tree

__all__ = ["Asked", "Attribute", "Category", "Kind", "Label", "Tree"]

_FILE = Path(__file__).with_name("tree.json")


@cache
def tree() -> Tree:
    """All categories."""
    told = json.loads(_FILE.read_text(encoding="utf-8"))
    attributes = [_attribute(row) for row in told["attributes"]]
    categories = [_category(row) for row in told["categories"]]
    return Tree({one.slug: one for one in categories}, {one.slug: one for one in attributes})


def _attribute(row: Mapping[str, Any]) -> Attribute:
    choices = tuple(Choice(**one) for one in row.get("choices", ()))
    return Attribute(**{**row, "kind": Kind(row["kind"]), "choices": choices})


def _category(row: Mapping[str, Any]) -> Category:
    return Category(
        slug=row["slug"],
        zh=row["zh"],
        en=row["en"],
        parent=row["parent"],
        attributes=tuple(row.get("attributes", ())),
        required=frozenset(row.get("required", ())),
        commission=row.get("commission"),
    )


def below(parent: str | None) -> list[Category]:
    """The categories under one, or all of them. Raises CategoryNotFound."""
    if parent is None:
        return list(tree().categories.values())
    _known(parent, field="parent")
    return list(tree().children.get(parent, ()))


def show(slug: str) -> tuple[tuple[Category, ...], list[Asked]]:
    """A category after its ancestors, and all that is told of its goods. Raises CategoryNotFound."""
    _known(slug, field="category")
    return tree().line(slug), list(asked(slug).values())


def _known(slug: str, *, field: str) -> None:
    if slug not in tree().categories:
        raise CategoryNotFound(field=field)


@cache
def asked(slug: str) -> Mapping[str, Asked]:
    """What is told of a category's goods, by name; of an unknown category's, nothing."""
    return tree().asked(slug) if slug in tree().categories else {}


def checked(category: str, attributes: Mapping[str, str], *, on_sale: bool) -> dict[str, str]:
    """What is told of goods of a category, in one form. What is on sale must tell all that is required.

    Raises UnknownCategory, BadAttribute, AttributeMissing.
    """
    if category not in tree().categories:
        proposed = rules.near(category, tree().categories)
        hint = f" Did you mean {' or '.join(proposed)}?" if proposed else ""
        raise UnknownCategory(f"There is no category “{category}”.{hint}", field="category")
    return rules.checked(asked(category), attributes, complete=on_sale)


def commission(category: str, default: int) -> int:
    """The platform's part of a sale of goods, in basis points.

    It is the nearest ancestor's that has one of its own, else the default: so pay goods that were listed
    before their category was in the tree.
    """
    for one in reversed(line_of(category)):
        if one.commission is not None:
            return one.commission
    return default


def line_of(slug: str) -> tuple[Category, ...]:
    """A category after its ancestors; nothing of an unknown one."""
    return tree().line(slug) if slug in tree().categories else ()


def category_line(slug: str) -> tuple[str, ...]:
    """A category's slug after its ancestors', the top one first; an unknown one stands alone."""
    return tuple(one.slug for one in line_of(slug)) or (slug,)


def category_names(slug: str) -> Label:
    """What a category is called; an unknown one by its slug."""
    line = line_of(slug)
    return Label(line[-1].zh, line[-1].en) if line else Label(slug, slug)


def facetable(slug: str) -> tuple[Attribute, ...]:
    """By what goods of a category can be narrowed down, what it has of its ancestors first."""
    return tuple(one.attribute for one in asked(slug).values() if one.attribute.facetable)


def labelled(category: str, attributes: Mapping[str, str]) -> list[tuple[Label, Label]]:
    """What is told of goods, name and value, as people read it."""
    return rules.labelled(asked(category), attributes)


def slug_of(text: str) -> str:
    """The slug of a category that somebody calls by its name in either language; else what she wrote."""
    return text if text in tree().categories else _named().get(text.casefold(), text)


@cache
def _named() -> Mapping[str, str]:
    return {word.casefold(): one.slug for one in tree().categories.values() for word in (one.en, one.zh)}
