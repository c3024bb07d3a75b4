"""When to order goods again that one sells on, and how many: by what was sold and by its source's terms."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from math import sqrt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation import clock
from chalicelib.insights.counting.models import GoodsItem
from chalicelib.insights.restocking import rules
from chalicelib.insights.restocking.rules import DAYS, FEWEST_DAYS, SERVICE, Advice, Demand, advice, measured
from tests.unit.conftest import calls
from tests.unit.stores.crew import says
from tests.unit.wholesale.trade import FACTORY, SHOP, a_resale, wares
from tests.unit.world import LI, made

NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)
"""At noon in the store's zone."""

counts = st.lists(st.integers(0, 50), min_size=FEWEST_DAYS, max_size=DAYS)
lots = st.tuples(st.integers(1, 200), st.integers(1, 50))


def of(sold: list[int]) -> Demand:
    found = measured(sold)
    assert found
    return found


class TestDemand:
    def test_is_the_mean_and_the_samples_deviation(self) -> None:
        found = of([2, 4, 4, 4, 5, 5, 7, 9])
        assert (found.mean, round(found.deviation, 4)) == (5.0, 2.1381)

    def test_of_too_few_days_is_not_known(self) -> None:
        assert measured([9] * (FEWEST_DAYS - 1)) is None


class TestAdvice:
    def test_is_by_the_book(self) -> None:
        demand = Demand(28, 280, 10.0, 4.0)
        found = advice(demand, stock=100, lead_days=9, cover_days=14, least=50, case=20)
        point = 90 + 20  # 10 · 9 and 1.645 · 4 · 3, rounded up
        assert found == Advice(point, 0, 160)  # 10 to the point and 140 beyond, in cases of 20
        assert rules.SERVICE * 4 * 3 < 20

    def test_of_what_nobody_buys_is_to_order_none(self) -> None:
        assert advice(of([0] * 28), stock=0, lead_days=9, cover_days=14, least=50, case=20) == Advice(
            0, None, 0
        )

    @given(counts, st.integers(0, 500), st.integers(0, 240), st.integers(1, 90), lots)
    def test_is_in_whole_cases_not_below_the_minimum_and_reaches_as_far_as_wanted(
        self, sold: list[int], stock: int, lead: int, cover: int, lot: tuple[int, int]
    ) -> None:
        demand, (least, case) = of(sold), lot
        found = advice(demand, stock=stock, lead_days=lead, cover_days=cover, least=least, case=case)
        if not demand.sold:
            assert found.quantity == 0
            return
        assert found.quantity % case == 0 and found.quantity >= least
        there = min(stock, found.reorder_point) + found.quantity
        assert there >= demand.mean * (lead + cover) - 1e-6
        smaller = found.quantity - case
        wanted = found.reorder_point + demand.mean * cover + 1
        assert smaller < least or min(stock, found.reorder_point) + smaller < wanted

    @given(counts, st.integers(0, 240))
    def test_covers_the_lead_time_with_what_is_kept_for_safety(self, sold: list[int], lead: int) -> None:
        demand = of(sold)
        found = advice(demand, stock=0, lead_days=lead, cover_days=1, least=1, case=1)
        exact = demand.mean * lead + SERVICE * demand.deviation * sqrt(lead) if demand.sold else 0
        assert -1e-6 <= found.reorder_point - exact < 1

    @given(counts, st.integers(0, 500), st.integers(1, 500))
    def test_never_is_to_order_less_or_later_when_less_is_left(
        self, sold: list[int], stock: int, more: int
    ) -> None:
        few, many = (
            advice(of(sold), stock=left, lead_days=7, cover_days=14, least=5, case=5)
            for left in (stock, stock + more)
        )
        assert few.quantity >= many.quantity
        assert few.days_left is None or many.days_left is None or few.days_left <= many.days_left

    @given(counts, st.integers(1, 10**4))
    def test_is_to_order_before_the_stock_falls_below_the_point(self, sold: list[int], stock: int) -> None:
        demand = of(sold)
        found = advice(demand, stock=stock, lead_days=7, cover_days=14, least=1, case=1)
        if found.days_left:
            assert stock - demand.mean * found.days_left >= found.reorder_point - 1e-6


