"""The courier simulator, and Mei's comparison as a table."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import httpx
import pytest

from chalicelib.foundation import clock
from chalicelib.shipping.quotes.rules import By
from chalicelib.shipping.tracking.rules import Status
from demo import comparison, couriers
from demo.couriers import Parcel
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import NOTICE_SECRET
from tests.unit.world import COURIER, LI, made

PARCEL = Parcel(f"{COURIER}.standard", "YT9001", "513233")


def a_stage() -> httpx.Client:
    """The app in this process, as the simulator reaches it."""

    def answer(request: httpx.Request) -> httpx.Response:
        reply = Api().call(
            request.method, request.url.path, raw=request.read(), headers=dict(request.headers)
        )
        return httpx.Response(reply.status, content=reply.content)

    return httpx.Client(base_url="http://stage", transport=httpx.MockTransport(answer))


class TestWay:
    def test_is_the_same_for_the_same_number(self) -> None:
        assert couriers.way(PARCEL, 1) == couriers.way(PARCEL, 1)
        assert couriers.way(PARCEL, 1) != couriers.way(PARCEL, 2)

    def test_goes_forward_and_ends(self) -> None:
        for number in range(500):
            steps = couriers.way(Parcel(PARCEL.service, f"T{number}", "513233"), 1)
            hours = [step.hours for step in steps]
            assert hours == sorted(hours)
            assert steps[-1].status in (Status.DELIVERED, Status.LOST)

    def test_never_loses_if_it_may_not(self) -> None:
        ways = [couriers.way(Parcel(PARCEL.service, f"T{n}", "513233"), 1, lost=0) for n in range(1_000)]
        assert {way[-1].status for way in ways} == {Status.DELIVERED}


class TestNotices:
    def test_are_taken_in_any_order(self) -> None:
        order = world.a_followed_order(PARCEL.number)
        told = couriers.notices(PARCEL, couriers.way(PARCEL, 1, lost=0), ending=clock.now())
        with a_stage() as stage:
            for notice in couriers._mixed(told, PARCEL, 1):
                couriers.send(stage, notice, NOTICE_SECRET)
        seen = made(LI.get(f"/orders/{order['id']}/tracking"))
        assert (seen["status"], len(seen["events"])) == ("delivered", len(told))

    def test_are_told_again_until_the_stage_knows_the_parcel(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """It is handed over while the courier waits to tell again."""
        slept: list[float] = []

        def sleep(seconds: float) -> Any:
            slept.append(seconds)
            world.a_followed_order(PARCEL.number)

        monkeypatch.setattr(couriers.time, "sleep", sleep)
        told = couriers.notices(PARCEL, couriers.way(PARCEL, 1), ending=clock.now() - timedelta(hours=1))
        with a_stage() as stage:
            couriers.send(stage, told[0], NOTICE_SECRET)
        assert len(slept) == 1


class TestComparison:
    def test_is_a_table_with_the_best_first(self) -> None:
        shown = comparison.table(comparison.compared(By.PRICE, 2_000)).splitlines()
        assert shown[0].startswith("service")
        assert shown[2].startswith("Youlin Parcel")
        assert "cheapest" in shown[-1]
