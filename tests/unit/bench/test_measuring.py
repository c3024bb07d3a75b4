"""Every row runs, on a small world; and the harness sees a cost that grows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import boto3
import pytest

from bench import stage
from bench.cast import Cast
from bench.filling import fill, originals
from bench.measuring import World, measure
from bench.rows import ROWS, Doing, Row
from bench.timing import timed
from chalicelib.foundation import clock
from chalicelib.foundation.config import settings
from chalicelib.orders.models import OrderItem
from chalicelib.orders.service import bought
from chalicelib.payments.service import wallet_entries

SIZES = (25, 50)
"""A page and more: moto copies whole tables for each transaction."""


@pytest.fixture
def aside() -> Any:
    return boto3.client("dynamodb")


@pytest.fixture
def world(aside: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """A world in which nobody's wallet has a limit by the day, as on the bench's own stage."""
    monkeypatch.setenv("WALLET_LIMITS", stage.environment("")["WALLET_LIMITS"])
    settings.cache_clear()
    yield World(aside)
    monkeypatch.undo()
    settings.cache_clear()


@contextmanager
def quietly(_: str) -> Iterator[Any]:
    yield lambda _: None


def everything_bought(cast: Cast) -> Doing:
    """A use case as nobody may write it: it reads all there is."""
    return lambda: list(OrderItem.of_buyer.query(cast.buyer))


class TestMeasuring:
    def test_has_every_use_case_done(self, world: World) -> None:
        measured = measure(world, ROWS, SIZES[:1], quietly)

        assert [one.name for one in measured] == [row.name for row in ROWS]
        assert all(usage.requests for one in measured for usage in one.by_size.values())

    def test_finds_a_page_at_a_constant_cost(self, world: World) -> None:
        pages = [row for row in ROWS if row.name.endswith("page")]

        measured = measure(world, pages, SIZES, quietly)

        assert pages
        assert [one.name for one in measured if one.grows] == []

    def test_sees_a_cost_that_grows(self, world: World) -> None:
        (measured,) = measure(world, [Row("All I bought", everything_bought)], SIZES, quietly)

        assert measured.grows

    def test_times_a_use_case_beside_a_single_write(self, world: World, aside: Any) -> None:
        (one,) = timed(world, aside, [ROWS[0]], times=2)

        assert one.name == ROWS[0].name
        assert one.puts == one.seconds / one.put_seconds > 0


class TestFilling:
    def test_stores_copies_that_the_use_cases_take_for_real_and_newest(
        self, world: World, aside: Any
    ) -> None:
        buyer, kinds = world.cast.buyer, originals(aside, world.cast)
        fill(aside, kinds, 20, since=clock.now())

        orders = bought(buyer, limit=20, cursor=None).items
        assert len({order.id for order in orders}) == 20
        assert {order.buyer_id for order in orders} == {buyer}
        assert [order.state for order in orders].count("shipped") == 2
        assert len(wallet_entries(buyer, "CNY", limit=20, cursor=None).items) == 20

    def test_grows_to_a_size_and_not_by_it(self, world: World) -> None:
        world.grow(10)
        world.grow(30)

        found = OrderItem.of_buyer.query(world.cast.buyer)
        assert len(list(found)) == 30 + len(["completed", "shipped"])
