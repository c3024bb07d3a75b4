"""How a story is played: what counts, what stops it, and what is put in order afterwards."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any, NoReturn

import httpx
import pytest

from demo.people import Refused
from story.play import Played, play
from story.plot import STORY, Scene, Step
from story.tale import Tale, Trouble, until
from story.telling import Teller


def told(*scenes: Scene, tale: Tale | None = None) -> tuple[Played, str]:
    """A story of one step for each scene, played, and what was told of it."""
    story = [Step("一步", f"Step of {scene.en}", (scene,)) for scene in scenes]
    out = io.StringIO()
    return play(story, tale or Tale("https://guanxi.example"), Teller(story, out)), out.getvalue()


def raising(error: Exception) -> Callable[[Tale], NoReturn]:
    """A scene's play that goes wrong."""

    def play_(_: Tale) -> NoReturn:
        raise error

    return play_


class TestPlaying:
    def test_plays_every_built_scene_in_order_and_tells_what_was_seen(self) -> None:
        seen: list[str] = []
        first = Scene("先", "first", lambda _: seen.append("first") or "¥1.00")  # type: ignore[func-returns-value]
        second = Scene("后", "second", lambda _: seen.append("second") or "¥2.00")  # type: ignore[func-returns-value]

        played, text = told(first, second)

        assert (played.holds, played.scenes, seen) == (True, 2, ["first", "second"])
        assert text.index("✓ 先") < text.index("¥1.00") < text.index("✓ 后") < text.index("¥2.00")

    def test_shows_what_is_not_built_and_counts_it_apart(self) -> None:
        played, text = told(Scene("贷款", "borrows"), Scene("卖", "sells", lambda _: "done"))

        assert (played.holds, played.scenes, played.missing) == (True, 1, 1)
        assert "– 贷款" in text and "尚未建成 not built yet" in text
        assert "✓ 贷款" not in text

    def test_stops_at_the_first_trouble_and_says_in_which_scene(self) -> None:
        played, text = told(
            Scene("卖", "sells", raising(Trouble("Mei's wallet should be ¥1.00, but is ¥0.00."))),
            Scene("提现", "withdraws", lambda _: "paid"),
        )

        assert played.trouble == "Step 1, “sells”: Mei's wallet should be ¥1.00, but is ¥0.00."
        assert (played.holds, played.scenes) == (False, 0)
        assert "✗ 卖" in text and played.trouble in text and "提现" not in text

    def test_tells_a_refusal_by_its_path_and_its_problem(self) -> None:
        request = httpx.Request("POST", "https://guanxi.example/checkouts")
        problem = {"code": "sold_out", "detail": "Only 1 left."}
        reply = httpx.Response(409, json=problem, request=request)

        played, _ = told(Scene("买", "buys", raising(Refused(reply))))

        assert played.trouble and "POST /checkouts answered 409 (sold_out: Only 1 left.)." in played.trouble

    def test_says_that_nobody_answers(self) -> None:
        played, _ = told(Scene("买", "buys", raising(httpx.ConnectError("Connection refused"))))

        assert (
            played.trouble and "https://guanxi.example doesn't answer: Connection refused" in played.trouble
        )

    def test_takes_an_unforeseen_answer_for_trouble_too(self, capsys: Any) -> None:
        played, _ = told(Scene("买", "buys", raising(KeyError("total"))))

        assert played.trouble and "something unforeseen (KeyError: 'total')" in played.trouble
        assert "Traceback" in capsys.readouterr().err


class TestPuttingInOrder:
    def test_is_done_last_first_even_after_trouble(self) -> None:
        tale, done = Tale("https://guanxi.example"), []
        tale.undoing += [lambda: done.append("pause the store"), lambda: done.append("cancel the order")]

        played, _ = told(Scene("买", "buys", raising(Trouble("No."))), tale=tale)

        assert not played.holds
        assert done == ["cancel the order", "pause the store"]

    def test_that_fails_is_told_and_the_rest_is_done_all_the_same(self) -> None:
        tale, done = Tale("https://guanxi.example"), []

        def fails() -> NoReturn:
            raise Trouble("The store can't be paused.")

        tale.undoing += [lambda: done.append("other"), fails]

        played, text = told(Scene("买", "buys", lambda _: "paid"), tale=tale)

        assert (played.holds, done) == (False, ["other"])
        assert "Left behind" in text and "The store can't be paused." in text
        assert "The story holds" not in text

    def test_is_done_when_somebody_breaks_the_story_off(self) -> None:
        tale, done = Tale("https://guanxi.example"), []
        tale.undoing.append(lambda: done.append("paused"))

        def broken_off(_: Tale) -> NoReturn:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            told(Scene("买", "buys", broken_off), tale=tale)

        assert done == ["paused"]


class TestWaiting:
    def test_sees_what_comes_later(self) -> None:
        looks = iter([0, 0, 7])

        assert until(lambda: next(looks), "Nothing came.", seconds=5) == 7

    def test_ends_in_a_sentence(self) -> None:
        with pytest.raises(Trouble, match=r"Mei was never told\. \(waited 0 s\)"):
            until(lambda: None, "Mei was never told.", seconds=0)


class TestTheStory:
    def test_has_ten_steps_in_two_languages(self) -> None:
        assert len(STORY) == 10
        scenes = [scene for step in STORY for scene in step.scenes]
        assert all(one.zh and one.en for one in [*STORY, *scenes])

    def test_says_of_every_built_scene_what_it_shows(self) -> None:
        built = [scene.play for step in STORY for scene in step.scenes if scene.play]

        assert built and all(play.__doc__ for play in built)

    def test_has_other_people_each_time(self) -> None:
        one, other = Tale("https://guanxi.example"), Tale("https://guanxi.example")

        assert one.run != other.run
