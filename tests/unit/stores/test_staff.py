"""What people may do in a store that isn't theirs, over HTTP, and letting them go."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest

from chalicelib.stores import service as stores
from chalicelib.stores.errors import NotPermitted
from chalicelib.stores.staff import rules
from chalicelib.stores.staff.rules import GIVES, SCOPES, Role, Scope
from tests.api import Api, Reply
from tests.unit import world
from tests.unit.conftest import calls, everything_stored
from tests.unit.photos.uploads import ready_photo
from tests.unit.stores.crew import (
    MANAGER,
    PACKER,
    PARTNER,
    SERVICE,
    crew_of,
    crowded,
    hired,
    invited,
    meanwhile,
    much_invited,
    nothing_changes,
    numbered,
    says,
    staff_path,
)
from tests.unit.world import LI, MEI, WANG, ZHAO, made, person_id

PARCEL = {"courier": "YTO", "tracking_number": "YT123456"}


class TestChangeRole:
    def test_holds_at_once(self) -> None:
        store = world.a_store()
        listing = world.a_listing(store=store)
        hired(store, "packer", PACKER)
        path = f"/listings/{listing['id']}"
        says(PACKER.patch(path, {"title": "New"}), 403, "not_permitted")
        changed = made(MEI.patch(staff_path(store, PACKER), {"role": "manager"}))
        assert changed["role"] == "manager"
        assert PACKER.patch(path, {"title": "New"}).status == 200
        assert PACKER.get("/my/workplaces").json["items"][0]["role"] == "manager"

    def test_lets_managers_neither_make_nor_touch_managers_and_owners(self) -> None:
        store = world.a_store()
        for role, who in (("manager", MANAGER), ("owner", PARTNER), ("packer", PACKER)):
            hired(store, role, who)
        with nothing_changes():
            for who, role in ((PACKER, "manager"), (PACKER, "owner"), (MANAGER, "owner"), (MANAGER, "packer"),
                              (PARTNER, "packer")):  # fmt: skip
                says(MANAGER.patch(staff_path(store, who), {"role": role}), 403, "not_permitted")
        assert MANAGER.patch(staff_path(store, PACKER), {"role": "service"}).status == 200

    def test_lets_an_owner_do_all_but_touch_whoever_opened_the_store(self) -> None:
        store = world.a_store()
        hired(store, "owner", PARTNER)
        hired(store, "manager", MANAGER)
        assert PARTNER.patch(staff_path(store, MANAGER), {"role": "owner"}).status == 200
        for reply in (
            PARTNER.patch(staff_path(store, MEI), {"role": "packer"}),
            PARTNER.delete(staff_path(store, MEI)),
            MEI.delete(staff_path(store, MEI)),
        ):
            says(reply, 404, "staff_not_found")

    def test_of_nobody_is_not_found(self) -> None:
        store = world.a_store()
        says(MEI.patch(staff_path(store, PACKER), {"role": "packer"}), 404, "staff_not_found")

    def test_at_the_same_instant_as_another_change_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        store = world.a_store()
        hired(store, "manager", MANAGER)
        hired(store, "packer", PACKER)
        promote = {"role": "owner"}
        meanwhile(monkeypatch, lambda: made(MEI.patch(staff_path(store, PACKER), promote)))
        says(MANAGER.patch(staff_path(store, PACKER), {"role": "service"}), 409, "changed_meanwhile")
        meanwhile(monkeypatch, lambda: made(MEI.delete(staff_path(store, PACKER))))
        says(MEI.patch(staff_path(store, PACKER), {"role": "service"}), 409, "changed_meanwhile")
        assert [one["person_id"] for one in crew_of(store)["items"]] == [person_id(MANAGER)]

    def test_reads_once_and_writes_once(self) -> None:
        store = world.a_store()
        hired(store, "packer", PACKER)
        with calls() as made_:
            made(MEI.patch(staff_path(store, PACKER), {"role": "service"}))
        assert made_ == ["BatchGetItem", "TransactWriteItems"]


class TestRevoke:
    def test_holds_at_once_and_leaves_nothing(self) -> None:
        store = world.a_store()
        before = set(everything_stored()["guanxi-test-stores"])
        hired(store, "packer", PACKER)
        assert MEI.delete(staff_path(store, PACKER)).status == 204
        says(PACKER.get(f"/my/stores/{store['id']}"), 404, "store_not_found")
        assert PACKER.get("/my/workplaces").json["items"] == []
        (left,) = set(everything_stored()["guanxi-test-stores"]) - before
        assert left.value.startswith("inv_"), "but for what became of the invitation"

    def test_of_oneself_is_leaving(self) -> None:
        store = world.a_store()
        hired(store, "packer", PACKER)
        assert PACKER.delete(staff_path(store, PACKER)).status == 204
        assert crew_of(store)["items"] == []
        says(PACKER.delete(staff_path(store, PACKER)), 404, "store_not_found")

    def test_can_be_followed_by_another_invitation(self) -> None:
        store = world.a_store()
        for role in ("packer", "service"):
            hired(store, role, PACKER)
            made(MEI.delete(staff_path(store, PACKER)))
        assert hired(store, "manager", PACKER)["role"] == "manager"

    @pytest.mark.parametrize("by", [SERVICE, PACKER])
    def test_of_others_is_not_for_service_and_packers(self, by: Api) -> None:
        store = world.a_store()
        hired(store, "service", SERVICE)
        hired(store, "packer", PACKER)
        other = PACKER if by is SERVICE else SERVICE
        with nothing_changes():
            says(by.delete(staff_path(store, other)), 403, "not_permitted")

    def test_of_managers_and_owners_is_not_for_managers(self) -> None:
        store = world.a_store()
        other = numbered(1)
        for role, who in (("manager", MANAGER), ("manager", other), ("owner", PARTNER)):
            hired(store, role, who)
        with nothing_changes():
            for who in (other, PARTNER):
                says(MANAGER.delete(staff_path(store, who)), 403, "not_permitted")
        assert PARTNER.delete(staff_path(store, other)).status == 204

    def test_twice_at_once_lets_her_go_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        store = world.a_store()
        hired(store, "packer", PACKER)
        meanwhile(monkeypatch, lambda: made(PACKER.delete(staff_path(store, PACKER))))
        says(MEI.delete(staff_path(store, PACKER)), 409, "changed_meanwhile")
        says(MEI.delete(staff_path(store, PACKER)), 404, "staff_not_found")

    def test_in_one_store_leaves_her_in_another(self) -> None:
        mine, hers = world.a_store(MEI), world.a_store(WANG)
        hired(mine, "packer", PACKER)
        hired(hers, "packer", PACKER, by=WANG)
        made(MEI.delete(staff_path(mine, PACKER)))
        assert [one["store_id"] for one in PACKER.get("/my/workplaces").json["items"]] == [hers["id"]]


class TestLists:
    def test_show_the_crew_the_oldest_first_with_their_own_names(self) -> None:
        store = world.a_store()
        made(PACKER.patch("/me", {"name": "张伟"}))
        for role, who in (("packer", PACKER), ("service", SERVICE)):
            hired(store, role, who, label=f"our {role}")
        shown = crew_of(store)["items"]
        assert [(one["name"], one["label"]) for one in shown] == [("张伟", "our packer"), ("", "our service")]
        assert set(shown[0]["scopes"]) == set(SCOPES[Role.PACKER])

    def test_of_the_crew_are_for_owners_and_managers(self) -> None:
        store = world.a_store()
        for role, who in (("manager", MANAGER), ("service", SERVICE), ("packer", PACKER)):
            hired(store, role, who)
        assert len(crew_of(store, by=MANAGER)["items"]) == 3
        for who in (SERVICE, PACKER):
            says(who.get(f"/stores/{store['id']}/staff"), 403, "not_permitted")
        says(WANG.get(f"/stores/{store['id']}/staff"), 404, "store_not_found")

    @pytest.mark.parametrize("people", [1, 5])
    def test_of_the_crew_cost_the_same_however_many_they_are(self, people: int) -> None:
        store = world.a_store()
        for number in range(people):
            hired(store, "packer", numbered(number))
            invited(store, "packer")
        with calls() as made_:
            shown = crew_of(store)
        assert (len(shown["items"]), len(shown["invitations"])) == (people, people)
        assert made_ == ["BatchGetItem"] * 4

    def test_of_a_store_without_staff_cost_one_read(self) -> None:
        store = world.a_store()
        with calls() as made_:
            assert crew_of(store) == {"items": [], "invitations": []}
        assert made_ == ["BatchGetItem"]

    def test_hold_fifty_people_and_fifty_invitations(self) -> None:
        store = world.a_store()
        much_invited(store, rules.MOST_INVITATIONS)
        crowded(store, rules.MOST_STAFF)
        shown = crew_of(store)
        assert (len(shown["items"]), len(shown["invitations"])) == (50, 50)

    def test_show_where_one_works_page_by_page(self) -> None:
        stores_ = [world.a_store(owner) for owner in (MEI, WANG, ZHAO)]
        for store, owner, role in zip(
            stores_, (MEI, WANG, ZHAO), ("packer", "service", "owner"), strict=True
        ):
            hired(store, role, PACKER, by=owner)
        first = made(PACKER.get("/my/workplaces?limit=2"))
        rest = made(PACKER.get(f"/my/workplaces?limit=2&cursor={first['cursor']}"))
        shown = [(one["store_id"], one["role"]) for one in (*first["items"], *rest["items"])]
        assert shown == list(zip([one["id"] for one in stores_], ("packer", "service", "owner"), strict=True))

    def test_do_not_mix_workplaces_and_own_stores(self) -> None:
        mine, hers = world.a_store(MEI), world.a_store(WANG)
        hired(hers, "packer", MEI, by=WANG)
        assert [one["id"] for one in MEI.get("/stores").json["items"]] == [mine["id"]]
        assert [one["store_id"] for one in MEI.get("/my/workplaces").json["items"]] == [hers["id"]]

    def test_of_workplaces_cost_a_query_and_a_read(self) -> None:
        hired(world.a_store(), "packer", PACKER)
        with calls() as made_:
            made(PACKER.get("/my/workplaces?limit=50"))
        assert made_ == ["Query", "BatchGetItem"]

    @pytest.mark.parametrize("query", ["limit=51", "limit=0", "cursor=x"])
    def test_of_workplaces_refuse_nonsense(self, query: str) -> None:
        assert PACKER.get(f"/my/workplaces?{query}").status == 422

    def test_of_workplaces_refuse_a_cursor_of_somebody_elses(self) -> None:
        for owner in (MEI, WANG):
            hired(world.a_store(owner), "packer", PACKER, by=owner)
        cursor = made(PACKER.get("/my/workplaces?limit=1"))["cursor"]
        assert SERVICE.get(f"/my/workplaces?cursor={cursor}").status == 422


class TestWork:
    """What people do in a store that isn't theirs. Who may do what, the authorisation matrix says."""

    def test_of_a_packer_ships_an_order_in_two_reads(self) -> None:
        store = world.a_store()
        order = world.a_paid_order(listing=world.a_listing(store=store))
        hired(store, "packer", PACKER)
        with calls() as made_:
            made(PACKER.post(f"/orders/{order['id']}/parcel", PARCEL))
        assert made_[:3] == ["BatchGetItem", "BatchGetItem", "TransactWriteItems"]
        assert made(PACKER.get(f"/orders/{order['id']}/parcel"))["courier"] == "YTO"
        assert made(LI.get(f"/orders/{order['id']}"))["state"] == "shipped"

    def test_of_service_calls_an_order_off_and_the_buyer_hears_of_it(self) -> None:
        store = world.a_store()
        order = world.a_paid_order(listing=world.a_listing(store=store))
        hired(store, "service", SERVICE)
        made(SERVICE.post(f"/orders/{order['id']}/cancel"))
        assert world.in_wallet(LI) == 100_000

    def test_never_touches_the_money_which_is_the_owners(self) -> None:
        store = world.a_store()
        order = world.a_paid_order(listing=world.a_listing(store=store))
        hired(store, "owner", PARTNER)
        made(PARTNER.post(f"/orders/{order['id']}/parcel", PARCEL))
        made(LI.post(f"/orders/{order['id']}/confirm"))
        assert (world.in_wallet(MEI), world.in_wallet(PARTNER)) == (980, 0)

    def test_on_an_order_one_bought_oneself_is_the_buyers(self) -> None:
        store = world.a_store()
        hired(store, "packer", PACKER)
        order = world.a_paid_order(PACKER, listing=world.a_listing(store=store))
        says(PACKER.post(f"/orders/{order['id']}/parcel", PARCEL), 403, "not_permitted")
        made(MEI.post(f"/orders/{order['id']}/parcel", PARCEL))
        assert made(PACKER.post(f"/orders/{order['id']}/confirm"))["state"] == "completed"

    def test_on_goods_makes_them_the_owners(self) -> None:
        store = world.a_store()
        hired(store, "manager", MANAGER)
        listing = world.a_listing(MANAGER, store=store, publish=False)
        assert made(MEI.get(f"/my/listings/{listing['id']}"))["id"] == listing["id"]
        made(MEI.delete(staff_path(store, MANAGER)))
        says(MANAGER.get(f"/my/listings/{listing['id']}"), 404, "listing_not_found")
        order = world.a_paid_order(listing=made(MEI.post(f"/listings/{listing['id']}/publish")))
        made(MEI.post(f"/orders/{order['id']}/parcel", PARCEL))

    def test_on_goods_shows_ones_own_photos_and_the_owners_and_nobody_elses(self) -> None:
        store = world.a_store()
        for role, who in (("manager", MANAGER), ("owner", PARTNER)):
            hired(store, role, who)
        listing = world.a_listing(store=store)
        path = f"/listings/{listing['id']}"
        hers, mine, colleagues = (ready_photo(who) for who in (MEI, MANAGER, PARTNER))
        shown = made(MANAGER.patch(path, {"photos": [hers, mine]}))["photos"]
        assert [one["id"] for one in shown] == [hers, mine]
        refused = MANAGER.patch(path, {"photos": [hers, mine, colleagues]})
        assert (refused.status, refused.json["field"]) == (422, "photos.2")

    def test_on_goods_keeps_the_photos_of_those_who_left(self) -> None:
        store = world.a_store()
        hired(store, "manager", MANAGER)
        listing = world.a_listing(store=store)
        first, second = ready_photo(MANAGER), ready_photo(MEI)
        made(MANAGER.patch(f"/listings/{listing['id']}", {"photos": [first]}))
        made(MEI.delete(staff_path(store, MANAGER)))
        shown = made(MEI.patch(f"/listings/{listing['id']}", {"photos": [second, first]}))["photos"]
        assert [one["id"] for one in shown] == [second, first]

    def test_on_the_store_shows_ones_own_logo(self) -> None:
        store = world.a_store()
        hired(store, "manager", MANAGER)
        logo = ready_photo(MANAGER, purpose="logo")
        assert made(MANAGER.patch(f"/stores/{store['id']}", {"logo": logo}))["logo"]["id"] == logo
        assert made(MEI.patch(f"/stores/{store['id']}", {"logo": logo, "about": "x"}))["about"] == "x"

    @pytest.mark.parametrize("who", [MEI, MANAGER], ids=["owner", "manager"])
    def test_costs_no_read_more_where_the_store_is_read_anyway(self, who: Api) -> None:
        store = world.a_store()
        hired(store, "manager", MANAGER)
        requests: list[tuple[Callable[[], Reply], list[str]]] = [
            (lambda: who.get(f"/my/stores/{store['id']}"), ["BatchGetItem"]),
            (lambda: who.get(f"/stores/{store['id']}/orders"), ["BatchGetItem", "Query"]),
            (lambda: who.get(f"/my/stores/{store['id']}/listings"), ["BatchGetItem", "Query"]),
            (lambda: who.patch(f"/stores/{store['id']}", {"about": "x"}),
             ["BatchGetItem", "TransactWriteItems"]),
        ]  # fmt: skip
        for request, expected in requests:
            with calls() as made_:
                made(request())
            assert made_ == expected

    def test_costs_its_owner_nothing_where_only_goods_or_an_order_are_read(self) -> None:
        order = world.a_paid_order()
        listing = order["lines"][0]["listing_id"]
        for path in (f"/orders/{order['id']}", f"/my/listings/{listing}"):
            with calls() as made_:
                made(MEI.get(path))
            assert made_ == ["BatchGetItem"]


