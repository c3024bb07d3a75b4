"""How long `import app` takes in a fresh process, and the libraries alone that nothing can do without.

It is measured as it is deployed, where the list of routes stands in for the domains; as it is in development,
where all domains are imported; and with what a first request to the orders imports, as they stand on most.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from infra.packaging import ROOT, app_code

APP = "import app"
FLOOR = "import pynamodb.models, pydantic, chalice"
ORDERS = f"{APP}, chalicelib.orders.routes"
_NOTHING = "pass"


@dataclass(frozen=True, slots=True)
class Imports:
    """Medians, in milliseconds, as `python -X importtime` tells them."""

    app: float
    """As it is deployed."""
    whole: float
    """With all domains, as in development."""
    orders: float
    """As it is deployed, and with a first request to the orders."""
    floor: float
    packages: Mapping[str, float]
    """Of `app`, the time in each top-level package's own modules, the longest first."""

    def ratio(self, spent: float) -> float:
        """How much longer this is than the libraries alone."""
        return spent / self.floor


def measured(*, times: int, environment: Mapping[str, str]) -> Imports:
    """Import in fresh processes, so many times, in turns."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env.update(environment, PYDANTIC_DISABLE_PLUGINS="__all__")  # as .chalice/config.json tells a Lambda
    with _deployed() as task:
        found = _all_of([(task, one) for one in (APP, ORDERS, FLOOR, _NOTHING)] + [(ROOT, APP)], env, times)
    totals = {one: median(took.total() for took in several) / 1000 for one, several in found.items()}
    nothing = totals[task, _NOTHING]
    names = {name for took in found[task, APP] for name in took}
    packages = {name: median(took[name] for took in found[task, APP]) / 1000 for name in names}
    return Imports(
        app=totals[task, APP] - nothing,
        whole=totals[ROOT, APP] - nothing,
        orders=totals[task, ORDERS] - nothing,
        floor=totals[task, FLOOR] - nothing,
        packages=dict(sorted(packages.items(), key=lambda one: -one[1])),
    )


_Wanted = tuple[Path, str]


def _all_of(
    wanted: list[_Wanted], env: Mapping[str, str], times: int
) -> Mapping[_Wanted, list[Counter[str]]]:
    found: dict[_Wanted, list[Counter[str]]] = {one: [] for one in wanted}
    for place, statement in wanted:
        _import(place, statement, env)  # the first time compiles
    for _ in range(times):
        for (place, statement), several in found.items():
            several.append(_import(place, statement, env))
    return found


@contextmanager
def _deployed() -> Iterator[Path]:
    """A folder with the app's code as a Lambda has it."""
    with tempfile.TemporaryDirectory() as scratch:
        with zipfile.ZipFile(app_code()) as packed:
            packed.extractall(scratch)
        yield Path(scratch)


def _import(place: Path, statement: str, env: Mapping[str, str]) -> Counter[str]:
    command = [sys.executable, "-X", "importtime", "-c", statement]
    done = subprocess.run(command, cwd=place, env=env, capture_output=True, text=True, check=False)
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
