"""The fuzzing's own limits, and that what stands in its settings is still in the contract."""

from __future__ import annotations

import re
import tomllib

import pytest

from fuzz import hooks
from fuzz.run import CONFIG, fuzz
from tools import contract

SETTINGS = tomllib.loads(CONFIG.read_text(encoding="utf-8"))


class TestFuzz:
    @pytest.mark.parametrize(
        "url", ["https://guanxi.example.com/api", "http://10.0.0.1/api", "http://localhost.evil/"]
    )
    def test_is_only_done_to_a_stage_on_this_machine(self, url: str) -> None:
        with pytest.raises(ValueError, match="on this machine"):
            fuzz(url, requests=1, seed=1)

    def test_gives_values_only_to_parameters_that_exist(self) -> None:
        text = contract.text(contract.current())
        for parameter in SETTINGS["parameters"]:
            name = re.findall(r"\w+", parameter)[-1]
            assert f'"{name}"' in text, f"{parameter} is gone: take it out of {CONFIG.name}"

    def test_knows_for_whom_the_examples_ids_stand(self) -> None:
        text = contract.text(contract.current())
        assert all(f'"{known}"' in text for known in hooks._KNOWN)
        assert {path for path, _ in hooks._ELSEWHERE} <= set(contract.current()["paths"])
