"""Inviting people to work in a store: accepted once, in time, while whoever invited may, over HTTP."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.stores.errors import InvitationNotFound, InvitationUsed, TooManyStaff
from chalicelib.stores.staff import rules, service
from chalicelib.stores.staff.rules import GIVES, SCOPES, Role
from tests.api import Api, Reply
from tests.unit import world
from tests.unit.conftest import calls, everything_stored
from tests.unit.stores.crew import (
    MANAGER,
    PACKER,
    SERVICE,
    crew_of,
    crowded,
    hired,
    invited,
    meanwhile,
    much_invited,
    nothing_changes,
    says,
    staff_path,
)
from tests.unit.world import MEI, WANG, made, person_id

NOBODY = Api()


class TestInvite:
    def test_gives_a_code_that_is_good_for_seven_days(self) -> None:
        store = world.a_store()
        reply = MEI.post(f"/stores/{store['id']}/staff/invitations", {"role": "packer", "label": " 小李 "})
        assert reply.status == 201
        assert (reply.json["role"], reply.json["label"]) == ("packer", "小李")
        assert reply.json["path"] == f"/invitations/{reply.json['code']}"
        left = clock.moment(reply.json["expires_at"]) - clock.now()
        assert timedelta(days=7) - timedelta(minutes=1) < left <= timedelta(days=7)

    def test_shows_whoever_has_the_code_the_stores_name_and_the_role(self) -> None:
        code = invited(world.a_store(name="美美", open=False), "service")["code"]
        shown = NOBODY.get(f"/invitations/{code}").json
        assert (shown["store_name"], shown["role"]) == ("美美", "service")
        assert set(shown["scopes"]) == set(SCOPES[Role.SERVICE])

    def test_tells_the_code_once_and_does_not_store_it(self) -> None:
        store = world.a_store()
        code = invited(store, "packer")["code"]
        assert code not in str(crew_of(store))
        assert code not in str(everything_stored())

    def test_gives_codes_that_cannot_be_guessed(self) -> None:
        store = world.a_store()
        codes = {invited(store, "packer")["code"] for _ in range(20)}
        assert len(codes) == 20
        assert all(len(code) == 12 for code in codes)

    @pytest.mark.parametrize("body", [{}, {"role": "boss"}, {"role": "packer", "label": "a\nb"}], ids=str)
    def test_refuses_nonsense(self, body: Any) -> None:
        store = world.a_store()
        with nothing_changes():
            assert MEI.post(f"/stores/{store['id']}/staff/invitations", body).status == 422

    def test_under_one_key_is_one_invitation_with_the_same_code(self) -> None:
        store = world.a_store()
        path, wish = f"/stores/{store['id']}/staff/invitations", {"role": "packer"}
        first, again = (MEI.post(path, wish, key="k") for _ in range(2))
        assert (again.status, again.content) == (201, first.content)
        assert len(crew_of(store)["invitations"]) == 1

    def test_reads_once_and_writes_once(self) -> None:
        store = world.a_store()
        invited(store, "packer")
        with calls() as made_:
            invited(store, "packer")
        assert made_ == ["BatchGetItem", "TransactWriteItems"]

    def test_stops_at_fifty_that_stand(self) -> None:
        store = world.a_store()
        much_invited(store, rules.MOST_INVITATIONS)
        with nothing_changes():
            reply = MEI.post(f"/stores/{store['id']}/staff/invitations", {"role": "packer"})
        says(reply, 409, "too_many_invitations")

    def test_forgets_what_has_expired_when_the_list_is_full(self) -> None:
        store = world.a_store()
        much_invited(store, rules.MOST_INVITATIONS, days_ago=8)
        new = invited(store, "service")
        assert [one["id"] for one in crew_of(store)["invitations"]] == [new["id"]]

    def test_has_room_for_exactly_fifty_when_two_come_at_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        store = world.a_store()
        much_invited(store, rules.MOST_INVITATIONS - 1)
        meanwhile(monkeypatch, lambda: invited(store, "packer"))
        reply = MEI.post(f"/stores/{store['id']}/staff/invitations", {"role": "packer"})
        says(reply, 409, "too_many_invitations")
        assert len(crew_of(store)["invitations"]) == rules.MOST_INVITATIONS

    @pytest.mark.parametrize("role", Role)
    @pytest.mark.parametrize(("name", "by"), [("manager", MANAGER), ("service", SERVICE), ("packer", PACKER)])
    def test_gives_only_what_the_inviters_role_may_give(self, role: Role, name: str, by: Api) -> None:
        store = world.a_store()
        hired(store, name, by)
        reply = by.post(f"/stores/{store['id']}/staff/invitations", {"role": role})
        if role in GIVES[Role(name)]:
            assert reply.status == 201
        else:
            says(reply, 403, "not_permitted")

    def test_in_a_store_of_strangers_is_not_found(self) -> None:
        store = world.a_store()
        with nothing_changes():
            reply = WANG.post(f"/stores/{store['id']}/staff/invitations", {"role": "packer"})
        says(reply, 404, "store_not_found")


class TestAccept:
    def test_makes_somebody_staff_at_once(self) -> None:
        store = world.a_store()
        assert PACKER.get(f"/stores/{store['id']}/orders").status == 404
        place = hired(store, "packer", PACKER, label="小张")
        assert (place["store_id"], place["store_name"], place["role"]) == (store["id"], "Mei", "packer")
        assert PACKER.get(f"/stores/{store['id']}/orders").status == 200
        (shown,) = crew_of(store)["items"]
        assert (shown["person_id"], shown["label"], shown["role"]) == (person_id(PACKER), "小张", "packer")
        assert crew_of(store)["invitations"] == []

    def test_a_second_time_says_that_it_was_used(self) -> None:
        code = invited(world.a_store(), "packer")["code"]
        made(PACKER.post(f"/invitations/{code}/accept"))
        with nothing_changes():
            for who in (PACKER, SERVICE):
                says(who.post(f"/invitations/{code}/accept"), 409, "invitation_used")
        says(NOBODY.get(f"/invitations/{code}"), 409, "invitation_used")

    def test_under_one_key_gives_one_answer(self) -> None:
        code = invited(world.a_store(), "packer")["code"]
        first, again = (PACKER.post(f"/invitations/{code}/accept", key="k") for _ in range(2))
        assert (first.status, again.status, again.content) == (200, 200, first.content)

    def test_of_two_at_once_is_for_one(self, monkeypatch: pytest.MonkeyPatch) -> None:
        store = world.a_store()
        code = invited(store, "packer")["code"]
        meanwhile(monkeypatch, lambda: service.accept(code, person=person_id(SERVICE), now=clock.now()))
        with pytest.raises(InvitationUsed):
            service.accept(code, person=person_id(PACKER), now=clock.now())
        assert [one["person_id"] for one in crew_of(store)["items"]] == [person_id(SERVICE)]
        assert PACKER.get("/my/workplaces").json["items"] == []

    def test_pressed_twice_at_once_under_one_key_is_one(self, monkeypatch: pytest.MonkeyPatch) -> None:
        code = invited(world.a_store(), "packer")["code"]
        answers: list[Reply] = []
        meanwhile(monkeypatch, lambda: answers.append(PACKER.post(f"/invitations/{code}/accept", key="k")))
        late = PACKER.post(f"/invitations/{code}/accept", key="k")
        assert (late.status, late.content) == (200, answers[0].content)

    def test_has_room_for_exactly_fifty_people(self) -> None:
        store = world.a_store()
        codes = [invited(store, "packer")["code"] for _ in range(2)]
        crowded(store, rules.MOST_STAFF - 1)
        made(PACKER.post(f"/invitations/{codes[0]}/accept"))
        with nothing_changes():
            says(SERVICE.post(f"/invitations/{codes[1]}/accept"), 409, "too_many_staff")
        made(PACKER.delete(staff_path(store, PACKER)))
        made(SERVICE.post(f"/invitations/{codes[1]}/accept"))

    def test_has_room_for_exactly_fifty_when_two_come_at_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        store = world.a_store()
        codes = [invited(store, "packer")["code"] for _ in range(2)]
        crowded(store, rules.MOST_STAFF - 1)
        meanwhile(monkeypatch, lambda: service.accept(codes[0], person=person_id(SERVICE), now=clock.now()))
        with pytest.raises(TooManyStaff):
            service.accept(codes[1], person=person_id(PACKER), now=clock.now())
        assert PACKER.get("/my/workplaces").json["items"] == []

    @pytest.mark.parametrize("who", [MEI, PACKER])
    def test_is_not_for_those_who_work_there_already(self, who: Api) -> None:
        store = world.a_store()
        hired(store, "packer", PACKER)
        code = invited(store, "manager")["code"]
        with nothing_changes():
            says(who.post(f"/invitations/{code}/accept"), 409, "works_here")
        made(SERVICE.post(f"/invitations/{code}/accept"))

    def test_of_two_invitations_by_one_person_at_once_is_one(self, monkeypatch: pytest.MonkeyPatch) -> None:
        store = world.a_store()
        low, high = (invited(store, role)["code"] for role in ("packer", "manager"))
        meanwhile(monkeypatch, lambda: made(PACKER.post(f"/invitations/{low}/accept")))
        says(PACKER.post(f"/invitations/{high}/accept"), 409, "works_here")
        (shown,) = crew_of(store)["items"]
        assert shown["role"] == "packer"

    def test_ends_after_seven_days(self) -> None:
        now = clock.now()
        code = invited(world.a_store(), "packer")["code"]
        with clock.stopped_at(now + timedelta(days=7, seconds=-5)):
            assert NOBODY.get(f"/invitations/{code}").status == 200
        with clock.stopped_at(now + timedelta(days=7, seconds=5)), nothing_changes():
            says(NOBODY.get(f"/invitations/{code}"), 409, "invitation_expired")
            says(PACKER.post(f"/invitations/{code}/accept"), 409, "invitation_expired")

    @pytest.mark.parametrize("code", ["nonsense", "inv_01ARZ3NDEKTSV4RRFFQ69G5FAV"])
    def test_needs_a_code_that_exists(self, code: str) -> None:
        says(PACKER.post(f"/invitations/{code}/accept"), 404, "invitation_not_found")
        says(NOBODY.get(f"/invitations/{code}"), 404, "invitation_not_found")

    def test_does_not_take_an_invitations_id_for_its_code(self) -> None:
        id_ = invited(world.a_store(), "packer")["id"]
        says(PACKER.post(f"/invitations/{id_}/accept"), 404, "invitation_not_found")

    def test_reads_twice_and_writes_once(self) -> None:
        code = invited(world.a_store(), "packer")["code"]
        with calls() as made_:
            made(PACKER.post(f"/invitations/{code}/accept"))
        assert made_ == ["BatchGetItem", "BatchGetItem", "TransactWriteItems"]


class TestWhatWasLeftBehind:
    """An invitation is void once whoever made it may no longer make it."""

    def test_by_a_revoked_manager_is_void(self) -> None:
        store = world.a_store()
        hired(store, "manager", MANAGER)
        code = invited(store, "packer", by=MANAGER)["code"]
        made(MEI.delete(staff_path(store, MANAGER)))
        with nothing_changes():
            says(PACKER.post(f"/invitations/{code}/accept"), 404, "invitation_not_found")
        says(NOBODY.get(f"/invitations/{code}"), 404, "invitation_not_found")
        assert crew_of(store) == {"items": [], "invitations": []}

    def test_by_a_manager_who_packs_now_is_void(self) -> None:
        store = world.a_store()
        hired(store, "manager", MANAGER)
        code = invited(store, "packer", by=MANAGER)["code"]
        made(MEI.patch(staff_path(store, MANAGER), {"role": "packer"}))
        says(PACKER.post(f"/invitations/{code}/accept"), 404, "invitation_not_found")

    def test_is_void_even_if_she_is_revoked_at_the_same_instant(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store = world.a_store()
        hired(store, "manager", MANAGER)
        code = invited(store, "packer", by=MANAGER)["code"]
        meanwhile(monkeypatch, lambda: made(MEI.delete(staff_path(store, MANAGER))))
        with pytest.raises(InvitationNotFound):
            service.accept(code, person=person_id(PACKER), now=clock.now())
        assert PACKER.get("/my/workplaces").json["items"] == []

    def test_makes_room_for_others(self) -> None:
        store = world.a_store()
        hired(store, "manager", MANAGER)
        much_invited(store, rules.MOST_INVITATIONS, by=MANAGER)
        made(MEI.delete(staff_path(store, MANAGER)))
        invited(store, "packer")

    def test_by_a_manager_who_stays_is_good(self) -> None:
        store = world.a_store()
        hired(store, "manager", MANAGER)
        hired(store, "packer", PACKER, by=MANAGER)
        made(MEI.delete(staff_path(store, MANAGER)))
        assert PACKER.get(f"/my/stores/{store['id']}").status == 200


class TestWithdraw:
    def test_makes_the_code_worthless(self) -> None:
        store = world.a_store()
        invitation = invited(store, "packer")
        path = f"/stores/{store['id']}/staff/invitations/{invitation['id']}"
        assert MEI.delete(path).status == 204
        says(PACKER.post(f"/invitations/{invitation['code']}/accept"), 404, "invitation_not_found")
        assert crew_of(store)["invitations"] == []
        says(MEI.delete(path), 404, "invitation_not_found")

    def test_is_for_managers_as_far_as_they_may_give_the_role(self) -> None:
        store = world.a_store()
        hired(store, "manager", MANAGER)
        low, high = (invited(store, role)["id"] for role in ("packer", "manager"))
        path = f"/stores/{store['id']}/staff/invitations"
        says(MANAGER.delete(f"{path}/{high}"), 403, "not_permitted")
        assert MANAGER.delete(f"{path}/{low}").status == 204

    def test_of_an_accepted_one_does_not_undo_it(self) -> None:
        store = world.a_store()
        invitation = invited(store, "packer")
        made(PACKER.post(f"/invitations/{invitation['code']}/accept"))
        with nothing_changes():
            reply = MEI.delete(f"/stores/{store['id']}/staff/invitations/{invitation['id']}")
        says(reply, 404, "invitation_not_found")

    def test_at_the_same_instant_as_the_acceptance_lets_one_win(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store = world.a_store()
        first, second = (invited(store, "packer") for _ in range(2))
        mei, now = person_id(MEI), clock.now()
        meanwhile(monkeypatch, lambda: service.accept(first["code"], person=person_id(PACKER), now=now))
        with pytest.raises(ChangedMeanwhile):
            service.withdraw(store["id"], first["id"], by=mei)
        meanwhile(monkeypatch, lambda: service.withdraw(store["id"], second["id"], by=mei))
        with pytest.raises(InvitationNotFound):
            service.accept(second["code"], person=person_id(SERVICE), now=now)

    def test_of_another_stores_is_not_found(self) -> None:
        mine, hers = world.a_store(MEI), world.a_store(WANG)
        invitation = invited(hers, "packer", by=WANG)
        with nothing_changes():
            for path in (mine, hers):
                assert MEI.delete(f"/stores/{path['id']}/staff/invitations/{invitation['id']}").status == 404
