"""An archive and a farewell end the same wherever the process dies, and however often a message comes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from chalicelib.accounts import identity
from chalicelib.foundation import clock, outbox
from chalicelib.privacy import handlers, rules, service
from tests.faults import DEATHS, Died, Fault, inject
from tests.unit.conftest import cloud_emptied, messages
from tests.unit.photos.uploads import kept, ready_photo
from tests.unit.privacy.going import archive_of
from tests.unit.world import LI, an_address, made


@pytest.fixture(autouse=True)
def somewhere_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cognito takes all that is asked of it, and an archive is written in two pieces or three."""
    monkeypatch.setattr(identity, "_administer", lambda what, subject: None)
    monkeypatch.setattr(rules, "PAGES", 10)


def somebody() -> None:
    cloud_emptied()
    made(LI.patch("/me", {"name": "Li"}))
    an_address(LI)
    ready_photo(LI)
    messages("files")


def settled(begun: datetime) -> None:
    """The clock ticks and the queue delivers, until all is quiet; each message comes twice."""
    quiet, minutes = 0, 0
    while quiet < 2:
        minutes += 2
        at = begun + timedelta(minutes=minutes)
        with clock.stopped_at(at):
            outbox.sweep(at)
            service.begin_due(at)
            batch = messages("privacy")
            for _ in range(2 if batch else 0):
                assert handlers.hand_out({"Records": batch}) == {"batchItemFailures": []}
        quiet = 0 if batch else quiet + 1


def disturbed(at: datetime, fault: Fault | None, call: int | None) -> list[str]:
    """The first message is handled with a fault on the way, and comes again two minutes later."""
    batch = {"Records": messages("privacy")}
    with clock.stopped_at(at), inject(fault, call) as watch:
        try:
            handlers.hand_out(batch)
        except Died:
            assert fault
    with clock.stopped_at(at + timedelta(minutes=2)):
        assert handlers.hand_out(batch) == {"batchItemFailures": []}
    return watch.seen


def archived(fault: Fault | None = None, call: int | None = None) -> tuple[Any, list[str]]:
    somebody()
    now = clock.now()
    archive_id = made(LI.post("/me/archives"))["id"]
    seen = disturbed(now, fault, call)
    settled(now)
    found = made(LI.get(f"/me/archives/{archive_id}"))
    names = sorted(name.partition("/")[0] for name in archive_of(archive_id).namelist())
    return (found["state"], found["records"], found["files"], names), seen


def forgotten(fault: Fault | None = None, call: int | None = None) -> tuple[Any, list[str]]:
    somebody()
    made(LI.put("/me/deletion"))
    late = clock.now() + timedelta(days=14, minutes=1)
    service.begin_due(late)
    seen = disturbed(late, fault, call)
    settled(late)
    left = made(LI.get("/addresses"))["items"], made(LI.get("/files"))["items"], len(kept())
    return (made(LI.get("/me/deletion"))["state"], left), seen


@pytest.mark.parametrize("play", [archived, forgotten])
def test_ends_as_if_nothing_had_happened(play: Any) -> None:
    undisturbed, calls = play()
    assert undisturbed[0] == "done"
    for call in range(len(calls)):
        for fault in DEATHS:
            assert play(fault, call)[0] == undisturbed, f"{fault.value}, call {call}: {calls}"
    print(f"\n{play.__name__}: {len(calls) * len(DEATHS)} points at {len(calls)} calls")
