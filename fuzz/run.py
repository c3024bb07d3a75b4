"""Run schemathesis against a stage on this machine."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path
from urllib.parse import urlsplit

from fuzz.world import world
from tools.contract import ROOT, current

CONFIG = Path(__file__).with_name("schemathesis.toml")


def fuzz(api_url: str, *, requests: int, seed: int, workers: int = 1, output: Path | None = None) -> int:
    """Make about so many random requests as one signed-in person; answers schemathesis's exit code."""
    if urlsplit(api_url).hostname != "127.0.0.1":
        raise ValueError("only a stage on this machine is fuzzed")
    each = max(1, requests // sum(len(methods) for methods in current()["paths"].values()))
    command = [sys.executable, "-m", "schemathesis.cli", "--config-file", str(CONFIG), "run"]
    command += [f"{api_url}/openapi.json", "--max-examples", str(each), "--seed", str(seed)]
    command += ["--workers", str(workers)]
    told = os.environ | world(api_url) | {"PYTHONPATH": str(ROOT)}
    with output.open("w") if output else nullcontext() as log:
        done = subprocess.run(command, env=told, cwd=ROOT, stdout=log, check=False)
    return done.returncode
