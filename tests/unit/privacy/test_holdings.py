"""What is held on somebody is all in her archive, and none of it leads to her once she is forgotten."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest

from chalicelib.accounts import identity
from chalicelib.foundation import aws, clock
from chalicelib.foundation.config import settings
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.insights.figures.personal import _months
from chalicelib.privacy import handlers, rules, service
from chalicelib.privacy.holdings import holdings
from tests.api import Api
from tests.unit import world
from tests.unit.affiliates import promotion
from tests.unit.conftest import messages
from tests.unit.payments import books
from tests.unit.privacy.going import archive_of, lines_of, went_on
from tests.unit.privacy.life import HELD, PHONE, TOKEN, WORD, lived
from tests.unit.privacy.test_farewells import emptied, everything_stored, gone, later
from tests.unit.stores.crew import MANAGER, PACKER, crew_of, crowded, invited, much_invited, says
from tests.unit.wholesale import trade
from tests.unit.world import LI, MEI, ZHAO, made, person_id


@pytest.fixture(autouse=True)
def accounts_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identity, "_administer", lambda what, subject: None)


@pytest.fixture
def life() -> Any:
    """Zhao's."""
    return lived(ZHAO)


def left(*, twice: bool = False) -> None:
    """She asks to be forgotten, and is."""
    emptied(ZHAO)
    made(ZHAO.put("/me/deletion"))
    messages("notifications")
    gone(twice=twice)
    assert made(ZHAO.get("/me/deletion"))["state"] == "done"


class TestArchive:
    def test_has_something_of_every_kind(self, life: Any) -> None:
        archive_id = made(ZHAO.post("/me/archives"))["id"]
        went_on()
        archive = archive_of(archive_id)
        assert {name for name in HELD if not lines_of(archive, name)} == set()
        assert lines_of(archive, "roles")[0]["store_id"] == life["elsewhere"]["id"]
        assert lines_of(archive, "quote-requests")[0]["text"] == WORD
        assert lines_of(archive, "partner-profile")[0]["profile"]["headline"] == WORD
        looked = lines_of(archive, "figures-of-days")
        assert sum(one["counts"].get("looks", 0) for one in looked) == 1
        (goods,) = lines_of(archive, "figures-of-goods")
        assert goods["counts"]["looks"] == 1

    def test_has_no_secret_by_which_something_can_be_done(self, life: Any) -> None:
        archive_id = made(ZHAO.post("/me/archives"))["id"]
        went_on()
        archive = archive_of(archive_id)
        everything = b"".join(archive.read(name) for name in archive.namelist() if name.endswith("jsonl"))
        assert TOKEN.encode() not in everything
        assert all("token" not in one or not one["token"] for one in lines_of(archive, "push-devices"))

    def test_tells_each_quotation_to_both_its_sides_and_to_nobody_else(self, life: Any) -> None:
        (hers, asked) = (life["quote"]["id"], life["given"]["id"])
        told = {}
        for who in (ZHAO, LI, trade.FACTORY, MEI):
            archive_id = made(who.post("/me/archives"))["id"]
            went_on()
            archive = archive_of(archive_id)
            told[who.person] = {
                one["id"] for name in ("quotes", "quotes-of-stores") for one in lines_of(archive, name)
            }
        assert {hers, asked} <= told[ZHAO.person]
        assert hers in told[trade.FACTORY.person] and asked not in told[trade.FACTORY.person]
        assert told[LI.person] == {asked}
        assert told[MEI.person] == set()

    @pytest.mark.parametrize("pages", [1, 3])
    def test_is_the_same_in_turns_of_any_size(
        self, life: Any, monkeypatch: pytest.MonkeyPatch, pages: int
    ) -> None:
        monkeypatch.setattr(rules, "PAGES", pages)
        archive_id = made(ZHAO.post("/me/archives"))["id"]
        went_on(twice=True)
        archive = archive_of(archive_id)
        assert len(lines_of(archive, "quotes")) == 2
        assert len(lines_of(archive, "figures-of-goods")) == 1


