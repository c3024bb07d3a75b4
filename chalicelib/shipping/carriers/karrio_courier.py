"""Real couriers through karrio's SDK, https://docs.karrio.io: tried with DHL Parcel Germany.

The SDK (LGPL-3.0) and what it brings are some 20 MB, so they aren't in the Lambda's package: a stage that
has a contract with a courier adds `requirements-karrio.txt`, a row of the registry and a line of
`service.of`.

Our id goes along as the courier's reference, but most couriers make a second label when they are asked again:
whoever dies between their yes and our note has one label too many, which costs nothing until it is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from chalicelib.foundation.observability import log
from chalicelib.shipping.carriers.rules import Contact, Job, Scan
from chalicelib.shipping.couriers.rules import HOME
from chalicelib.shipping.errors import CourierRefused, CourierUnavailable

_PASSING = {"401", "403", "408", "429", "SHIPPING_SDK_INTERNAL_ERROR"}
"""What isn't the parcel's fault: a key that has run out, a courier that is asked too often, an answer that
can't be read."""


class KarrioCourier:
    """A courier as karrio's gateway speaks with it. `services` are the courier's names of ours."""

    def __init__(self, gateway: Any, services: Mapping[str, str]) -> None:
        self._gateway, self._services = gateway, services

    @classmethod
    def connected(
        cls, carrier: str, credentials: Mapping[str, str], services: Mapping[str, str]
    ) -> KarrioCourier:
        """Speak with one of karrio's carriers, by the credentials of a contract with it."""
        import karrio.sdk as karrio

        return cls(karrio.gateway[carrier].create(dict(credentials)), services)

    def book(self, job: Job) -> str:
        """Have a parcel carried."""
        import karrio.sdk as karrio
        from karrio.core import models

        wish = models.ShipmentRequest(
            service=self._services[job.service],
            reference=job.reference,
            shipper=_address(job.sender),
            recipient=_address(job.recipient),
            parcels=[_parcel(job)],
        )
        details = self._done(karrio.Shipment.create(wish))
        return str(details.tracking_number)

    def call_off(self, reference: str, number: str) -> None:  # noqa: ARG002 - it knows its own number
        """Have it not carried after all."""
        import karrio.sdk as karrio
        from karrio.core import models

        self._done(karrio.Shipment.cancel(models.ShipmentCancelRequest(shipment_identifier=number)))

    def fetch(self, reference: str, number: str, *, since: datetime, until: datetime) -> str:  # noqa: ARG002
        """What these couriers fetch is agreed with them once, for every day."""
        raise CourierRefused("This courier comes by agreement. Hand the parcel in, or ask it yourself.")

    def scans(self, number: str) -> Sequence[Scan]:
        """All that happened to a parcel, the oldest first; nothing while it isn't known yet."""
        import karrio.sdk as karrio
        from karrio.core import models

        asked = karrio.Tracking.fetch(models.TrackingRequest(tracking_numbers=[number]))
        found, messages = self._answer(asked)
        if not found:
            _refuse_passing(messages)
            return ()
        return sorted((_scan(number, one) for one in found[0].events), key=lambda scan: scan.at)

    def _done(self, asked: Any) -> Any:
        """What the courier made. Raises CourierRefused, CourierUnavailable."""
        made, messages = self._answer(asked)
        if made is None:
            _refuse_passing(messages)
            raise CourierRefused("; ".join(str(one.message) for one in messages)[:200] or None)
        return made

    def _answer(self, asked: Any) -> Any:
        try:
            return asked.from_(self._gateway).parse()
        except Exception as error:  # whatever the SDK meets on the way: a time-out, an answer it can't read
            log.exception("a courier couldn't be asked")
            raise CourierUnavailable from error


def _refuse_passing(messages: Iterable[Any]) -> None:
    codes = {str(one.code) for one in messages}
    if any(code in _PASSING or code.startswith("5") for code in codes):
        raise CourierUnavailable


def _address(contact: Contact) -> dict[str, Any]:
    """In China the region is the city's name in whole; elsewhere it is what its people call their city."""
    return {
        "person_name": contact.name,
        "company_name": contact.name,
        "phone_number": contact.phone,
        "address_line1": contact.street,
        "city": contact.region_name or contact.region,
        "postal_code": contact.postal_code or (contact.region[:6] if contact.country == HOME else ""),
        "country_code": contact.country,
    }


def _parcel(job: Job) -> dict[str, Any]:
    piece = job.piece
    return {
        "weight": piece.grams / 1000,
        "weight_unit": "KG",
        "length": piece.length_mm / 10,
        "width": piece.width_mm / 10,
        "height": piece.height_mm / 10,
        "dimension_unit": "CM",
        "description": job.goods,
    }


def _scan(number: str, event: Any) -> Scan:
    at = datetime.fromisoformat(event.timestamp)
    return Scan(f"{number}-{event.code}-{event.timestamp}", event.code, at, event.location or "")