def resold(at: datetime = NOON - timedelta(days=40), **terms: Any) -> tuple[Any, str]:
    """A supplier's goods, and as what Mei sells them on since."""
    with clock.stopped_at(at):
        listing = wares(**terms)
        return listing, a_resale(listing, quantity=20, price=800)


def sold(listing_id: str, store_id: str, by_day: dict[int, int]) -> None:
    """What was sold so many days ago, in the store's days."""
    for back, pieces in by_day.items():
        day = (NOON + timedelta(hours=8) - timedelta(days=back)).date().isoformat()
        GoodsItem(pk=f"goods#{store_id}#{day}", sk=listing_id, period=day, sold=pieces).save()


def restocking(listing_id: str, *, by: Any = SHOP, query: str = "") -> Any:
    with clock.stopped_at(NOON):
        return by.get(f"/listings/{listing_id}/restock{query}")


def store_of(listing_id: str) -> str:
    found: str = made(SHOP.get(f"/my/listings/{listing_id}"))["store_id"]
    return found


class TestSuggesting:
    def test_tells_when_and_how_many_cases_at_which_price(self) -> None:
        source, mine = resold(least_quantity=20, case_pack=10, lead_days=3)
        sold(mine, store_of(mine), dict.fromkeys(range(1, 29), 2) | {0: 99, 29: 99})
        found = made(restocking(mine))
        assert (found["source_listing_id"], found["lead_days"]) == (source["id"], 7)
        assert found["demand"] == {"days": 28, "sold": 56, "daily_mean": 2.0, "daily_deviation": 0.0}
        assert (found["stock"], found["reorder_point"], found["order_on"]) == (0, 14, "2026-11-20")
        assert (found["quantity"], found["cases"]) == (50, 5)  # 14 + 28, in cases of 10
        assert (found["price"]["amount"], found["total"]["amount"]) == (800, 40_000)

    def test_looks_only_at_whole_days_since_the_goods_are_there(self) -> None:
        _, mine = resold(NOON - timedelta(days=9))
        sold(mine, store_of(mine), dict.fromkeys(range(29), 1))
        assert made(restocking(mine))["demand"]["days"] == 8

    def test_waits_until_enough_days_are_known(self) -> None:
        _, mine = resold(NOON - timedelta(days=3))
        found = made(restocking(mine))
        assert (found["demand"], found["quantity"], found["order_on"], found["days_wanted"]) == (
            None,
            None,
            None,
            FEWEST_DAYS,
        )

    def test_heeds_the_way_and_how_long_it_shall_last(self) -> None:
        _, mine = resold(least_quantity=1, case_pack=1, lead_days=3)
        sold(mine, store_of(mine), dict.fromkeys(range(1, 29), 2))
        found = made(restocking(mine, query="?transit_days=10&cover_days=1"))
        assert (found["lead_days"], found["quantity"]) == (13, 28)
        says(restocking(mine, query="?cover_days=0"), 422, "invalid")

    def test_is_for_who_sells_them_and_for_goods_that_were_bought_here(self) -> None:
        source, mine = resold()
        says(restocking(mine, by=LI), 404, "listing_not_found")
        says(restocking(source["id"], by=FACTORY), 404, "not_bought_here")

    def test_of_goods_that_arent_sold_wholesale_any_more_says_so(self) -> None:
        source, mine = resold()
        made(FACTORY.post(f"/listings/{source['id']}/withdraw"))
        says(restocking(mine), 404, "no_wholesale")

    def test_costs_four_reads_and_a_query(self) -> None:
        _, mine = resold()
        with calls() as seen:
            made(restocking(mine))
        assert sorted(seen) == ["BatchGetItem"] * 4 + ["Query"]
