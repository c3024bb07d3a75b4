from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation.config import settings
from chalicelib.listings.categories import rules, service
from chalicelib.listings.categories.errors import AttributeMissing, BadAttribute
from chalicelib.listings.categories.rules import YES_OR_NO, Asked, Attribute, Kind
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import calls
from tests.unit.world import MEI, made

NOBODY = Api()
TREE = service.tree()
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def an_attribute(kind: Kind = Kind.NUMBER, **more: Any) -> Attribute:
    bounds = {"unit": "cm", "least": 0, "most": 1_000, "decimals": 1} if kind is Kind.NUMBER else {}
    return Attribute("it", "它", "It", kind, facetable=False, **(bounds | more))


class TestTheFile:
    def test_has_a_hundred_categories_in_three_levels_at_most(self) -> None:
        assert 100 <= len(TREE.categories) <= 200
        assert max(len(TREE.line(slug)) for slug in TREE.categories) == 3

    def test_names_parents_before_their_children_and_attributes_that_exist(self) -> None:
        seen: set[str | None] = {None}
        for one in TREE.categories.values():
            assert one.parent in seen, one
            assert set(one.attributes) <= set(TREE.attributes), one
            assert one.required <= set(TREE.asked(one.slug)), one
            seen.add(one.slug)

    def test_has_each_slug_once(self) -> None:
        rows = service._FILE.read_text(encoding="utf-8")
        assert rows.count('{"slug": ') == len(TREE.categories) + len(TREE.attributes) + sum(
            len(one.choices) for one in TREE.attributes.values()
        )

    def test_uses_every_attribute(self) -> None:
        used = {name for slug in TREE.categories for name in TREE.asked(slug)}
        assert used == set(TREE.attributes)

    def test_speaks_both_languages_in_slugs_that_fit(self) -> None:
        named = [*TREE.categories.values(), *TREE.attributes.values()]
        for one in named:
            assert SLUG.fullmatch(one.slug) and len(one.slug) <= 60, one
            assert CHINESE.search(one.zh) and one.en and not CHINESE.search(one.en), one
        assert all(len(one.slug) <= 40 for one in TREE.attributes.values())

    def test_gives_no_two_choices_of_an_attribute_one_word(self) -> None:
        for one in TREE.attributes.values():
            words = Counter(
                word for choice in one.choices for word in {choice.slug, choice.en.casefold(), choice.zh}
            )
            assert not [word for word, times in words.items() if times > 1], one.slug

    def test_bounds_numbers_and_gives_choices_where_they_belong(self) -> None:
        for one in TREE.attributes.values():
            assert bool(one.choices) == (one.kind is Kind.CHOICE), one
            assert (one.least < one.most) == (one.kind is Kind.NUMBER), one

    def test_gives_commissions_to_branches_as_a_whole(self) -> None:
        for one in TREE.categories.values():
            assert one.commission is None or (one.parent is None and 0 < one.commission <= 2_000), one


class TestCommission:
    def test_is_the_branchs_own(self) -> None:
        assert service.commission("tea", 500) == 300
        assert service.commission("phone-cases", 500) == 300
        assert service.commission("patterns", 500) == 200

    def test_is_the_usual_one_where_the_branch_has_none_or_nobody_knows_it(self) -> None:
        assert service.commission("hair", 500) == 500
        assert service.commission("not-a-category", 500) == 500

    def test_is_taken_of_a_sale(self) -> None:
        wish = {
            "store_id": world.a_store()["id"],
            "title": "龙井",
            "category": "tea",
            "attributes": {"shelf-life": "12 month", "net-weight": "250 g"},
            "variants": [{"sku": "T", "price": 10_000, "stock": 3}],
            "publish": True,
        }
        refused = MEI.post("/listings", wish)
        assert (refused.status, refused.json["field"]) == (422, "attributes.shelf-life")
        wish["attributes"] = {"shelf-life": "540 days", "net-weight": "0.25 kg"}
        tea = made(MEI.post("/listings", wish))
        assert tea["attributes"] == {"shelf-life": "540", "net-weight": "250"}
        assert world.a_paid_order(listing=tea)["fee"]["amount"] == 300
        assert settings().fee_basis_points != 300


