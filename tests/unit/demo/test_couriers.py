"""The courier simulator, and Mei's comparison as a table."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Thread
from typing import Any

import httpx
import pytest

from chalicelib.foundation import aws, clock
from chalicelib.foundation.config import settings
from chalicelib.shipping.carriers.simulator import Simulator
from chalicelib.shipping.errors import CourierRefused
from chalicelib.shipping.quotes.rules import By
from chalicelib.shipping.quotes.schemas import ComparisonView
from chalicelib.shipping.tracking.rules import Status
from demo import comparison, couriers, depot
from demo.couriers import Parcel
from tests.api import Api
from tests.unit import world
from tests.unit.conftest import NOTICE_SECRET
from tests.unit.world import COURIER, LI, MEI, made

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
            for notice in couriers.mixed(told, PARCEL, 1):
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
        answer = ComparisonView.of(comparison.compared(By.PRICE, 2_000)).model_dump(mode="json")
        shown = comparison.table(answer).splitlines()
        assert shown[0].startswith("service")
        assert shown[2].startswith("Youlin Parcel")
        assert "cheapest" in shown[-1]

    def test_is_what_a_stage_with_that_history_answers(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(comparison, "PARCELS", 2_000)
        comparison.remember(aws.client("dynamodb"), settings().table("shipping"))
        answer = comparison.asked(Asking())  # type: ignore[arg-type]
        offline = ComparisonView.of(comparison.compared(By.BLEND, 2_000)).model_dump(mode="json")
        assert comparison.table(answer) == comparison.table(offline)


class Asking:
    """Mei, as the demo's script calls her."""

    def post(self, path: str, wish: Any) -> Any:
        return made(MEI.post(path, wish))


class TestDepot:
    def test_carries_what_is_fetched_and_tells_the_stage(self, monkeypatch: pytest.MonkeyPatch) -> None:
        told: list[couriers.Notice] = []
        monkeypatch.setattr(depot, "send", lambda api, notice, secret: told.append(notice))
        monkeypatch.setattr(depot, "PAUSE", 0)
        with served() as url, through(url, monkeypatch):
            order = world.a_paid_order()
            booking = world.a_booking(order, key="k")
            assert world.a_booking(order, key="k") == booking
            wish = {"since": "2099-01-01T01:00:00Z", "until": "2099-01-01T03:00:00Z"}
            path = f"/shipping/parcels/{booking['id']}"
            assert made(MEI.post(f"{path}/pickup", wish))["pickup"]["name"].startswith("PU")
            assert MEI.post(f"{path}/cancel").json["code"] == "courier_refused"
            time.sleep(0.05)
            scans = Simulator(url, "youlin").scans(booking["tracking_number"])
            end = time.monotonic() + 5
            while len(told) < len(scans) + 1 and time.monotonic() < end:
                time.sleep(0.01)
        assert len(told) == len(scans) + 1, "one is told twice"
        assert scans[-1].code == "704"

    def test_carries_nothing_that_was_called_off(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with served() as url, through(url, monkeypatch):
            booking = world.a_booking(world.a_paid_order())
            made(MEI.post(f"/shipping/parcels/{booking['id']}/cancel"))
            with pytest.raises(CourierRefused, match="called off"):
                Simulator(url, "youlin").fetch("r", booking["tracking_number"], since=NOW, until=NOW)

    def test_that_is_out_of_reach_is_unavailable(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with through("http://127.0.0.1:9", monkeypatch):
            reply = MEI.post("/shipping/parcels", world.booking_wish(world.a_paid_order()))
        assert (reply.status, reply.json["code"]) == (503, "courier_unavailable")


NOW = clock.now()


@contextmanager
def served() -> Iterator[str]:
    """A depot in this process."""
    door = depot.server(depot.Depot("http://stage", NOTICE_SECRET, seed=1, lost=0), 0)
    door_thread = Thread(target=door.serve_forever, daemon=True)
    door_thread.start()
    try:
        yield f"http://127.0.0.1:{door.server_address[1]}"
    finally:
        door.shutdown()
        door.server_close()


@contextmanager
def through(url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A stage whose couriers are asked there."""
    with monkeypatch.context() as patch:
        patch.setenv("COURIERS_URL", url)
        settings.cache_clear()
        yield
    settings.cache_clear()
