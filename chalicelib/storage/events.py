"""What storage tells."""

from __future__ import annotations

from datetime import datetime

from chalicelib.foundation.events import Event


class StorageEvent(Event):
    """Something that became of somebody's plan. `amount` is its invoice's, in minor units."""

    person_id: str
    plan: str
    amount: int
    currency: str


class StoragePlanChanged(StorageEvent):
    """Somebody has another plan from now on."""


class StorageRenewed(StorageEvent):
    """A plan's next period has begun, and is paid."""

    until: datetime


class StorageUnpaid(StorageEvent):
    """A plan's invoice couldn't be paid: files can only be read. It is tried again until then."""

    until: datetime


class StorageEnded(StorageEvent):
    """A plan ended because it wasn't paid. Nothing is deleted."""
