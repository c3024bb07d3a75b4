"""Parts of requests and answers that every domain's contract uses."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Self

from pydantic import AfterValidator, AwareDatetime, Field, StringConstraints

from chalicelib.foundation.http import Query, Schema
from chalicelib.foundation.money import Money
from chalicelib.foundation.paging import MOST

Cursor = Annotated[str, StringConstraints(min_length=1, max_length=1000)]
Amount = Annotated[int, Field(ge=1, le=10**10)]
"""A positive amount of money in minor units (fen, cents)."""


_AGE = range(2000, 2100)


def _of_this_age(moment: datetime) -> datetime:
    """In UTC, and in years with which a calendar can reckon in any zone."""
    if moment.year not in _AGE:
        raise ValueError(f"give a year from {_AGE.start} to {_AGE.stop - 1}")
    return moment.astimezone(UTC)


Moment = Annotated[AwareDatetime, AfterValidator(_of_this_age)]
"""A moment with its offset from UTC, such as `2026-12-12T00:00:00+08:00`."""


class MoneyView(Schema):
    """An amount of money in minor units (fen, cents)."""

    amount: int
    currency: str

    @classmethod
    def of(cls, money: Money, /) -> Self:
        """Shape the answer."""
        return cls(amount=money.amount, currency=money.currency)


class PageQuery(Query):
    """Which page of a list."""

    limit: Annotated[int, Field(ge=1, le=MOST)] = 20
    cursor: Cursor | None = None
