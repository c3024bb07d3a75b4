"""What the sales' API takes."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from chalicelib.foundation.http import Schema
from chalicelib.foundation.schemas import Amount, Moment


class ReducedVariant(Schema):
    """A variant and what it costs during the sale, in minor units: less than its regular price."""

    id: Annotated[str, StringConstraints(max_length=10)]
    price: Amount


class NewSale(Schema):
    """A sale of goods: from one moment (without `starts_at`: from now) until just before another."""

    variants: Annotated[list[ReducedVariant], Field(min_length=1, max_length=50)]
    starts_at: Moment | None = None
    ends_at: Moment

    @property
    def prices(self) -> dict[str, int]:
        """The price of each variant; the last word counts."""
        return {one.id: one.price for one in self.variants}
