"""How the story stands on a terminal."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest

from story.play import play
from story.plot import Scene, Step
from story.tale import Tale
from story.telling import Teller, padded, shortened, width


class Terminal(io.StringIO):
    """An output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def seeing(words: str) -> Callable[[Tale], str]:
    return lambda _: words


STORY = (
    Step(
        "开店",
        "Mei opens",
        (Scene("免费开店", "opens her store", seeing("店名")), Scene("Logo", "draws", seeing("x" * 60))),
    ),
    Step("贷款", "Mei borrows", (Scene("申请、到账", "applies"), Scene("还", "repays", seeing("¥1.00")))),
)


def told(out: io.StringIO) -> str:
    play(STORY, Tale("https://guanxi.example"), Teller(STORY, out))
    return out.getvalue()


class TestTheColumns:
    def test_stand_under_each_other_whatever_the_script(self) -> None:
        scenes = [line for line in told(io.StringIO()).splitlines() if line.startswith("      ")]

        english = {"opens her store", "draws", "applies", "repays"}
        starts = {width(line[: line.index(words)]) for line in scenes for words in english if words in line}
        assert len(starts) == 1
        assert len({width(line) for line in scenes if line.endswith(" s")}) == 1

    def test_are_not_pushed_away_by_a_long_sight(self) -> None:
        (line,) = [line for line in told(io.StringIO()).splitlines() if "draws" in line]

        assert "xxx…" in line and "x" * 60 not in line

    def test_say_how_long_each_step_took_unless_nothing_of_it_is_built(self) -> None:
        story = (Step("贷款", "Mei borrows", (Scene("申请", "applies"),)), *STORY)
        out = io.StringIO()
        play(story, Tale("https://guanxi.example"), Teller(story, out))

        assert [f"step {number} " in out.getvalue() for number in (1, 2, 3)] == [False, True, True]


class TestOnATerminal:
    def test_the_moving_line_gives_way_to_the_told_one(self) -> None:
        text = told(Terminal())

        assert "\r\x1b[K" in text
        assert "✓ 免费开店" in text

    def test_nothing_moves_while_somebody_is_asked(self, monkeypatch: pytest.MonkeyPatch) -> None:
        out = Terminal()
        teller = Teller(STORY, out)
        before_and_after: list[int] = []

        def answer(question: str) -> str:
            before_and_after.append(len(out.getvalue()))
            teller._spin(STORY[0].scenes[0], done)
            before_and_after.append(len(out.getvalue()))
            return " 123456 "

        class Done:
            def wait(self, _: float) -> bool:
                return True

        done: Any = Done()
        monkeypatch.setattr("builtins.input", answer)

        assert teller.ask("The code?") == "123456"
        assert before_and_after[0] == before_and_after[1]


class TestWidth:
    @pytest.mark.parametrize(
        ("text", "columns"), [("Mei", 3), ("梅", 2), ("梅 Mei", 6), ("¥39.90", 6), ("，", 2)]
    )
    def test_counts_a_chinese_character_twice(self, text: str, columns: int) -> None:
        assert width(text) == columns

    def test_is_made_up_by_padding_and_kept_by_shortening(self) -> None:
        assert width(padded("梅的小铺", 12)) == 12
        assert padded("梅的小铺", 3) == "梅的小铺"
        assert shortened("梅的小铺", 8) == "梅的小铺"
        assert shortened("梅的小铺", 6) == "梅的…"
