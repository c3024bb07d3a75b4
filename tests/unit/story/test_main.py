"""What `make story` says when it can't even begin."""

from __future__ import annotations

from typing import Any

import pytest

from infra.engine import free_port
from story.__main__ import main


class TestMakeStory:
    def test_fails_with_a_sentence_when_nobody_answers(self, capsys: Any) -> None:
        assert main(["--api", f"http://127.0.0.1:{free_port()}/api"]) == 1

        assert "Step 1, “signs up and in”: the stage at http://127.0.0.1:" in capsys.readouterr().out

    def test_asks_for_a_mailbox_where_codes_are_mailed(self, capsys: Any) -> None:
        assert main(["--api", "https://guanxi.example/api"]) == 1

        assert "MAILBOX=you@example.com" in capsys.readouterr().err

    def test_says_what_to_do_when_nobody_can_type_the_code(
        self, capsys: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)

        assert main(["--api", "https://guanxi.example/api", "--mailbox", "mei@guanxi.example"]) == 1

        assert "give CODE=…" in capsys.readouterr().err
