"""What the shipping API takes and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self

from pydantic import StringConstraints

from chalicelib.foundation.http import Schema
from chalicelib.foundation.text import line
from chalicelib.shipping.errors import ServiceUnfit
from chalicelib.shipping.rules import Parcel
from chalicelib.shipping.tracking.service import Journey


class NewParcel(Schema):
    """Which courier has the goods, and the number to follow them by.

    With a `service` of POST /shipping/quotes and the county that the parcel sets out from, its courier tells
    how it goes on: see GET /orders/{order_id}/tracking. Then the time to confirm runs from delivery.
    """

    courier: Annotated[str, line(60)]
    tracking_number: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{4,40}$")]
    service: Annotated[str, StringConstraints(pattern=r"^[a-z]{1,30}\.[a-z]{1,30}$")] | None = None
    origin: Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")] | None = None

    def journey(self) -> Journey | None:
        """As the use case knows it. Raises ServiceUnfit for a service without an origin, or the reverse."""
        if (self.service is None) != (self.origin is None):
            lacking = "origin" if self.service else "service"
            raise ServiceUnfit("Give service and origin, or neither.", field=lacking)
        return Journey(self.service, self.origin) if self.service and self.origin else None


class ParcelView(Schema):
    """An order on its way."""

    order_id: str
    courier: str
    tracking_number: str
    shipped_at: datetime
    service: str | None

    @classmethod
    def of(cls, parcel: Parcel, /) -> Self:
        """Shape the answer."""
        return cls.model_validate(parcel, from_attributes=True)
