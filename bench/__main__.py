"""`make bench`: measures what the use cases cost, prints it, and writes it to docs/benchmarks.md.

It fails when a use case costs more at the larger size. SMALL=1 is a quick look that writes nothing.
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import NoReturn

from bench import imports, stage
from infra.engine import Engine
from infra.errors import InfraError
from infra.packaging import ROOT
from infra.progress import step

PAGE = ROOT / "docs" / "benchmarks.md"
SIZES = (1_000, 100_000)
SMALL = (100, 1_000)
TIMES = 24
IMPORTS = 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; answers the exit code."""
    wish = _wish(arguments)
    try:
        with step("Measuring imports"):
            imported = imports.measured(times=IMPORTS, environment=stage.environment("http://127.0.0.1:9"))
        with stage.running() as engine:
            return _measure(engine, imported, small=wish.small)
    except InfraError as error:
        print(f"\n  {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _measure(engine: Engine, imported: imports.Imports, *, small: bool) -> int:
    from bench import ledger_report, measuring, report, timing
    from bench.rows import ROWS

    aside = stage.aside(engine.cloud)
    sizes = SMALL if small else SIZES
    with step("Assembling the cast"):
        world = measuring.World(aside)
    measured = measuring.measure(world, ROWS, sizes, step)
    with step("Timing"):
        timed = timing.timed(world, aside, times=TIMES // 3 if small else TIMES)
    page = report.page(measured, timed, imported, sizes)
    print("\n" + page[page.index("|") :])
    if not small:
        PAGE.write_text(ledger_report.keeping_section(page, PAGE.read_text()))
        print(f"  {PAGE.relative_to(ROOT)} is written.")
    print(f"  {report.verdict(measured)}")
    return 1 if any(one.grows for one in measured) else 0


def _wish(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description="Measure what the use cases cost.")
    parser.add_argument("--small", action="store_true", help="a quick look at smaller sizes")
    return parser.parse_args(arguments)


def _stop(_signum: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _stop)
    sys.exit(main())
