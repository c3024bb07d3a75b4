"""The generated clients: made of the committed document, and what `make clients` says without Node."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from infra.errors import InfraError
from tools import clients


class TestTheCommittedClients:
    @pytest.mark.parametrize("folder", [clients.PYTHON, clients.TYPESCRIPT], ids=["python", "typescript"])
    def test_are_made_of_the_committed_document(self, folder: Path) -> None:
        stamp = (folder / clients.STAMP).read_text(encoding="utf-8").strip()
        assert stamp == clients.digest(), "docs/openapi.json has changed since: run `make clients`"

    def test_name_no_registry(self) -> None:
        assert '"resolved"' not in (clients.TYPESCRIPT / "package-lock.json").read_text(encoding="utf-8")


class TestMakeClients:
    def test_says_clearly_that_it_wants_node(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(clients, "make_python", lambda into: None)
        monkeypatch.setenv("PATH", "/nowhere")
        assert clients.main() == 1
        assert "Node 20 or newer" in capsys.readouterr().err

    def test_says_which_node_is_too_old(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def old(*_: Any, **__: Any) -> subprocess.CompletedProcess[str]:
            return subprocess.CompletedProcess([], 0, stdout="v18.1.0\n")

        monkeypatch.setattr(subprocess, "run", old)
        with pytest.raises(InfraError, match=r"only Node v18\.1\.0"):
            clients.make_typescript(Path("nowhere"))
