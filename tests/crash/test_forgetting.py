"""Whatever is forgotten is forgotten the same wherever the process dies, kind by kind."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest

from chalicelib.accounts import identity
from chalicelib.foundation import clock, outbox
from chalicelib.foundation.personal import Holding, keep
from chalicelib.privacy.holdings import holdings
from tests.faults import DEATHS, Died, Fault, inject
from tests.unit.conftest import cloud_copied, cloud_emptied, cloud_restored, messages, queues_emptied
from tests.unit.privacy.life import lived
from tests.unit.privacy.test_farewells import everything_stored
from tests.unit.wholesale import trade
from tests.unit.world import LI, ZHAO, made, person_id

HANDED_ON = ("files", "notifications")
"""The queues that hear of what is forgotten, each message with an id of its own."""

COUNTERS = ("version", "turn", "changes", "revision")
"""How often something changed, which may be once more."""


@pytest.fixture
def life(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Zhao's, who has asked for quotations a moment ago, gave one, and has a post scheduled."""
    monkeypatch.setattr(identity, "_administer", lambda what, subject: None)
    found = lived(ZHAO)
    made(trade.quoting(trade.a_request(LI), found["mine"], by=ZHAO, text="Soon"))
    later = (clock.now() + timedelta(days=20)).isoformat()
    wish = {"text": "Later", "link": found["code"], "at": later}
    made(ZHAO.post(f"/stores/{found['store']['id']}/posts", wish))
    return cloud_copied()


def forgotten(holding: Holding, life: bytes, now: datetime, fault: Fault | None = None, at: int = 0) -> Any:
    """What is left when a kind is forgotten, disturbed on the way and then taken again from its beginning."""
    cloud_emptied()
    cloud_restored(life)
    with clock.stopped_at(now):
        with inject(fault, at) as watch:
            try:
                _all_of(holding, now)
            except Died:
                assert fault
        _all_of(holding, now)
        outbox.sweep(now + timedelta(minutes=5))
        told = {queue: _events(queue) for queue in HANDED_ON}
    queues_emptied()
    return (_without_counters(everything_stored()), told), watch.seen


def _all_of(holding: Holding, now: datetime) -> None:
    cursor = None
    while cursor := holding.forget(person_id(ZHAO), cursor, now):
        pass


def _events(queue: str) -> set[str]:
    """What was told, however often: consumers do each once."""
    bodies = [json.loads(one["body"]) for one in messages(queue)]
    events = [one["event"] | {"event_id": one["kind"]} for one in bodies]
    return {json.dumps(event, sort_keys=True) for event in events}


def _without_counters(stored: str) -> Any:
    return json.loads(stored, object_hook=lambda row: {k: v for k, v in row.items() if k not in COUNTERS})


FORGETTING = [one for one in holdings() if one.forget is not keep]


@pytest.mark.parametrize("holding", FORGETTING, ids=lambda one: one.name)
def test_every_crash_point_of_forgetting_ends_as_if_nothing_had_happened(
    life: bytes, holding: Holding
) -> None:
    now = clock.now() + timedelta(seconds=1)
    undisturbed, calls = forgotten(holding, life, now)
    assert calls
    for at in range(len(calls)):
        for fault in DEATHS:
            assert forgotten(holding, life, now, fault, at)[0] == undisturbed, (
                f"{fault.value}, call {at}: {calls}"
            )
