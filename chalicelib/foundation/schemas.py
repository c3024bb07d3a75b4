"""Parts of requests and answers that every domain's contract uses."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import AwareDatetime, Field, StringConstraints

from chalicelib.foundation.files import Form
from chalicelib.foundation.http import Query, Schema
from chalicelib.foundation.money import Money
from chalicelib.foundation.paging import MOST

Cursor = Annotated[str, StringConstraints(min_length=1, max_length=1000)]
Amount = Annotated[int, Field(ge=1, le=10**10)]
"""A positive amount of money in minor units (fen, cents)."""

Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""An ISO-4217 code; whether there is such a currency is the use case's question."""

Moment = AwareDatetime
"""A moment with its offset from UTC, such as `2026-12-12T00:00:00+08:00`."""


class MoneyView(Schema):
    """An amount of money in minor units (fen, cents)."""

    amount: int
    currency: str

    @classmethod
    def of(cls, money: Money, /) -> Self:
        """Shape the answer."""
        return cls(amount=money.amount, currency=money.currency)


class UploadView(Schema):
    """Where to POST the file as multipart/form-data: all `fields` first, then the file in a field `file`."""

    url: str
    fields: dict[str, str]

    @classmethod
    def of(cls, form: Form, /) -> Self:
        """Shape the answer."""
        return cls(url=form.url, fields=dict(form.fields))


class PageQuery(Query):
    """Which page of a list."""

    limit: Annotated[int, Field(ge=1, le=MOST)] = 20
    cursor: Cursor | None = None
