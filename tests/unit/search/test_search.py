"""Searching over HTTP."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from chalicelib.search import queries as limits
from chalicelib.search import service
from tests.unit import world
from tests.unit.conftest import calls
from tests.unit.search.market import NOBODY, indexed, on_sale, search, suggested, titles
from tests.unit.world import LI, MEI, made

CLIP = "复古玳瑁抓夹 Vintage Tortoiseshell Claw Clip"
FORMS = [
    "玳瑁抓夹",
    "抓夹",
    "夹",
    "玳瑁抓夾",
    "復古",
    "claw clip",
    "CLIPS",
    "ＣＬＡＷ",
    "clawclip",
    "Vintáge",
]
FORMS += ["tortoiseshell 抓夹", "“claw clip”", '"玳瑁抓夹"']
SCARF = "花园真丝小方巾 Garden Silk Scarf"


class TestWords:
    @pytest.mark.parametrize("q", FORMS)
    def test_find_goods_in_any_script_and_form(self, q: str) -> None:
        on_sale(CLIP)
        on_sale(SCARF)
        assert titles(q) == [CLIP]

    @pytest.mark.parametrize("q", ["CLIP-TORT-M", "clip-tort-m", "ＣＬＩＰ_TORT_M", "CLIP-TORT"])
    def test_find_goods_by_their_number(self, q: str) -> None:
        on_sale(CLIP, sku="CLIP-TORT-M")
        on_sale("Tort M clip")
        assert titles(q)[0] == CLIP

    def test_in_the_title_weigh_more_than_elsewhere(self) -> None:
        on_sale("Velvet band", description="Goes well with a silk scarf.")
        on_sale(SCARF)
        assert titles("silk scarf") == [SCARF, "Velvet band"]

    def test_between_quotation_marks_stand_just_so(self) -> None:
        on_sale("Silk garden scarf")
        on_sale(SCARF)
        assert titles("“garden silk”") == [SCARF]

    def test_of_attributes_and_kinds_find_too(self) -> None:
        on_sale("Hair band", attributes={"material": "velvet"})
        assert titles("velvet") == titles("丝绒") == ["Hair band"]

    @pytest.mark.parametrize("q", ["hair accessories", "发箍", "髮夾"])
    def test_of_the_category_find_too(self, q: str) -> None:
        on_sale("Pearl", category="hair-accessories")
        assert titles(q) == ["Pearl"]

    def test_of_a_draft_find_nothing(self) -> None:
        world.a_listing(title="Secret clip", publish=False)
        indexed()
        assert titles("secret") == []


class TestMisspelling:
    @pytest.mark.parametrize(
        ("q", "meant"),
        [
            ("tortoishell clip", "tortoiseshell clip"),
            ("scraf", "scarf"),
            ("玳帽抓夹", "玳瑁抓夹"),
            ("vintge", "vintage"),
        ],
    )
    def test_is_asked_back(self, q: str, meant: str) -> None:
        on_sale(CLIP)
        on_sale(SCARF)
        assert search(q)["did_you_mean"] == meant

    def test_shows_what_was_meant_where_nothing_else_is(self) -> None:
        on_sale(SCARF)
        found = search("scraf")
        assert [item["title"] for item in found["items"]] == [SCARF]
        assert found["explanation"] == "Not all of “scraf” is to be found: these are for “scarf”."

    def test_of_what_is_called_so_is_none(self) -> None:
        on_sale("Scraf of wool")
        on_sale(SCARF)
        assert search("scraf")["did_you_mean"] is None

    def test_is_not_corrected_to_what_is_gone(self) -> None:
        scarf = on_sale(SCARF)
        made(MEI.post(f"/listings/{scarf['id']}/withdraw"))
        indexed()
        assert search("scraf")["did_you_mean"] is None


class TestSuggestions:
    def test_go_on_with_what_was_typed(self) -> None:
        on_sale(CLIP)
        on_sale("玳瑁梳子 Tortoiseshell comb")
        assert suggested("玳") == ["玳瑁抓夹", "玳瑁梳子"]
        assert suggested("tort")[0] == "tortoiseshell"
        assert "tortoiseshell comb" in suggested("Tortoiseshell c")

    def test_are_the_most_frequent_first(self) -> None:
        for title in ("Pearl ring", "Pearl ring, large", "Pearl pin"):
            on_sale(title)
        assert suggested("pe")[:2] == ["pearl", "pearl ring"]

    def test_forget_what_is_gone(self) -> None:
        clip = on_sale(CLIP)
        made(MEI.post(f"/listings/{clip['id']}/withdraw"))
        indexed()
        assert suggested("玳") == []

    def test_need_two_letters(self) -> None:
        on_sale(CLIP)
        assert suggested("t") == []
        assert suggested("!") == []


class TestFilters:
    def test_by_price_are_in_one_currency(self) -> None:
        on_sale("Clip one", price=500)
        on_sale("Clip two", price=5_000)
        on_sale("Clip three", price=800, store=world.a_store(currency="USD"))
        assert titles("clip", price_max=1_000) == ["Clip one"]
        assert titles("clip", price_min=1_000) == ["Clip two"]
        assert titles("clip", price_max=1_000, currency="USD") == ["Clip three"]

    def test_by_category_need_no_words(self) -> None:
        on_sale("Clip one", category="hair")
        on_sale("Scarf", category="socks")
        assert titles(category="socks") == ["Scarf"]
        assert titles("clip", category="socks") == []

    def test_by_a_category_take_in_those_below_it(self) -> None:
        on_sale("Clip one", category="hair-accessories")
        on_sale("Clip two", category="wigs")
        on_sale("Clip three", category="socks")
        assert set(titles("clip", category="hair")) == {"Clip one", "Clip two"}
        assert set(titles(category="accessories")) == {"Clip one", "Clip two", "Clip three"}

    def test_by_attributes_take_any_of_the_values(self) -> None:
        for colour in ("red", "blue", "green"):
            on_sale(f"{colour} clip", attributes={"colour": colour})
        assert set(titles("clip", attributes="colour:red|blue")) == {"red clip", "blue clip"}

    def test_leave_out_what_is_sold_out(self) -> None:
        on_sale("Clip one", stock=0)
        on_sale("Clip two")
        assert titles("clip", in_stock="true") == ["Clip two"]

    def test_to_wholesale_find_what_is_sold_by_the_lot_and_tell_its_lowest_price(self) -> None:
        on_sale("Clip by the piece")
        clip = on_sale("Clip by the case")
        steps = [{"from_quantity": 50, "price": 600}]
        path = f"/listings/{clip['id']}"
        made(MEI.put(f"{path}/ladders", {"variants": [{"id": "v01", "steps": steps}]}))
        terms = {"least_quantity": 20, "case_pack": 10, "lead_days": 3, "origin": "义乌"}
        made(MEI.put(f"{path}/wholesale", terms))
        indexed()
        (found,) = search("clip", wholesale="true")["items"]
        assert (found["title"], found["in_bulk"]["amount"]) == ("Clip by the case", 600)
        assert found["lot"] == {"least_quantity": 20, "case_pack": 10}

    def test_that_nothing_fits_are_explained(self) -> None:
        on_sale("Clip one")
        found = search("clip", attributes="taste:sweet")
        assert found["items"] == []
        assert found["explanation"] == "None of the goods found tells its “taste”."


class TestFacets:
    def test_count_what_each_choice_leaves(self) -> None:
        on_sale("Red clip", price=500, attributes={"colour": "red"})
        on_sale("Blue clip", price=1_500, attributes={"colour": "blue"})
        on_sale("Blue clip of silk", price=1_700, category="hair-accessories", attributes={"colour": "blue"})
        found = search("clip", attributes="colour:blue")
        facets = {facet["name"]: facet["choices"] for facet in found["facets"]}
        assert found["facets_of"] == 2 and found["all_counted"]
        assert facets["category"] == [
            {"value": "hair", "listings": 1},
            {"value": "hair-accessories", "listings": 1},
        ]
        assert facets["price"] == [{"value": "1000-2000", "listings": 2}]
        assert facets["colour"] == [{"value": "blue", "listings": 2}, {"value": "red", "listings": 1}]


class TestOrder:
    def test_sinks_what_is_sold_out(self) -> None:
        on_sale("Hair clip", stock=0)
        on_sale("A clip for hair and more")
        assert titles("hair clip") == ["A clip for hair and more", "Hair clip"]
        assert titles("hair clip", sort="price") == ["A clip for hair and more", "Hair clip"]

    def test_is_by_price_or_age_where_that_is_asked(self) -> None:
        for title, price in (("Clip a", 300), ("Clip b", 100), ("Clip c", 200)):
            on_sale(title, price=price)
        assert titles("clip", sort="price") == ["Clip b", "Clip c", "Clip a"]
        assert titles("clip", sort="-price") == ["Clip a", "Clip c", "Clip b"]
        assert titles("clip", sort="newest") == ["Clip c", "Clip b", "Clip a"]


class TestPages:
    def test_follow_each_other_by_a_cursor(self) -> None:
        for number in range(5):
            on_sale(f"Clip {number}", price=100 + number)
        seen: list[str] = []
        cursor: dict[str, str] = {}
        while True:
            page = search("clip", sort="price", limit=2, **cursor)
            seen += [item["title"] for item in page["items"]]
            if page["cursor"] is None:
                break
            cursor = {"cursor": page["cursor"]}
        assert seen == [f"Clip {number}" for number in range(5)]

    def test_are_not_disturbed_by_what_comes_before(self) -> None:
        for number in range(3):
            on_sale(f"Clip {number}", price=200 + number)
        first = search("clip", sort="price", limit=2)
        on_sale("Clip cheap", price=100)
        rest = search("clip", sort="price", limit=2, cursor=first["cursor"])
        assert [item["title"] for item in rest["items"]] == ["Clip 2"]

    @pytest.mark.parametrize("cursor", ["x", "e30", "WzEsMiwzLDRd", "é"])
    def test_of_a_made_up_cursor_are_refused(self, cursor: str) -> None:
        assert NOBODY.get("/search?" + urlencode({"q": "clip", "cursor": cursor})).status == 422

    def test_of_another_question_are_refused(self) -> None:
        for number in range(3):
            on_sale(f"Clip {number}")
        cursor = search("clip", limit=1)["cursor"]
        assert (
            NOBODY.get("/search?" + urlencode({"q": "clips", "cursor": cursor})).json["code"] == "bad_cursor"
        )


class TestNonsense:
    @pytest.mark.parametrize(
        ("query", "field"),
        [
            ({}, "q"),
            ({"q": "   "}, "q"),
            ({"q": "x" * 10_240}, "q"),
            ({"q": "夹" * 201}, "q"),
            ({"q": "clip\x00"}, "q"),
            ({"q": "clip\x1b[31m"}, "q"),
            ({"q": "clip", "price_min": -1}, "price_min"),
            ({"q": "clip", "price_min": 2, "price_max": 1}, "price_min"),
            ({"q": "clip", "sort": "colour"}, "sort"),
            ({"q": "clip", "colour": "red"}, "colour"),
            ({"q": "clip", "attributes": "red"}, "attributes"),
            ({"q": "clip", "attributes": "a:1,a:2"}, "attributes"),
            ({"q": "clip", "attributes": "weirdness:high"}, "attributes"),
            ({"q": "clip", "rating": "nan"}, "rating"),
            ({"q": "clip", "limit": 0}, "limit"),
        ],
    )
    def test_is_refused_and_named(self, query: dict[str, object], field: str) -> None:
        reply = NOBODY.get("/search?" + urlencode(query))
        assert reply.status == 422
        told = [reply.json.get("field"), *(fault["field"] for fault in reply.json.get("errors", ()))]
        assert field in told

    @pytest.mark.parametrize("q", ["!!!", "。，", "🎀", "the", "' or 1=1 --", "的"])
    def test_finds_nothing_and_says_why(self, q: str) -> None:
        found = search(q)
        assert found["items"] == [] and found["explanation"]


class TestChanges:
    def test_of_a_title_are_found_by_the_new_words_only(self) -> None:
        clip = on_sale("Hair clip")
        made(MEI.patch(f"/listings/{clip['id']}", {"title": "Velvet band"}))
        indexed()
        assert titles("clip") == []
        assert titles("velvet") == ["Velvet band"]

    def test_that_take_goods_off_sale_hold_at_once(self) -> None:
        """Even before the index knows: a page shows goods as they are."""
        clip = on_sale("Hair clip")
        made(MEI.post(f"/listings/{clip['id']}/withdraw"))
        assert titles("clip") == []

    def test_of_a_store_that_takes_a_break_hold_at_once(self) -> None:
        clip = on_sale("Hair clip")
        made(MEI.post(f"/stores/{clip['store_id']}/pause"))
        assert titles("clip") == []

    def test_of_a_store_take_its_goods_away_and_bring_them_back(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(service, "STORE_PAGE", 2)
        store = world.a_store()
        for number in range(5):
            on_sale(f"Clip {number}", store=store)
        made(MEI.post(f"/stores/{store['id']}/pause"))
        indexed()
        assert search("clip")["facets_of"] == 0
        made(MEI.post(f"/stores/{store['id']}/publish"))
        indexed()
        assert search("clip")["facets_of"] == 5

    def test_of_where_a_store_sends_from_are_heard(self) -> None:
        store = world.a_store()
        on_sale("Clip one", store=store)
        on_sale("Clip two")
        made(MEI.patch(f"/stores/{store['id']}", {"region": "510104"}))
        indexed()
        assert titles("clip", region="51") == titles("clip", region="510104") == ["Clip one"]
        assert titles("clip", region="33") == []
        facets = {facet["name"]: facet["choices"] for facet in search("clip")["facets"]}
        assert facets["region"] == [{"value": "51", "listings": 1}]
        reply = MEI.patch(f"/stores/{store['id']}", {"region": "999999"})
        assert (reply.status, reply.json["code"], reply.json["field"]) == (422, "bad_region", "region")

    def test_by_the_last_sale_and_its_cancelling_move_goods_down_and_up(self) -> None:
        first = on_sale("Hair clip", stock=1)
        on_sale("A clip for hair and more")
        order = world.a_paid_order(LI, MEI, listing=first)
        indexed()
        assert titles("hair clip") == ["A clip for hair and more", "Hair clip"]
        made(LI.post(f"/orders/{order['id']}/cancel"))
        indexed()
        assert titles("hair clip") == ["Hair clip", "A clip for hair and more"]


class TestManyGoods:
    def test_of_a_category_are_found_under_a_word_that_others_have_too(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        on_sale("Clip of socks", category="socks")
        for number in range(4):
            on_sale(f"Clip {number}")
        monkeypatch.setattr(limits, "MOST_POSTINGS", 3)
        monkeypatch.setattr(limits, "MOST_CANDIDATES", 3)
        assert titles("clip", category="socks") == ["Clip of socks"]
        found = search("clip")
        assert not found["all_counted"] and found["facets_of"] == 3


class TestCost:
    def test_of_a_query_is_bounded(self) -> None:
        on_sale(CLIP)
        with calls() as made_:
            search("复古玳瑁抓夹 vintage tortoiseshell claw clip")
        # a read of the counts, one of the goods, and one in which nobody bids for an ad
        assert made_.count("Query") <= 8 and made_.count("BatchGetItem") == 3
        assert len(made_) <= 11

    def test_of_indexing_a_listing_is_six_round_trips(self) -> None:
        store = world.a_store()
        indexed()
        world.a_listing(title="Hair", store=store)
        with calls() as made_:
            indexed()
        asked = [name for name in made_ if name not in ("ReceiveMessage", "DeleteMessage")]
        assert asked == ["BatchGetItem"] * 4 + ["TransactWriteItems"] * 2
