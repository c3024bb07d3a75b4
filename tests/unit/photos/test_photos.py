"""A photo's way from the phone to the page, over HTTP."""

from __future__ import annotations

import base64
import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from chalicelib.foundation import aws, clock
from chalicelib.foundation.tables import get
from chalicelib.photos import service, storage
from chalicelib.photos.errors import PhotoNotReady
from chalicelib.photos.models import PhotoItem
from chalicelib.photos.rules import MOST_BYTES, shelf
from tests.api import Api
from tests.unit.conftest import calls, everything_stored
from tests.unit.photos.uploads import a_picture, announced, kept, ready_photo, upload

MEI = Api("11111111-1111-1111-1111-111111111111")
OTHER = Api("22222222-2222-2222-2222-222222222222")
NOBODY = Api()
MEIS_ID = "per_11111111111111111111111111111111"
NEW = {"content_type": "image/png", "bytes": 1000, "purpose": "logo"}


def policy_of(form: dict[str, Any]) -> dict[str, Any]:
    policy: dict[str, Any] = json.loads(base64.b64decode(form["fields"]["policy"]))
    return policy


class TestAnnounce:
    def test_answers_where_to_upload(self) -> None:
        reply = MEI.post("/photos", NEW)
        assert (reply.status, reply.json["state"]) == (201, "waiting")
        form = reply.json["upload"]
        assert form["url"].startswith("https://guanxi-unit-media.s3.amazonaws.com")
        assert form["fields"]["key"] == f"uploads/{reply.json['id']}"
        assert form["fields"]["Content-Type"] == "image/png"

    def test_permits_one_key_and_type_and_what_was_announced(self) -> None:
        announced_ = MEI.post("/photos", NEW).json
        conditions = policy_of(announced_["upload"])["conditions"]
        assert {"key": f"uploads/{announced_['id']}"} in conditions
        assert {"Content-Type": "image/png"} in conditions
        assert ["content-length-range", 1, NEW["bytes"]] in conditions

    def test_costs_one_look_at_what_was_used_and_one_transaction(self) -> None:
        with calls() as made:
            MEI.post("/photos", NEW)
        assert made == ["Query", "TransactWriteItems"]

    def test_is_forgotten_when_nothing_comes_of_it(self) -> None:
        photo_id = announced(MEI)
        assert get(PhotoItem, photo_id, "photo").expires_at > clock.now()

    @pytest.mark.parametrize(
        ("field", "value"),
        [("content_type", "image/gif"), ("content_type", "PNG"), ("bytes", 0), ("bytes", MOST_BYTES + 1),
         ("bytes", "9"), ("bytes", 1.5), ("bytes", True), ("purpose", "avatar"), ("purpose", None)],
    )  # fmt: skip
    def test_refuses_nonsense(self, field: str, value: object) -> None:
        reply = MEI.post("/photos", {**NEW, field: value})
        assert (reply.status, reply.json["field"]) == (422, field)

    def test_answers_the_same_to_the_same_key(self) -> None:
        assert MEI.post("/photos", NEW, key="k").content == MEI.post("/photos", NEW, key="k").content


