"""What the tax terms' API takes and answers."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field

from chalicelib.foundation.http import Schema
from chalicelib.listings.schemas import Category
from chalicelib.listings.taxes.rules import MOST_RATES, TaxMode, TaxTerms

Rate = Annotated[int, Field(ge=0, le=10_000)]
"""In basis points: 1300 is 13 %."""


class TaxTermsBody(Schema):
    """How a store taxes its goods: rates in basis points (1300 is 13 %), by category and for all else.

    A category's rate holds for those below it, unless they have one of their own. `included`: the prices hold
    the tax; `added`: it comes on top at the checkout. An order keeps what was so when it was placed.
    """

    mode: TaxMode
    rate: Rate = 0
    by_category: Annotated[dict[Category, Rate], Field(max_length=MOST_RATES)] = {}

    def terms(self) -> TaxTerms:
        """What the use case takes."""
        return TaxTerms(self.mode, self.rate, self.by_category)


class TaxTermsView(Schema):
    """How a store taxes its goods, in basis points; `none`: it hasn't said, or doesn't."""

    mode: TaxMode
    rate: int
    by_category: dict[str, int]

    @classmethod
    def of(cls, terms: TaxTerms, /) -> Self:
        """Shape the answer."""
        return cls(mode=terms.mode, rate=terms.rate, by_category=dict(terms.by_category))
