"""What the stock journal's API takes and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from chalicelib.foundation.http import Schema
from chalicelib.foundation.schemas import PageQuery
from chalicelib.listings.events import Cause
from chalicelib.listings.journal.rules import Line
from chalicelib.listings.journal.service import Journal
from chalicelib.listings.schemas import VariantId


class JournalQuery(PageQuery):
    """Which variant's journal; without it the first one's."""

    variant_id: VariantId = "v01"


class MovementView(Schema):
    """A change of stock, and of what of it is reserved for somebody; and what there was after it.

    `by` is who of the store did it; None: a buyer, or the clock, of which the order or checkout in
    `reference` tells more.
    """

    id: str
    cause: Cause
    change: int
    change_of_reserved: int
    stock: int
    reserved: int
    reference: str | None
    by: str | None
    at: datetime

    @classmethod
    def of(cls, line: Line, /) -> Self:
        """Shape the answer."""
        entry = line.entry
        return cls(
            id=entry.id,
            cause=entry.cause,
            change=entry.change,
            change_of_reserved=entry.reserved,
            stock=line.stock,
            reserved=line.reserved,
            reference=entry.reference or None,
            by=entry.staff,
            at=entry.at,
        )


class JournalView(Schema):
    """How a variant's stock is and came to be, the newest first.

    What has just happened may be in `stock` and not yet in `items`.
    """

    variant_id: str
    stock: int
    reserved: int
    items: list[MovementView]
    cursor: str | None

    @classmethod
    def of(cls, journal: Journal, /) -> Self:
        """Shape the answer."""
        return cls(
            variant_id=journal.variant_id,
            stock=journal.stock,
            reserved=journal.reserved,
            items=[MovementView.of(line) for line in journal.page.items],
            cursor=journal.page.cursor,
        )
