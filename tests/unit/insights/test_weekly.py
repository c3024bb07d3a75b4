"""A merchant hears each Monday, in her store's zone, what the week before came to: once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from chalicelib.foundation import clock
from chalicelib.insights import handlers
from chalicelib.insights.weekly import rules, service
from chalicelib.notifications import handlers as notifications
from tests.unit import world
from tests.unit.conftest import messages
from tests.unit.world import LI, MEI, made

WEDNESDAY = datetime(2026, 11, 18, 12, tzinfo=UTC)
MONDAY = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)
"""Eight o'clock in Shanghai."""


def heard() -> None:
    while batch := messages("insights"):
        assert handlers.count_visits({"Records": batch}) == {"batchItemFailures": []}


def a_week() -> Any:
    """A store in which two pieces were sold on Wednesday."""
    with clock.stopped_at(WEDNESDAY):
        listing = world.a_listing(price=1_000)
        heard()
        world.a_paid_order(listing=listing, quantity=2)
        heard()
    messages("notifications")
    return listing


def told(at: datetime = MONDAY) -> list[Any]:
    with clock.stopped_at(at):
        service.tell_due(at)
        notifications.deliver_notifications({"Records": messages("notifications")})
    return [one for one in made(MEI.get("/notifications"))["items"] if one["kind"] == "week_summed"]


class TestWeek:
    def test_is_told_with_its_figures(self) -> None:
        a_week()
        (one,) = told()
        said = one["text"]["en"]
        assert "2026-11-16 to 2026-11-22" in said and "1 orders, sales of ¥20.00" in said

    def test_is_told_once_and_not_before_monday_morning(self) -> None:
        a_week()
        assert told(MONDAY - timedelta(seconds=1)) == []
        assert [len(told(MONDAY + timedelta(minutes=n))) for n in range(3)] == [1, 1, 1]

    def test_of_a_store_in_which_nothing_happened_is_not_told(self) -> None:
        a_week()
        told()
        assert len(told(MONDAY + timedelta(weeks=1))) == 1

    def test_of_a_paused_store_is_not_told_until_it_opens_again(self) -> None:
        listing = a_week()
        with clock.stopped_at(WEDNESDAY):
            made(MEI.post(f"/stores/{listing['store_id']}/pause"))
        assert told() == []
        with clock.stopped_at(MONDAY + timedelta(days=1)):
            made(MEI.post(f"/stores/{listing['store_id']}/publish"))
            heard()
            world.a_paid_order(LI, listing=listing)
            heard()
        assert len(told(MONDAY + timedelta(weeks=1))) == 1


@pytest.mark.parametrize(
    ("zone", "now", "due"),
    [
        ("Asia/Shanghai", "2026-11-23T00:00:00+00:00", "2026-11-30T00:00:00+00:00"),
        ("Asia/Shanghai", "2026-11-22T23:59:59+00:00", "2026-11-23T00:00:00+00:00"),
        ("America/New_York", "2026-10-30T12:00:00+00:00", "2026-11-02T13:00:00+00:00"),
        ("Europe/Berlin", "2026-03-27T12:00:00+00:00", "2026-03-30T06:00:00+00:00"),
    ],
)
def test_monday_morning_is_where_the_store_is(zone: str, now: str, due: str) -> None:
    assert rules.next_telling(zone, now=datetime.fromisoformat(now)) == datetime.fromisoformat(due)
