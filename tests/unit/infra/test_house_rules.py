"""The locks and the Makefile: what a stranger's machine meets first."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from infra.packaging import ROOT

LOCKS = ("requirements.txt", "requirements-dev.txt")


def pins(lock: str) -> dict[str, str]:
    lines = (ROOT / lock).read_text().splitlines()
    return {name: rest for name, _, rest in (line.partition("==") for line in lines)}


class TestLocks:
    @pytest.mark.parametrize("lock", LOCKS)
    def test_pin_every_library_and_name_no_index(self, lock: str) -> None:
        for line in (ROOT / lock).read_text().splitlines():
            assert re.fullmatch(r"[a-z0-9.-]+==[\w.]+( ; .+)?", line)

    def test_agree(self) -> None:
        developing = pins("requirements-dev.txt")
        assert {name: developing[name] for name in pins("requirements.txt")} == pins("requirements.txt")

    def test_of_the_lambda_is_the_same_for_every_python(self) -> None:
        """pip asks the Python it runs on for a marker's truth, not the one that it fetches for."""
        markers = {rest.partition(" ; ")[2] for rest in pins("requirements.txt").values()}
        assert markers <= {"", "sys_platform == 'win32'"}


class TestTests:
    def test_are_all_run(self) -> None:
        settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["pytest"]["ini_options"]
        folders = {file.relative_to(ROOT).parts[1] for file in (ROOT / "tests").rglob("test_*.py")}
        assert {f"tests/{folder}" for folder in folders} == set(settings["testpaths"])


class TestMakefile:
    @pytest.fixture
    def checkout(self, tmp_path: Path) -> Path:
        for name in ("Makefile", "requirements-dev.txt"):
            shutil.copy(ROOT / name, tmp_path)
        return tmp_path

    def make(self, checkout: Path, *words: str) -> subprocess.CompletedProcess[str]:
        command = ["make", "--no-print-directory", *words]
        return subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)

    def test_says_that_a_python_is_too_old(self, checkout: Path) -> None:
        old = checkout / "old-python"
        old.write_text('#!/bin/sh\n[ "$1" = -V ] && echo "Python 3.9.2" && exit 0\nexit 1\n')
        old.chmod(0o755)
        run = self.make(checkout, "run", f"PYTHON={old}")
        assert run.returncode != 0
        assert "needs Python 3.11 or newer" in run.stderr
        assert "Python 3.9.2" in run.stderr

    def test_says_that_there_is_no_python(self, checkout: Path) -> None:
        run = self.make(checkout, "run", "PYTHON=no-python-here")
        assert run.returncode != 0
        assert "there is no 'no-python-here'" in run.stderr

    def test_deploys_only_a_named_stage(self, checkout: Path) -> None:
        (checkout / ".venv").mkdir()
        (checkout / ".venv" / ".ready").touch()
        run = self.make(checkout, "deploy", "STAGE=")
        assert run.returncode != 0
        assert "Which stage?" in run.stderr
