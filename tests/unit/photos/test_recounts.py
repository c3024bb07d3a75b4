"""Each night what is counted is compared with what the bucket holds, and made right to the byte."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from chalicelib.foundation import aws, clock
from chalicelib.photos import handlers
from chalicelib.photos.capacity import models as rooms
from chalicelib.photos.capacity import service as capacity
from chalicelib.photos.capacity.models import CapacityItem
from chalicelib.photos.models import PhotoItem
from chalicelib.photos.recounts import service
from chalicelib.photos.rules import shelf
from tests.api import Api
from tests.unit.conftest import messages
from tests.unit.photos.uploads import a_picture, kept, ready_photo
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
    found = made(OPERATOR.get(f"/storage/recounts/{at.date()}"))["items"]
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
