"""The tables, as they are printed and as they stand in docs/benchmarks.md."""

from __future__ import annotations

from collections.abc import Sequence

from bench.imports import APP, FLOOR, Imports
from bench.measuring import Measured
from bench.meter import Usage
from bench.timing import Timed

_SHORT = {
    "GetItem": "Get",
    "PutItem": "Put",
    "UpdateItem": "Update",
    "DeleteItem": "Delete",
    "BatchGetItem": "BatchGet",
    "BatchWriteItem": "BatchWrite",
    "TransactWriteItems": "Transact",
    "TransactGetItems": "TransactGet",
}
_PACKAGES = 8
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

_PREFACE = """\
# What each use case costs

`make bench` measures this and writes this page; nobody edits it. It takes a fresh local engine with the
stage's tables, fills them through DynamoDB's API, has each use case done once in process, and watches what it
asks of DynamoDB: first with {small} of everything that grows, then with {large}. What grows is one store's
listings, one buyer's orders (every tenth on its way, so in the clock's index), one wallet's entries, one
person's notifications, one variant's stock journal and one conversation's messages: the use cases work on
just these.

A row is a function in `bench/rows.py`. The run fails when a use case costs more of anything at the larger
size, three times in a row.
"""

_UNITS = """\
Requests are DynamoDB's, and those to SQS and S3 at the end; a transaction's number of items stands in
brackets. An `Idempotency-Key` adds one item to a use case's transaction, and is left out here. RCU and WCU
are read and write units by DynamoDB's published rules, from the sizes of the very items read and written,
indexes included; `bench/capacity.py` has the rules and their sources. The engine's own figures aren't used:
they are wrong for queries.
"""

_TIMES = """\
## Time, in PutItems

How long a use case takes as a multiple of one PutItem of 1 KB, medians of the same run on the same engine:
its round trips and our own code. Absolute times would tell of the machine only.
"""

_IMPORTS = """\
## Cold start

What a cold start imports, `{app}`, against the least with these libraries: medians of fresh processes
under `python -X importtime`, compiled before. As deployed, a list of the routes stands in for the domains,
and the first request imports the domain that it asks; in development all domains are imported at once.
"""


def page(
    measured: Sequence[Measured], timed: Sequence[Timed], imports: Imports, sizes: tuple[int, int]
) -> str:
    """docs/benchmarks.md."""
    small, large = (f"{size:,}" for size in sizes)
    parts = [
        _PREFACE.format(small=small, large=large),
        costs(measured),
        verdict(measured) + "\n",
        _UNITS,
        _TIMES,
        times(timed),
        _IMPORTS.format(app=APP),
        import_times(imports),
    ]
    return "\n".join(parts)


def costs(measured: Sequence[Measured]) -> str:
    """What each use case costs at each size."""
    sizes = [_power(size) for size in measured[0].by_size]
    header = ["Use case", "Requests", *(f"{unit} {size}" for unit in ("RCU", "WCU") for size in sizes), ""]
    rows = []
    for one in measured:
        usages = list(one.by_size.values())
        asked = dict.fromkeys(requests(usage) for usage in usages)
        units = [_plain(usage.read_units) for usage in usages]
        units += [_plain(usage.write_units) for usage in usages]
        rows.append([one.name, " → ".join(asked), *units, "grows" if one.grows else "="])
    return table(header, rows)


def verdict(measured: Sequence[Measured]) -> str:
    """Whether the cost of all use cases is constant, in a sentence."""
    if growing := [one.name for one in measured if one.grows]:
        return f"These cost more when more is stored: {', '.join(growing)}."
    return f"None of the {len(measured)} use cases costs more when more is stored."


def requests(usage: Usage) -> str:
    """What was asked, such as `2 BatchGet, Transact (11), BatchWrite; SQS`."""
    own = {name: count for name, count in usage.requests.items() if ":" not in name}
    said = [_counted(_SHORT.get(name, name), count, usage) for name, count in own.items()]
    others: dict[str, int] = {}
    for name, count in usage.requests.items():
        service, _, operation = name.partition(":")
        if operation:
            others[service.upper()] = others.get(service.upper(), 0) + count
    elsewhere = [_counted(name, count, usage) for name, count in others.items()]
    return "; ".join(", ".join(part) for part in (said, elsewhere) if part)


def _counted(name: str, count: int, usage: Usage) -> str:
    items = f" ({usage.transacted})" if name == "Transact" else ""
    return f"{count} {name}{items}" if count > 1 else f"{name}{items}"


def times(timed: Sequence[Timed]) -> str:
    """How long use cases take, in PutItems."""
    return table(["Use case", "PutItems"], [[one.name, f"{one.puts:.1f}"] for one in timed])


def import_times(imports: Imports) -> str:
    """What a cold start imports, in multiples of the libraries' time."""
    summary = [
        (f"`{FLOOR}`", imports.floor),
        (f"`{APP}`, as deployed", imports.app),
        ("and with a first request to the orders", imports.orders),
        (f"`{APP}`, in development", imports.whole),
    ]
    whole = sum(imports.packages.values())
    worst = list(imports.packages.items())[:_PACKAGES]
    rows = [[f"`{name}`", f"{spent / whole:.0%}"] for name, spent in worst]
    ratios = table(["Import", "Ratio"], [[what, f"{imports.ratio(spent):.2f}"] for what, spent in summary])
    return f"{ratios}\n{table(['Where the time goes, as deployed', 'Share'], rows)}"


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table whose columns are aligned in plain text too; numbers stand at the right."""
    columns = list(zip(*([header, *rows]), strict=True))
    widths = [max(3, *map(len, column)) for column in columns]
    numeric = [all(cell[:1].isdecimal() for cell in column[1:]) for column in columns]

    def line(cells: Sequence[str]) -> str:
        fitted = [
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(cells, widths, numeric, strict=True)
        ]
        return f"| {' | '.join(fitted)} |\n"

    rule = [
        f"{'-' * (width - 1)}:" if right else "-" * width
        for width, right in zip(widths, numeric, strict=True)
    ]
    return line(header) + line(rule) + "".join(line(row) for row in rows)


def _power(size: int) -> str:
    """A number as a power of ten, if it is one."""
    zeros = len(str(size)) - 1
    return f"10{str(zeros).translate(_RAISED)}" if size == 10**zeros else f"{size:,}"


def _plain(units: float) -> str:
    return f"{units:g}"
