"""What every courier can be asked. It knows a parcel by our own id, so asking twice acts once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from chalicelib.shipping.carriers.rules import Job, Scan


class Courier(Protocol):
    """A courier as it is asked. Every method raises CourierUnavailable when nobody answers."""

    def book(self, job: Job) -> str:
        """Have a parcel carried; answers its tracking number, the same for the same reference.

        Raises CourierRefused.
        """

    def call_off(self, reference: str, number: str) -> None:
        """Have it not carried after all; doing it again changes nothing. Raises CourierRefused."""

    def fetch(self, reference: str, number: str, *, since: datetime, until: datetime) -> str:
        """Have it fetched between two moments; answers what the courier calls that. Raises CourierRefused."""

    def scans(self, number: str) -> Sequence[Scan]:
        """All that happened to a parcel, for couriers that don't tell by themselves."""