class TestForSearch:
    def test_a_line_leads_from_the_top(self) -> None:
        assert service.category_line("hair-accessories") == ("accessories", "hair", "hair-accessories")
        assert service.category_line("unknown") == ("unknown",)

    def test_names_are_in_both_languages(self) -> None:
        assert service.category_names("earrings").zh == "耳饰"
        assert service.category_names("unknown").en == "unknown"

    def test_facets_are_those_of_the_ancestors_too(self) -> None:
        facets = [one.slug for one in service.facetable("hair-accessories")]
        assert {"material", "colour", "hair-piece"} <= set(facets)
        assert "length" not in facets
        assert service.facetable("unknown") == ()

    def test_labels_come_in_the_categorys_order_and_her_own_last(self) -> None:
        told = {"产地": "苏州", "length": "10.5", "material": "silk", "gift-box": "yes"}
        shown = [(name.en, value.en) for name, value in service.labelled("hair-accessories", told)]
        assert shown == [
            ("Material", "Silk"),
            ("Gift box", "Yes"),
            ("Length", "10.5 cm"),
            ("产地", "苏州"),
        ]


class TestNormal:
    @pytest.mark.parametrize(
        ("said", "kept"),
        [
            ("10.5", "10.5"),
            ("10.50 cm", "10.5"),
            ("105mm", "10.5"),
            ("１０．５ 厘米", "10.5"),
            ("1 m", "100"),
            ("0", "0"),
            ("0.0", "0"),
            ("1,000", "1000"),
            ("007", "7"),
        ],
    )
    def test_of_a_number_is_in_its_own_unit(self, said: str, kept: str) -> None:
        assert rules.normal(an_attribute(), said) == kept

    @pytest.mark.parametrize(
        "said",
        ["", "ten", "-1", "10,5", "1e3", "10.55", "1 kg", "1000.1", "NaN", "١٢", "1 2", "9" * 200, "约 10"],
    )
    def test_refuses_what_is_no_such_number(self, said: str) -> None:
        with pytest.raises(BadAttribute) as refused:
            rules.normal(an_attribute(), said)
        assert refused.value.field == "attributes.it"

    def test_of_an_age_is_in_years_alone(self) -> None:
        age = an_attribute(unit="year", most=18, decimals=0)
        assert rules.normal(age, "3 岁") == "3"
        with pytest.raises(BadAttribute):
            rules.normal(age, "36 months")

    @pytest.mark.parametrize(
        ("said", "kept"), [("yes", "yes"), ("是", "yes"), ("TRUE", "yes"), ("No", "no"), ("false", "no")]
    )
    def test_of_yes_and_no_is_english(self, said: str, kept: str) -> None:
        assert rules.normal(an_attribute(Kind.YES_NO), said) == kept

    def test_proposes_what_a_misspelt_choice_may_mean(self) -> None:
        with pytest.raises(BadAttribute, match="silver"):
            rules.normal(TREE.attributes["material"], "silwer")

    @given(amount=st.integers(0, 10_000), unit=st.sampled_from([("", 0), ("cm", 0), ("mm", 1), ("m", -2)]))
    def test_of_one_length_is_one_whatever_its_unit(self, amount: int, unit: tuple[str, int]) -> None:
        tenths = Decimal(amount).scaleb(-1)
        said = f"{tenths.scaleb(unit[1]):f} {unit[0]}"
        assert Decimal(rules.normal(an_attribute(), said)) == tenths

    @given(attribute=st.sampled_from([*TREE.attributes.values()]), data=st.data())
    def test_is_what_it_is_already(self, attribute: Attribute, data: st.DataObject) -> None:
        words = [word for one in (*attribute.choices, *YES_OR_NO) for word in (one.zh, one.en, one.slug)]
        said = data.draw(st.sampled_from(words) | st.text(max_size=200) | st.from_regex(r"\d{1,4}\.?\d?"))
        try:
            kept = rules.normal(attribute, said)
        except BadAttribute:
            return
        assert rules.normal(attribute, kept) == kept
        assert len(kept) <= 200


ASKED = {"it": Asked(an_attribute(), required=True), "soft": Asked(an_attribute(), required=False)}


class TestChecked:
    def test_wants_what_is_required_of_what_is_on_sale_alone(self) -> None:
        assert rules.checked(ASKED, {}, complete=False) == {}
        with pytest.raises(AttributeMissing) as missing:
            rules.checked(ASKED, {"soft": "1"}, complete=True)
        assert missing.value.field == "attributes.it"

    @given(
        own=st.dictionaries(st.text(min_size=1).filter(lambda name: name not in ("it", "soft")), st.text())
    )
    def test_leaves_a_merchants_own_words_as_they_are(self, own: dict[str, str]) -> None:
        assert rules.checked(ASKED, own | {"it": "2.0"}, complete=True) == own | {"it": "2"}


