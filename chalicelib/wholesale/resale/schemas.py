"""What the API of selling on takes and answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Self

from pydantic import Field, StringConstraints

from chalicelib.foundation.http import Schema
from chalicelib.foundation.money import BASIS_POINTS
from chalicelib.wholesale.resale.rules import MOST_LINES, Resale
from chalicelib.wholesale.resale.service import Wish

Id = Annotated[str, StringConstraints(min_length=1, max_length=40)]


class ResaleWish(Schema):
    """Into which store of one's own, at which margin (basis points of what was paid), and which lines.

    Without `line_ids` the first 20 lines are sold on.
    """

    store_id: Id
    margin: Annotated[int, Field(ge=0, le=10 * BASIS_POINTS)]
    line_ids: Annotated[list[Id], Field(min_length=1, max_length=MOST_LINES)] | None = None

    def wish(self) -> Wish:
        """What is wanted."""
        return Wish(self.store_id, self.margin, self.line_ids)


class ResoldLine(Schema):
    """A line of an order, and the draft that it is sold on by; `stocked`: its pieces are in stock."""

    line_id: str
    listing_id: str
    store_id: str
    quantity: int
    stocked: bool

    @classmethod
    def of(cls, resale: Resale, /) -> Self:
        """Shape the answer."""
        return cls(
            line_id=resale.line_id,
            listing_id=resale.listing_id,
            store_id=resale.store_id,
            quantity=resale.quantity,
            stocked=resale.stocked,
        )


class ResaleView(Schema):
    """What of an order is sold on, by which drafts."""

    lines: list[ResoldLine]

    @classmethod
    def of(cls, resold: Sequence[Resale], /) -> Self:
        """Shape the answer."""
        return cls(lines=[ResoldLine.of(one) for one in resold])
