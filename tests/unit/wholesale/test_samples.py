"""Samples: one piece below the minimum, so many for each buyer."""

from __future__ import annotations

from datetime import timedelta

from chalicelib.foundation import clock
from chalicelib.listings.reservations import service as reservations
from tests.unit import world
from tests.unit.wholesale.trade import FACTORY, SAMPLE, SHOP, ordering, wares
from tests.unit.world import LI, made, stock_of

PATH = "/listings/{}/samples"
KIND = {"variant_id": "v01"}


class TestASample:
    def test_is_one_piece_at_its_own_price_whatever_the_minimum_is(self) -> None:
        listing = wares(sample=SAMPLE)
        world.money_for(SHOP)
        kept = made(SHOP.post(PATH.format(listing["id"]), KIND))
        assert ordering(kept, by=LI).status == 404
        (order,) = made(ordering(kept))["orders"]
        assert (order["state"], order["total"]["amount"]) == ("paid", 1_500)
        assert stock_of(listing) == 199

    def test_is_for_each_buyer_as_often_as_the_supplier_says(self) -> None:
        listing = wares(sample=SAMPLE)
        path = PATH.format(listing["id"])
        made(SHOP.post(path, KIND))
        assert SHOP.post(path, KIND).json["code"] == "too_many_samples"
        made(LI.post(path, KIND))
        assert stock_of(listing) == 198

    def test_that_lapsed_does_not_count(self) -> None:
        path = PATH.format(wares(sample=SAMPLE)["id"])
        made(SHOP.post(path, KIND))
        with clock.stopped_at(clock.now() + timedelta(hours=25)):
            reservations.lapse_due(clock.now())
            made(SHOP.post(path, KIND))

    def test_is_not_there_of_all_goods_nor_of_ones_own(self) -> None:
        assert SHOP.post(PATH.format(wares()["id"]), KIND).json["code"] == "no_sample"
        listing = wares(sample=SAMPLE)
        assert FACTORY.post(PATH.format(listing["id"]), KIND).json["code"] == "own_goods"
