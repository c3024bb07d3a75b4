"""Who may connect, as whom, and how many devices are remembered."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from chalicelib.foundation import ids

TICKET_LIFE = timedelta(seconds=60)
CONNECTION_LIFE = timedelta(hours=2, minutes=5)
"""API Gateway ends a connection after two hours."""

MOST_DEVICES = 10
"""Of one person. Whoever connects with one more disconnects her oldest."""
MOST_OF_A_STORE = 50
"""Of all who work in a store."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """The right to connect once."""

    person_id: str
    store_id: str | None
    """The store in whose name she listens and speaks; None: as a buyer."""
    until: datetime


@dataclass(frozen=True, slots=True)
class Device:
    """A device that is connected."""

    connection_id: str
    person_id: str
    store_id: str | None
    since: datetime

    @property
    def audience(self) -> str:
        """What it hears: whatever is for this buyer, or for this store."""
        return self.store_id or self.person_id


def ticket_id(code: str) -> str:
    """What a ticket is kept under: not its code, which opens a connection."""
    return ids.derived("tkt", code)


def too_many(devices: Collection[Device], new: Device) -> list[Device]:
    """Which devices must go to make room for a new one: the oldest, and those that API Gateway has ended."""
    most = MOST_OF_A_STORE if new.store_id else MOST_DEVICES
    old = sorted(devices, key=lambda device: device.since)
    ended = [device for device in old if device.since + CONNECTION_LIFE < new.since]
    left = old[len(ended) :]
    return ended + left[: max(0, len(left) - most + 1)]


def present(devices: Collection[Device], *, at: datetime) -> bool:
    """Does anybody listen?"""
    return any(at < device.since + CONNECTION_LIFE for device in devices)
