from __future__ import annotations

import re

import pytest

from chalicelib.listings.categories import service as categories
from chalicelib.web.colour import palette
from demo.catalogue import GOODS, STORE, Good, Text

EVERY = pytest.mark.parametrize("good", GOODS, ids=lambda good: good.slug)
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def texts(good: Good) -> list[Text]:
    named = [text for pair in good.attributes for text in pair]
    return [good.title, good.description, *named, *(kind.title for kind in good.kinds)]


class TestTheStore:
    def test_speaks_both_languages(self) -> None:
        for text in (STORE.announcement, STORE.about):
            assert CHINESE.search(text.zh)
            assert not CHINESE.search(text.en)

    def test_wears_a_colour_of_its_own(self) -> None:
        assert palette(STORE.accent).accent == STORE.accent

    def test_has_each_section_once(self) -> None:
        kinds = [kind for kind, _ in STORE.sections]

        assert sorted(kinds) == ["about", "all_goods", "announcement", "pinned"]


class TestTheGoods:
    def test_are_a_dozen_of_which_some_are_pinned(self) -> None:
        assert len(GOODS) == 12
        assert 2 <= sum(good.pinned for good in GOODS) <= 6

    def test_have_names_and_skus_of_their_own(self) -> None:
        skus = [kind.sku for good in GOODS for kind in good.kinds]

        assert len({good.slug for good in GOODS}) == len(GOODS)
        assert len(set(skus)) == len(skus)

    def test_include_one_that_is_sold_out(self) -> None:
        assert [good.slug for good in GOODS if good.sold_out] == ["woollen-beret"]

    @EVERY
    def test_cost_something_and_have_no_negative_stock(self, good: Good) -> None:
        assert good.kinds
        assert all(kind.price > 0 and kind.stock >= 0 for kind in good.kinds)

    @EVERY
    def test_speak_both_languages(self, good: Good) -> None:
        for text in texts(good):
            assert CHINESE.search(text.zh), text
            assert text.en, text
            assert not CHINESE.search(text.en), text

    @EVERY
    def test_fit_into_a_listing(self, good: Good) -> None:
        assert len(good.title.line()) <= 120
        assert len(good.description.paragraphs()) <= 5000
        assert all(len(name) <= 40 and len(value) <= 200 for name, value in good.told().items())
        assert all(len(kind.title.line()) <= 60 and len(kind.sku) <= 60 for kind in good.kinds)

    @EVERY
    def test_tell_what_their_category_asks(self, good: Good) -> None:
        assert categories.checked(good.category, good.told(), on_sale=True) == good.told()
        assert {name for name, _ in good.facts} <= set(categories.asked(good.category))
