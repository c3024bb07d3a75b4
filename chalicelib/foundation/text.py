"""What people write, as types for schemas that say exactly what is taken.

A text is checked as it was sent, so that the check and its JSON schema can't differ; only then the spaces
around it are taken off. The patterns mean the same to Python, ECMAScript and Rust.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_HIDDEN = r"\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
"""What a screen obeys instead of showing it: it could turn a name around. Joiners stay: emoji need them."""
_IN_LINE = rf"[^\x00-\x1f\x7f-\x9f{_HIDDEN}]"
_SEEN = rf"[^\s\x00-\x1f\x7f-\x9f{_HIDDEN}]"
_IN_PROSE = rf"[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_HIDDEN}]"


@dataclass(frozen=True, slots=True)
class Text:
    """An annotation of `str`: its form (in whole), its length in characters, and what is said otherwise."""

    form: str
    least: int
    most: int
    refusal: str

    def taken(self, text: str) -> str:
        """The text without the spaces around it."""
        if not re.fullmatch(self.form, text):
            raise PydanticCustomError("text", "{refusal}", {"refusal": self.refusal})
        return text.strip()

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        inner = core_schema.str_schema(min_length=self.least or None, max_length=self.most)
        return core_schema.no_info_after_validator_function(self.taken, inner)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "pattern": f"^{self.form}$"}


def line(most: int, *, least: int = 1) -> Text:
    """One line in which there is something to see; with `least` 0 it may be empty."""
    form = f"{_IN_LINE}*{_SEEN}{_IN_LINE}*" if least else f"{_IN_LINE}*"
    return Text(form, least, most, "Only characters that can be seen, on one line")


def prose(most: int, *, least: int = 0) -> Text:
    """Some lines, or none; with a `least` length there is something to see in them."""
    form = f"{_IN_PROSE}*{_SEEN}{_IN_PROSE}*" if least else f"{_IN_PROSE}*"
    return Text(form, least, most, "Only characters that can be seen")


def word(form: str, most: int, *, refusal: str) -> Text:
    """Something of a given form; spaces around it do no harm."""
    return Text(f" *(?:{form}) *", 1, most, refusal)
