"""What the shipping API takes and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self

from pydantic import StringConstraints

from chalicelib.foundation.http import Schema
from chalicelib.foundation.text import line
from chalicelib.shipping.rules import Parcel


class NewParcel(Schema):
    """Which courier has the goods, and the number to follow them by."""

    courier: Annotated[str, line(60)]
    tracking_number: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{4,40}$")]


class ParcelView(Schema):
    """An order on its way."""

    order_id: str
    courier: str
    tracking_number: str
    shipped_at: datetime

    @classmethod
    def of(cls, parcel: Parcel, /) -> Self:
        """Shape the answer."""
        return cls.model_validate(parcel, from_attributes=True)
