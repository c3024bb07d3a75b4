"""`make bench-ledger`: what the ledger costs and how fast it is, printed and written to docs/benchmarks.md.

It fails when something costs more at the larger size, or when PostgreSQL's books don't add up. SMALL=1 is a
quick look that writes nothing.
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn

from botocore.config import Config

from bench import stage
from infra.engine import Engine
from infra.errors import InfraError
from infra.packaging import ROOT
from infra.progress import step

if TYPE_CHECKING:
    from bench.ledger_report import Found
    from bench.measuring import Measured
    from bench.meter import Usage
    from bench.postgres import Postgres

PAGE = ROOT / "docs" / "benchmarks.md"
SIZES = (1_000, 100_000)
SMALL = (100, 1_000)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; answers the exit code."""
    parser = argparse.ArgumentParser(prog="make bench-ledger", description="Measure the ledger.")
    parser.add_argument("--small", action="store_true", help="a quick look at smaller sizes")
    wish = parser.parse_args(arguments)
    try:
        with stage.running() as engine:
            return _measure(engine, small=wish.small)
    except InfraError as error:
        print(f"\n  {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _measure(engine: Engine, *, small: bool) -> int:
    from bench import ledger_report, report

    _connect_often()
    found, wrong = _found(engine, SMALL if small else SIZES, small=small)
    page = ledger_report.section(found)
    print("\n" + page)
    if wrong:
        print(f"  PostgreSQL's books don't add up: {wrong}.", file=sys.stderr)
        return 1
    if not small:
        PAGE.write_text(ledger_report.with_section(PAGE.read_text(), page))
        print(f"  {PAGE.relative_to(ROOT)} is written.")
    print(f"  {report.verdict(found.costs)}")
    return 1 if any(one.grows for one in found.costs) else 0


def _found(engine: Engine, sizes: tuple[int, int], *, small: bool) -> tuple[Found, str]:
    from bench import rates
    from bench.ledger_report import Found

    aside = stage.aside(engine.cloud)
    with _postgres(max(rates.THREADS)) as (postgres, why_not):
        singles = rates.Amounts(each_thread=3 if small else 12, times=1 if small else 3)
        with step("Moving money in many threads") as say:
            timed = rates.transfers(postgres, singles, say)
        bytes_there = postgres.bytes_each() if postgres else 0.0
        sales = rates.Amounts(each_thread=2 if small else 6, times=1 if small else 4)
        with step("Settling sales into a hot account") as say:
            hot = rates.hot(postgres, sales, say)
        sums = postgres.sums() if postgres else (0, 0)
        version = postgres.version if postgres else ""
    costs, sizes_of = _costs(aside, sizes)
    found = Found(costs, sizes, sizes_of, timed, hot, version, why_not, bytes_there)
    return found, "" if sums == (0, 0) else f"all balances {sums[0]}, apart from entries {sums[1]}"


def _costs(aside: Any, sizes: tuple[int, int]) -> tuple[list[Measured], dict[str, int]]:
    from bench import books
    from bench.measuring import Measured

    world = books.Books(aside)
    usages: dict[str, dict[int, Usage]] = {name: {} for name in books.ROWS}
    for size in sizes:
        with step(f"Storing {size:,} entries") as say:
            world.grow(size, say)
        with step(f"Counting {len(books.ROWS)} rows"):
            for name, prepare in books.ROWS.items():
                usages[name][size] = world.measure(prepare)
    sizes_of = {
        "A single transfer": books.bytes_of(books.ROWS["Transfer"](world)),
        "A sale's settlement": books.bytes_of(books.ROWS["Settle a sale"](world)),
    }
    return [Measured(name, by_size) for name, by_size in usages.items()], sizes_of


@contextmanager
def _postgres(connections: int) -> Iterator[tuple[Postgres | None, str]]:
    """A server, or why there is none."""
    from bench import postgres

    with ExitStack() as stack:
        server, why_not = None, ""
        try:
            with step("Starting PostgreSQL"):
                server = stack.enter_context(postgres.running(connections))
        except postgres.NotAtHand as absent:
            why_not = str(absent)
            print(f"  PostgreSQL isn't at hand, so it isn't compared: {why_not}")
        yield server, why_not


def _connect_often() -> None:
    """A connection for each thread: a Lambda has one thread and needs no more."""
    from chalicelib.foundation import aws

    aws._CONFIG = aws._CONFIG.merge(Config(max_pool_connections=64))
    aws.forget_clients()


def _stop(_signum: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _stop)
    sys.exit(main())
