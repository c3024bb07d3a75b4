"""A file's form: what a spreadsheet does to it, and what must survive the way out and back."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation.money import Money
from chalicelib.listings.bulk import columns, reading
from chalicelib.listings.bulk.rules import (
    MOST_ROWS,
    Draft,
    Fault,
    Format,
    Import,
    Outcome,
    State,
    Unreadable,
    advanced,
    by_row,
    chunk,
)
from chalicelib.listings.bulk.schemas import ListingLine
from chalicelib.listings.bulk.writing import Sheet
from chalicelib.listings.categories import service as categories
from chalicelib.listings.rules import Details, Listing, Variant
from chalicelib.listings.rules import State as Status

NOW = datetime(2026, 11, 26, tzinfo=UTC)
SEEN = st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Zl", "Zp"))
LINE = st.text(SEEN, min_size=1, max_size=30).map(str.strip).filter(bool)
PROSE = st.text(SEEN | st.sampled_from("\n\t\"',;"), max_size=60).map(str.strip)
NAME = LINE.filter(lambda name: columns.column_of("attributes." + name) == "attributes." + name)
VARIANTS = st.lists(
    st.tuples(LINE, st.one_of(st.just(""), LINE), st.integers(1, 10**10), st.integers(0, 10**6)),
    min_size=1,
    max_size=4,
    unique_by=lambda one: one[0],
)


@st.composite
def shown(draw: st.DrawFn) -> tuple[Listing, Details]:
    """Goods of any kind."""
    number = draw(st.integers(0, 10**6))
    variants = tuple(
        Variant(f"v{place:02}", sku, title, Money(price, "CNY"), stock)
        for place, (sku, title, price, stock) in enumerate(draw(VARIANTS), 1)
    )
    listing = Listing(
        id=f"lst_{number:026}",
        store_id="sto_1",
        owner_id="per_1",
        title=draw(LINE),
        category=draw(st.sampled_from(sorted(categories.tree().categories))),
        state=draw(st.sampled_from(Status)),
        cover=None,
        variants=variants,
        created_at=NOW,
    )
    return listing, Details(draw(PROSE), draw(st.dictionaries(NAME, LINE, max_size=4)), ())


GOODS = st.lists(shown(), min_size=1, max_size=4, unique_by=lambda one: one[0].id)


def said(content: bytes, format_: Format) -> list[Any]:
    """What the file says, through the schema that takes it."""
    return [ListingLine.model_validate(draft.said) for draft in reading.drafts(content, format_)]


class TestTheWayOutAndBack:
    @given(goods=GOODS, format_=st.sampled_from(Format))
    def test_loses_nothing(self, goods: list[Any], format_: Format) -> None:
        sheet = Sheet(format_)
        assert all(sheet.take(one) for one in goods)
        for (listing, details), line in zip(goods, said(sheet.content(), format_), strict=True):
            assert (line.listing_id, line.title, line.category) == (
                listing.id,
                listing.title,
                listing.category,
            )
            assert (line.description, line.attributes or {}) == (details.description, details.attributes)
            assert line.status == listing.status
            assert [(one.variant_id, one.sku, one.title, one.price, one.stock) for one in line.variants] == [
                (one.id, one.sku, one.title, one.price.decimal(), one.stock) for one in listing.variants
            ]

    @given(goods=GOODS, encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]))
    def test_is_the_same_in_every_encoding(self, goods: list[Any], encoding: str) -> None:
        sheet = Sheet(Format.CSV)
        for one in goods:
            sheet.take(one)
        text = "标题," + sheet.content().decode("utf-8-sig").partition(",")[2]
        assert reading.decoded(text.encode(encoding)) == text

    @given(goods=GOODS)
    def test_shows_a_spreadsheet_no_formula(self, goods: list[Any]) -> None:
        sheet = Sheet(Format.CSV)
        for one in goods:
            sheet.take(one)
        for row in csv.reader(io.StringIO(sheet.content().decode("utf-8-sig"), newline="")):
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)

    @given(text=st.text() | st.from_regex(r"'{0,3}[=+\-@\t\r].{0,5}"))
    def test_defuses_and_takes_back_any_cell(self, text: str) -> None:
        assert columns.plain(columns.defused(text)) == text
        assert not columns.defused(text).startswith(("=", "+", "-", "@"))

    @given(goods=GOODS, delimiter=st.sampled_from(",;\t"))
    def test_does_not_mind_how_cells_are_parted(self, goods: list[Any], delimiter: str) -> None:
        sheet = Sheet(Format.CSV)
        for one in goods:
            sheet.take(one)
        rows = csv.reader(io.StringIO(sheet.content().decode("utf-8-sig"), newline=""))
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=delimiter).writerows(rows)
        assert said(out.getvalue().encode(), Format.CSV) == said(sheet.content(), Format.CSV)


class TestASheet:
    def test_is_full_before_an_import_refuses_it(self) -> None:
        sheet = Sheet(Format.CSV)
        one = (a_listing(), Details("长" * 5_000, {}, ()))
        taken = 0
        while sheet.take(one):
            taken += 1
        assert 300 < taken < 400
        assert len(sheet.content()) <= 5 * 1024 * 1024

    def test_has_a_bounded_number_of_columns(self) -> None:
        sheet = Sheet(Format.CSV)
        taken = [sheet.take((a_listing(), Details("", {f"a{n}": "x"}, ()))) for n in range(250)]
        assert taken.count(True) == 200 - 11


class TestReading:
    @given(content=st.binary(max_size=300), format_=st.sampled_from(Format))
    def test_of_anything_answers_drafts_or_why_not(self, content: bytes, format_: Format) -> None:
        try:
            found = reading.drafts(content, format_)
        except Unreadable:
            return
        assert found and all(draft.rows for draft in found)

    @pytest.mark.parametrize(
        ("header", "column"),
        [
            ("Title", "title"),
            (" 价格 ", "price"),
            ("Variant title", "variant_title"),
            ("材质", "attributes.material"),
            ("Ring size", "attributes.ring-size"),
            ("attributes.我的", "attributes.我的"),
            ("attributes.", None),
            ("我的", None),
        ],
    )
    def test_knows_columns_by_several_names(self, header: str, column: str | None) -> None:
        assert columns.column_of(header) == column

    def test_counts_rows_as_a_spreadsheet_does(self) -> None:
        found = reading.drafts(b'title,sku\n"two\nlines",A\n\n,\nB,C\n', Format.CSV)
        assert [draft.rows for draft in found] == [(2,), (5,)]

    def test_knows_no_name_of_a_category_twice(self) -> None:
        named = categories.tree().categories.values()
        words = [word.casefold() for one in named for word in {one.en, one.zh}]
        assert len(words) == len(set(words))
        assert all(categories.slug_of(one.zh) == categories.slug_of(one.en) == one.slug for one in named)
        assert categories.slug_of("nothing") == "nothing"

    def test_knows_no_name_of_an_attribute_twice(self) -> None:
        attributes = categories.tree().attributes.values()
        for word in (word for one in attributes for word in (one.zh, one.en)):
            assert columns.column_of(word) is not None, word
        assert (
            len({one.zh for one in attributes})
            == len({one.en.lower() for one in attributes})
            == len(attributes)
        )


class TestChunks:
    @given(sizes=st.lists(st.integers(1, 50), max_size=60), faulty=st.sets(st.integers(0, 60)))
    def test_take_everything_once_and_count_exactly(self, sizes: list[int], faulty: set[int]) -> None:
        drafts = [Draft((place,) * size, {}) for place, size in enumerate(sizes)]
        one = Import("i", "s", "o", "p", Format.CSV, publish=False, created_at=NOW, state=State.RUNNING)
        while drafts and one.state is State.RUNNING:
            some = chunk(drafts, one.position)
            assert 0 < sum(len(draft.rows) for draft in some) < 90
            outcomes = [
                Outcome(
                    len(d.rows), created=True, faults=[Fault(d.row, "", "x", "x")] if d.row in faulty else ()
                )
                for d in some
            ]
            one = advanced(one, outcomes, total=sum(sizes), listings=len(drafts))
        kept = [size for place, size in enumerate(sizes) if place not in faulty]
        assert (one.kept, one.created, one.seen) == (sum(kept), len(kept), sum(sizes) if drafts else 0)

    def test_tell_ten_faults_of_a_row_at_most(self) -> None:
        told = by_row([Fault(2, str(n), "x", "x") for n in range(20)] + [Fault(1, "", "x", "x")])
        assert [(row, len(some)) for row, some in told.items()] == [(1, 1), (2, 10)]

    def test_leave_no_room_for_more_rows_than_a_file_may_have(self) -> None:
        content = ("title\n" + "A\n" * MOST_ROWS).encode()
        assert len(reading.drafts(content, Format.CSV)) == MOST_ROWS


def a_listing() -> Listing:
    variants = (Variant("v01", "S", "", Money(1, "CNY"), 0),)
    return Listing(f"lst_{0:026}", "s", "o", "T", "pins", Status.DRAFT, None, variants, NOW)
