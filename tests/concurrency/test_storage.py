"""Many uploads at the quota's edge never pass it and never refuse what fits; the metering is a recount's."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from PIL import Image

from chalicelib.foundation import aws, clock, files, ids
from chalicelib.foundation.config import settings
from chalicelib.foundation.errors import Busy
from chalicelib.foundation.files import upload_key
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings import service as listings
from chalicelib.photos import service as photos
from chalicelib.photos.capacity import service as capacity
from chalicelib.photos.capacity.errors import NoRoom
from chalicelib.photos.rules import ContentType, Purpose, State, shelf
from chalicelib.photos.shelves import service as shelves
from tests.concurrency.conftest import at_once, refusals
from tests.concurrency.test_races import a_listing

UPLOADS = int(os.environ.get("STORAGE_UPLOADS", "40"))
"""200 for the whole measure; a few for every day."""

SIZE = 1_000
FIT = UPLOADS * 3 // 4
RACES = 8


@pytest.fixture(autouse=True)
def bucket(on_engine: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The stage's own bucket."""
    monkeypatch.setenv("MEDIA_BUCKET", f"guanxi-{on_engine.stage}-media-000000000000")
    settings.cache_clear()
    yield
    settings.cache_clear()


def a_person() -> str:
    person = ids.new("per")
    with Transaction() as tx:
        capacity.resize(tx, person, limit=FIT * SIZE, was=capacity.USUAL_LIMIT)
    return person


def insisting(doing: Any) -> Any:
    """What a device does that is told to come again."""
    for _ in range(100):
        try:
            return doing()
        except Busy:
            continue
        except NoRoom as refusal:
            return refusal
    raise AssertionError("never done")


def uploaded(photo_id: str) -> None:
    out = io.BytesIO()
    Image.new("RGB", (110, 110), "red").save(out, "PNG")
    aws.client("s3").put_object(Bucket=settings().media_bucket, Key=upload_key(photo_id), Body=out.getvalue())


class TestManyUploadsAtOnce:
    def test_fill_the_quota_exactly_and_are_metered_to_the_byte(self, on_engine: Any) -> None:
        person = a_person()
        how = {"content_type": ContentType.PNG, "purpose": Purpose.LISTING, "size": SIZE}

        def sign(_: int) -> Any:
            return insisting(lambda: photos.announce(person, now=clock.now(), **how))

        with ThreadPoolExecutor(UPLOADS) as pool:
            signed = list(pool.map(sign, range(UPLOADS)))
        ours = [one.photo.id for one in signed if not isinstance(one, NoRoom)]
        assert len(ours) == FIT
        assert capacity.capacity(person).free == 0

        def land_twice_and_delete_some(photo_id: str) -> None:
            uploaded(photo_id)
            for _ in range(2):
                insisting(lambda: photos.land(photo_id, now=clock.now()))
            if ours.index(photo_id) % 3 == 0:
                insisting(lambda: shelves.delete(photo_id, owner=person, now=clock.now()))
                files.drop([photos.show(photo_id, owner=person).key])

        with ThreadPoolExecutor(12) as pool:
            list(pool.map(land_twice_and_delete_some, ours))
        there = files.listed(f"media/{shelf(person)}/", after="", limit=1_000)
        found = capacity.capacity(person)
        assert (found.used, found.files) == (sum(one.size for one in there), len(there))
        assert (found.reserved, found.free) == (0, FIT * SIZE - found.used)
        (today,) = capacity.days(person, count=1, now=clock.now())
        assert today.closing == found.used
        print(f"\n{UPLOADS} uploads, {len(ours)} fit, {len(there)} kept with {found.used} bytes")


class TestAPhotoThatIsShownAndDeletedAtOnce:
    def test_is_either_shown_or_gone(self, on_engine: Any) -> None:
        clip = a_listing()
        shown = 0
        for _ in range(RACES):
            photo_id = landed(clip.owner_id)
            wish = listings.Change(photo_ids=[photo_id])
            taking, deleting = at_once(
                [
                    lambda wish=wish: listings.change(
                        clip.id, person=clip.owner_id, wish=wish, now=clock.now()
                    ),
                    lambda photo_id=photo_id: shelves.delete(photo_id, owner=clip.owner_id, now=clock.now()),
                ]
            )
            told = refusals([taking, deleting])
            assert told < {"photo_not_ready", "photo_in_use", "changed_meanwhile", "busy"}
            _, details = listings.show(clip.id, caller=clip.owner_id)
            there = photos.show(photo_id, owner=clip.owner_id).state is State.READY
            if photo_id in [one.id for one in details.photos]:
                assert there
                shown += 1
        print(f"\n{RACES} races, {shown} shown")


def landed(person: str) -> str:
    """A photo of hers that is ready."""
    how = {"content_type": ContentType.PNG, "purpose": Purpose.LISTING, "size": SIZE}
    announced = insisting(lambda: photos.announce(person, now=clock.now(), **how))
    uploaded(announced.photo.id)
    insisting(lambda: photos.land(announced.photo.id, now=clock.now()))
    photo_id: str = announced.photo.id
    return photo_id