class TestRules:
    def test_say_for_every_role_what_it_may_do_and_give(self) -> None:
        assert set(SCOPES) == set(GIVES) == set(Role)

    def test_let_everybody_see_store_goods_and_orders(self) -> None:
        common = frozenset.intersection(*(SCOPES[role] for role in Role if role is not Role.PARTNER))
        assert common == {Scope.STORE_READ, Scope.GOODS_READ, Scope.ORDERS_READ}

    def test_let_nobody_give_more_than_she_may_herself(self) -> None:
        for giver, others in GIVES.items():
            assert all(SCOPES[other] <= SCOPES[giver] for other in others)

    def test_let_only_those_manage_staff_who_may_give_a_role(self) -> None:
        assert {role for role in Role if Scope.STAFF_MANAGE in SCOPES[role]} == {
            role for role in Role if GIVES[role]
        }

    @pytest.mark.parametrize("role", [role for role in Role if role is not Role.PARTNER])
    def test_are_what_is_asked(self, role: Role) -> None:
        store = world.a_store()
        if role is not Role.OWNER:
            hired(store, role, PACKER)
        who = person_id(MEI if role is Role.OWNER else PACKER)
        granted = set()
        for scope in Scope:
            with suppress(NotPermitted):
                stores.permitted(store["id"], person=who, scope=scope)
                granted.add(scope)
        assert granted == SCOPES[role]
