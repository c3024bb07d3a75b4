"""Each night what is counted is compared with what the bucket holds, and made right to the byte."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.foundation import aws, clock
from chalicelib.photos import handlers
from chalicelib.photos import service as photos
from chalicelib.photos.capacity import models as rooms
from chalicelib.photos.capacity import service as capacity
from chalicelib.photos.capacity.models import CapacityItem
from chalicelib.photos.models import PhotoItem, photo_key
from chalicelib.photos.recounts import service
from chalicelib.photos.rules import shelf
from tests.api import Api
from tests.unit.conftest import cloud_emptied, messages
from tests.unit.photos.uploads import a_picture, announced, kept, ready_photo, upload
from tests.unit.world import MEI, made, person_id

OPERATOR = Api("eeeeeeee-0000-0000-0000-000000000001", claims={"cognito:groups": "operators"})
BUCKET = "guanxi-unit-media"
TODAY = datetime.now(UTC).replace(hour=10, minute=0, second=0, microsecond=0) - timedelta(days=2)
NIGHT = TODAY + timedelta(days=4)
"""More than a day from now: moto dates objects by the real clock."""


@pytest.fixture(autouse=True)
def daytime() -> Iterator[None]:
    with clock.stopped_at(TODAY):
        yield


def recounted(at: datetime = NIGHT, *, twice: bool = False) -> None:
    """What the clock and the queue do in a night."""
    with clock.stopped_at(at):
        service.begin_due(at)
        while batch := messages("files"):
            for _ in range(2 if twice else 1):
                assert handlers.keep_files({"Records": batch}) == {"batchItemFailures": []}


def findings(at: datetime = NIGHT) -> list[tuple[str, str, int, int]]:
    found = made(OPERATOR.get(f"/storage/recounts/{at.date()}?limit=100"))["items"]
    return sorted((one["kind"], one["subject"], one["counted"], one["found"]) for one in found)


def night(at: datetime = NIGHT) -> Any:
    (found,) = made(OPERATOR.get("/storage/recounts"))["items"]
    assert found.pop("day") == at.date().isoformat()
    return found


def put(key: str, content: bytes = b"x" * 10) -> None:
    aws.client("s3").put_object(Bucket=BUCKET, Key=key, Body=content)


def drop(key: str) -> None:
    aws.client("s3").delete_object(Bucket=BUCKET, Key=key)


def hers() -> str:
    return person_id(MEI)


def miscount(size: int, files: int) -> None:
    actions = [CapacityItem.used.add(size), CapacityItem.files.add(files), rooms.freed(-size)]
    rooms.capacity_key(hers()).update(actions=actions)


class TestRecount:
    def test_finds_nothing_where_all_is_right(self) -> None:
        for _ in range(3):
            ready_photo(MEI)
        recounted()
        assert findings() == []
        assert night() == {"people": 1, "files": 3, "bytes": sum(map(len, kept().values())), "findings": 0}

    def test_removes_what_belongs_to_nothing_once_it_is_old(self) -> None:
        ready_photo(MEI)
        (good,) = kept()
        stray = f"media/{shelf(hers())}/pho_01KB00000000000000000000AA-0123456789abcdef.png"
        smaller = f"variants/{shelf(hers())}/{stray.rpartition('/')[2]}.thumb.webp"
        put(stray)
        put(smaller)
        recounted(datetime.now(UTC) + timedelta(hours=23))
        assert set(kept()) == {good, stray}
        recounted(datetime.now(UTC) + timedelta(days=2), twice=True)
        assert set(kept()) == {good}
        assert not aws.client("s3").list_objects_v2(Bucket=BUCKET, Prefix=smaller).get("Contents")

    def test_removes_what_an_earlier_check_left_beside_the_photos_own(self) -> None:
        photo_id = ready_photo(MEI)
        (good,) = kept()
        put(f"media/{shelf(hers())}/{photo_id}-0000000000000000.png")
        recounted()
        assert set(kept()) == {good}

    def test_marks_a_photo_whose_file_is_missing_and_unmarks_it_when_it_is_there_again(self) -> None:
        photo_id = ready_photo(MEI)
        ((key, content),) = kept().items()
        drop(key)
        recounted()
        assert findings() == [("lost", photo_id, len(content), 0)]
        (shown,) = made(MEI.get("/files"))["items"]
        assert shown["lost"] is True
        put(key, content)
        recounted(NIGHT + timedelta(days=1))
        (shown,) = made(MEI.get("/files"))["items"]
        assert shown["lost"] is False

    def test_tells_of_a_file_of_another_size(self) -> None:
        photo_id = ready_photo(MEI)
        ((key, content),) = kept().items()
        put(key, content + b"!")
        recounted()
        assert findings() == [("other_size", photo_id, len(content), len(content) + 1)]

    @pytest.mark.parametrize(("size", "files"), [(7, 0), (-7, 1), (0, -1)])
    def test_corrects_the_bytes_and_leaves_a_record(self, size: int, files: int) -> None:
        ready_photo(MEI)
        truth = sum(map(len, kept().values()))
        miscount(size, files)
        recounted(twice=True)
        room = capacity.capacity(hers())
        assert (room.used, room.files) == (truth, 1)
        assert findings() == [("miscounted", hers(), truth + size, truth)]
        (today,) = capacity.days(hers(), count=1, now=NIGHT)
        assert today.closing == truth

    def test_corrects_nothing_when_something_moved_meanwhile_and_does_it_later(self) -> None:
        ready_photo(MEI)
        miscount(7, 0)
        with clock.stopped_at(NIGHT):
            service.begin_due(NIGHT)
            ready_photo(MEI)
        recounted(NIGHT + timedelta(seconds=1))
        truth = sum(map(len, kept().values()))
        assert capacity.capacity(hers()).used == truth + 7
        recounted(NIGHT + timedelta(minutes=30))
        assert capacity.capacity(hers()).used == truth

    def test_waits_until_a_shelf_is_quiet(self) -> None:
        with clock.stopped_at(NIGHT - timedelta(days=1)):
            ready_photo(MEI)
        with clock.stopped_at(NIGHT - timedelta(seconds=1)):
            ready_photo(MEI)
            service.begin_due(NIGHT)
        assert not messages("files")

    def test_that_can_not_be_done_is_told(self) -> None:
        ready_photo(MEI)
        for number in range(service.MOST_TRIES + 1):
            at = NIGHT + timedelta(minutes=30 * number)
            with clock.stopped_at(at):
                service.begin_due(at)
                rooms.capacity_key(hers()).update(actions=[CapacityItem.changes.add(1)])
            recounted(at)
        assert [kind for kind, *_ in findings()] == ["unsettled"]

    def test_goes_on_page_by_page(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(service, "PAGE", 2)
        photo_ids = [ready_photo(MEI, content=a_picture(size=(120 + n, 100))) for n in range(5)]
        made(MEI.patch(f"/files/{photo_ids[3]}", {"folder": "spring"}))
        miscount(1, 1)
        recounted(twice=True)
        room = capacity.capacity(hers())
        assert (room.used, room.files) == (sum(map(len, kept().values())), 5)

    def test_marks_a_whole_page_of_lost_files(self) -> None:
        for number in range(50):
            ready_photo(MEI, content=a_picture(size=(120 + number, 100)))
        for key in kept():
            drop(key)
        recounted(twice=True)
        assert [kind for kind, *_ in findings()] == ["lost"] * 50
        assert capacity.capacity(hers()).files == 50

    def test_counts_a_file_that_was_handed_over_for_whoever_has_it_now(self) -> None:
        photo_id = ready_photo(MEI)
        other = f"media/shf_01KB00000000000000000000AA/{photo_id}-0123456789abcdef.png"
        ((key, content),) = kept().items()
        put(other, content)
        drop(key)
        PhotoItem(pk=photo_id, sk="photo").update(actions=[PhotoItem.key.set(other)])
        recounted()
        assert findings() == []

    def test_comes_again_the_next_night_and_once(self) -> None:
        ready_photo(MEI)
        recounted()
        assert service.begin_due(NIGHT) == 0
        recounted(NIGHT + timedelta(days=1))
        assert len(made(OPERATOR.get("/storage/recounts"))["items"]) == 2


SOON = NIGHT - timedelta(minutes=30)
"""What is announced then is still waited for when the recount comes."""


@pytest.fixture
def known() -> None:
    """She has announced something days ago, so that she is recounted in this night."""
    known_for_long()


def known_for_long() -> None:
    assert photos.give_up(announced(MEI), now=clock.now())


def mispromise(size: int) -> None:
    rooms.capacity_key(hers()).update(actions=[CapacityItem.reserved.add(size), rooms.freed(-size)])


def promised() -> int:
    """What is promised to files that are still waited for, by their own items."""
    items = aws.client("dynamodb").scan(TableName=PhotoItem.Meta.table_name)["Items"]
    return sum(int(one["reserved"]["N"]) for one in items if one.get("state") == {"S": "waiting"})


def standing() -> tuple[int, int, int, int]:
    """What her room says: promised, stored, files, and whether all of the limit is told of."""
    item = CapacityItem.get(rooms.partition(hers()), "room")
    room = item.capacity()
    return room.reserved, room.used, room.files, int(item.free) - room.free


@pytest.mark.usefixtures("known")
class TestPromises:
    @pytest.mark.parametrize("size", [7, -7])
    def test_are_corrected_and_leave_a_record(self, size: int) -> None:
        with clock.stopped_at(SOON):
            announced(MEI)
            mispromise(size)
        recounted(twice=True)
        assert standing() == (1_000, 0, 0, 0)
        assert findings() == [("miscounted", f"{hers()}#promised", 1_000 + size, 1_000)]
        recounted(NIGHT + timedelta(days=1, minutes=1), twice=True)
        assert standing()[3] == 0

    def test_to_what_is_forgotten_by_the_table_itself_are_returned(self) -> None:
        photo_id = announced(MEI)
        photo_key(photo_id).delete()
        recounted()
        assert standing() == (0, 0, 0, 0)

    def test_to_what_the_clock_passed_over_are_returned(self) -> None:
        photo_id = announced(MEI)
        photo_key(photo_id).update([PhotoItem.due_shard.remove(), PhotoItem.due_at.remove()])
        recounted()
        recounted(NIGHT + timedelta(minutes=30))
        assert standing() == (0, 0, 0, 0)
        assert findings() == []

    def test_that_move_meanwhile_are_corrected_later(self) -> None:
        with clock.stopped_at(SOON):
            announced(MEI)
            mispromise(7)
        with clock.stopped_at(NIGHT):
            service.begin_due(NIGHT)
            announced(MEI)
        recounted(NIGHT + timedelta(seconds=1))
        assert standing()[0] == 2_007
        recounted(NIGHT + timedelta(minutes=25))
        assert standing() == (2_000, 0, 0, 0)

    def test_are_added_up_page_by_page(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(service, "PAGE", 2)
        with clock.stopped_at(SOON):
            for _ in range(5):
                announced(MEI)
            mispromise(-3)
        recounted(twice=True)
        assert standing() == (5_000, 0, 0, 0)

    @given(
        st.lists(
            st.tuples(
                st.sampled_from(("announce", "land", "bad", "abandon", "expire", "drift", "delete")),
                st.integers(0, 5),
            ),
            max_size=9,
        )
    )
    @settings(max_examples=40, deadline=None)
    def test_are_after_a_recount_the_sum_of_what_is_waited_for(self, happened: list[tuple[str, int]]) -> None:
        cloud_emptied()
        known_for_long()
        waiting, ready = list[str](), list[str]()
        with clock.stopped_at(SOON):
            for what, which in [("announce", 0), *happened]:
                _happens(what, which, waiting, ready)
            messages("files")
        recounted()
        assert standing() == (promised(), sum(map(len, kept().values())), len(ready), 0)
        assert promised() == 1_000 * len(waiting)


def _happens(what: str, which: int, waiting: list[str], ready: list[str]) -> None:
    """Something of what becomes of files that were announced, or goes wrong with them."""
    if what == "announce":
        waiting.append(announced(MEI))
    elif what == "drift":
        mispromise(which - 2)
    elif what == "delete" and ready:
        made(MEI.delete(f"/files/{ready.pop(which % len(ready))}"))
        while batch := messages("files"):
            handlers.keep_files({"Records": batch})
    elif waiting and what != "delete":
        _ends(what, waiting.pop(which % len(waiting)), ready)


def _ends(how: str, photo_id: str, ready: list[str]) -> None:
    if how == "expire":
        photo_key(photo_id).delete()
    elif how == "abandon":
        photos.give_up(photo_id, now=clock.now())
    else:
        upload(photo_id, a_picture() if how == "land" else b"<html>")
        made(MEI.post(f"/photos/{photo_id}/check"))
        if how == "land":
            ready.append(photo_id)
