"""Others hear of a listing's figures at most once a minute."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.foundation import clock, events
from chalicelib.foundation.transaction import Transaction
from chalicelib.reviews import figures, models, rules
from chalicelib.reviews.events import ListingFameChanged
from tests.unit import world
from tests.unit.conftest import messages
from tests.unit.reviews.test_reviews import followed
from tests.unit.world import LI


@pytest.fixture(autouse=True)
def somebody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    messages_of = {
        **events.listeners.__globals__["_by_kind"](_table()),
        ListingFameChanged.kind(): ("checkouts",),
    }
    monkeypatch.setattr(events, "_subscriptions", messages_of)


def _table() -> Any:
    from chalicelib.subscriptions import SUBSCRIPTIONS

    return SUBSCRIPTIONS


def told(**later: float) -> list[dict[str, Any]]:
    """What is told by the clock after some time."""
    figures.tell_due(clock.now() + timedelta(**later))
    return [
        body["event"] for one in messages("checkouts") if "Fame" in (body := json.loads(one["body"]))["kind"]
    ]


class TestTelling:
    def test_gathers_what_changes_in_a_minute(self) -> None:
        clip = world.a_listing(stock=9)
        for stars in (5, 4):
            world.a_review(LI, world.a_completed_order(listing=clip), stars=stars)
        followed()
        assert told(seconds=20) == []
        (event,) = told(seconds=61)
        facts = {name: event[name] for name in ("listing_id", "sales", "stars_sum", "reviews", "changes")}
        assert facts == {"listing_id": clip["id"], "sales": 2, "stars_sum": 9, "reviews": 2, "changes": 4}
        assert told(minutes=9) == []

    def test_is_put_off_when_the_figures_change_meanwhile(self, monkeypatch: pytest.MonkeyPatch) -> None:
        order = world.a_completed_order()
        world.a_review(LI, order)
        listing_id = order["lines"][0]["listing_id"]
        read = figures.read_together

        def and_then_changes(wants: Any) -> Any:
            found = read(wants)
            with Transaction() as tx:
                key = models.listing_rating_key(listing_id)
                tx.update(key, models.adding(rules.sold(1)))
            return found

        with monkeypatch.context() as meanwhile:
            meanwhile.setattr(figures, "read_together", and_then_changes)
            assert told(minutes=2) == []
        assert [event["changes"] for event in told(minutes=2)] == [2]
