"""What the ladders' API takes."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from chalicelib.foundation.http import Schema
from chalicelib.foundation.schemas import Amount
from chalicelib.listings.ladders.rules import MOST_RUNGS


class NewStep(Schema):
    """From so many pieces on each costs so much, in minor units."""

    from_quantity: Annotated[int, Field(ge=2, le=9999)]
    price: Amount


class LadderedVariant(Schema):
    """A variant and its ladder: each step begins at more pieces and costs less than the one before."""

    id: Annotated[str, StringConstraints(max_length=10)]
    steps: Annotated[list[NewStep], Field(min_length=1, max_length=MOST_RUNGS)]


class NewLadders(Schema):
    """The ladders of goods, by variant; whichever isn't named has none."""

    variants: Annotated[list[LadderedVariant], Field(max_length=50)]

    @property
    def steps(self) -> dict[str, list[tuple[int, int]]]:
        """The steps of each variant; the last word counts."""
        return {one.id: [(step.from_quantity, step.price) for step in one.steps] for one in self.variants}
