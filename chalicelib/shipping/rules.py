"""What a parcel is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Parcel:
    """An order on its way with a courier."""

    order_id: str
    courier: str
    tracking_number: str
    shipped_at: datetime
    service: str | None = None
    """The courier's service, by which it is followed; None: it isn't."""
