"""How long `import app` takes in a fresh process, and the libraries alone that nothing can do without."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from infra.packaging import ROOT

APP = "import app"
FLOOR = "import pynamodb.models, pydantic, chalice"
_NOTHING = "pass"


@dataclass(frozen=True, slots=True)
class Imports:
    """Medians, in milliseconds, as `python -X importtime` tells them."""

    app: float
    floor: float
    packages: Mapping[str, float]
    """Of `import app`, the time in each top-level package's own modules, the longest first."""

    @property
    def ratio(self) -> float:
        """How much longer the app takes than the libraries alone."""
        return self.app / self.floor


def measured(*, times: int, environment: Mapping[str, str]) -> Imports:
    """Import in fresh processes, so many times, in turns."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env |= environment
    found: dict[str, list[Counter[str]]] = {APP: [], FLOOR: [], _NOTHING: []}
    for statement in found:
        _import(statement, env)  # the first time compiles
    for _ in range(times):
        for statement, several in found.items():
            several.append(_import(statement, env))
    totals = {statement: median(one.total() for one in several) for statement, several in found.items()}
    nothing = totals[_NOTHING]
    names = {name for one in found[APP] for name in one}
    packages = {name: median(one[name] for one in found[APP]) / 1000 for name in names}
    return Imports(
        app=(totals[APP] - nothing) / 1000,
        floor=(totals[FLOOR] - nothing) / 1000,
        packages=dict(sorted(packages.items(), key=lambda one: -one[1])),
    )


def _import(statement: str, env: Mapping[str, str]) -> Counter[str]:
    command = [sys.executable, "-X", "importtime", "-c", statement]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"`{statement}` fails: {done.stderr.strip()[-800:]}")
    return own_times(done.stderr)


def own_times(told: str) -> Counter[str]:
    """Microseconds in each top-level package's own modules, of what `-X importtime` wrote."""
    times: Counter[str] = Counter()
    for line in told.splitlines():
        if line.startswith("import time:") and "|" in line:
            own, _, module = line.removeprefix("import time:").split("|")
            if own.strip().isdecimal():
                times[module.strip().partition(".")[0]] += int(own)
    return times
