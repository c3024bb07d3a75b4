"""A flood of visits, each message of which comes twice, is counted as one would count it from the log."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from chalicelib.foundation import clock, ids
from chalicelib.foundation.errors import DomainError
from chalicelib.insights.counting import service as counting
from chalicelib.insights.events import Seen, Source, VisitsSeen
from tests.concurrency.test_races import a_listing
from tests.unit.insights.crowd import anew, kept

THREADS = 16
MESSAGES = 160
AT_ONCE = 10


def a_visit(clip: Any, number: int) -> VisitsSeen:
    """A visitor who looks at the store and at goods."""
    now = clock.now()
    seen = (
        Seen(kind="view", at=now, arrived=True),
        Seen(kind="listing", at=now, listing_id=clip.id),
    )
    source = Source(agent="Mozilla/5.0 (Linux; Android 14) Mobile Safari/537.36")
    visitor = f"vis_{number % 40:04}"
    return VisitsSeen(
        event_id=ids.derived("evt", clip.id, str(number)),
        at=now,
        store_id=clip.store_id,
        visitor=visitor,
        source=source,
        seen=seen,
    )


class TestAFlood:
    def test_is_counted_as_from_the_log(self, on_engine: Any) -> None:
        clip = a_listing()
        told = [a_visit(clip, number) for number in range(MESSAGES)]
        batches = [told[start : start + AT_ONCE] for start in range(0, MESSAGES, AT_ONCE)]

        def count(batch: list[VisitsSeen]) -> None:
            """What the queue does: a batch that failed comes again."""
            for _ in range(100):
                try:
                    return counting.count(batch, now=clock.now())
                except DomainError:
                    continue
            raise AssertionError("never counted")

        with ThreadPoolExecutor(THREADS) as pool:
            list(pool.map(count, [*batches, *reversed(batches)]))

        store = {"id": clip.store_id}
        days, goods, people = kept(store)
        tally = counting.recounted(clip.store_id, "Asia/Shanghai", now=clock.now())
        assert (days, goods, people) == anew(store, tally)
        assert sum(counts["visits"] for counts in days.values()) == MESSAGES
