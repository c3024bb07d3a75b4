"""`make bench-search`: what a search asks of DynamoDB and how long it takes, from 10³ to 10⁶ listings.

The service is the very one that answers HTTP. Up to 10⁶ listings it questions a stand-in in memory, which is
loaded past HTTP and counts what DynamoDB would be asked; on the local engine it questions DynamoDB's API at
10³, and both must count the same. It fails when a query reads more than its bound at any size, or when the
95th percentile of its time at the largest is over 1.5 times that at the smallest.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean, quantiles
from typing import Any

from bench import stage
from infra.errors import InfraError
from infra.packaging import ROOT
from infra.progress import step

PAGE = ROOT / "docs" / "benchmarks.md"
HEADING = "## Search\n"
SIZES, SMALL = (1_000, 100_000, 1_000_000), (1_000, 10_000)
TIMES = 15
ON_ENGINE, SMALL_ON_ENGINE = 100_000, 10_000
DEEPEST = 2_000
"""So many postings of a term are stored on the engine: ten times what a query reads of it."""
WITHIN = 600.0
"""Seconds in which it must be filled."""
MOST_SLOWER = 1.5
LIMIT = 20

PREFACE = """\
`make bench-search` measures this and writes this section. {queries} queries, in Chinese and English, of
frequent words and rare ones, are asked of the service that answers `GET /search`, a page of {limit} each. It
questions an index in memory that counts what DynamoDB would be asked (`bench/memory_index.py`), filled past
HTTP with goods whose words and sales are distributed as in life (`bench/corpus.py`), of {texts} different
texts: the engine can't be filled with 10⁶ in the time one waits. At 10³ the same queries are asked of
DynamoDB's API there, and counted from its calls; counts of terms are of a sample there, so other lists may
be read. At 10⁵ the engine's table is filled by BatchWriteItem past all else (`bench/bulk.py`), with what the
queries can touch: of each term that one of them asks for the best {deepest} postings, ten times what a query
reads of it, with the counts of all. Times are of the service's own work, each query in turns at all sizes, as
multiples of the 95th percentile at 10³: DynamoDB's round trips, which are the same at all sizes, aren't in
them.
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """What all queries asked of an index, and how long they took."""

    listings: int
    requests: tuple[int, ...]
    items: tuple[int, ...]
    seconds: tuple[float, ...]

    @property
    def p95(self) -> float:
        """The time that one query in twenty takes longer than."""
        return quantiles(self.seconds, n=20)[-1]

    @property
    def p50(self) -> float:
        """The median time."""
        return quantiles(self.seconds, n=20)[9]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; answers the exit code."""
    parser = argparse.ArgumentParser(prog="make bench-search", description="Measure what searches cost.")
    parser.add_argument("--engine", action="store_true", help="ask the local engine alone; writes no page")
    parser.add_argument("--small", action="store_true", help="a quick look at smaller sizes")
    wish = parser.parse_args(arguments)
    try:
        with stage.running():
            return _on_engine_alone(small=wish.small) if wish.engine else _measure(small=wish.small)
    except InfraError as error:
        print(f"\n  {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _measure(*, small: bool) -> int:
    from bench.ledger_report import with_section

    sizes = SMALL if small else SIZES
    found = in_memory(sizes, times=TIMES // 3 if small else TIMES)
    there = [on_engine(sizes[0]), in_bulk(SMALL_ON_ENGINE if small else ON_ENGINE)]
    text = section(found, there)
    print("\n" + text[text.index("|") :])
    if not small:
        PAGE.write_text(with_section(PAGE.read_text(), text, heading=HEADING))
        print(f"  {PAGE.relative_to(ROOT)} is written.")
    faults = verdict(found, there)
    print("  " + ("; ".join(faults) or "No query reads more, or takes much longer, when more is stored."))
    return 1 if faults else 0


def _on_engine_alone(*, small: bool) -> int:
    there = [on_engine(SMALL[0]), in_bulk(SMALL_ON_ENGINE if small else ON_ENGINE)]
    print("\n" + section([], there).rpartition("\n\n")[2])
    print(f"  p95 on the engine, its round trips in it: {there[1].p95 / there[0].p95:.2f} times that at 10³")
    faults = verdict([], there)
    print("  " + "; ".join(faults))
    return 1 if faults else 0


def in_memory(sizes: Sequence[int], *, times: int) -> list[Asked]:
    """Ask all queries of indexes of all sizes, in turns."""
    from bench import corpus
    from bench.memory_index import MemoryIndex

    indexes: dict[int, MemoryIndex] = {}
    for size in sizes:
        with step(f"Loading {size:,} listings"):
            indexes[size] = MemoryIndex()
            indexes[size].load(corpus.documents(size))
    seconds: dict[int, list[float]] = {size: [] for size in sizes}
    counted: dict[int, list[tuple[int, int]]] = {size: [] for size in sizes}
    with step(f"Asking {len(corpus.QUERIES)} queries, {times} times each"):
        for turn in range(times):
            for query in corpus.QUERIES:
                for size, index in indexes.items():
                    taken, asked = _ask(query, index)
                    seconds[size].append(taken)
                    if not turn:
                        counted[size].append(asked)
    return [_asked(size, counted[size], seconds[size]) for size in sizes]


def _asked(size: int, counted: Sequence[tuple[int, int]], seconds: Sequence[float]) -> Asked:
    requests, items = zip(*counted, strict=True)
    return Asked(size, requests, items, tuple(seconds))


def _ask(query: str, index: Any) -> tuple[float, tuple[int, int]]:
    from bench import corpus
    from bench.memory_index import MemoryShelves
    from chalicelib.search import service
    from chalicelib.search.rules.queries import Wish

    shelves = MemoryShelves(lambda listing_id: corpus.goods(int(listing_id[4:]) % corpus.TEXTS).title)
    index.requests = index.items = 0
    began = time.perf_counter()
    service.find(Wish(query), limit=LIMIT, index=index, shelves=shelves)
    taken = time.perf_counter() - began - shelves.seconds
    return taken, (index.requests + shelves.requests, index.items + shelves.items)


def on_engine(size: int) -> Asked:
    """Ask all queries of DynamoDB's API on the local engine, counting from its calls."""
    from bench import corpus
    from chalicelib.foundation import aws
    from chalicelib.search.postings import TableIndex

    index = _Counting(TableIndex(), aws.client("dynamodb"))
    with step(f"Indexing {size:,} listings on the engine") as say:
        for number, one in enumerate(corpus.documents(size)):
            index.kept.learn(one.words)
            index.kept.replace(index.kept.entry(one.listing_id), one)
            if number % 100 == 0:
                say(f"{number:,}")
    asked = [_ask(query, index) for query in corpus.QUERIES]
    return _asked(size, [counted for _, counted in asked], [taken for taken, _ in asked])


