"""The web client's files, as far as they can be judged without a browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from infra.packaging import ROOT

CLIENT = ROOT / "webapp"
PARTS = sorted(path.stem for path in (CLIENT / "locales" / "en").glob("*.json"))
SCRIPTS = sorted(path for path in (CLIENT / "js").rglob("*.js"))
PLURAL = re.compile(r"_(zero|one|two|few|many|other)$")


def words(language: str, part: str) -> dict[str, str]:
    found: dict[str, str] = json.loads((CLIENT / "locales" / language / f"{part}.json").read_text("utf-8"))
    return found


def keys(language: str, part: str) -> set[str]:
    return {PLURAL.sub("", key) for key in words(language, part)}


def used(script: Path) -> Iterator[tuple[str, str]]:
    """The keys that a script names literally, each with its part."""
    for key in re.findall(r"""\bt\(\s*["']([a-z_:-]+)["']""", script.read_text("utf-8")):
        part, _, name = key.rpartition(":")
        yield part or "frame", name


class TestTheWords:
    def test_are_there_in_both_languages(self) -> None:
        assert sorted(path.stem for path in (CLIENT / "locales" / "zh").glob("*.json")) == PARTS

    @pytest.mark.parametrize("part", PARTS)
    def test_of_a_part_say_the_same_in_both(self, part: str) -> None:
        assert keys("en", part) == keys("zh", part)
        assert "title" in keys("en", part)

    @pytest.mark.parametrize("part", PARTS)
    def test_name_the_same_values_in_both(self, part: str) -> None:
        def values(language: str) -> dict[str, set[str]]:
            named: dict[str, set[str]] = {}
            for key, text in words(language, part).items():
                named.setdefault(PLURAL.sub("", key), set()).update(re.findall(r"\{\{(\w+)", text))
            return named

        assert values("en") == values("zh")

    def test_that_a_screen_says_are_all_there(self) -> None:
        missing = {
            f"{script.relative_to(CLIENT)}: {part}:{name}"
            for script in SCRIPTS
            for part, name in used(script)
            if part not in PARTS or name not in keys("en", part)
        }
        assert missing == set()


class TestTheScripts:
    @pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.relative_to(CLIENT).as_posix())
    def test_import_what_is_there_and_make_no_markup_of_text(self, script: Path) -> None:
        text = script.read_text("utf-8")
        for name in re.findall(r"""(?:from|import)\s*\(?\s*["'](\.[^"']+)["']""", text):
            assert (script.parent / name).is_file(), name
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", text
        )
