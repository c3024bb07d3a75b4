"""Has each use case done once at each size, and counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bench import cast as casting
from bench import filling
from bench.cast import Cast
from bench.meter import Meter, Usage
from bench.rows import Row
from chalicelib.foundation import aws, clock, queues
from chalicelib.foundation.events import subscribe
from chalicelib.subscriptions import SUBSCRIPTIONS


@dataclass(frozen=True, slots=True)
class Measured:
    """What a use case cost at each size, the smaller size first."""

    name: str
    by_size: Mapping[int, Usage]

    @property
    def grows(self) -> bool:
        """Whether it costs more when more is stored."""
        small, *larger = self.by_size.values()
        return any(usage.grown_from(small) for usage in larger)


class World:
    """The cast on a stage, and how much is stored around it."""

    def __init__(self, aside: Any) -> None:
        subscribe(SUBSCRIPTIONS)
        for listening in {queue for several in SUBSCRIPTIONS.values() for queue in several}:
            queues._url(listening)  # what a process asks once, it has asked
        self._aside = aside
        self.cast: Cast = casting.assembled()
        self._originals = filling.originals(aside, self.cast)
        self._stored = 0
        self._filled_until = clock.now()
        self._meter = Meter(aws.client("dynamodb"), aside, aws.client("sqs"), aws.client("s3"))

    def grow(self, size: int, say: Callable[[str], None] = lambda _: None) -> None:
        """Store more, until there are `size` of everything that grows."""
        more = size - self._stored
        self._filled_until = filling.fill(
            self._aside, self._originals, more, since=self._filled_until, say=say
        )
        filling.talk_on(self._aside, self.cast)
        self._stored = size

    def measure(self, row: Row) -> Usage:
        """Have a use case done once, and count it."""
        doing = row.prepare(self.cast)
        with self._meter.counting() as usage:
            doing()
        return usage


TRIES = 3
"""How often what costs more at a larger size is measured before that is believed: an item near a whole KB
weighs one unit more or less by the digits of the moments in it."""


def measure(
    world: World, rows: Sequence[Row], sizes: Sequence[int], steps: Callable[[str], Any]
) -> list[Measured]:
    """Measure all rows at all sizes. `steps` tells of a long step, as `infra.progress.step` does."""
    found: dict[str, dict[int, Usage]] = {row.name: {} for row in rows}
    for size in sizes:
        with steps(f"Storing {size:,} of each") as say:
            world.grow(size, say)
        with steps(f"Measuring {len(rows)} use cases") as say:
            for row in rows:
                say(row.name)
                found[row.name][size] = _measured(world, row, found[row.name].get(sizes[0]))
    return [Measured(name, by_size) for name, by_size in found.items()]


def _measured(world: World, row: Row, smaller: Usage | None) -> Usage:
    usage = world.measure(row)
    for _ in range(TRIES - 1):
        if smaller is None or not usage.grown_from(smaller):
            break
        usage = world.measure(row)
    return usage