class TestCheck:
    def test_makes_a_good_photo_ready(self) -> None:
        photo_id = announced(MEI)
        content = a_picture(size=(300, 200))
        upload(photo_id, content)
        reply = MEI.post(f"/photos/{photo_id}/check")
        assert reply.status == 200
        assert reply.json["state"] == "ready"
        assert (reply.json["width"], reply.json["height"]) == (300, 200)
        assert reply.json["bytes"] == len(content)
        assert reply.json["path"] == f"/media/{photo_id}"
        assert MEI.get(f"/photos/{photo_id}").json == reply.json

    def test_keeps_the_very_bytes_for_good(self) -> None:
        content = a_picture()
        photo_id = ready_photo(MEI, content=content)
        ((key, stored),) = kept().items()
        assert key.startswith(f"media/{shelf(MEIS_ID)}/{photo_id}-") and key.endswith(".png")
        assert stored == content
        assert get(PhotoItem, photo_id, "photo").expires_at is None

    def test_is_not_swayed_by_a_second_upload(self) -> None:
        photo_id = ready_photo(MEI, content=a_picture(colour="red"))
        before = kept()
        upload(photo_id, a_picture(colour="blue", size=(500, 500)))
        assert MEI.post(f"/photos/{photo_id}/check").json["width"] == 120
        assert kept() == before

    def test_waits_for_the_upload(self) -> None:
        photo_id = announced(MEI)
        before = everything_stored()
        reply = MEI.post(f"/photos/{photo_id}/check")
        assert (reply.status, reply.json["code"]) == (409, "not_uploaded")
        assert everything_stored() == before
        upload(photo_id, a_picture())
        assert MEI.post(f"/photos/{photo_id}/check").json["state"] == "ready"

    @pytest.mark.parametrize(
        ("content", "code"),
        [
            (b"", "empty"),
            (b"<svg/>", "not_a_picture"),
            (a_picture("JPEG"), "other_type"),
            (a_picture(size=(50, 50)), "too_small"),
            (a_picture() + b"\0" * MOST_BYTES, "too_large"),
        ],
        ids=["empty", "svg", "jpeg", "small", "large"],
    )
    def test_rejects_a_bad_file_for_good_and_says_why(self, content: bytes, code: str) -> None:
        photo_id = announced(MEI)
        upload(photo_id, content)
        rejected = MEI.post(f"/photos/{photo_id}/check").json
        assert (rejected["state"], rejected["rejection"]["code"]) == ("rejected", code)
        assert rejected["rejection"]["detail"].endswith(".")
        assert rejected["path"] is rejected["width"] is None
        upload(photo_id, a_picture())
        assert MEI.post(f"/photos/{photo_id}/check").json == rejected
        assert kept() == {}

    def test_reads_no_more_of_a_file_than_it_must(self) -> None:
        aws.client("s3").put_object(Bucket="guanxi-unit-media", Key="big", Body=b"\0" * (MOST_BYTES * 2))
        content = storage.read("big")
        assert content is not None
        assert len(content) == MOST_BYTES + 1

    def test_costs_what_it_says(self) -> None:
        photo_id = announced(MEI)
        upload(photo_id, a_picture())
        with calls() as first:
            MEI.post(f"/photos/{photo_id}/check")
        with calls() as again:
            MEI.post(f"/photos/{photo_id}/check")
        assert first == ["BatchGetItem", "GetObject", "PutObject", "TransactWriteItems"]
        assert again == ["BatchGetItem"]

    @pytest.mark.parametrize("dies_at", ["read", "keep"])
    def test_is_done_again_after_a_crash(self, dies_at: str, monkeypatch: pytest.MonkeyPatch) -> None:
        photo_id = announced(MEI)
        upload(photo_id, a_picture())

        def die(*_: object, **__: object) -> None:
            raise RuntimeError("the Lambda was stopped")

        with monkeypatch.context() as patch:
            patch.setattr(storage, dies_at, die)
            assert MEI.post(f"/photos/{photo_id}/check").status == 500
        assert MEI.get(f"/photos/{photo_id}").json["state"] == "waiting"
        assert MEI.post(f"/photos/{photo_id}/check").json["state"] == "ready"

    def test_of_two_at_once_the_slower_answers_what_the_faster_found(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        photo_id = announced(MEI)
        upload(photo_id, a_picture(size=(300, 300)))
        keep = storage.keep

        def overtaken(*args: Any) -> None:
            monkeypatch.setattr(storage, "keep", keep)
            upload(photo_id, a_picture(size=(400, 400)))
            assert MEI.post(f"/photos/{photo_id}/check").json["width"] == 400
            keep(*args)

        monkeypatch.setattr(storage, "keep", overtaken)
        slower = MEI.post(f"/photos/{photo_id}/check").json
        assert slower["width"] == 400
        key = urlsplit(NOBODY.get(f"/media/{photo_id}").headers["location"]).path[1:]
        assert kept()[key] == a_picture(size=(400, 400)), "what is shown is what was measured"

    def test_is_not_for_strangers(self) -> None:
        photo_id = announced(MEI)
        upload(photo_id, a_picture())
        before = everything_stored()
        assert OTHER.post(f"/photos/{photo_id}/check").json["code"] == "photo_not_found"
        assert OTHER.get(f"/photos/{photo_id}").status == 404
        assert everything_stored() == before

    def test_takes_no_body(self) -> None:
        assert MEI.post(f"/photos/{announced(MEI)}/check", {"state": "ready"}).status == 422


class TestShowMedia:
    def test_leads_anybody_to_a_signed_address_that_outlives_the_redirect(self) -> None:
        reply = NOBODY.get(f"/media/{ready_photo(MEI)}")
        assert reply.status == 302
        signed = parse_qs(urlsplit(reply.headers["location"]).query)
        kept_for = int(reply.headers["cache-control"].removeprefix("public, max-age="))
        assert 0 < kept_for < int(signed["X-Amz-Expires"][0])

    def test_shows_nothing_that_is_not_ready(self) -> None:
        photo_id = announced(MEI)
        upload(photo_id, a_picture(size=(10, 10)))
        assert NOBODY.get(f"/media/{photo_id}").json["code"] == "photo_not_found"
        MEI.post(f"/photos/{photo_id}/check")
        assert NOBODY.get(f"/media/{photo_id}").status == 404


class TestReadyPhotos:
    def test_come_in_the_order_asked(self) -> None:
        ids = [ready_photo(MEI) for _ in range(3)][::-1]
        with calls() as made:
            found = service.ready_photos(ids, owner=MEIS_ID)
        assert [photo.id for photo in found] == ids
        assert made == ["BatchGetItem"]

    def test_are_none_when_none_are_asked_for(self) -> None:
        with calls() as made:
            assert service.ready_photos([], owner=MEIS_ID) == []
        assert made == []

    def test_name_the_one_that_is_not(self) -> None:
        with pytest.raises(PhotoNotReady) as refused:
            service.ready_photos([ready_photo(MEI), announced(MEI)], owner=MEIS_ID)
        assert refused.value.field == "photos.1"

    def test_must_be_hers(self) -> None:
        with pytest.raises(PhotoNotReady):
            service.ready_photos([ready_photo(OTHER)], owner=MEIS_ID)

    def test_are_signed_without_a_call(self) -> None:
        (photo,) = service.ready_photos([ready_photo(MEI)], owner=MEIS_ID)
        with calls() as made:
            assert photo.key in service.url(photo)
        assert made == []
