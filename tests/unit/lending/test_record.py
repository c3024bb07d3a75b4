"""A seller's record: kept by events, and read as figures."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation import clock
from chalicelib.lending.scoring import handlers
from chalicelib.lending.scoring.record import rules, service
from chalicelib.lending.scoring.record.rules import Counts, Outcome, Record
from tests.unit import world
from tests.unit.conftest import calls, everything_stored, messages
from tests.unit.lending.sellers import NOW, kept
from tests.unit.world import LI, MEI, WANG, made, person_id


def months_of(person: object = MEI) -> dict[str, Counts]:
    return dict(service.of(person_id(person), "CNY", now=clock.now()).months)  # type: ignore[arg-type]


def only_month() -> Counts:
    (counts,) = months_of().values()
    return counts


class TestFollowing:
    def test_counts_what_was_sold_given_back_and_sent(self) -> None:
        goods = world.a_listing(stock=9)
        world.a_completed_order(listing=goods, quantity=2)
        partly = world.a_paid_order(listing=goods)
        made(MEI.post(f"/orders/{partly['id']}/refunds", {"reason": "goodwill", "amount": 400}))
        made(MEI.post(f"/orders/{partly['id']}/parcel", {"courier": "YTO", "tracking_number": "YT123457"}))
        made(LI.post(f"/orders/{partly['id']}/confirm"))
        made(LI.post(f"/orders/{world.a_paid_order(listing=goods)['id']}/cancel"))

        assert kept() == {"batchItemFailures": []}
        assert only_month() == Counts(
            orders=3, completed=2, cancelled=1, parcels=2, on_time=2, refunds=1, sales=2_600, refunded=400
        )

    def test_counts_nothing_before_it_is_over(self) -> None:
        order = world.a_shipped_order()
        service.follow(order["id"], now=clock.now())
        assert months_of() == {}

    def test_counts_a_dispute_that_was_lost(self) -> None:
        order = world.a_shipped_order()
        path = f"/orders/{order['id']}/refunds"
        refund = made(LI.post(path, {"reason": "damaged", "amount": order["total"]["amount"]}))["id"]
        made(MEI.post(f"{path}/{refund}/reject", {}))
        made(LI.post(f"{path}/{refund}/dispute"))
        made(MEI.post(f"{path}/{refund}/accept", {}))

        kept()
        assert (only_month().disputes_lost, only_month().sales, only_month().refunded) == (1, 0, 1_000)

    def test_ends_the_same_however_often_and_in_whichever_order_it_hears(self) -> None:
        goods = world.a_listing(stock=9)
        for quantity in (1, 2, 3):
            world.a_completed_order(listing=goods, quantity=quantity)
        made(LI.post(f"/orders/{world.a_paid_order(listing=goods)['id']}/cancel"))
        batch = messages("records") * 3
        random.Random(5).shuffle(batch)

        handlers.keep_records({"Records": batch})
        assert (only_month().orders, only_month().sales) == (4, 6_000)
        before = everything_stored()
        handlers.keep_records({"Records": batch})
        assert everything_stored() == before

    def test_is_each_sellers_own(self) -> None:
        world.a_completed_order(merchant=WANG)
        kept()
        assert months_of() == {}
        assert [one.sales for one in months_of(WANG).values()] == [1_000]

    def test_costs_a_read_and_a_transaction(self) -> None:
        order = world.a_completed_order()
        with calls() as first:
            service.follow(order["id"], now=clock.now())
        with calls() as again:
            service.follow(order["id"], now=clock.now())
        assert (first, again) == (["BatchGetItem", "TransactWriteItems"], ["BatchGetItem"])


def an_outcome(**other: object) -> Outcome:
    usual: dict[str, object] = {
        "placed_at": NOW,
        "shipped_at": NOW + rules.PROMPT,
        "ended_at": NOW + timedelta(days=9),
        "completed": True,
        "cancelled": False,
        "total": 1_000,
        "refunded": 0,
        "disputes_lost": 0,
        "unsent_after": timedelta(days=7),
    }
    return Outcome(**(usual | other))  # type: ignore[arg-type]


class TestCounting:
    def test_takes_a_parcel_for_late_after_the_promised_time(self) -> None:
        late = an_outcome(shipped_at=NOW + rules.PROMPT + timedelta(seconds=1))
        assert (rules.counts_of(an_outcome()).on_time, rules.counts_of(late).on_time) == (1, 0)

    def test_takes_what_was_never_sent_for_late_but_not_what_was_called_off_before(self) -> None:
        off = {"shipped_at": None, "completed": False, "cancelled": True, "refunded": 1_000}
        never = rules.counts_of(an_outcome(**off, ended_at=NOW + timedelta(days=7)))
        soon = rules.counts_of(an_outcome(**off, ended_at=NOW + timedelta(days=1)))
        assert (never.parcels, never.on_time, never.refunded, soon.parcels) == (1, 0, 0, 0)


def a_record(*sales: int, now: str = "2026-11") -> Record:
    """Months with these sales before this one, the last one latest."""
    names = rules.months_before(now, len(sales))
    made_of = [Counts(orders=1, completed=1, sales=one) for one in sales]
    return Record({name: one for name, one in zip(names, made_of, strict=True) if one.sales}, now, "CNY")


class TestFigures:
    def test_are_of_whole_months(self) -> None:
        record = a_record(*[100] * 9, 200, 200, 200)
        assert (record.months_sold, record.monthly_sales) == (12, 125)
        assert (record.trend, record.season) == (20_000, 8_000)

    def test_of_a_season_are_a_year_old(self) -> None:
        assert a_record(300, 300, 300, *[100] * 9).season == 20_000

    def test_of_unevenness_are_none_for_equal_months(self) -> None:
        assert a_record(*[100] * 6).unevenness == 0
        assert a_record(50, 150, 50, 150, 50, 150).unevenness == 5_000

    def test_of_a_beginner_are_of_what_there_is(self) -> None:
        record = Record({"2026-11": Counts(completed=2, sales=500)}, "2026-11", "CNY")
        assert (record.months_sold, record.monthly_sales, record.trend) == (0, 500, None)
        assert a_record(100, 100).monthly_sales == 66

    def test_of_months_count_pauses(self) -> None:
        assert a_record(600, 0, 0, 0, 0, 0).monthly_sales == 100

    def test_of_nothing_are_nothing(self) -> None:
        empty = Record({}, "2026-11", "CNY")
        assert (empty.monthly_sales, empty.refund_rate, empty.on_time_rate) == (0, None, None)
        assert empty.unevenness is None

    def test_of_the_turn_of_a_year_go_on(self) -> None:
        assert rules.months_before("2026-02", 3) == ["2025-11", "2025-12", "2026-01"]

    @given(st.lists(st.integers(0, 10**9), min_size=12, max_size=12))
    def test_never_fail(self, sales: list[int]) -> None:
        record = a_record(*sales)
        assert record.monthly_sales <= max(sales)
        assert all(one is None or one >= 0 for one in (record.trend, record.season, record.unevenness))

    @given(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), st.integers(0, 3_000))  # noqa: DTZ001
    def test_of_a_stores_age_are_whole_months(self, opened: datetime, days: int) -> None:
        since = opened.replace(tzinfo=NOW.tzinfo)
        months = rules.whole_months(since, since + timedelta(days=days), "Asia/Shanghai")
        assert days // 31 <= months <= days // 28
