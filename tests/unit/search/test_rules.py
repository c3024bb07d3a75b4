"""The rules of search: pure, so examined with values made up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from chalicelib.search.rules import facets, queries, spelling, suggestions, tokens
from chalicelib.search.rules.documents import Brief, Fame, Goods, brief_of, document, mark, quality
from chalicelib.search.rules.queries import Wish

WORDS = st.text("abcde夹发", max_size=9)


def terms(text: str) -> list[str]:
    return list(tokens.terms(tokens.pieces(tokens.fold(text))))


class TestTerms:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("玳瑁抓夹", ["玳瑁", "瑁抓", "抓夹"]),
            ("夹", ["夹"]),
            ("妈妈的礼物", ["妈妈", "礼物"]),
            ("Earrings, EARRING", ["earring", "earring"]),
            ("Café ＡＢＣ", ["cafe", "abc"]),
            ("the clips of Mei’s", ["clip", "mei"]),
            ("iPhone15壳", ["iphone15", "壳"]),
            ("", []),
        ],
    )
    def test_are_bigrams_or_stems(self, text: str, found: list[str]) -> None:
        assert terms(text) == found

    @pytest.mark.parametrize(
        ("traditional", "simplified"), [("髮夾", "发夹"), ("龍井綠茶", "龙井绿茶"), ("圍巾", "围巾")]
    )
    def test_are_the_same_in_both_scripts(self, traditional: str, simplified: str) -> None:
        assert terms(traditional) == terms(simplified)

    @given(st.text(max_size=80))
    def test_are_the_same_of_a_folded_text(self, text: str) -> None:
        once = tokens.fold(text)
        assert all(len(term) <= tokens.LONGEST_WORD + 4 for term in terms(text))
        assert tokens.pieces(once) == tokens.pieces(tokens.fold(once)) or not once.isascii()

    def test_of_numbers_of_goods_are_their_beginnings_too(self) -> None:
        assert list(tokens.sku_prefixes("CLIP-Tort/M")) == ["cliptortm", "cliptort"]
        assert tokens.skus_in("the clip-tort-m in ab12") == ["cliptortm", "ab12"]


class TestDistance:
    @given(WORDS, WORDS)
    def test_is_a_librarys_counted_in_characters(self, one: str, other: str) -> None:
        assert spelling.distance(one, other) == OSA.distance(one, other)

    @given(st.text("abcde", min_size=4, max_size=12), st.data())
    def test_of_one_error_always_leaves_a_rest_in_common(self, word: str, data: st.DataObject) -> None:
        at = data.draw(st.integers(0, len(word) - 1))
        wrong = data.draw(
            st.sampled_from(
                [word[:at] + word[at + 1 :], word[:at] + "x" + word[at:], word[:at] + "x" + word[at + 1 :]]
            )
        )
        assert spelling.rests(word) & spelling.rests(wrong)

    def test_decides_what_was_meant_and_then_the_beginning(self) -> None:
        assert spelling.nearest("scraf", ["scarf", "scruff", "craf", "scraf"]) == ["scarf", "craf"]


class TestBriefs:
    GOODS = Goods(
        id="lst_1",
        store_id="sto_1",
        title="珍珠发夹 Pearl Clip",
        description="好看",
        categories=("hair-accessories", "hair"),
        told=("发夹", "Hair clips"),
        facets={"material": "pearl", "length": 8.5, "model": "x" * 99},
        kinds=(("CLIP-01", "White"),),
        low=100,
        high=200,
        currency="CNY",
        sold_out=False,
        fame=Fame(5, 4.54, 9),
    )

    def test_are_read_as_they_were_written(self) -> None:
        brief = brief_of(document(self.GOODS).brief)
        assert brief_of(brief.text()) == brief
        assert (brief.rating, brief.sales, brief.categories) == (4.5, 5, ("hair-accessories", "hair"))
        assert brief.attributes == {"material": "pearl", "length": 8.5}

    def test_know_where_each_term_stands(self) -> None:
        brief = brief_of(document(self.GOODS).brief)
        assert {mark("珍珠"), mark("pearl"), mark("pearlclip")} <= set(brief.in_title)
        assert {mark("好看"), mark("white")} <= set(brief.in_body) - set(brief.in_title)

    def test_of_endless_texts_stay_small(self) -> None:
        long = replace(self.GOODS, description="".join(chr(0x4E00 + n) for n in range(5000)))
        assert len(document(long).terms) < 200
        assert len(document(long).brief.encode()) < 1000


class TestQuality:
    def test_is_nothing_for_what_is_sold_out(self) -> None:
        assert quality(Fame(10**6, 5, 10**6), sold_out=True) == 0

    def test_rises_with_sales_and_stars_within_two_digits(self) -> None:
        ranks = [quality(one, sold_out=False) for one in (Fame(0, 1, 50), Fame(), Fame(9), Fame(9, 5, 50))]
        assert ranks == sorted(set(ranks)) and ranks[0] > 0
        assert quality(Fame(10**9, 5, 10**9), sold_out=False) <= 99

    def test_believes_many_more_than_one(self) -> None:
        assert quality(Fame(0, 4.8, 200), sold_out=False) > quality(Fame(0, 5, 1), sold_out=False)


class TestQueries:
    def test_have_a_bounded_number_of_terms(self) -> None:
        found = queries.terms_of("".join(chr(0x4E00 + n) for n in range(200)))
        assert len(found.wanted) == queries.MOST_TERMS

    def test_of_phrases_want_them_just_so(self) -> None:
        (phrase,) = queries.terms_of("“Claw  Clip” red").phrases
        assert queries.has_phrase(queries.plain("a claw-clip."), phrase)
        assert not queries.has_phrase(queries.plain("a claw clipper"), phrase)

    def test_belong_to_cursors_by_all_that_is_asked(self) -> None:
        wishes = [Wish("a"), Wish("b"), Wish("a", price_min=1), Wish("a", attributes={"c": frozenset("d")})]
        assert len({one.fingerprint() for one in wishes}) == 4


class TestFacets:
    BRIEF = Brief("sto_1", 900, 900, "CNY", ("hair",), "", 4.5, 3, 1, False, {"length": 12.0}, "", "")

    @pytest.mark.parametrize(
        ("value", "fits"), [("12", True), ("10-20", True), ("20-50", False), ("red", False)]
    )
    def test_of_numbers_are_ranges(self, value: str, fits: bool) -> None:
        wish = Wish("x", attributes={"length": frozenset([value])})
        assert list(facets.passing([self.BRIEF], wish)) == [fits]
        (length,) = [one for one in facets.counted([self.BRIEF], Wish("x")) if one.name == "length"]
        assert [(one.value, one.listings) for one in length.choices] == [("10-20", 1)]

    @given(st.integers(1, 10**10))
    @example(10**10 - 1)
    def test_of_prices_have_the_price_in_their_range(self, price: int) -> None:
        low, high = facets._range(price)
        assert low <= price < high

    def test_of_stars_count_those_that_somebody_gave(self) -> None:
        wish = Wish("x", rating=4)
        assert list(facets.passing([self.BRIEF], wish)) == [True]
        assert list(facets.passing([brief_of(self.BRIEF.text().replace("4.5,3", "0,0"))], wish)) == [False]


class TestSuggestions:
    def test_begin_anywhere_in_a_title(self) -> None:
        found = suggestions.phrases(tokens.pieces(tokens.fold("复古玳瑁抓夹 Claw Clip of Silk")))
        assert {"玳瑁抓夹", "claw clip", "clip of silk", "silk"} <= set(found)
        assert "of silk" not in found

    def test_stand_on_the_shelf_of_what_is_typed(self) -> None:
        assert suggestions.shelf("clip") == suggestions.shelf("cl")
        assert suggestions.shelf("玳瑁") == suggestions.shelf("玳")
