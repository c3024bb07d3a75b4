"""What imports and exports are, and how much of one is done at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

MOST_ROWS = 5_000
MOST_BYTES = 5 * 1024 * 1024
MOST_COLUMNS = 200
"""Of an export's file, so that many goods of many attributes don't make a sheet of commas."""

CHUNK = 40
"""So many rows, or goods, are taken at a time: with the faults of each they fit into one transaction."""

CHUNKS = 3
"""So many chunks are taken for one message."""

MOST_FAULTS = 10
"""So many faults of one row are told."""

MOST_FILES = 100
"""So many files of `MOST_ROWS` an export has at most."""


class Format(StrEnum):
    """How a file is written."""

    CSV = "csv"
    JSONL = "jsonl"

    @property
    def content_type(self) -> str:
        """By which S3 keeps it."""
        return {"csv": "text/csv", "jsonl": "application/x-ndjson"}[self]


class State(StrEnum):
    """How far an import or an export is. An import waits until it is started."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Reason(StrEnum):
    """Why a file, or what is left of it, isn't taken at all."""

    UNREADABLE = "unreadable"
    NO_ROWS = "no_rows"
    TOO_LARGE = "too_large"
    TOO_MANY_ROWS = "too_many_rows"
    BAD_HEADER = "bad_header"
    FILE_CHANGED = "file_changed"
    NOT_PERMITTED = "not_permitted"
    TOO_MANY_GOODS = "too_many_goods"

    @property
    def sentence(self) -> str:
        """What a person is told."""
        return _SENTENCES[self]


_SENTENCES = {
    Reason.UNREADABLE: "The file isn't text, or not of the format that was announced.",
    Reason.NO_ROWS: "The file has no rows.",
    Reason.TOO_LARGE: "The file is larger than 5 MB.",
    Reason.TOO_MANY_ROWS: f"The file has more than {MOST_ROWS} rows. Please split it.",
    Reason.BAD_HEADER: "The first row doesn't name the columns: the report tells which.",
    Reason.FILE_CHANGED: "The file was replaced or is gone. What was taken of it stays.",
    Reason.NOT_PERMITTED: "Whoever started this may not change these goods any more.",
    Reason.TOO_MANY_GOODS: f"More than {MOST_FILES} files would be needed.",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a row: rows are counted as a spreadsheet does, its header being the first."""

    row: int
    column: str
    code: str
    detail: str


class Unreadable(Exception):
    """The file as a whole can't be taken; `faults` tell where that is seen."""

    def __init__(self, reason: Reason, *faults: Fault) -> None:
        super().__init__(reason.sentence)
        self.reason, self.faults = reason, faults


@dataclass(frozen=True, slots=True)
class Draft:
    """What a file says of one listing: its rows, and `said` in the words of `ListingRow`.

    Of JSON Lines a line is a row, and its variants have none of their own.
    """

    rows: tuple[int, ...]
    said: object
    variant_rows: tuple[int, ...] = ()
    """The row of each variant."""
    faults: tuple[Fault, ...] = ()
    columns: frozenset[str] | None = None
    """Attributes that have a column, if cells tell them one by one; None: `said` has them all."""

    @property
    def row(self) -> int:
        """Where it begins."""
        return self.rows[0]


@dataclass(frozen=True, slots=True)
class Import:
    """An import and how far it is. `position` is the number of listings that are behind it."""

    id: str
    store_id: str
    owner_id: str
    person_id: str
    format: Format
    publish: bool
    """Put new goods on sale that don't say what they are to be."""
    created_at: datetime
    state: State = State.WAITING
    etag: str = ""
    """Which version of the file is taken."""
    turn: int = 0
    position: int = 0
    rows: int | None = None
    """How many rows the file has, once it was read."""
    kept: int = 0
    faulty: int = 0
    created: int = 0
    updated: int = 0
    """Listings that were made, and that are as the file says; the two before count rows."""
    reason: Reason | None = None
    started_at: datetime | None = None
    finished_at: datetime | None = None

    @property
    def seen(self) -> int:
        """How many rows are behind it."""
        return self.kept + self.faulty


@dataclass(frozen=True, slots=True)
class Export:
    """An export and how far it is. Each turn writes a file, that an import could take."""

    id: str
    store_id: str
    owner_id: str
    person_id: str
    format: Format
    created_at: datetime
    state: State = State.RUNNING
    turn: int = 0
    after: str = ""
    """The last listing that is written."""
    rows: int = 0
    listings: int = 0
    reason: Reason | None = None
    finished_at: datetime | None = None

    @property
    def files(self) -> list[str]:
        """The keys of the files that are written."""
        return [self.key(turn) for turn in range(self.turn)]

    def key(self, turn: int) -> str:
        """Where a turn's file is kept."""
        return f"exports/{self.id}/{turn + 1}.{self.format}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a listing of the file."""

    rows: int
    created: bool = False
    faults: Sequence[Fault] = field(default_factory=tuple)


def chunk(drafts: Sequence[Draft], position: int) -> Sequence[Draft]:
    """What to take next: whole listings, until they have enough rows."""
    rows, end = 0, position
    while end < len(drafts) and rows < CHUNK:
        rows += len(drafts[end].rows)
        end += 1
    return drafts[position:end]


def advanced(before: Import, outcomes: Sequence[Outcome], *, total: int, listings: int) -> Import:
    """An import after some listings of a file with so many rows and listings in all."""
    kept = [one for one in outcomes if not one.faults]
    position = before.position + len(outcomes)
    return replace(
        before,
        state=State.DONE if position == listings else before.state,
        position=position,
        rows=total,
        kept=before.kept + sum(one.rows for one in kept),
        faulty=before.faulty + sum(one.rows for one in outcomes if one.faults),
        created=before.created + sum(one.created for one in kept),
        updated=before.updated + sum(not one.created for one in kept),
    )


def by_row(faults: Sequence[Fault]) -> dict[int, list[Fault]]:
    """The first faults of each row, in the order of the rows."""
    found: dict[int, list[Fault]] = {}
    for fault in sorted(faults, key=lambda one: one.row):
        found.setdefault(fault.row, []).append(fault)
    return {row: some[:MOST_FAULTS] for row, some in found.items()}