def in_bulk(size: int) -> Asked:
    """The same, of more goods than can be indexed one by one: the table is filled past all else."""
    from bench import bulk, corpus
    from bench.memory_index import MemoryIndex
    from chalicelib.foundation import aws
    from chalicelib.search.postings import TableIndex

    kept = MemoryIndex()
    with step(f"Filling the engine with {size:,} listings") as say:
        kept.load(corpus.documents(size))
        for query in corpus.QUERIES:
            _ask(query, kept)
        stored = bulk.fill(kept, size, deepest=DEEPEST, within=WITHIN)
        say(f"{stored:,} items")
    index = _Counting(TableIndex(), aws.client("dynamodb"))
    asked = [_ask(query, index) for query in corpus.QUERIES]
    return _asked(size, [counted for _, counted in asked], [taken for taken, _ in asked])


class _Counting:
    """The index in DynamoDB, with its calls and their items counted."""

    def __init__(self, kept: Any, client: Any) -> None:
        self.kept = kept
        self.requests = self.items = 0
        client.meta.events.register("before-parameter-build.dynamodb.BatchGetItem", self._before)
        client.meta.events.register("after-call.dynamodb.Query", self._after)

    def _before(self, params: Any, **_: Any) -> None:
        self.requests += 1
        self.items += sum(len(one["Keys"]) for one in params["RequestItems"].values())

    def _after(self, parsed: Any, **_: Any) -> None:
        self.requests += 1
        self.items += len(parsed["Items"])

    def __getattr__(self, name: str) -> Any:
        return getattr(self.kept, name)


def section(found: Sequence[Asked], there: Sequence[Asked]) -> str:
    """The section of the page."""
    from bench import corpus, report

    first = found[0].p95 if found else 0.0
    rows = [
        [
            f"{one.listings:,}",
            str(max(one.requests)),
            str(max(one.items)),
            f"{mean(one.items):.0f}",
            f"{one.p50 / first:.2f}" if where == "in memory" else "–",
            f"{one.p95 / first:.2f}" if where == "in memory" else "–",
            where,
        ]
        for where, one in (*(("in memory", one) for one in found), *(("on the engine", one) for one in there))
    ]
    header = ["Listings", "Requests, most", "Items, most", "Items, mean", "Median", "p95", "Index"]
    said = PREFACE.format(
        queries=len(corpus.QUERIES), limit=LIMIT, texts=f"{corpus.TEXTS:,}", deepest=f"{DEEPEST:,}"
    )
    return f"{HEADING}\n{said}\n{report.table(header, rows)}"


def verdict(found: Sequence[Asked], there: Sequence[Asked]) -> list[str]:
    """What is not as it must be."""
    from chalicelib.search import queries

    bound = 2 * queries.MOST_LISTS * queries.MOST_POSTINGS + 3 * 400
    faults = [
        f"a query reads {max(one.items):,} items at {one.listings:,} listings"
        for one in (*found, *there)
        if max(one.items) > bound
    ]
    if found and (slower := found[-1].p95 / found[0].p95) > MOST_SLOWER:
        faults.append(f"the p95 at {found[-1].listings:,} listings is {slower:.2f} times the smallest's")
    return faults


if __name__ == "__main__":
    sys.exit(main())
