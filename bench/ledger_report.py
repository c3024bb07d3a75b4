"""The ledger's section of docs/benchmarks.md, which stands at its end."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench import report
from bench.books import OVERHEAD
from bench.measuring import Measured
from bench.rates import HOT_THREADS, REVENUES, WALLETS, Hot, Rate

HEADING = "## The ledger\n"

_PREFACE = """\
`make bench-ledger` measures this and writes this section: same engine, same counting. What is stored are
entries, {small} and then {large}: half of them the payer's, a quarter each the payee's and the revenue
account's. The run fails when anything costs more at the larger size.

This was on {machine}.
"""

_BYTES = """\
### Bytes

What is stored more, as it is billed: the new items' own bytes, and {overhead} for keeping each. A single
transfer has 3 new items; a sale's settlement is 3 transfers. PostgreSQL's bytes are its tables' and indexes'.
"""

_RATES = """\
### Transfers a second

Single transfers between {wallets} wallets, medians of turns in one run. The engine is a Python program in
memory, on the same machine as the threads: its figures tell nothing of DynamoDB, so they also stand as a
multiple of its own PutItems of 1 KB.

{postgres}
"""

_WITH = """\
The same double entry is one transaction in PostgreSQL {version}, over a Unix socket, with fsync and its usual
settings: transfer, two entries and both balances under the same conditions, sent as one pipeline. Its column
stands beside the engine's for the record; the two keep different promises about what survives."""

_WITHOUT = "PostgreSQL wasn't at hand: {why}."

_HOT = """\
### A hot account

Sales settled a second by {threads} threads (3 transfers in one transaction of 12 items), and their share of
what is reached when each sale's fees go to an account of its own. The engine does one transaction after
another, so AWS's conflicts are put before it: a transaction is refused while another one on its way has an
item of it (`bench/conflicts.py`). So many are on their way at once: if one takes DynamoDB 10 ms, then 4 are
400 sales a second, and 16 are 1,600. Who is told that it is busy comes again until the sale is settled.
Conflicts are counted for each sale, the busy ones in a hundred sales. PostgreSQL, with as many connections,
isn't sharded: it locks rows in turns. Shares are medians of turns, each beside its own turn's whole.
On a machine that does other work too, shares differ by 0.2 and more from run to run, conflicts hardly.
"""

_CEILING = """\
What the engine can't show is DynamoDB's own ceiling: 1,000 write units a second for one item's partition
(AWS's Developer Guide, bp-partition-key-design.html). Each sale changes its revenue account once, for 2
units. So one account takes 500 sales a second at the very most, sixty-four take 32,000.
"""

_OTHERS = """\
### What others publish

Measured elsewhere, on other machines, by their authors. pgledger, in PostgreSQL 17.5 on a laptop: over 10,000
transfers a second, about 7,500 on hot accounts, 743 bytes a transfer. TigerBeetle takes batches of up to
8,190 transfers, and deliberately isn't sharded, because hot accounts defeat sharding: here a hot account that
only receives is sharded, and one that pays isn't.
"""


@dataclass(frozen=True, slots=True)
class Found:
    """All that was measured."""

    costs: Sequence[Measured]
    sizes: tuple[int, int]
    bytes_of: Mapping[str, int]
    """By what was done."""
    rates: Sequence[Rate]
    hot: Sequence[Hot]
    postgres: str
    """Its version; empty: it wasn't at hand."""
    why_not: str
    postgres_bytes: float


def section(found: Found) -> str:
    """All of it, as Markdown."""
    small, large = (f"{size:,}" for size in found.sizes)
    compared = _WITH.format(version=found.postgres) if found.postgres else _WITHOUT.format(why=found.why_not)
    parts = [
        HEADING,
        _PREFACE.format(small=small, large=large, machine=machine()),
        report.costs(found.costs),
        report.verdict(found.costs) + "\n",
        _BYTES.format(overhead=OVERHEAD),
        _bytes(found),
        _RATES.format(wallets=f"{WALLETS:,}", postgres=compared),
        _rates(found.rates),
        _HOT.format(threads=HOT_THREADS),
        _hot(found.hot),
        _CEILING,
        _OTHERS,
    ]
    return "\n".join(parts)


def machine() -> str:
    """What it ran on, said so that it fits any such machine."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    return f"a virtual machine with {os.cpu_count()} cores and {memory:.0f} GiB"


def _bytes(found: Found) -> str:
    rows = [[name, f"{size:,}"] for name, size in found.bytes_of.items()]
    if found.postgres:
        rows.append(["A transfer in PostgreSQL", f"{found.postgres_bytes:,.0f}"])
    return report.table(["What", "Bytes"], rows)


def _rates(rates: Sequence[Rate]) -> str:
    header = ["Threads", "Transfers/s", "× PutItems"]
    rows = [[str(one.threads), f"{one.transfers:,.0f}", f"{one.transfers / one.puts:.2f}"] for one in rates]
    if all(one.in_postgres for one in rates):
        header += ["PostgreSQL/s", "× engine"]
        for row, one in zip(rows, rates, strict=True):
            row += [f"{one.in_postgres:,.0f}", f"{(one.in_postgres or 0) / one.transfers:.1f}"]
    return report.table(header, rows)


def _hot(found: Sequence[Hot]) -> str:
    header = ["Fees go to", "At once", "Sales/s", "Share", "Conflicts", "Busy", "Share in PostgreSQL"]
    rows = []
    for one in found:
        for name in REVENUES:
            there = one.share_in_postgres
            share = f"{there[name]:.2f}" if name in there else "–"
            rows.append(
                [
                    name,
                    str(one.at_once),
                    f"{one.sales[name]:,.0f}",
                    f"{one.shares[name]:.2f}",
                    f"{one.conflicts[name]:.2f}",
                    f"{one.busy[name]:.0f}",
                    share,
                ]
            )
    return report.table(header, rows)


def with_section(page: str, new: str, *, heading: str = HEADING) -> str:
    """The page with another section of the ledger, or of what the heading says; what comes after it stays."""
    before, there, earlier = page.partition(f"\n{heading}")
    _, next_, after = earlier.partition("\n## ") if there else ("", "", "")
    return f"{before}\n{new}{next_}{after}"


def keeping_section(page: str, earlier: str) -> str:
    """A page made anew, with the section that the earlier one has."""
    _, heading, kept = earlier.partition(f"\n{HEADING}")
    return f"{page}{heading}{kept}"
