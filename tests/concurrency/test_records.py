"""Many orders end at once, and are heard of twice: the seller's record is exact, and so is her standing."""

from __future__ import annotations

from functools import partial
from typing import Any

from chalicelib.foundation import clock
from chalicelib.lending.scoring import service as scoring
from chalicelib.lending.scoring.record import service as record
from tests.concurrency.conftest import at_once, done, refusals
from tests.concurrency.test_races import a_listing
from tests.concurrency.test_reviews import completed


class TestTwelveOrders:
    def test_heard_of_thrice_at_once_count_once(self, on_engine: Any) -> None:
        clip = a_listing(stock=12)
        orders = [completed(clip) for _ in range(12)]
        seller = orders[0].seller.merchant_id

        at_once([partial(record.follow, one.id, now=clock.now()) for one in orders for _ in range(3)])

        (month,) = record.of(seller, "CNY", now=clock.now()).months.values()
        assert (month.orders, month.completed, month.parcels) == (12, 12, 12)
        assert month.sales == sum(one.total.amount for one in orders)

    def test_reckoned_by_several_at_once_make_one_standing(self, on_engine: Any) -> None:
        clip = a_listing(stock=1)
        order = completed(clip)
        record.follow(order.id, now=clock.now())
        seller = order.seller.merchant_id
        tried = at_once([partial(scoring.reckon, seller, now=clock.now()) for _ in range(8)])
        (made,) = done(tried)
        assert refusals(tried) <= {"changed_meanwhile", "reckoned_just_now"}
        assert scoring.standing(seller) == made
