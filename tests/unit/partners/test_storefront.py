"""What was delivered is used in the store in one tap, and is the merchant's once she has paid."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.transaction import Transaction
from chalicelib.photos import service as photos
from chalicelib.photos.capacity import service as capacity
from chalicelib.stores import service as stores
from tests.api import Api
from tests.unit import world
from tests.unit.partners.hiring import YUN, bought, delivered, step
from tests.unit.photos.uploads import kept
from tests.unit.stores.crew import nothing_changes, says
from tests.unit.world import MEI, made


@pytest.fixture
def store() -> Any:
    return world.a_store()


@pytest.fixture
def contract(store: Any) -> Any:
    """A contract whose work, two photos and a theme, is accepted."""
    done = delivered(bought(store=store), photos=2, theme="#112233")
    return made(step(MEI, done, "accept"))


def ids_of(contract: Any) -> list[str]:
    return [one["id"] for one in contract["milestones"][0]["delivery"]["photos"]]


class TestUse:
    def test_shows_the_photos_with_the_goods_and_once(self, store: Any, contract: Any) -> None:
        listing = world.a_listing(store=store)
        wish = {"use": "listing", "listing_id": listing["id"]}
        assert made(step(MEI, contract, "use", wish, key="once"))["photo_ids"] == ids_of(contract)
        with nothing_changes():
            made(step(MEI, contract, "use", wish, key="again"))
        shown = made(Api().get(f"/listings/{listing['id']}"))["photos"]
        assert [Api().get(one["path"]).status for one in shown] == [302, 302]

    def test_goes_on_where_it_died(self, store: Any, contract: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(stores, "customise", lambda *a, **k: 1 / 0)
            assert step(MEI, contract, "use", {"use": "banner"}).status == 500
        made(step(MEI, contract, "use", {"use": "banner"}))
        assert made(Api().get(f"/stores/{store['id']}"))["banner"]["id"] == ids_of(contract)[0]

    def test_gives_the_store_a_banner_and_a_theme(self, store: Any, contract: Any) -> None:
        second = ids_of(contract)[1]
        for _ in range(2):
            made(step(MEI, contract, "use", {"use": "banner", "photos": [second]}))
            made(step(MEI, contract, "use", {"use": "theme"}))
        shown = made(Api().get(f"/stores/{store['id']}"))
        assert (shown["banner"]["id"], shown["theme"]["accent"]) == (second, "#112233")

    def test_waits_until_it_is_paid(self, store: Any) -> None:
        contract = delivered(bought(store=store), photos=1)
        photo = ids_of(contract)[0]
        assert Api().get(f"/media/{photo}").status == 404
        says(step(MEI, contract, "use", {"use": "banner"}), 409, "not_yours_yet")
        says(MEI.patch(f"/stores/{store['id']}", {"banner": photo}), 422, "photo_not_ready")

    def test_is_the_merchants_alone_and_of_what_was_delivered(self, store: Any, contract: Any) -> None:
        says(step(YUN, contract, "use", {"use": "theme"}), 403, "not_permitted")
        other = {"use": "banner", "photos": ["pho_01KB00000000000000000000AA"]}
        says(step(MEI, contract, "use", other), 422, "not_delivered")
        says(step(MEI, contract, "use", {"use": "listing"}), 404, "listing_not_found")
        foreign = world.a_listing(world.WANG)
        wish = {"use": "listing", "listing_id": foreign["id"]}
        says(step(MEI, contract, "use", wish), 404, "listing_not_found")

    def test_hands_the_photos_over_for_good(self, store: Any, contract: Any) -> None:
        made(step(MEI, contract, "use", {"use": "banner"}))
        photo = photos.show(ids_of(contract)[0], owner=world.person_id(MEI))
        assert photo.purpose.public
        says(YUN.get(f"/photos/{photo.id}"), 404, "photo_not_found")


def rooms() -> tuple[tuple[int, int, int], ...]:
    """How many bytes and files count in the partner's room and in the merchant's, and what came today."""
    found = []
    for who in (YUN, MEI):
        room = capacity.capacity(world.person_id(who))
        (today,) = capacity.days(room.person_id, count=1, now=clock.now())
        assert room.free == room.limit - room.used
        found.append((room.used, room.files, today.closing - today.opening))
    return tuple(found)


class TestHandOver:
    def test_moves_the_bytes_into_the_merchants_room(self, store: Any, contract: Any) -> None:
        first, second = (len(kept()[photos.show(one, owner=person).key]) for one, person in whose(contract))
        assert rooms() == ((first + second, 2, first + second), (0, 0, 0))
        made(step(MEI, contract, "use", {"use": "banner"}))
        assert rooms() == ((second, 1, second), (first, 1, first))

    def test_counts_once_however_often_it_is_taken(self, store: Any, contract: Any) -> None:
        wish = {"use": "listing", "listing_id": world.a_listing(store=store)["id"]}
        size = sum(map(len, kept().values()))
        for _ in range(2):
            made(step(MEI, contract, "use", wish))
            made(step(MEI, contract, "use", {"use": "banner"}))
        assert rooms() == ((0, 0, 0), (size, 2, size))

    def test_lies_on_the_merchants_shelf_without_what_the_partner_called_it(
        self, store: Any, contract: Any
    ) -> None:
        photo = ids_of(contract)[0]
        made(YUN.patch(f"/files/{photo}", {"name": "hers", "folder": "for Mei"}))
        made(step(MEI, contract, "use", {"use": "banner"}))
        (shown,) = made(MEI.get("/files"))["items"]
        assert (shown["id"], shown["name"], shown["folder"]) == (photo, "", "")
        assert photo not in [one["id"] for one in made(YUN.get("/files"))["items"]]

    def test_is_let_into_a_full_room_and_then_nothing_more(self, store: Any, contract: Any) -> None:
        mei = world.person_id(MEI)
        with Transaction() as tx:
            capacity.resize(tx, mei, limit=1, was=capacity.USUAL_LIMIT)
        made(step(MEI, contract, "use", {"use": "banner"}))
        assert capacity.capacity(mei).free < 0
        new = {"content_type": "image/png", "bytes": 1, "purpose": "logo"}
        says(MEI.post("/photos", new), 409, "no_room")

    def test_at_the_same_instant_counts_once(self, store: Any, contract: Any) -> None:
        giver, to = world.person_id(YUN), world.person_id(MEI)
        read = photos.known(ids_of(contract)[:1])

        def take() -> None:
            with Transaction() as tx:
                photos.hand_over(tx, read, giver=giver, to=to, purpose=photos.Purpose.BANNER, now=clock.now())

        take()
        before = rooms()
        with pytest.raises(ChangedMeanwhile):
            take()
        assert rooms() == before


def whose(contract: Any) -> list[tuple[str, str]]:
    return [(one, world.person_id(YUN)) for one in ids_of(contract)]