class TestForgetting:
    def test_leaves_nothing_by_which_she_is_known(self, life: Any) -> None:
        assert all(places_of(secret) for secret in (WORD, PHONE, TOKEN))
        before = books.balances() | {}
        left(twice=True)
        assert [one for secret in (WORD, PHONE, TOKEN) for one in places_of(secret)] == []
        books.audit()
        assert sum(books.balances().values()) == sum(before.values()) == 0

    def test_ends_what_she_asked_and_offered(self, life: Any) -> None:
        left()
        request = made(trade.FACTORY.get(f"/quote-requests/{life['request']['id']}"))
        assert (request["state"], request["title"], request["quantity"]) == ("withdrawn", "", 100)
        says(LI.get(f"/suppliers/{life['store']['id']}"), 404, "supplier_not_found")
        says(LI.get(f"/partners/{life['partner']['id']}"), 404, "partner_not_found")
        assert made(MEI.get("/partners?trade=photography"))["items"] == []
        assert made(MEI.get("/briefs?trade=photography"))["items"] != []
        proposal = made(MEI.get(f"/proposals/{life['proposal']['id']}"))
        assert (proposal["state"], proposal["partner_name"], proposal["text"]) == ("withdrawn", "***", "")

    def test_takes_quotations_back_that_wait(self, life: Any) -> None:
        emptied(ZHAO)
        made(ZHAO.put("/me/deletion"))
        with clock.stopped_at(later() - timedelta(days=2)):
            waiting = trade.a_quote(trade.a_request(LI), life["mine"], by=ZHAO, text=WORD)
            answered = trade.a_quote(trade.a_request(ZHAO, title=WORD), life["wares"])
            countered = made(trade.answering(answered, "counter", by=ZHAO, price=5, quantity=100, text=WORD))
        gone()
        for quote, who in ((waiting, LI), (countered, trade.FACTORY)):
            found = made(who.get(f"/quote-requests/{quote['request_id']}/quotes/{quote['id']}"))
            assert (found["state"], found["text"]) == ("retracted", "")
            assert found["price"] == quote["price"]
        assert places_of(WORD) == []

    def test_leaves_others_what_they_agreed_on_without_her_name(self, life: Any) -> None:
        before = made(MEI.get(f"/contracts/{life['contract']['id']}"))
        left()
        after = made(MEI.get(f"/contracts/{life['contract']['id']}"))
        assert (before["partner_name"], after["partner_name"]) == (WORD, "***")
        assert after["milestones"] == before["milestones"]

    def test_leaves_merchants_and_buyers_their_parcels_without_where_she_lives(self, life: Any) -> None:
        left()
        for who, order, end in ((MEI, life["bought"], "recipient"), (LI, life["sold"], "sender")):
            (found,) = made(who.get(f"/orders/{order['id']}/parcels"))["items"]
            parcel = found["booking"]
            (kept,) = [one for one in bookings() if one["pk"]["S"] == parcel["id"]]
            contact = json.loads(kept[end]["S"])
            assert {contact[name] for name in ("name", "phone", "street")} == {""}
            assert contact["region"][:6] == contact["region"]
            made(who.get(f"/shipping/parcels/{parcel['id']}"))

    def test_takes_her_from_the_stores_where_she_worked(self, life: Any) -> None:
        assert [one["person_id"] for one in crew_of(life["elsewhere"], LI)["items"]] == [person_id(ZHAO)]
        left(twice=True)
        assert crew_of(life["elsewhere"], LI)["items"] == []
        says(ZHAO.get(f"/stores/{life['elsewhere']['id']}/orders"), 404, "store_not_found")

    def test_leaves_nobody_in_her_stores_who_could_open_them_again(self, life: Any) -> None:
        emptied(ZHAO)
        made(ZHAO.put("/me/deletion"))
        with clock.stopped_at(later() - timedelta(days=2)):
            code = invited(life["store"], "manager", by=ZHAO)["code"]
            made(MANAGER.get(f"/my/stores/{life['store']['id']}"))
        gone(twice=True)
        says(MANAGER.post(f"/stores/{life['store']['id']}/publish"), 404, "store_not_found")
        with clock.stopped_at(later() - timedelta(days=1)):
            says(PACKER.post(f"/invitations/{code}/accept"), 404, "invitation_not_found")

    def test_dismisses_a_crew_that_is_large(self, life: Any) -> None:
        another = world.a_store(ZHAO)
        for store in (life["store"], another):
            crowded(store, 40)
            much_invited(store, 45, by=ZHAO)
        left(twice=True)
        assert not any(sort in everything_stored() for sort in ('"staff#', '"workplace#'))

    def test_takes_her_from_many_stores(self) -> None:
        crowd = [Api(f"dddddddd-0000-0000-0000-{number:012}") for number in range(30)]
        for who in crowd:
            store = world.a_store(who)
            code = made(who.post(f"/stores/{store['id']}/staff/invitations", {"role": "packer", "label": ""}))
            made(ZHAO.post(f"/invitations/{code['code']}/accept"))
        left()
        assert "workplace#" not in everything_stored()

    def test_lets_a_visit_over_her_link_bring_nobody_anything(self, life: Any) -> None:
        visit = promotion.visited(life["link"])
        left()
        says(Api().get(f"/r/{life['link']}"), 404, "promoter_link_not_found")
        world.money_for(LI)
        wish = promotion.buying(LI, life["theirs"], referral=visit)
        order = made(LI.post("/checkouts", wish))["orders"][0]
        promotion.confirmed(order)
        assert made(ZHAO.get("/promoter/commissions"))["items"] == []
        assert world.in_wallet(ZHAO) == 0

    def test_tells_no_device_any_more(self, life: Any) -> None:
        left()
        assert made(ZHAO.get("/push-devices"))["items"] == []
        assert made(LI.post("/push-devices", {"platform": "apns", "token": TOKEN}))["id"]

    def test_comes_again_when_somebody_else_moved_a_thing_of_hers(
        self, life: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        emptied(ZHAO)
        made(ZHAO.put("/me/deletion"))
        at, met = later(), []

        def moved(*_: Any, **__: Any) -> None:
            met.append(1)
            raise ChangedMeanwhile

        with clock.stopped_at(at):
            service.begin_due(at)
            with monkeypatch.context() as patch:
                patch.setattr("chalicelib.partners.briefs.models.advance", moved)
                while batch := messages("privacy"):
                    if handlers.hand_out({"Records": batch})["batchItemFailures"]:
                        break
            assert met
            assert handlers.hand_out({"Records": batch}) == {"batchItemFailures": []}
            went_on()
        assert made(ZHAO.get("/me/deletion"))["state"] == "done"
        assert places_of(WORD) == []


def places_of(secret: str) -> list[str]:
    """Which items still tell it, but for what others were told, which they keep for 180 days."""
    return [
        f"{one['pk']['S']} {one['sk']['S']}"
        for items in json.loads(everything_stored())
        for one in items
        if tells(one, secret) and not (one["sk"]["S"].startswith("ntf_") and "expires_at" in one)
    ]


def tells(item: Any, secret: str) -> bool:
    """Is it there, in a value or in JSON in a value? Each layer of that escapes anew."""
    return json.dumps(secret)[1:-1] in re.sub(r"\\+", r"\\", json.dumps(item))


class TestParcels:
    def test_that_are_called_off_are_forgotten_by_themselves(self) -> None:
        order = world.a_paid_order()
        world.money_for(MEI, 5_000)
        parcel = world.a_booking(order)
        made(MEI.post(f"/shipping/parcels/{parcel['id']}/cancel"))
        (kept,) = bookings()
        assert int(kept["expires_at"]["N"]) > (clock.now() + timedelta(days=59)).timestamp()


def bookings() -> list[Any]:
    items = aws.client("dynamodb").scan(TableName=settings().table("shipping"))["Items"]
    return [one for one in items if one["sk"]["S"] == "booking"]


class TestTheTable:
    def test_names_each_kind_once(self) -> None:
        names = [one.name for one in holdings()]
        assert len(set(names)) == len(names)

    def test_counts_months_across_the_turn_of_a_year(self) -> None:
        assert list(_months(date(2025, 11, 30), date(2026, 1, 1))) == ["2025-11", "2025-12", "2026-01"]
