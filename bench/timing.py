"""How long use cases take, as multiples of a single PutItem on the same engine in the same run."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from bench.measuring import World
from bench.rows import Row, add_to_cart, check_out_one, check_out_ten, confirm_receipt, ship, top_up
from chalicelib.foundation.config import settings

TIMED = (
    Row("Add to cart", add_to_cart),
    Row("Checkout of 1 line", check_out_one),
    Row("Checkout of 10 lines, 3 stores", check_out_ten),
    Row("Ship", ship),
    Row("Confirm receipt", confirm_receipt),
    Row("Top up", top_up),
)


@dataclass(frozen=True, slots=True)
class Timed:
    """A use case's median time, and a PutItem's that was timed with it."""

    name: str
    seconds: float
    put_seconds: float

    @property
    def puts(self) -> float:
        """In how many PutItems' time it is done."""
        return self.seconds / self.put_seconds


def timed(world: World, aside: Any, rows: Sequence[Row] = TIMED, *, times: int) -> list[Timed]:
    """Time each row so many times, each time beside a PutItem: what else the machine does slows both."""
    found = []
    for row in rows:
        row.prepare(world.cast)()  # the first time is another: what it needs is imported
        taken, puts = [], []
        for number in range(times):
            doing = row.prepare(world.cast)
            taken.append(_seconds(doing))
            puts.append(_seconds(lambda number=number: _put(aside, number)))  # type: ignore[misc]
        found.append(Timed(row.name, median(taken), median(puts)))
    return found


def _seconds(doing: Callable[[], object]) -> float:
    began = time.perf_counter()
    doing()
    return time.perf_counter() - began


def _put(aside: Any, number: int) -> None:
    item = {"pk": {"S": "bench"}, "sk": {"S": str(number)}, "text": {"S": "x" * 900}}
    aside.put_item(TableName=settings().table("foundation"), Item=item)
