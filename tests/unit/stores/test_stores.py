"""Opening, customising, publishing and seeing a store, over HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.foundation.tables import read_together
from chalicelib.stores import rules, service
from tests.unit.conftest import calls, everything_stored
from tests.unit.photos.uploads import announced, ready_photo
from tests.unit.stores.shops import MEI, MEIS_ID, NEW, NOBODY, OTHER, a_store

LISTING = "lst_01KB0000000000000000000000"


class TestOpenStore:
    def test_takes_one_request(self) -> None:
        with calls() as made:
            reply = MEI.post("/stores", NEW)
        assert reply.status == 201
        assert reply.json["slug"] == "mei-mei-shi-pin"
        assert reply.json["path"] == "/shop/mei-mei-shi-pin"
        assert reply.json["state"] == "draft"
        assert reply.json["theme"] == {"accent": rules.HOUSE_ACCENT}
        assert [one["kind"] for one in reply.json["sections"]] == [
            "announcement",
            "pinned",
            "all_goods",
            "about",
        ]
        assert made == ["TransactWriteItems"]

    def test_shows_to_its_owner_as_it_was_answered(self) -> None:
        store = MEI.post("/stores", NEW).json
        assert MEI.get(f"/my/stores/{store['id']}").json == store

    def test_gives_the_second_of_a_name_an_ending_of_its_own(self) -> None:
        slugs = {a_store(published=False)["slug"] for _ in range(3)}
        assert len(slugs) == 3
        assert all(slug.startswith("mei-mei-shi-pin") for slug in slugs)

    @pytest.mark.parametrize("name", ["Admin", "官方 official"[3:], "Shop", "Guanxi"])
    def test_does_not_give_away_the_platforms_names(self, name: str) -> None:
        slug = a_store(name=name)["slug"]
        assert slug not in rules.RESERVED_SLUGS
        assert slug.startswith(name.lower() + "-")

    def test_finds_an_address_for_a_name_without_letters(self) -> None:
        assert a_store(name="🎀🎀")["slug"].startswith("store-")

    def test_keeps_a_long_name_short(self) -> None:
        assert len(a_store(name="very long name " * 4)["slug"]) <= rules.LONGEST_SLUG

    @pytest.mark.parametrize(
        ("field", "value", "code"),
        [
            ("name", "", "invalid"),
            ("name", " \t ", "invalid"),
            ("name", "a\nb", "invalid"),
            ("name", "x" * 61, "invalid"),
            ("name", None, "invalid"),
            ("currency", "cny", "invalid"),
            ("currency", "XXQ", "bad_currency"),
            ("currency", "XAU", "bad_currency"),
            ("time_zone", "Mars/Base", "bad_time_zone"),
            ("time_zone", "Asia", "bad_time_zone"),
            ("time_zone", "../etc/passwd", "bad_time_zone"),
            ("time_zone", "asia/shanghai", "bad_time_zone"),
            ("time_zone", "\n", "bad_time_zone"),
            ("time_zone", "", "invalid"),
        ],
    )
    def test_refuses_nonsense_and_names_the_field(self, field: str, value: object, code: str) -> None:
        before = everything_stored()
        reply = MEI.post("/stores", {**NEW, field: value})
        assert (reply.status, reply.json["code"], reply.json["field"]) == (422, code, field)
        assert everything_stored() == before

    def test_opens_one_however_often_the_same_key_is_pressed(self) -> None:
        first = MEI.post("/stores", NEW, key="k1")
        again = MEI.post("/stores", NEW, key="k1")
        assert again.content == first.content
        assert len(MEI.get("/stores").json["items"]) == 1

    def test_gives_up_when_no_address_is_free(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(service.secrets, "randbits", lambda bits: 7)
        a_store(published=False), a_store(published=False)
        reply = MEI.post("/stores", NEW)
        assert (reply.status, reply.json["code"]) == (409, "slug_taken")


class TestListMyStores:
    def test_shows_all_of_hers_the_newest_first_page_by_page(self) -> None:
        ids = [a_store(published=False)["id"] for _ in range(3)]
        a_store(by=OTHER)
        first = MEI.get("/stores?limit=2").json
        second = MEI.get(f"/stores?limit=2&cursor={first['cursor']}").json
        assert [one["id"] for one in first["items"] + second["items"]] == ids[::-1]

    def test_refuses_a_cursor_of_somebody_elses_list(self) -> None:
        a_store(by=OTHER), a_store(by=OTHER)
        cursor = OTHER.get("/stores?limit=1").json["cursor"]
        assert MEI.get(f"/stores?cursor={cursor}").json["code"] == "bad_cursor"

    @pytest.mark.parametrize("query", ["limit=0", "limit=101", "limit=x", "cursor=", "cursor=x", "page=2"])
    def test_refuses_nonsense(self, query: str) -> None:
        assert MEI.get(f"/stores?{query}").status == 422

    def test_leaves_out_what_is_no_store(self) -> None:
        store = a_store()
        MEI.post(f"/stores/{store['id']}/links", {"channel": "weibo"})
        assert [one["id"] for one in MEI.get("/stores").json["items"]] == [store["id"]]


class TestShowStore:
    def test_shows_everybody_a_published_store_without_what_is_the_owners(self) -> None:
        store = a_store()
        shown = NOBODY.get(f"/stores/{store['id']}").json
        assert shown["name"] == "美美饰品"
        assert not {"state", "created_at", "owner_id"} & set(shown)

    def test_shows_nobody_a_draft(self) -> None:
        store = a_store(published=False)
        assert NOBODY.get(f"/stores/{store['id']}").json["code"] == "store_not_found"

    def test_says_when_it_is_paused(self) -> None:
        store = a_store()
        MEI.post(f"/stores/{store['id']}/pause")
        reply = NOBODY.get(f"/stores/{store['id']}")
        assert (reply.status, reply.json["code"]) == (409, "store_paused")

    def test_shows_the_whole_to_its_owner_only(self) -> None:
        store = a_store()
        assert MEI.get(f"/my/stores/{store['id']}").json["state"] == "published"
        assert OTHER.get(f"/my/stores/{store['id']}").json["code"] == "store_not_found"

    def test_costs_one_read(self) -> None:
        store = a_store()
        with calls() as made:
            NOBODY.get(f"/stores/{store['id']}")
        assert made == ["BatchGetItem"]


class TestPublishedStore:
    def test_is_found_by_its_address_in_two_reads(self) -> None:
        store = a_store()
        with calls() as made:
            found = service.published_store(store["slug"])
        assert found.id == store["id"]
        assert made == ["BatchGetItem", "BatchGetItem"]

    @pytest.mark.parametrize("slug", ["nothing", "mei-mei", ""])
    def test_is_not_found_by_another(self, slug: str) -> None:
        a_store()
        with pytest.raises(service.StoreNotFound):
            service.published_store(slug)

    def test_is_no_draft_and_not_paused(self) -> None:
        store = a_store(published=False)
        with pytest.raises(service.StoreNotFound):
            service.published_store(store["slug"])
        MEI.post(f"/stores/{store['id']}/publish")
        MEI.post(f"/stores/{store['id']}/pause")
        with pytest.raises(service.StorePaused):
            service.published_store(store["slug"])

    def test_is_read_together_with_other_things(self) -> None:
        store = a_store()
        found, nothing = read_together([service.store_want(store["id"]), service.store_want("sto_0")])
        assert (found.is_open, found.owner_id, nothing) == (True, MEIS_ID, None)


class TestCustomise:
    def change(self, store: dict[str, Any], **wish: Any) -> Any:
        reply = MEI.patch(f"/stores/{store['id']}", wish)
        assert reply.status == 200, reply
        assert MEI.get(f"/my/stores/{store['id']}").json == reply.json
        return reply.json

    def test_changes_what_is_given_and_leaves_the_rest(self) -> None:
        store = a_store()
        after = self.change(
            store,
            name=" 梅的店 ",
            announcement="今日包邮\n欢迎",
            about="Handmade.",
            theme={"accent": "#A1B2C3"},
            sections=[{"kind": "all_goods", "title": "全部"}, {"kind": "about"}],
            pinned=[LISTING],
        )
        assert after["name"] == "梅的店"
        assert after["slug"] == store["slug"], "posters carry it"
        assert after["theme"] == {"accent": "#a1b2c3"}
        assert after["sections"] == [{"kind": "all_goods", "title": "全部"}, {"kind": "about", "title": ""}]
        assert after["pinned"] == [LISTING]
        assert self.change(store, about="") == {**after, "about": ""}

    def test_empties_what_is_given_empty(self) -> None:
        store = a_store()
        self.change(store, announcement="x", pinned=[LISTING])
        after = self.change(store, announcement=" ", pinned=[], sections=[])
        assert (after["announcement"], after["pinned"], after["sections"]) == ("", [], [])

    def test_changes_nothing_when_nothing_is_asked(self) -> None:
        store = a_store()
        assert self.change(store) == store

    def test_shows_her_own_photos_as_logo_and_banner(self) -> None:
        store = a_store()
        logo, banner = ready_photo(MEI, "logo"), ready_photo(MEI, "banner")
        after = self.change(store, logo=logo, banner=banner)
        assert after["logo"] == {"id": logo, "path": f"/media/{logo}", "width": 120, "height": 100}
        assert after["banner"]["id"] == banner
        assert NOBODY.get(after["logo"]["path"]).status == 302

    def test_takes_a_photo_away_for_null_and_leaves_it_when_absent(self) -> None:
        store = a_store()
        photo = ready_photo(MEI)
        self.change(store, logo=photo, banner=photo)
        assert self.change(store, about="x")["logo"]["id"] == photo
        after = self.change(store, logo=None)
        assert (after["logo"], after["banner"]["id"]) == (None, photo)

    @pytest.mark.parametrize("field", ["logo", "banner"])
    def test_refuses_a_photo_that_is_not_ready_or_not_hers(self, field: str) -> None:
        store = a_store()
        for photo in (announced(MEI), ready_photo(OTHER), "pho_00000000000000000000000000"):
            before = everything_stored()
            reply = MEI.patch(f"/stores/{store['id']}", {"name": "New", field: photo})
            assert (reply.status, reply.json["code"], reply.json["field"]) == (422, "photo_not_ready", field)
            assert everything_stored() == before

    @pytest.mark.parametrize(
        ("wish", "field"),
        [
            ({"name": " "}, "name"),
            ({"announcement": "x" * 501}, "announcement"),
            ({"about": "x" * 5001}, "about"),
            ({"theme": {"accent": "red"}}, "theme.accent"),
            ({"theme": {"accent": "#12345"}}, "theme.accent"),
            ({"theme": {"accent": "#123456;}"}}, "theme.accent"),
            ({"theme": {}}, "theme.accent"),
            ({"theme": {"accent": "#123456", "font": "x"}}, "theme.font"),
            ({"logo": "me.png"}, "logo"),
            ({"sections": [{"kind": "about"}, {"kind": "about"}]}, "sections"),
            ({"sections": [{"kind": "shop"}]}, "sections.0.kind"),
            ({"sections": [{"kind": "about", "title": "x" * 41}]}, "sections.0.title"),
            ({"pinned": [LISTING, LISTING]}, "pinned"),
            ({"pinned": [f"lst_{n:026}" for n in range(13)]}, "pinned"),
            ({"pinned": ["lst_1"]}, "pinned.0"),
            ({"slug": "other"}, "slug"),
            ({"currency": "USD"}, "currency"),
            ({"state": "published"}, "state"),
        ],
        ids=str,
    )
    def test_refuses_nonsense_and_names_the_field(self, wish: dict[str, Any], field: str) -> None:
        store = a_store()
        before = everything_stored()
        reply = MEI.patch(f"/stores/{store['id']}", wish)
        assert (reply.status, reply.json["field"]) == (422, field)
        assert everything_stored() == before

    def test_is_not_for_strangers(self) -> None:
        store = a_store()
        before = everything_stored()
        assert OTHER.patch(f"/stores/{store['id']}", {"name": "Mine"}).json["code"] == "store_not_found"
        assert everything_stored() == before

    def test_does_not_undo_what_another_of_her_phones_changes_meanwhile(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store = a_store()
        seen = read_together([*service.wants(store["id"], MEIS_ID)])
        self.change(store, about="meanwhile")
        monkeypatch.setattr(service, "read_together", lambda wants: seen)
        service.customise(store["id"], person=MEIS_ID, wish=service.Change(name="New"))
        monkeypatch.undo()
        shown = MEI.get(f"/my/stores/{store['id']}").json
        assert (shown["name"], shown["about"]) == ("New", "meanwhile")

    def test_costs_what_it_says(self) -> None:
        store, photo = a_store(), ready_photo(MEI)
        with calls() as made:
            MEI.patch(f"/stores/{store['id']}", {"name": "New", "logo": photo, "banner": photo})
        assert made == ["BatchGetItem", "TransactWriteItems"]


class TestPublishAndPause:
    def test_go_to_and_fro(self) -> None:
        store = a_store(published=False)
        for action, state in (("publish", "published"), ("pause", "paused"), ("publish", "published")):
            assert MEI.post(f"/stores/{store['id']}/{action}").json["state"] == state
            assert MEI.get(f"/my/stores/{store['id']}").json["state"] == state

    @pytest.mark.parametrize(("published", "action"), [(False, "pause"), (True, "publish")])
    def test_refuse_what_the_state_does_not_allow(self, published: bool, action: str) -> None:
        store = a_store(published=published)
        before = everything_stored()
        reply = MEI.post(f"/stores/{store['id']}/{action}")
        assert (reply.status, reply.json["code"]) == (409, "wrong_store_state")
        assert everything_stored() == before

    def test_answer_the_same_to_the_same_key(self) -> None:
        store = a_store(published=False)
        first = MEI.post(f"/stores/{store['id']}/publish", key="k")
        again = MEI.post(f"/stores/{store['id']}/publish", key="k")
        assert (again.status, again.content) == (200, first.content)

    @pytest.mark.parametrize("action", ["publish", "pause"])
    def test_are_not_for_strangers(self, action: str) -> None:
        store = a_store(published=action == "pause")
        before = everything_stored()
        assert OTHER.post(f"/stores/{store['id']}/{action}").json["code"] == "store_not_found"
        assert everything_stored() == before

    def test_of_two_at_once_one_finds_it_changed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        store = a_store(published=False)
        seen = read_together([*service.wants(store["id"], MEIS_ID)])
        MEI.post(f"/stores/{store['id']}/publish")
        MEI.post(f"/stores/{store['id']}/pause")
        monkeypatch.setattr(service, "read_together", lambda wants: seen)
        assert MEI.post(f"/stores/{store['id']}/publish").json["code"] == "changed_meanwhile"


class TestRules:
    @pytest.mark.parametrize("state", rules.State)
    @pytest.mark.parametrize("action", rules.Action)
    def test_every_move_is_in_the_table_or_refused(self, state: rules.State, action: rules.Action) -> None:
        if (state, action) in rules.MOVES:
            assert rules.move(state, action) is rules.MOVES[state, action]
        else:
            with pytest.raises(rules.WrongStoreState):
                rules.move(state, action)

    @pytest.mark.parametrize(
        ("name", "slug"),
        [("Mei's Gifts", "mei-s-gifts"), ("小梅饰品店", "xiao-mei-shi-pin-dian"), ("…", "store")],
    )
    def test_a_slug_says_the_name_in_plain_letters(self, name: str, slug: str) -> None:
        assert rules.slug_of(name) == slug

    def test_endings_of_slugs_differ_by_their_number(self) -> None:
        assert len({rules.slug_beside("a", number) for number in range(0, 2**25, 4099)}) == 2**25 // 4099 + 1

    @pytest.mark.parametrize(
        "zone", ["Asia/Shanghai", "Asia/Urumqi", "America/Argentina/Buenos_Aires", "UTC"]
    )
    def test_every_iana_zone_is_a_zone(self, zone: str) -> None:
        assert rules.is_time_zone(zone)
