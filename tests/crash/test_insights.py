"""Counting dies before and after each call, and each call fails in two ways: the figures end the same."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.insights import handlers
from tests.crash.test_crash_points import Start
from tests.faults import DEATHS, HITCHES, Died, Fault, inject
from tests.unit import world
from tests.unit.conftest import messages
from tests.unit.insights import crowd
from tests.unit.world import LI, MEI, made


def a_visit_and_its_order() -> dict[str, Any]:
    """Somebody looked, and bought: her checkout is told of before the order."""
    clip = world.a_listing(stock=9)
    order = world.a_paid_order(LI, listing=clip)
    paid = [one for one in messages("insights") if crowd.event_of(one).get("order_id")]
    steps = ({"kind": "listing", "listing_id": clip["id"], "arrived": True}, {"kind": "cart"})
    checkout = {"kind": "checkout", "checkout_id": order["checkout_id"]}
    crowd.told({"id": clip["store_id"]}, *steps, checkout, referrer="https://weibo.com/")
    return {"store": {"id": clip["store_id"]}, "Records": [*messages("insights"), *paid]}


def play(start: Start, fault: Fault | None = None, at: int | None = None) -> tuple[Any, list[str]]:
    batch = start.again()
    with inject(fault, at) as watch:
        try:
            handlers.count_visits(batch)
        except Died:
            assert fault in DEATHS
    for _ in range(2):
        assert handlers.count_visits(batch) == {"batchItemFailures": []}
    cohorts = made(MEI.get(f"/stores/{batch['store']['id']}/insights/cohorts"))
    return (crowd.kept(batch["store"]), cohorts), watch.seen


@pytest.mark.parametrize("faults", [DEATHS, HITCHES[:2]], ids=["deaths", "hitches"])
def test_counting_ends_as_if_nothing_had_happened(faults: tuple[Fault, ...]) -> None:
    start = Start.of(a_visit_and_its_order)
    undisturbed, calls = play(start)
    assert undisturbed[1]["items"][0]["buyers"] == 1
    for at in range(len(calls)):
        for fault in faults:
            assert play(start, fault, at)[0] == undisturbed, f"{fault} at {at}: {calls[at]}"
