"""A recount ends the same wherever the process dies, and however often its messages come."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from chalicelib.foundation import aws, clock, outbox
from chalicelib.photos import handlers
from chalicelib.photos.capacity import models as rooms
from chalicelib.photos.capacity import service as capacity
from chalicelib.photos.capacity.models import CapacityItem
from chalicelib.photos.models import PhotoItem, photo_key
from chalicelib.photos.recounts import service as recounts
from chalicelib.photos.rules import shelf
from tests.faults import DEATHS, HITCHES, Died, Fault, inject
from tests.unit.conftest import cloud_emptied, messages
from tests.unit.photos.uploads import announced, kept, ready_photo
from tests.unit.world import MEI, person_id


def a_shelf_to_count(now: datetime) -> str:
    """A room that is counted and promised wrong, with a lost file, one that belongs to nothing, and one that
    doesn't come any more, though the clock doesn't know it."""
    cloud_emptied()
    person = person_id(MEI)
    with clock.stopped_at(now):
        for _ in range(3):
            ready_photo(MEI)
    lost, *_ = kept()
    s3 = aws.client("s3")
    s3.delete_object(Bucket="guanxi-unit-media", Key=lost)
    stray = f"media/{shelf(person)}/pho_01KB00000000000000000000AA-0123456789abcdef.png"
    s3.put_object(Bucket="guanxi-unit-media", Key=stray, Body=b"x")
    wrong = [CapacityItem.used.add(5), CapacityItem.reserved.add(9), rooms.freed(-14)]
    rooms.capacity_key(person).update(actions=wrong)
    with clock.stopped_at(now):
        photo_key(announced(MEI)).update([PhotoItem.due_shard.remove(), PhotoItem.due_at.remove()])
    messages("files")
    return person


def play(fault: Fault | None = None, at: int | None = None) -> tuple[Any, list[str]]:
    """A night's recount, disturbed on the way; the clock ticks and every message comes twice."""
    today = datetime.now(UTC)
    person = a_shelf_to_count(today)
    night = (today + timedelta(days=2)).replace(hour=10)  # far from midnight
    with clock.stopped_at(night), inject(fault, at) as watch:
        try:
            recounts.begin_due(night)
            while batch := messages("files"):
                handlers.keep_files({"Records": batch})
        except (Died, Exception):
            assert fault
    for minutes in range(0, 90, 10):
        later = night + timedelta(minutes=minutes)
        with clock.stopped_at(later):
            outbox.sweep(later)
            recounts.begin_due(later)
            while batch := messages("files"):
                for _ in range(2):
                    assert handlers.keep_files({"Records": batch}) == {"batchItemFailures": []}
    room = capacity.capacity(person)
    found = recounts.findings_of(night.date(), limit=50, cursor=None).items
    told = sorted((one.kind, one.counted - one.found) for one in found)
    (summed,) = recounts.nights(limit=9, cursor=None).items
    return (room.used, room.reserved, room.files, len(kept()), told, summed.people, summed.files), watch.seen


class TestEveryCrashPoint:
    @pytest.mark.parametrize("faults", [DEATHS, HITCHES], ids=["deaths", "hitches"])
    def test_of_a_recount_ends_as_if_nothing_had_happened(self, faults: tuple[Fault, ...]) -> None:
        undisturbed, calls = play()
        assert undisturbed[1:4] == (0, 3, 2) and len(undisturbed[4]) == 4
        for at in range(len(calls)):
            for fault in faults:
                assert play(fault, at)[0] == undisturbed, f"{fault.value}, call {at}: {calls}"
        print(f"\na recount: {len(calls) * len(faults)} points at {len(calls)} calls")
