"""What a category is, and whether what a merchant says of her goods fits it.

A value is text, whatever its kind, in one form for one meaning: a choice by its slug, a number as the
shortest decimal in the attribute's own unit, yes or no. What a category doesn't know is the merchant's own,
and stays as she wrote it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from functools import cached_property

from chalicelib.listings.categories.errors import AttributeMissing, BadAttribute

NEAR = 3
"""How many near names are proposed to whoever misspelt one."""


class Kind(StrEnum):
    """What an attribute's value is."""

    TEXT = "text"
    CHOICE = "choice"
    NUMBER = "number"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values that an attribute can have."""

    slug: str
    zh: str
    en: str


YES_OR_NO = (Choice("yes", "是", "Yes"), Choice("no", "否", "No"))


@dataclass(frozen=True, slots=True)
class Attribute:
    """Something that can be told of goods. It means the same in all categories that have it.

    `least` and `most` bound a number in whole units; it may have so many `decimals`.
    """

    slug: str
    zh: str
    en: str
    kind: Kind
    facetable: bool
    choices: tuple[Choice, ...] = ()
    unit: str = ""
    least: int = 0
    most: int = 0
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of goods, with the attributes that it adds to its parent's.

    `required` are wanted of what is on sale; `commission` is in basis points, where it isn't the usual one.
    """

    slug: str
    zh: str
    en: str
    parent: str | None
    attributes: tuple[str, ...]
    required: frozenset[str]
    commission: int | None


@dataclass(frozen=True, slots=True)
class Asked:
    """An attribute as a category wants it."""

    attribute: Attribute
    required: bool


@dataclass(frozen=True)
class Tree:
    """All categories, parents before their children."""

    categories: Mapping[str, Category]
    attributes: Mapping[str, Attribute]

    @cached_property
    def children(self) -> Mapping[str | None, tuple[Category, ...]]:
        """By parent; those at the top by None."""
        found: dict[str | None, tuple[Category, ...]] = {}
        for one in self.categories.values():
            found[one.parent] = (*found.get(one.parent, ()), one)
        return found

    def line(self, slug: str) -> tuple[Category, ...]:
        """A category's ancestors and itself, from the top down. Raises KeyError."""
        one = self.categories[slug]
        return (*self.line(one.parent), one) if one.parent else (one,)

    def asked(self, slug: str) -> dict[str, Asked]:
        """What is told of a category's goods, what it has of its ancestors first. Raises KeyError."""
        line = self.line(slug)
        required = frozenset[str]().union(*(one.required for one in line))
        names = dict.fromkeys(name for one in line for name in one.attributes)
        return {name: Asked(self.attributes[name], name in required) for name in names}


def near(slug: str, known: Iterable[str]) -> list[str]:
    """Which known slugs somebody may have meant, the nearest first."""
    return get_close_matches(slug, list(known), n=NEAR, cutoff=0.6)


def checked(asked: Mapping[str, Asked], given: Mapping[str, str], *, complete: bool) -> dict[str, str]:
    """What is told of goods, each value in its one form; when `complete`, nothing required may lack.

    Raises BadAttribute, AttributeMissing, naming the attribute.
    """
    if complete:
        for name, wanted in asked.items():
            if wanted.required and name not in given:
                raise AttributeMissing(
                    f"Tell “{wanted.attribute.en}” ({wanted.attribute.zh}) of what is on sale here.",
                    field=f"attributes.{name}",
                )
    return {
        name: value if (one := asked.get(name)) is None else normal(one.attribute, value)
        for name, value in given.items()
    }


def normal(attribute: Attribute, value: str) -> str:
    """A value in its one form. Raises BadAttribute."""
    text = unicodedata.normalize("NFKC", value).strip()
    match attribute.kind:
        case Kind.CHOICE:
            return _choice(attribute, text, attribute.choices)
        case Kind.YES_NO:
            return _choice(attribute, {"true": "yes", "false": "no"}.get(text.lower(), text), YES_OR_NO)
        case Kind.NUMBER:
            return _number(attribute, text)
        case Kind.TEXT:
            return unicodedata.normalize("NFC", value).strip()


def _choice(attribute: Attribute, text: str, choices: Iterable[Choice]) -> str:
    """Merchants say a choice by its slug, or as they see it in their own language."""
    words = {word.casefold(): one.slug for one in choices for word in (one.en, _plain(one.zh), one.slug)}
    if (found := words.get(text.casefold())) is None:
        proposed = near(text.casefold(), words) or list(words.values())[-NEAR:]
        raise _bad(attribute, f"can't be “{text}”, but for instance {', '.join(proposed)}")
    return found


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


