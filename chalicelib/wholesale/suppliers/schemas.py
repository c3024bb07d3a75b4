"""What the API of suppliers takes and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import Field

from chalicelib.foundation.http import Schema
from chalicelib.foundation.paging import Page
from chalicelib.foundation.text import prose
from chalicelib.wholesale.suppliers.rules import Record, Supplier, SupplierState


class SupplierWish(Schema):
    """What a store says of itself that wants to sell wholesale: since which year, and what it makes."""

    since: Annotated[int, Field(ge=1900, le=2100)]
    about: Annotated[str, prose(1000, least=1)]


class SupplierJudgement(Schema):
    """What an operator decides about a supplier, and why."""

    action: Literal["verify", "refuse", "suspend"]
    reason: Annotated[str, prose(500)] = ""


class SupplierRecord(Schema):
    """What was counted of a supplier; rates are in basis points, null where there is nothing to count yet.

    Answered or missed is what buyers ask of this supplier alone: requests to it, and counter-quotations.
    """

    answered: int
    missed: int
    response_rate: int | None
    buyers: int
    repeat_buyers: int
    repeat_rate: int | None

    @classmethod
    def of(cls, record: Record, /) -> Self:
        """Shape the answer."""
        return cls.model_validate(record, from_attributes=True)


class SupplierView(Schema):
    """A supplier."""

    store_id: str
    store_name: str
    since: int
    about: str
    state: SupplierState
    applied_at: datetime
    verified_at: datetime | None
    reason: str
    record: SupplierRecord

    @classmethod
    def of(cls, shown: tuple[Supplier, Record], /) -> Self:
        """Shape the answer."""
        supplier, record = shown
        return cls(
            store_id=supplier.store_id,
            store_name=supplier.store_name,
            since=supplier.since,
            about=supplier.about,
            state=supplier.state,
            applied_at=supplier.applied_at,
            verified_at=supplier.verified_at,
            reason=supplier.reason,
            record=SupplierRecord.of(record),
        )


class SuppliersView(Schema):
    """Suppliers that wait to be verified."""

    items: list[SupplierView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[tuple[Supplier, Record]], /) -> Self:
        """Shape the answer."""
        return cls(items=[SupplierView.of(one) for one in page.items], cursor=page.cursor)
