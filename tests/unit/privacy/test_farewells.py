"""Who wants to be forgotten is, once she has waited and nothing is open; books are kept without her name."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest

from chalicelib.accounts import identity
from chalicelib.foundation import aws, clock
from chalicelib.photos import handlers as photos
from chalicelib.privacy import handlers, service
from tests.unit import world
from tests.unit.conftest import messages
from tests.unit.conversations import talks
from tests.unit.payments import books
from tests.unit.photos.uploads import kept, ready_photo
from tests.unit.privacy.going import went_on
from tests.unit.stores.crew import says
from tests.unit.world import LI, MEI, made


@pytest.fixture(autouse=True)
def accounts_removed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What was asked of Cognito."""
    asked: list[tuple[str, str]] = []
    monkeypatch.setattr(identity, "_administer", lambda what, subject: asked.append((what, subject)))
    return asked


def later() -> datetime:
    return clock.now() + timedelta(days=14, minutes=1)


def gone(*, twice: bool = False) -> None:
    """The waiting time is over, and the queue does the rest."""
    at = later()
    with clock.stopped_at(at):
        service.begin_due(at)
        went_on(twice=twice)


def emptied(who: Any) -> None:
    """All money of a wallet is paid out."""
    if left := world.in_wallet(who):
        wish = {"amount": left, "currency": "CNY", "destination": "ba_ok"}
        made(who.post("/wallet/withdrawals", wish))


def everything_stored() -> str:
    """All items of all tables as text, but for the books of money."""
    dynamodb = aws.client("dynamodb")
    names = [name for name in dynamodb.list_tables()["TableNames"] if not name.endswith("-foundation")]
    return json.dumps(
        [dynamodb.scan(TableName=name)["Items"] for name in names], default=str, ensure_ascii=False
    )


class TestAsking:
    def test_waits_and_can_be_called_off(self) -> None:
        asked = made(MEI.put("/me/deletion"))
        assert asked["state"] == "waiting"
        assert made(MEI.put("/me/deletion")) == asked
        made(MEI.delete("/me/deletion"))
        says(MEI.get("/me/deletion"), 404, "not_leaving")
        gone()
        says(MEI.get("/me/deletion"), 404, "not_leaving")

    def test_is_refused_while_money_is_there_and_says_so(self) -> None:
        world.money_for(MEI, 500)
        reply = MEI.put("/me/deletion")
        says(reply, 409, "still_open")
        assert "¥5.00" in reply.json["detail"]

    def test_is_refused_while_an_order_is_open_for_both(self) -> None:
        order = world.a_paid_order()["id"]
        emptied(LI)
        for who in (LI, MEI):
            reply = who.put("/me/deletion")
            says(reply, 409, "still_open")
            assert order in reply.json["detail"]

    def test_looks_again_when_the_time_has_come(self) -> None:
        made(MEI.put("/me/deletion"))
        world.a_paid_order()
        gone()
        found = made(MEI.get("/me/deletion"))
        assert found["state"] == "refused"
        assert any("The order" in one for one in found["open_matters"])
        assert made(MEI.get("/me"))["name"]


class TestForgetting:
    def test_leaves_no_trace_of_her_and_all_of_the_books(
        self, accounts_removed: list[tuple[str, str]]
    ) -> None:
        made(LI.patch("/me", {"name": "李小明明"}))
        address = world.an_address(LI)
        order = world.a_completed_order()
        world.a_review(LI, order)
        talks.say(LI, talks.a_talk(listing=world.a_listing()), "秘密的话")
        ready_photo(LI)
        made(LI.put(f"/stores/{world.a_store()['id']}/follower"))
        made(LI.put(f"/favourites/{order['lines'][0]['listing_id']}"))
        emptied(LI)
        before = books.balances()
        made(LI.put("/me/deletion"))
        messages("notifications")
        gone(twice=True)
        stored = everything_stored()
        for secret in ("李小明明", "秘密的话", "13800138000", address):
            assert secret not in stored, secret
        while batch := messages("files"):
            photos.keep_files({"Records": batch})
        assert kept() == {}
        assert books.balances() == before
        books.audit()
        assert accounts_removed[0][0] == "admin_disable_user"
        assert accounts_removed[-1] == ("admin_delete_user", LI.person)
        assert made(LI.get("/me/deletion"))["state"] == "done"
        says(LI.delete("/me/deletion"), 409, "too_late_to_stay")

    def test_closes_her_stores(self) -> None:
        store = world.a_store()
        listing = world.a_listing(store=store)
        made(MEI.put("/me/deletion"))
        gone()
        assert LI.get(f"/stores/{store['id']}").status in (404, 409)
        says(LI.get(f"/listings/{listing['id']}"), 404, "listing_not_found")

    def test_goes_on_where_it_died(self, monkeypatch: pytest.MonkeyPatch) -> None:
        ready_photo(MEI)
        made(MEI.put("/me/deletion"))
        at = later()
        with clock.stopped_at(at):
            service.begin_due(at)
            with monkeypatch.context() as patch:
                patch.setattr("chalicelib.photos.shelves.service.end", lambda *a, **k: 1 / 0)
                while batch := messages("privacy"):
                    if handlers.hand_out({"Records": batch})["batchItemFailures"]:
                        break
            assert handlers.hand_out({"Records": batch}) == {"batchItemFailures": []}
            went_on()
        assert made(MEI.get("/me/deletion"))["state"] == "done"