class TestListingGoods:
    def wish(self, **changes: Any) -> dict[str, Any]:
        variants = [{"sku": "P", "price": 500, "stock": 1}]
        store = world.a_store()["id"]
        return {"store_id": store, "title": "Pin", "category": "scarves", "variants": variants, **changes}

    def test_in_an_unknown_category_is_refused_with_near_ones(self) -> None:
        reply = MEI.post("/listings", self.wish(category="scarfs"))
        assert (reply.status, reply.json["field"], reply.json["code"]) == (
            422,
            "category",
            "unknown_category",
        )
        assert "scarves" in reply.json["detail"]

    def test_with_a_value_of_the_wrong_kind_is_refused(self) -> None:
        reply = MEI.post("/listings", self.wish(attributes={"length": "long"}))
        assert (reply.status, reply.json["field"]) == (422, "attributes.length")

    def test_may_be_incomplete_until_they_are_published(self) -> None:
        draft = made(MEI.post("/listings", self.wish()))
        path = f"/listings/{draft['id']}"
        refused = MEI.post(f"{path}/publish")
        assert (refused.status, refused.json["field"]) == (422, "attributes.material")
        made(MEI.patch(path, {"attributes": {"material": "桑蚕丝", "length": "65 cm"}}))
        assert made(MEI.post(f"{path}/publish"))["attributes"] == {"material": "silk", "length": "65"}

    def test_on_sale_keep_what_is_required(self) -> None:
        scarf = made(MEI.post("/listings", self.wish(attributes={"material": "silk"}, publish=True)))
        path = f"/listings/{scarf['id']}"
        reply = MEI.patch(path, {"attributes": {}})
        assert (reply.status, reply.json["code"]) == (422, "attribute_missing")
        assert MEI.patch(path, {"category": "wrong"}).json["field"] == "category"
        assert MEI.patch(path, {"category": "hats"}).status == 200

    def test_shows_them_on_the_page_in_the_visitors_language(self) -> None:
        store = world.a_store()
        wish = self.wish(store_id=store["id"], attributes={"material": "silk", "产地": "苏州"}, publish=True)
        scarf = made(MEI.post("/listings", wish))
        path = f"/shop/{store['slug']}/{scarf['id']}"
        english = NOBODY.get(f"{path}?lang=en").content.decode()
        chinese = NOBODY.get(f"{path}?lang=zh").content.decode()
        assert "Material" in english and "Silk" in english
        assert "材质" in chinese and "桑蚕丝" in chinese


class TestCategories:
    def test_are_listed_whole_in_one_answer_without_a_call(self) -> None:
        with calls() as sent:
            reply = NOBODY.get("/categories")
        assert len(reply.json["items"]) == len(TREE.categories)
        assert len(reply.content) < 20_000
        assert sent == []

    def test_are_listed_by_their_parent(self) -> None:
        items = made(NOBODY.get("/categories?parent=hair"))["items"]
        assert [one["slug"] for one in items] == ["hair-accessories", "wigs", "headpieces"]
        assert made(NOBODY.get("/categories?parent=tea"))["items"] == []
        assert NOBODY.get("/categories?parent=nope").json["code"] == "category_not_found"

    def test_say_what_is_told_of_their_goods(self) -> None:
        shown = made(NOBODY.get("/categories/scarves"))
        told = {one["slug"]: one for one in shown["attributes"]}
        assert [one["slug"] for one in shown["line"]] == ["accessories", "scarves"]
        assert told["material"]["required"] and told["material"]["facetable"]
        assert {"slug": "silk", "zh": "桑蚕丝", "en": "Silk"} in told["material"]["choices"]
        assert (told["length"]["unit"], told["length"]["decimals"], told["length"]["most"]) == (
            "cm",
            1,
            10_000,
        )
        assert told["brand"]["unit"] is None and told["brand"]["choices"] == []
        assert NOBODY.get("/categories/nope").status == 404

    def test_are_kept_by_whoever_has_read_them(self) -> None:
        first = NOBODY.get("/categories")
        assert first.headers["cache-control"] == "public, max-age=3600"
        again = NOBODY.get("/categories", headers={"If-None-Match": f'"x", {first.headers["etag"]}'})
        assert (again.status, again.content) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
        assert NOBODY.get("/categories", headers={"If-None-Match": 'W/"other"'}).status == 200
