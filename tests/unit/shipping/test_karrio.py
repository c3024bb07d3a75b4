"""A real courier through karrio's SDK: what is asked of it and what it answers, in the shapes of karrio's own
published examples of DHL Parcel Germany (modules/connectors/dhl_parcel_de/tests in its repository)."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch

import karrio.sdk as karrio
import pytest
from karrio import lib

from chalicelib.shipping.carriers.karrio_courier import KarrioCourier
from chalicelib.shipping.carriers.rules import Contact, Job
from chalicelib.shipping.couriers.rules import Piece
from chalicelib.shipping.errors import CourierRefused, CourierUnavailable

NUMBER = "340434310428091700"
JOB = Job(
    reference="par_01",
    service="dhl.paket",
    sender=Contact("My Online Shop GmbH", "+49 1", "DE", "", "Bonn", "Sträßchensweg 10", "53113"),
    recipient=Contact("Maria Muster", "+49 987", "DE", "", "Bonn", "Kurt-Schumacher-Str. 20", "53113"),
    piece=Piece(500, 200, 150, 100),
    insured=0,
    goods="Hair clip x1",
)
OK = {"title": "ok", "statusCode": 200, "detail": "The Webservice call ran successfully."}
MADE = {"status": OK, "items": [{"shipmentNo": NUMBER, "sstatus": {"title": "OK", "statusCode": 200}}]}
CANCELLED = {"status": OK, "items": [{"shipmentNo": NUMBER, "sstatus": {"title": "OK", "status": 200}}]}
UNAUTHORIZED = {"title": "Unauthorized", "statusCode": 401, "detail": "Unauthorized for given resource."}
INVALID = {
    "status": {"title": "Error", "statusCode": 400, "detail": "Validation failed."},
    "items": [
        {
            "shipmentNo": NUMBER,
            "validationMessages": [
                {
                    "property": "shipper.addressStreet",
                    "validationMessage": "Street name is required",
                    "validationState": "Error",
                }
            ],
        }
    ],
}
EVENT = (
    '<data name="piece-event" event-timestamp="{}" event-location="Bonn" standard-event-code="{}" ice="x"/>'
)
TRACKED = (
    '<data name="piece-shipment-list" code="0"><data name="piece-shipment" error-status="0" piece-code="1">'
    '<data name="piece-event-list">'
    + EVENT.format("20.11.2026 18:03", "PO")
    + EVENT.format("21.11.2026 10:12", "ZU")
    + "</data></data></data>"
)


def courier() -> KarrioCourier:
    """As the SDK's own tests connect: a token is in its cache, so nobody is asked for one."""
    expiry = (datetime.now(UTC) + timedelta(days=2)).strftime("%Y-%m-%d %H:%M:%S")
    token = {"access_token": "t", "expires_in": "1799", "expiry": expiry}
    keys = {"username": "u", "password": "p", "client_id": "id", "client_secret": "secret"}
    gateway = karrio.gateway["dhl_parcel_de"].create(
        keys, cache=lib.Cache(**{"dhl_parcel_de|id|secret": token})
    )
    return KarrioCourier(gateway, {"dhl.paket": "dhl_parcel_de_paket"})


def asked(answer: Any, use: Any) -> tuple[Any, dict[str, Any]]:
    """What comes of it, and what the courier was asked."""
    with patch("karrio.mappers.dhl_parcel_de.proxy.lib.request") as request:
        request.return_value = answer if isinstance(answer, str) else json.dumps(answer)
        return use(courier()), request.call_args[1]


class TestBook:
    def test_asks_for_a_shipment_with_our_id_as_its_reference(self) -> None:
        number, request = asked(MADE, lambda one: one.book(JOB))
        assert (number, request["method"]) == (NUMBER, "POST")
        assert "/v2/orders?" in request["url"]
        (shipment,) = json.loads(request["data"])["shipments"]
        assert (shipment["product"], shipment["refNo"]) == ("V01PAK", "par_01")
        assert shipment["details"] == {
            "dim": {"height": 10.0, "length": 20.0, "uom": "cm", "width": 15.0},
            "weight": {"uom": "kg", "value": 0.5},
        }
        there = shipment["consignee"]
        assert (there["city"], there["country"], there["postalCode"]) == ("Bonn", "DEU", "53113")
        assert (there["addressStreet"], there["addressHouse"]) == ("Kurt-Schumacher-Str.", "20")

    def test_tells_why_it_is_refused(self) -> None:
        with pytest.raises(CourierRefused, match="Street name is required"):
            asked(INVALID, lambda one: one.book(JOB))

    def test_is_to_be_tried_again_when_its_key_isnt_taken(self) -> None:
        with pytest.raises(CourierUnavailable):
            asked(UNAUTHORIZED, lambda one: one.book(JOB))

    def test_is_to_be_tried_again_when_the_answer_cant_be_read(self) -> None:
        with pytest.raises(CourierUnavailable):
            asked("<html>Bad gateway</html>", lambda one: one.book(JOB))


class TestCallOff:
    def test_cancels_by_the_couriers_number(self) -> None:
        _, request = asked(CANCELLED, lambda one: one.call_off("par_01", NUMBER))
        assert request["method"] == "DELETE"
        assert f"shipment={NUMBER}" in request["url"]


class TestScans:
    def test_are_told_the_oldest_first(self) -> None:
        """The attributes are those that the SDK reads of DHL's tracking."""
        scans, _ = asked(TRACKED, lambda one: one.scans(NUMBER))
        assert [scan.code for scan in scans] == ["PO", "ZU"]
        assert scans[0].at.tzinfo and scans[0].place == "Bonn"
        assert len({scan.news_id for scan in scans}) == 2


class TestFetch:
    def test_is_by_agreement(self) -> None:
        now = datetime.now(UTC)
        with pytest.raises(CourierRefused):
            courier().fetch("par_01", NUMBER, since=now, until=now)
