"""What the API of samples takes and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self

from pydantic import StringConstraints

from chalicelib.foundation.http import Schema
from chalicelib.foundation.schemas import MoneyView
from chalicelib.wholesale.samples.service import Kept


class SampleWish(Schema):
    """A sample of which kind."""

    variant_id: Annotated[str, StringConstraints(min_length=1, max_length=10)]


class KeptSample(Schema):
    """A sample that is kept for one until a time. POST /checkouts with its id as `offer_id` orders it."""

    id: str
    listing_id: str
    variant_id: str
    price: MoneyView
    reserved_until: datetime

    @classmethod
    def of(cls, kept: Kept, /) -> Self:
        """Shape the answer."""
        return cls(
            id=kept.id,
            listing_id=kept.listing_id,
            variant_id=kept.variant_id,
            price=MoneyView.of(kept.price),
            reserved_until=kept.reserved_until,
        )
