"""A wallet's statement as a file."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation import clock
from chalicelib.foundation.money import Money
from chalicelib.payments.rules import Code, Entry
from chalicelib.payments.statements import rules, service
from chalicelib.payments.statements.rules import BadPeriod, period
from chalicelib.payments.statements.sheet import BYTE_ORDER_MARK, WORDS, Row, to_csv
from tests.unit import world
from tests.unit.conftest import calls
from tests.unit.world import LI, made

NOON = datetime(2026, 11, 25, 4, 30, 5, tzinfo=UTC)
TODAY = date(2026, 11, 25)
ALL = "/wallet/statement.csv?language=en"


def rows_of(reply: Any) -> list[list[str]]:
    assert reply.status == 200, reply
    return list(csv.reader(io.StringIO(reply.content.decode().removeprefix(BYTE_ORDER_MARK))))


def at(moment: datetime, path: str = ALL) -> list[list[str]]:
    with clock.stopped_at(moment):
        return rows_of(LI.get(path))


def top_up(amount: int, moment: datetime = NOON) -> str:
    with clock.stopped_at(moment):
        wish = {"amount": amount, "currency": "CNY", "method": "pm_card_visa"}
        charge_id: str = made(LI.post("/wallet/top-ups", wish))["id"]
    return charge_id


class TestStatement:
    def test_tells_what_came_and_went_the_newest_first_with_the_balance_after_it(self) -> None:
        charge = top_up(10_050)
        with clock.stopped_at(NOON + timedelta(hours=1)):
            wish = {"amount": 4_000, "currency": "CNY", "destination": "ba_ok"}
            withdrawal = made(LI.post("/wallet/withdrawals", wish))["id"]

        assert at(NOON + timedelta(hours=2)) == [
            ["Time", "Kind", "Reference", "Amount", "Currency", "Balance"],
            ["2026-11-25 13:30:05", "Withdrawal", withdrawal, "-40.00", "CNY", "60.50"],
            ["2026-11-25 12:30:05", "Top-up", charge, "100.50", "CNY", "100.50"],
        ]

    def test_is_chinese_for_excel_unless_asked_otherwise(self) -> None:
        top_up(100)
        with clock.stopped_at(NOON):
            reply = LI.get("/wallet/statement.csv")
        assert reply.content.startswith(b"\xef\xbb\xbf\xe6\x97\xb6\xe9\x97\xb4,")
        assert rows_of(reply)[1][1] == "充值"
        assert reply.headers["content-type"] == "text/csv; charset=utf-8"
        assert reply.headers["content-disposition"] == (
            'attachment; filename="wallet-CNY-2026-10-26-2026-11-25.csv"'
        )

    def test_holds_the_days_asked_for_in_the_stages_time_zone_and_no_others(self) -> None:
        first = datetime(2026, 11, 9, 16, tzinfo=UTC)  # midnight in Shanghai
        for moment in (-1, 0, 86_399, 86_400):
            top_up(100 + moment % 7, first + timedelta(seconds=moment))
        rows = at(NOON, f"{ALL}&from=2026-11-10&to=2026-11-10")[1:]
        assert [row[0] for row in rows] == ["2026-11-10 23:59:59", "2026-11-10 00:00:00"]
        assert {row[5] for row in rows} == {""}  # what came later isn't read, so the balance isn't known

    def test_of_another_currency_is_another(self) -> None:
        top_up(100)
        assert at(NOON, f"{ALL}&currency=USD") == [
            ["Time", "Kind", "Reference", "Amount", "Currency", "Balance"]
        ]

    def test_goes_on_where_the_last_answer_ended_and_makes_one_file(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(service, "PAGE", 2)
        for number in range(5):
            top_up(100, NOON + timedelta(seconds=number))
        whole, path, pages = b"", ALL, 0
        with clock.stopped_at(NOON + timedelta(hours=1)):
            while path:
                reply = LI.get(path)
                whole, pages = whole + reply.content, pages + 1
                path = next_of(reply)

        rows = list(csv.reader(io.StringIO(whole.decode())))
        assert (pages, len(rows)) == (3, 6)
        assert [row[5] for row in rows[1:]] == ["5.00", "4.00", "3.00", "2.00", "1.00"]

    def test_costs_a_query_and_two_reads(self) -> None:
        top_up(100)
        with clock.stopped_at(NOON), calls() as seen:
            LI.get(ALL)
        assert seen == ["GetItem", "Query", "GetItem"]

    def test_of_the_past_costs_a_query(self) -> None:
        with calls() as seen:
            LI.get(f"{ALL}&from=2026-01-01&to=2026-01-31")
        assert seen == ["Query"]

    @pytest.mark.parametrize(
        ("query", "field"),
        [
            ("from=2026-11-02&to=2026-11-01", "from"),
            ("from=2026-10-01&to=2026-11-01", "from"),
            ("from=2026-02-30", "from"),
            ("to=yesterday", "to"),
            ("from=0001-01-01", "from"),
            ("to=9999-12-31", "to"),
            ("currency=XAU", "currency"),
            ("currency=cny", "currency"),
            ("language=fr", "language"),
            ("cursor=nonsense", "cursor"),
            ("cursor=nonsense.5", "cursor"),
            ("since=2026-11-01", "since"),
        ],
    )
    def test_asked_for_nonsense_names_the_field(self, query: str, field: str) -> None:
        reply = LI.get(f"/wallet/statement.csv?{query}")
        assert (reply.status, reply.json["field"]) == (422, field)

    def test_of_another_persons_cursor_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(service, "PAGE", 1)
        top_up(100)
        top_up(100)
        with clock.stopped_at(NOON):
            path = next_of(LI.get(ALL))
            assert world.MEI.get(str(path)).json["code"] == "bad_cursor"


class TestPeriod:
    @given(st.dates(date(2020, 1, 1), date(2999, 1, 1)) | st.none(), st.dates(date(2020, 1, 1)) | st.none())
    def test_is_a_month_at_most(self, since: date | None, until: date | None) -> None:
        try:
            first, last = period(since, until, today=TODAY)
        except BadPeriod:
            return
        assert timedelta() <= last - first < timedelta(days=31)
        assert since in (None, first) and until in (None, last)

    def test_without_days_is_the_last_month(self) -> None:
        assert period(None, None, today=TODAY) == (date(2026, 10, 26), TODAY)

    def test_from_a_day_on_is_at_most_until_today(self) -> None:
        assert period(date(2026, 11, 20), None, today=TODAY) == (date(2026, 11, 20), TODAY)
        assert period(date(2026, 1, 1), None, today=TODAY) == (date(2026, 1, 1), date(2026, 1, 31))


class TestCsv:
    @given(st.text(), st.integers(-(10**12), 10**12), st.sampled_from(list(Code)))
    def test_has_no_cell_that_a_spreadsheet_would_run(self, reference: str, amount: int, code: Code) -> None:
        entry = Entry("t", Money(amount, "CNY"), code.value, reference, "x", NOON)
        text = to_csv([Row(entry, None)], language="zh", zone="Asia/Shanghai", headed=True)
        for name, cell in enumerate(next(csv.reader(io.StringIO(text.splitlines(keepends=True)[0])))):
            assert cell[:1] not in "=+-@", name
        (row,) = list(csv.reader(io.StringIO(text, newline="")))[1:]
        for cell in (row[1], row[2], row[4]):
            assert not cell.lstrip(" ").startswith(tuple("=+-@\t\r\n＝＋－＠"))
        assert row[3] == Money(amount, "CNY").decimal()

    @given(st.text())
    def test_changes_no_harmless_reference(self, reference: str) -> None:
        assert rules.harmless(reference).removeprefix("'") == reference.removeprefix("'")

    def test_has_words_for_every_code(self) -> None:
        assert set(WORDS) == set(Code)


def next_of(reply: Any) -> str | None:
    link = reply.headers.get("link")
    return f"/wallet/statement.csv?{urlsplit(link.split('>')[0][1:]).query}" if link else None
