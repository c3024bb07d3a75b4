"""What an entry of the stock journal is, and what a variant's stock was after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from chalicelib.listings.events import Cause

BY_STAFF = frozenset({Cause.LISTED, Cause.RESTOCKED, Cause.WRITTEN_OFF, Cause.COUNTED})
"""What is done to the stock itself: of everything else the order tells who it was."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One change of a variant's stock, and of what of it is reserved."""

    id: str
    """The id of the event that told of it."""
    cause: Cause
    change: int
    reserved: int
    reference: str
    by: str
    at: datetime

    @property
    def staff(self) -> str | None:
        """Who of the store did it; None: a buyer, or the clock."""
        return self.by if self.cause in BY_STAFF else None


@dataclass(frozen=True, slots=True)
class Sum:
    """What all entries of a variant come to."""

    stock: int = 0
    reserved: int = 0
    entries: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """An entry, and how many pieces there were after it: for sale, and reserved."""

    entry: Entry
    stock: int
    reserved: int


def counted_down(entries: Sequence[Entry], stock: int, reserved: int) -> tuple[list[Line], int, int]:
    """Entries, the newest first, with what there was after each; and what there was before the last."""
    lines = []
    for entry in entries:
        lines.append(Line(entry, stock, reserved))
        stock, reserved = stock - entry.change, reserved - entry.reserved
    return lines, stock, reserved
