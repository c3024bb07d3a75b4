"""The whole story, as far as it is built, played against the deployed stage: the last of the tests."""

from __future__ import annotations

import io
from typing import NoReturn

import pytest

from story import stage
from story.__main__ import main
from story.play import Played, play
from story.plot import STORY, Scene, Step
from story.tale import Tale, Trouble, in_wallet
from story.telling import Teller
from tests.conftest import Stack
from tests.deployed.watching import audit


def told(tale: Tale, *story: Step) -> tuple[Played, str]:
    out = io.StringIO()
    return play(story, tale, Teller(story, out)), out.getvalue()


def breaks(_: Tale) -> NoReturn:
    raise Trouble("Something went wrong.")


class TestWhereItIsPlayed:
    def test_is_the_stage_that_an_engine_has_up(self, stack: Stack) -> None:
        assert stage.running(stack.engine.port, stack.stage) == stack.api_url

    def test_is_nowhere_while_the_engine_has_no_stage(self, stack: Stack) -> None:
        with pytest.raises(Trouble, match="has no stage yet"):
            stage.running(stack.engine.port, "other")


class TestBrokenOff:
    def test_leaves_no_goods_on_sale_and_no_money_waiting(self, stack: Stack) -> None:
        tale = Tale(stack.api_url)

        played, text = told(tale, *STORY[:4], Step("中断", "breaks", (Scene("中断", "breaks", breaks),)))

        assert played.trouble == "Step 5, “breaks”: Something went wrong.", text
        assert played.left_behind == []
        assert tale.mei.get(f"/my/stores/{tale.store['id']}")["state"] == "paused"
        assert tale.li.get(f"/orders/{tale.order['id']}")["state"] == "cancelled"
        assert tale.li.get(f"/orders/{tale.bargain['id']}")["state"] == "cancelled"
        paid = [order["total"]["amount"] for order in (tale.order, tale.bargain)]
        assert in_wallet(tale.li).amount == sum(paid)
        audit(stack)


class TestTheStory:
    def test_holds_as_far_as_it_is_built(self, stack: Stack, capsys: pytest.CaptureFixture[str]) -> None:
        code = main(["--api", stack.api_url])

        text = capsys.readouterr().out
        assert code == 0, text
        assert "✓ 故事成立 The story holds" in text
        built = [scene for step in STORY for scene in step.scenes if scene.play]
        assert text.count("      ✓ ") == len(built)
        audit(stack)
