"""What people write: taken as its schema says, and without the spaces around it."""

from __future__ import annotations

import re
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from chalicelib.foundation.text import line, prose, word

LINE: TypeAdapter[str] = TypeAdapter(Annotated[str, line(10)])
LABEL: TypeAdapter[str] = TypeAdapter(Annotated[str, line(10, least=0)])
PROSE: TypeAdapter[str] = TypeAdapter(Annotated[str, prose(20)])
CODE: TypeAdapter[str] = TypeAdapter(Annotated[str, word("[0-9]{3}|x", 8, refusal="Three digits or x")])
ALL = (LINE, LABEL, PROSE, CODE)

TEXTS = ["", " ", "a", " a ", "a\n", "\na", "a\tb", "a b", "梅的小铺", "👩‍🎨", "a" * 10, "a" * 11, " " * 11]
TEXTS += [
    "\x00",
    "a\x7f",
    "a\x85",
    "a\u202eb",
    "a\u200b",
    "\ufeffa",
    "\u3000",
    "\u3000a",
    "a\u2028b",
    "\u00a0",
]
TEXTS += ["123", " 123 ", "1234", "x", "x\n", "123x", "\u3000123"]


def taken(kind: TypeAdapter[str], text: str) -> str | None:
    try:
        return kind.validate_python(text)
    except ValidationError:
        return None


def fits(kind: TypeAdapter[str], text: str) -> bool:
    """Whether a text fits the JSON schema; its `$` is the very end, as in ECMAScript."""
    schema: dict[str, Any] = kind.json_schema()
    pattern = schema["pattern"].removesuffix("$") + r"\Z"
    return (
        schema.get("minLength", 0) <= len(text) <= schema["maxLength"]
        and re.search(pattern, text) is not None
    )


class TestEveryKindOfText:
    @pytest.mark.parametrize("text", TEXTS, ids=ascii)
    @pytest.mark.parametrize("kind", ALL, ids=["line", "label", "prose", "code"])
    def test_is_taken_exactly_when_it_fits_its_schema(self, kind: TypeAdapter[str], text: str) -> None:
        assert (taken(kind, text) is not None) == fits(kind, text)

    @pytest.mark.parametrize("text", TEXTS, ids=ascii)
    @pytest.mark.parametrize("kind", ALL, ids=["line", "label", "prose", "code"])
    def test_loses_the_spaces_around_it(self, kind: TypeAdapter[str], text: str) -> None:
        assert taken(kind, text) in (None, text.strip())


class TestALine:
    @pytest.mark.parametrize("text", ["梅的小铺", "Mei's", "👩‍🎨 & co", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"[:10], "नमस्ते"])
    def test_may_be_of_any_language_and_have_emoji(self, text: str) -> None:
        assert taken(LINE, text) == text

    @pytest.mark.parametrize(
        "text", ["", "   ", "\u3000", "a\nb", "evil\u202eman", "\u200b", "a\x00"], ids=ascii
    )
    def test_must_show_something_and_hide_nothing(self, text: str) -> None:
        assert taken(LINE, text) is None

    def test_says_what_is_wrong_in_words(self) -> None:
        with pytest.raises(ValidationError, match="Only characters that can be seen, on one line"):
            LINE.validate_python("a\nb")


class TestProse:
    def test_may_have_several_lines(self) -> None:
        assert taken(PROSE, " one\r\ntwo\n\tthree ") == "one\r\ntwo\n\tthree"


class TestAWord:
    def test_is_wholly_of_its_form(self) -> None:
        assert [taken(CODE, text) for text in ("123", " x ", "123x", "xx", "x\n")] == [
            "123",
            "x",
            None,
            None,
            None,
        ]
