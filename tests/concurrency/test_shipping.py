"""Two who book the same goods, and notices of one parcel that come at one instant."""

from __future__ import annotations

import json
from datetime import timedelta
from functools import partial
from typing import Any

from chalicelib.foundation import clock, vault
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.orders import service as orders
from chalicelib.orders.rules import Order, State
from chalicelib.shipping.bookings import service as bookings
from chalicelib.shipping.bookings.rules import Booking
from chalicelib.shipping.bookings.service import Carriage, OrderPart
from chalicelib.shipping.carriers import service as carriers
from chalicelib.shipping.carriers.rules import Contact
from chalicelib.shipping.carriers.sandbox import Sandbox
from chalicelib.shipping.couriers.rules import Piece, Place
from chalicelib.shipping.records import service as records
from chalicelib.shipping.records.rules import Lane, Level
from chalicelib.shipping.tracking import service as tracking
from tests.concurrency.conftest import at_once, done, refusals
from tests.concurrency.test_races import a_listing, buy, home, somebody

SENDER = Contact("Mei", "13800138000", "CN", "330782", "", "稠州北路 1 号")
LANE = Lane("youlin.standard", Place("CN", "330782"), Place("CN", "513233", rural=True))


def an_order() -> Order:
    clip, li = a_listing(), somebody(1_000)
    (order,) = buy(li, home(li), clip).orders
    return order


def book(order: Order) -> Booking:
    return bookings.book(
        [OrderPart(order.id)],
        Carriage("youlin.standard", Piece(350, 200, 150, 100)),
        sender=SENDER,
        person=order.seller.merchant_id,
        now=clock.now(),
    )


def tell(number: str, code: str, name: str, hours: float) -> None:
    """Tell it until it is taken, as a courier does."""
    at = (clock.now() + timedelta(hours=hours)).isoformat()
    told = {"news_id": name, "tracking_number": number, "code": code, "at": at}
    body, stamp = json.dumps(told).encode(), str(int(clock.now().timestamp()))
    signed = tracking.signature(body, stamp, tracking.key_of("youlin", vault.secret(tracking.SECRET)))
    headers = {tracking.TIMESTAMP: stamp, tracking.SIGNATURE: signed}
    while True:
        try:
            return tracking.receive("youlin", headers, body, now=clock.now())
        except ChangedMeanwhile:
            continue


class TestEightWhoBookTheSameGoods:
    def test_make_one_parcel(self, on_engine: Any) -> None:
        order = an_order()

        results = at_once([partial(book, order) for _ in range(8)])

        assert len(done(results)) == 1
        assert refusals(results) <= {"changed_meanwhile", "nothing_left"}
        assert orders.heard_of(order.id).state is State.SHIPPED


class TestNoticesOfOneParcel:
    def test_at_one_instant_count_once_each(self, on_engine: Any) -> None:
        assert isinstance(carriers.of("youlin"), Sandbox)
        number = book(an_order()).number
        assert number
        before = records.on([LANE])[0].at(Level.COUNTY)
        way = (("204", "got", -30.0), ("702", "out", -2.0), ("704", "came", -1.0))

        done(at_once([partial(tell, number, *step) for step in way for _ in range(2)]))

        seen = tracking.tracking("邮邻", number, service_id="youlin.standard")
        assert seen.track and seen.track.status == "delivered"
        assert len(seen.news) == 3
        counted = records.on([LANE])[0].at(Level.COUNTY).less(before)
        assert {name: counted[name] for name in ("seen", "measured", "concluded")} == {
            "seen": 1,
            "measured": 1,
            "concluded": 1,
        }
