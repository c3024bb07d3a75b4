"""Delegated access: single things of a store, for a time.

What each access does not open, `test_authorisation.py` asks of the whole matrix.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.foundation import clock
from chalicelib.stores.staff.rules import OPENS, Access, Scope
from tests.unit import world
from tests.unit.partners.hiring import YUN, a_partner, granted
from tests.unit.stores.crew import MANAGER, hired, says
from tests.unit.world import LI, MEI, made


@pytest.fixture
def store() -> Any:
    return world.a_store()


def let_in(store: Any, *access: str) -> str:
    """The partner, to whom this is open."""
    partner_id: str = a_partner()["id"]
    granted(MEI, store, partner_id, *access)
    return partner_id


class TestEachAccess:
    def test_never_opens_money_staff_or_whether_the_store_is_open(self, store: Any) -> None:
        let_in(store, *Access)
        for path in ("publish", "pause"):
            says(YUN.post(f"/stores/{store['id']}/{path}"), 403, "not_permitted")
        says(YUN.patch(f"/stores/{store['id']}", {"name": "Mine"}), 403, "not_permitted")
        says(YUN.get(f"/stores/{store['id']}/staff"), 403, "not_permitted")
        says(YUN.get(f"/stores/{store['id']}/grants"), 403, "not_permitted")
        assert not {Scope.STORE_EDIT, Scope.STAFF_MANAGE, Scope.ORDERS_CANCEL, Scope.ORDERS_SHIP} & {
            scope for scopes in OPENS.values() for scope in scopes
        }

    def test_of_goods_changes_them_and_ships_nothing(self, store: Any) -> None:
        listing = world.a_listing(store=store)
        order = world.a_paid_order(LI, listing=listing)["id"]
        let_in(store, "listings")
        made(YUN.patch(f"/listings/{listing['id']}", {"title": "Pin"}))
        says(YUN.get(f"/orders/{order}"), 403, "not_permitted")
        says(
            YUN.post(f"/listings/{listing['id']}/stock", {"variant_id": "v01", "change": 1}),
            403,
            "not_permitted",
        )

    def test_of_the_design_changes_the_theme(self, store: Any) -> None:
        let_in(store, "design")
        made(YUN.patch(f"/stores/{store['id']}", {"theme": {"accent": "#123456"}}))


class TestItsEnd:
    def test_comes_at_once_when_it_is_taken_back(self, store: Any) -> None:
        partner_id = let_in(store, "design")
        made(YUN.get(f"/my/stores/{store['id']}"))
        assert MEI.delete(f"/stores/{store['id']}/grants/{partner_id}").status == 204
        says(YUN.get(f"/my/stores/{store['id']}"), 404, "store_not_found")
        says(MEI.delete(f"/stores/{store['id']}/grants/{partner_id}"), 404, "grant_not_found")

    def test_comes_by_itself_to_the_second(self, store: Any) -> None:
        let_in(store, "design")
        end = clock.now() + timedelta(days=3)
        with clock.stopped_at(end - timedelta(minutes=1)):
            made(YUN.get(f"/my/stores/{store['id']}"))
        with clock.stopped_at(end + timedelta(minutes=1)):
            says(YUN.get(f"/my/stores/{store['id']}"), 404, "store_not_found")
            assert made(MEI.get(f"/stores/{store['id']}/grants"))["items"] == []

    def test_is_within_a_year_and_never_of_ones_own(self, store: Any) -> None:
        partner_id = a_partner()["id"]
        wish = {"partner_id": partner_id, "access": ["ads"], "until": "2099-01-01T00:00:00Z"}
        says(MEI.post(f"/stores/{store['id']}/grants", wish), 422, "bad_access_end")

    def test_is_an_owners_to_give(self, store: Any) -> None:
        hired(store, "manager", MANAGER)
        until = (clock.now() + timedelta(days=1)).isoformat()
        wish = {"partner_id": a_partner()["id"], "access": ["ads"], "until": until}
        says(MANAGER.post(f"/stores/{store['id']}/grants", wish), 403, "not_permitted")
        says(MEI.post(f"/stores/{store['id']}/staff/invitations", {"role": "partner"}), 403, "not_permitted")


class TestDeeds:
    def test_tell_who_did_what_when(self, store: Any) -> None:
        let_in(store, "design")
        made(YUN.patch(f"/stores/{store['id']}", {"announcement": "Hello"}))
        says(YUN.post(f"/stores/{store['id']}/pause"), 403, "not_permitted")
        page = made(MEI.get(f"/stores/{store['id']}/deeds?limit=1"))
        (latest,) = page["items"]
        assert (latest["operation"], latest["allowed"]) == ("POST /stores/{store_id}/pause", False)
        (first,) = made(MEI.get(f"/stores/{store['id']}/deeds?limit=1&cursor={page['cursor']}"))["items"]
        told = (first["person_id"], first["operation"], first["scope"], first["allowed"])
        assert told == (world.person_id(YUN), "PATCH /stores/{store_id}", "store:design", True)