_LENGTHS = {"mm": 1, "毫米": 1, "cm": 10, "厘米": 10, "m": 1000, "米": 1000}
_WEIGHTS = {
    "mg": 1,
    "毫克": 1,
    "g": 1000,
    "克": 1000,
    "kg": 10**6,
    "千克": 10**6,
    "公斤": 10**6,
    "斤": 500_000,
}
_VOLUMES = {"ml": 1, "毫升": 1, "l": 1000, "升": 1000}
_TIMES = {"day": 1, "days": 1, "d": 1, "天": 1, "week": 7, "weeks": 7, "周": 7}
_MEASURES: tuple[Mapping[str, int], ...] = (
    _LENGTHS,
    _WEIGHTS,
    _VOLUMES,
    _TIMES,
    {"month": 1, "months": 1, "月": 1, "个月": 1, "year": 12, "years": 12, "年": 12},
    {"w": 1, "瓦": 1, "kw": 1000, "千瓦": 1000},
    {"mah": 1, "毫安时": 1, "ah": 1000},
    {"h": 1, "hour": 1, "hours": 1, "小时": 1},
)
"""Units that can be said for each other, by how many of the smallest one they are."""

_OWN_WORDS = {"year": {"year": 1, "years": 1, "岁": 1, "年": 1}}
"""A child's age isn't counted in months."""

_NUMBER = re.compile(r"(\d{1,3}(?:,\d{3}){1,3}|\d{1,12}(?:\.\d{1,6})?)\s*([^\d,.]\D{0,9})?", re.ASCII)
"""A comma parts thousands only: what it means elsewhere differs from country to country."""


def _number(attribute: Attribute, text: str) -> str:
    found = _NUMBER.fullmatch(text)
    if found is None:
        raise _bad(attribute, f"is a number{_in_unit(attribute)}, such as {attribute.most // 2 or 1}")
    amount = Decimal(found[1].replace(",", "")) * _factor(attribute, (found[2] or "").strip().lower())
    scaled = amount.scaleb(attribute.decimals)
    if scaled != scaled.to_integral_value():
        raise _bad(attribute, f"has at most {attribute.decimals} decimals{_in_unit(attribute)}")
    if not attribute.least <= amount <= attribute.most:
        raise _bad(attribute, f"is from {attribute.least} to {attribute.most}{_in_unit(attribute)}")
    return shortest(amount)


def shortest(amount: Decimal) -> str:
    """A decimal without needless zeros and exponents."""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _factor(attribute: Attribute, said: str) -> Decimal:
    """By what a number said in some unit is multiplied to be in the attribute's own. Raises BadAttribute."""
    own = attribute.unit.lower()
    if said in ("", own):
        return Decimal(1)
    words = _OWN_WORDS.get(own) or next((one for one in _MEASURES if own in one), {})
    if said not in words:
        raise _bad(attribute, f"is a number{_in_unit(attribute)}, not in “{said}”")
    return Decimal(words[said]) / Decimal(words[own])


def _in_unit(attribute: Attribute) -> str:
    return f" in {attribute.unit}" if attribute.unit else ""


def _bad(attribute: Attribute, what: str) -> BadAttribute:
    return BadAttribute(f"“{attribute.en}” ({attribute.zh}) {what}.", field=f"attributes.{attribute.slug}")


@dataclass(frozen=True, slots=True)
class Label:
    """A word in both languages."""

    zh: str
    en: str

    def said(self, language: str) -> str:
        """In one of them."""
        return self.en if language == "en" else self.zh


def labelled(asked: Mapping[str, Asked], given: Mapping[str, str]) -> list[tuple[Label, Label]]:
    """What is told of goods, name and value, as people read it: her own words last."""
    known = [(asked[name].attribute, given[name]) for name in asked if name in given]
    shown = [(Label(one.zh, one.en), _shown(one, value)) for one, value in known]
    own = [(Label(name, name), Label(value, value)) for name, value in given.items() if name not in asked]
    return shown + own


def _shown(attribute: Attribute, value: str) -> Label:
    """How a value reads: one that was stored before its category was so stays as it is."""
    choices = YES_OR_NO if attribute.kind is Kind.YES_NO else attribute.choices
    for one in choices:
        if one.slug == value:
            return Label(one.zh, one.en)
    text = f"{value} {attribute.unit}".strip() if attribute.kind is Kind.NUMBER else value
    return Label(text, text)
