"""What the categories' API takes and answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Self

from pydantic import Field

from chalicelib.foundation.http import Query, Schema
from chalicelib.listings.categories.rules import Asked, Category, Choice, Kind


class CategoriesQuery(Query):
    """Of which category to list the children; without it, the whole tree is listed."""

    parent: Annotated[str | None, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)] = None


class CategoryView(Schema):
    """A category."""

    slug: str
    parent: str | None
    zh: str
    en: str

    @classmethod
    def of(cls, category: Category, /) -> Self:
        """Shape the answer."""
        return cls(slug=category.slug, parent=category.parent, zh=category.zh, en=category.en)


class CategoryTree(Schema):
    """Categories, parents before their children."""

    items: list[CategoryView]

    @classmethod
    def of(cls, categories: Sequence[Category], /) -> Self:
        """Shape the answer."""
        return cls(items=[CategoryView.of(one) for one in categories])


class ChoiceView(Schema):
    """A value that an attribute can have."""

    slug: str
    zh: str
    en: str

    @classmethod
    def of(cls, choice: Choice, /) -> Self:
        """Shape the answer."""
        return cls(slug=choice.slug, zh=choice.zh, en=choice.en)


class AttributeView(Schema):
    """Something that is told of a category's goods.

    A number is in `unit`, from `least` to `most`, with so many `decimals`. `required` is wanted of what is on
    sale; by what is `facetable` goods can be narrowed down.
    """

    slug: str
    zh: str
    en: str
    kind: Kind
    required: bool
    facetable: bool
    choices: list[ChoiceView]
    unit: str | None
    least: int | None
    most: int | None
    decimals: int | None

    @classmethod
    def of(cls, asked: Asked, /) -> Self:
        """Shape the answer."""
        one = asked.attribute
        number = one.kind is Kind.NUMBER
        return cls(
            slug=one.slug,
            zh=one.zh,
            en=one.en,
            kind=one.kind,
            required=asked.required,
            facetable=one.facetable,
            choices=[ChoiceView.of(choice) for choice in one.choices],
            unit=one.unit or None,
            least=one.least if number else None,
            most=one.most if number else None,
            decimals=one.decimals if number else None,
        )


class CategoryDetails(CategoryView):
    """A category with all that is told of its goods. `line` leads from the top down to it."""

    line: list[CategoryView]
    attributes: list[AttributeView]

    @classmethod
    def of(cls, shown: tuple[Sequence[Category], Sequence[Asked]], /) -> Self:  # type: ignore[override]
        """Shape the answer."""
        line, asked = shown
        one = line[-1]
        return cls(
            slug=one.slug,
            parent=one.parent,
            zh=one.zh,
            en=one.en,
            line=[CategoryView.of(ancestor) for ancestor in line],
            attributes=[AttributeView.of(attribute) for attribute in asked],
        )
