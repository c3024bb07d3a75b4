"""Room is promised, settled and given back, and the metering is what a recount finds, to the byte."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import Any

import pytest

from chalicelib.foundation import clock
from chalicelib.foundation.transaction import Transaction
from chalicelib.photos import handlers, service
from chalicelib.photos.capacity import service as capacity
from chalicelib.photos.capacity.rules import USUAL_LIMIT
from chalicelib.photos.recounts import service as recounts
from tests.api import Api
from tests.unit.conftest import messages
from tests.unit.photos.uploads import a_picture, announced, came, kept, ready_photo, upload

MEI = Api("11111111-1111-1111-1111-111111111111")
OTHER = Api("22222222-2222-2222-2222-222222222222")
MEIS_ID = "per_11111111111111111111111111111111"
NEW = {"content_type": "image/png", "bytes": 1000, "purpose": "logo"}


def hear(*keys: str) -> None:
    assert handlers.keep_files({"Records": [came(key) for key in keys]}) == {"batchItemFailures": []}


def limit(size: int) -> None:
    was = capacity.capacity(MEIS_ID).limit
    with Transaction() as tx:
        capacity.resize(tx, MEIS_ID, limit=size, was=was)


def recounted() -> int:
    return sum(map(len, kept().values()))


class TestRoom:
    def test_is_promised_to_the_last_byte_and_no_further(self) -> None:
        limit(2_000)
        assert [MEI.post("/photos", NEW).status for _ in range(2)] == [201, 201]
        reply = MEI.post("/photos", NEW)
        assert (reply.status, reply.json["code"]) == (409, "no_room")
        assert OTHER.post("/photos", NEW).status == 201

    def test_is_settled_for_what_is_kept(self) -> None:
        ready_photo(MEI)
        found = capacity.capacity(MEIS_ID)
        assert (found.used, found.reserved, found.files) == (recounted(), 0, 1)
        assert found.free == USUAL_LIMIT - recounted()

    def test_of_a_larger_file_than_announced_must_be_left(self) -> None:
        limit(1_000)
        photo_id = announced(MEI)
        upload(photo_id, a_picture(size=(2_000, 2_000)))
        assert MEI.post(f"/photos/{photo_id}/check").json["rejection"]["code"] == "no_room"
        hear_all()
        assert (recounted(), capacity.capacity(MEIS_ID).free) == (0, 1_000)

    def test_of_a_bad_file_is_given_back(self) -> None:
        photo_id = announced(MEI)
        upload(photo_id, b"<html>")
        MEI.post(f"/photos/{photo_id}/check")
        assert capacity.capacity(MEIS_ID).free == USUAL_LIMIT

    def test_of_a_file_that_does_not_come_is_given_back_once(self) -> None:
        announced(MEI)
        late = clock.now() + timedelta(hours=1, minutes=1)
        assert [service.give_up_due(late) for _ in range(2)] == [1, 0]
        assert capacity.capacity(MEIS_ID).free == USUAL_LIMIT

    def test_of_a_file_that_came_unheard_is_kept(self) -> None:
        photo_id = announced(MEI)
        upload(photo_id, a_picture())
        service.give_up_due(clock.now() + timedelta(hours=2))
        assert MEI.get(f"/photos/{photo_id}").json["state"] == "ready"

    def test_can_not_shrink_below_what_is_stored(self) -> None:
        ready_photo(MEI)
        with pytest.raises(capacity.TooMuchStored):
            limit(1)


def hear_all() -> None:
    while batch := messages("files"):
        assert handlers.keep_files({"Records": batch}) == {"batchItemFailures": []}


class TestLanding:
    def test_checks_what_came_without_being_asked(self) -> None:
        photo_id = announced(MEI)
        upload(photo_id, a_picture())
        hear(f"uploads/{photo_id}", f"uploads/{photo_id}")
        assert MEI.get(f"/photos/{photo_id}").json["state"] == "ready"
        assert capacity.capacity(MEIS_ID).used == recounted()

    def test_makes_smaller_ones_that_do_not_count(self) -> None:
        photo_id = ready_photo(MEI, content=a_picture(size=(1_500, 900)))
        (key,) = kept()
        hear(key, key)
        address = MEI.get(f"/media/{photo_id}?size=thumb").headers["location"]
        assert ".thumb.webp" in address
        assert capacity.capacity(MEIS_ID).used == recounted()

    def test_comes_in_any_order_twice_and_after_the_end(self) -> None:
        for order in permutations(("upload", "media", "delete")):
            photo_id = announced(MEI)
            upload(photo_id, a_picture(size=(130, 110)))
            MEI.post(f"/photos/{photo_id}/check")
            (key,) = kept()
            for step in order:
                if step == "delete":
                    MEI.delete(f"/files/{photo_id}")
                    hear_all()
                else:
                    hear({"upload": f"uploads/{photo_id}", "media": key}[step])
            hear(key, f"uploads/{photo_id}")
            assert kept() == {}
            assert capacity.capacity(MEIS_ID).used == 0


class TestDays:
    def test_add_up_to_the_second(self) -> None:
        noon = datetime(2026, 11, 20, 12, tzinfo=UTC)
        with clock.stopped_at(noon):
            photo_id = ready_photo(MEI)
        size = recounted()
        with clock.stopped_at(noon + timedelta(days=2)):
            MEI.delete(f"/files/{photo_id}")
        with clock.stopped_at(noon + timedelta(days=2, hours=1)):
            days = capacity.days(MEIS_ID, count=4, now=clock.now())
            held = capacity.capacity(MEIS_ID).byte_seconds(now=clock.now())
        assert [day.byte_seconds for day in days] == [size * 43_200, size * 86_400, size * 43_200, 0]
        assert sum(day.byte_seconds for day in days) == held

    def test_count_views(self) -> None:
        photo_id = ready_photo(MEI)
        for _ in range(3):
            Api().get(f"/media/{photo_id}")
        (today,) = capacity.days(MEIS_ID, count=1, now=clock.now())
        assert (today.sums.views, today.sums.sent) == (3, 3 * recounted())

    def test_count_what_is_shown_of_a_smaller_one(self) -> None:
        photo_id = ready_photo(MEI, content=a_picture(size=(1_500, 900)))
        (key,) = kept()
        hear(key)
        Api().get(f"/media/{photo_id}?size=thumb")
        (today,) = capacity.days(MEIS_ID, count=1, now=clock.now())
        assert 0 < today.sums.sent < recounted()


def looked_at(times: int) -> None:
    day = capacity.rules.day_of(clock.now())
    capacity.models.day_key(MEIS_ID, day).update(actions=[capacity.DayItem.views.add(times)])


class TestAllowance:
    def test_used_up_lets_its_person_upload_nothing_and_its_viewers_see_all(self) -> None:
        photo_id = ready_photo(MEI)
        looked_at(capacity.rules.USUAL_REQUESTS)
        reply = MEI.post("/photos", NEW)
        assert (reply.status, reply.json["code"]) == (402, "allowance_used_up")
        assert Api().get(f"/media/{photo_id}").status == 302
        assert OTHER.post("/photos", NEW).status == 201

    def test_is_whole_again_after_thirty_days(self) -> None:
        looked_at(capacity.rules.USUAL_REQUESTS)
        with clock.stopped_at(clock.now() + timedelta(days=31)):
            assert MEI.post("/photos", NEW).status == 201

    def test_of_a_paid_plan_refuses_nothing(self) -> None:
        limit(capacity.USUAL_LIMIT + 1)
        looked_at(capacity.rules.USUAL_REQUESTS)
        assert MEI.post("/photos", NEW).status == 201

    def test_is_warned_of_once(self) -> None:
        ready_photo(MEI)
        looked_at(capacity.rules.USUAL_REQUESTS * 9 // 10)
        for days in (1, 2):
            night = clock.now() + timedelta(days=days, hours=1)
            with clock.stopped_at(night):
                recounts.begin_due(night)
                hear_all()
        told = [json.loads(one["body"])["kind"] for one in messages("notifications")]
        assert told.count("AllowanceLow.1") == 1


class TestFiles:
    def test_are_listed_by_folder_and_moved(self) -> None:
        ids_ = [ready_photo(MEI) for _ in range(3)]
        moved: Any = MEI.patch(f"/files/{ids_[0]}", {"name": "Clip", "folder": "spring"})
        assert (moved.json["name"], moved.json["folder"]) == ("Clip", "spring")
        listed = MEI.get("/files?folder=spring").json["items"]
        assert [one["id"] for one in listed] == ids_[:1]
        first = MEI.get("/files?limit=2").json
        rest = MEI.get(f"/files?limit=2&cursor={first['cursor']}").json["items"]
        assert [one["id"] for one in first["items"] + rest] == [ids_[1], ids_[2], ids_[0]]

    def test_are_deleted_once(self) -> None:
        photo_id = ready_photo(MEI)
        assert [MEI.delete(f"/files/{photo_id}").status for _ in range(2)] == [204, 204]
        assert capacity.capacity(MEIS_ID).free == USUAL_LIMIT
        assert MEI.get("/files").json["items"] == []
