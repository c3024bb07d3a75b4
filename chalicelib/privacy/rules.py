"""How far an archive or a farewell is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

ARCHIVE_KEPT = timedelta(days=7)
"""How long an archive can be fetched: as long as the bucket keeps it."""

PAGES = 20
"""So many pages one turn reads at most."""

PART = 12 * 1024 * 1024
"""So many bytes are uploaded at a time. S3 takes 10,000 parts, so an archive has 120 GB at most."""

CLAIM = timedelta(seconds=90)
"""How long a turn belongs to whoever takes it: longer than a Lambda lives."""

WAIT = timedelta(days=14)
"""How long somebody may change her mind who asked for her account to be deleted."""

MOST_SAID = 20
"""So many open matters are named."""


class ArchiveState(StrEnum):
    """How far an archive is."""

    RUNNING = "running"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Archive:
    """All that is held on somebody, as one ZIP that is written by turns."""

    id: str
    person_id: str
    created_at: datetime
    state: ArchiveState = ArchiveState.RUNNING
    turn: int = 0
    part: int = 0
    """Which of the holdings is being written, and where to go on in it."""
    cursor: str | None = None
    parts: int = 0
    """How many there are, for whoever wants to know how far it is."""
    counts: Mapping[str, int] = field(default_factory=dict)
    files: int = 0
    offset: int = 0
    """How many bytes were uploaded."""
    upload_id: str = ""
    pending: bool = False
    """Whether something that was written waits to be uploaded with what comes."""
    tags: tuple[str, ...] = ()
    """Those of the uploaded parts."""
    finished_at: datetime | None = None

    @property
    def key(self) -> str:
        """Where it is kept."""
        return f"archives/{self.id}.zip"

    @property
    def pending_key(self) -> str:
        """Where what is written, and too little to be uploaded, waits for this turn."""
        return f"archives/{self.id}/{self.turn}"

    @property
    def until(self) -> datetime:
        """Until when it can be fetched."""
        return self.created_at + ARCHIVE_KEPT

    @property
    def records(self) -> int:
        """How many lines it has."""
        return sum(self.counts.values())


class FarewellState(StrEnum):
    """How far somebody is who leaves."""

    WAITING = "waiting"
    """She may change her mind."""
    CHECKING = "checking"
    """It is looked whether anything is open."""
    REFUSED = "refused"
    """Something was."""
    FORGETTING = "forgetting"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Farewell:
    """Somebody's wish that her account be deleted."""

    person_id: str
    state: FarewellState
    asked_at: datetime
    due: datetime
    turn: int = 0
    part: int = 0
    cursor: str | None = None
    open_matters: tuple[str, ...] = ()
    version: int = 0

    @property
    def over(self) -> bool:
        """May it be asked for anew?"""
        return self.state is FarewellState.REFUSED
