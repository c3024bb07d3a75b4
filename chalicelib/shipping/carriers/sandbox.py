"""A courier that takes everything and moves nothing: what a stage has until a real one is set up."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime

from chalicelib.shipping.carriers.rules import Job, Scan


def number_of(courier: str, reference: str) -> str:
    """The number that a courier gives a parcel: it follows from our own id of it."""
    digits = int.from_bytes(hashlib.sha256(f"{courier}\x1f{reference}".encode()).digest()[:8])
    return f"{courier[:2].upper()}{digits % 10**13:013}"


class Sandbox:
    """One of the invented couriers."""

    def __init__(self, courier: str) -> None:
        self._courier = courier

    def book(self, job: Job) -> str:
        """It takes all."""
        return number_of(self._courier, job.reference)

    def call_off(self, reference: str, number: str) -> None:
        """It doesn't mind."""

    def fetch(self, reference: str, number: str, *, since: datetime, until: datetime) -> str:  # noqa: ARG002
        """It would come."""
        return f"PU{number[2:]}"

    def scans(self, number: str) -> Sequence[Scan]:  # noqa: ARG002
        """Nothing happens to its parcels by itself."""
        return ()
