"""A person has all that is held on her written to one file, piece by piece."""

from __future__ import annotations

import io
import json
from datetime import timedelta
from zipfile import ZipFile

import pytest

from chalicelib.foundation import clock
from chalicelib.notifications import handlers
from chalicelib.privacy import archiving, rules
from chalicelib.privacy.holdings import holdings
from chalicelib.privacy.zipping import Piece
from tests.unit import world
from tests.unit.conftest import messages
from tests.unit.conversations import talks
from tests.unit.photos.uploads import a_picture, kept, ready_photo
from tests.unit.privacy.going import archive_of, lines_of, went_on
from tests.unit.stores.crew import says
from tests.unit.world import LI, MEI, made, person_id


def ordered() -> str:
    archive_id: str = made(MEI.post("/me/archives"))["id"]
    return archive_id


def a_full_life() -> None:
    """Mei sells, buys, talks, stores files and has money."""
    world.money_for(MEI, 9_000)
    store = world.a_store()
    order = world.a_completed_order(listing=world.a_listing(store=store))
    world.a_completed_order(buyer=MEI, merchant=world.WANG)
    world.a_review(LI, order)
    talks.say(LI, talks.a_talk(listing=world.a_listing(store=store)))
    for colour in ("red", "blue"):
        ready_photo(MEI, content=a_picture(colour=colour))


class TestArchive:
    def test_holds_all_that_is_hers_and_her_files(self) -> None:
        a_full_life()
        archive_id = ordered()
        went_on()
        archive = archive_of(archive_id)
        index = json.loads(archive.read("index.json"))
        for name in (
            "profile",
            "stores",
            "goods",
            "orders-bought",
            "orders-sold",
            "messages-of-stores",
            "wallet",
        ):
            assert len(lines_of(archive, name)) == index["lines"][name] > 0, name
        files = [archive.read(name) for name in archive.namelist() if name.endswith(".png")]
        assert sorted(files) == sorted(kept().values())
        assert index["files"] == 2

    def test_holds_nothing_of_others(self) -> None:
        a_full_life()
        archive_id = ordered()
        went_on()
        sold = lines_of(archive_of(archive_id), "orders-sold")
        assert {one["seller"]["merchant_id"] for one in sold} == {person_id(MEI)}
        assert lines_of(archive_of(archive_id), "reviews") == []

    def test_is_shown_on_its_way_and_fetched_by_an_address(self) -> None:
        archive_id = ordered()
        before = made(MEI.get(f"/me/archives/{archive_id}"))
        assert (before["state"], before["done"], before["url"]) == ("running", 0, None)
        went_on()
        after = made(MEI.get(f"/me/archives/{archive_id}"))
        assert (after["state"], after["done"]) == ("done", after["parts"]) == ("done", len(holdings()))
        assert f"archives/{archive_id}.zip" in after["url"]
        says(LI.get(f"/me/archives/{archive_id}"), 404, "archive_not_found")

    def test_is_one_a_day(self) -> None:
        ordered()
        says(MEI.post("/me/archives"), 409, "archive_too_soon")
        with clock.stopped_at(clock.now() + timedelta(days=1, minutes=1)):
            ordered()

    @pytest.mark.parametrize(("part", "pages"), [(1, 1), (2_000, 2), (10**9, 3)])
    def test_is_the_same_in_pieces_of_any_size_and_when_messages_come_twice(
        self, monkeypatch: pytest.MonkeyPatch, part: int, pages: int
    ) -> None:
        a_full_life()
        monkeypatch.setattr(rules, "PART", part)
        monkeypatch.setattr(rules, "PAGES", pages)
        monkeypatch.setattr("moto.s3.models.S3_UPLOAD_PART_MIN_SIZE", 1)
        archive_id = ordered()
        assert went_on(twice=True) > 3
        archive = archive_of(archive_id)
        assert len(set(archive.namelist())) == len(archive.namelist())
        assert len(lines_of(archive, "orders-sold")) == 1
        assert len([name for name in archive.namelist() if name.endswith(".png")]) == 2

    def test_tells_its_person_when_it_is_ready(self) -> None:
        archive_id = ordered()
        went_on()
        handlers.deliver_notifications({"Records": messages("notifications")})
        told = made(MEI.get("/notifications"))["items"]
        assert [(one["kind"], one["reference"]) for one in told] == [("archive_ready", archive_id)]

    def test_is_written_by_one_at_a_time(self) -> None:
        archive_id = ordered()
        found = archiving.read_together([archiving.models.archive_want(person_id(MEI), archive_id)])[0]
        archiving._claim(found, clock.now())
        with pytest.raises(archiving.ChangedMeanwhile):
            archiving._claim(found, clock.now())
        archiving._claim(found, clock.now() + timedelta(minutes=2))


class TestPieces:
    def test_make_a_zip_that_is_one(self) -> None:
        first = Piece(0)
        first.add("a.txt", b"a" * 1_000, at=clock.now())
        second = Piece(first.size)
        second.add("b.txt", b"b" * 1_000, at=clock.now(), packed=False)
        second.close(first.entries())
        whole = ZipFile(io.BytesIO(first.content + second.content))
        assert (whole.read("a.txt"), whole.read("b.txt")) == (b"a" * 1_000, b"b" * 1_000)
        assert whole.testzip() is None
