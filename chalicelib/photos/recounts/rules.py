"""How a person's files are recounted, and what may be found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from chalicelib.foundation import ids
from chalicelib.photos.rules import Photo, State, photo_of

PAGE = 45
"""So many objects or files are looked at in a turn: each that is wrong costs its transaction 2 items."""

ORPHAN_AGE = timedelta(hours=24)
"""A file lies in the bucket a moment before its photo names it, so only what is older belongs to nothing."""

QUIET = timedelta(minutes=1)
"""A shelf is recounted once nothing has moved on it for so long: its index may be a moment behind."""

LATER = timedelta(minutes=20)
"""When somebody's turn comes again who was busy."""

NIGHT = time(18, 0)
"""In UTC, when the recounts of a day begin: it is night then where most merchants are."""
SPREAD_MINUTES = 240
"""Over how long they are spread, each at a minute of hers."""


class Phase(StrEnum):
    """What is being looked at: first the bucket's listing, then what is counted and promised."""

    KEPT = "kept"
    """What was checked and kept."""
    VARIANTS = "variants"
    """What was made of it."""
    FILES = "files"
    PROMISES = "promises"
    """What was announced and hasn't come."""


PREFIX = {Phase.KEPT: "media", Phase.VARIANTS: "variants"}


class FindingKind(StrEnum):
    """What was found."""

    ORPHAN = "orphan"
    """An object that belongs to no photo. It is removed."""
    LOST = "lost"
    """A photo whose object isn't there. It is marked."""
    OTHER_SIZE = "other_size"
    """An object that isn't as large as its photo says."""
    MISCOUNTED = "miscounted"
    """The bytes that a person was counted for, or promised, weren't her files'. They are corrected."""
    UNSETTLED = "unsettled"
    """Something moved whenever it was counted, for a whole night."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that didn't fit. `counted` is what we had noted, `found` what there is, in bytes."""

    kind: FindingKind
    subject: str
    """A key of the bucket, a photo, a person, or a person and `#promised`."""
    counted: int
    found: int
    person_id: str


@dataclass(frozen=True, slots=True)
class Recount:
    """How far somebody's recount is. `changes` is how often her room had changed when it began."""

    person_id: str
    day: date
    changes: int
    tries: int
    turn: int = 0
    phase: Phase = Phase.KEPT
    after: str = ""
    """The key or the cursor behind which to go on."""
    size: int = 0
    """What the files have together that were counted so far."""
    files: int = 0
    promised: int = 0
    """What the files are promised together that haven't come."""
    findings: int = 0
    over: bool = False
    moved_at: datetime | None = None
    """When its last turn was taken, or it began."""

    def under_way(self, changes: int, *, now: datetime) -> bool:
        """Does it go on, and can it still come to its end?"""
        fresh = self.moved_at is not None and self.moved_at > now - LATER
        return fresh and not self.over and self.changes == changes

    def next_phase(self) -> Recount:
        """The recount after the end of a listing."""
        phases = list(Phase)
        return replace(self, phase=phases[phases.index(self.phase) + 1], after="", turn=self.turn + 1)


@dataclass(frozen=True, slots=True)
class Night:
    """The recounts of a day together, in bytes and numbers of files."""

    day: date
    people: int
    files: int
    size: int
    findings: int


@dataclass(frozen=True, slots=True)
class Object:
    """A file as the bucket tells of it."""

    key: str
    size: int
    at: datetime


def kept_key(key: str) -> str:
    """The kept file that an object is, or that it was made of."""
    if not key.startswith("variants/"):
        return key
    return "media/" + key.removeprefix("variants/").rsplit(".", 2)[0]


def orphans(
    objects: Sequence[Object], photos: Mapping[str, Photo], *, person: str, now: datetime
) -> list[Finding]:
    """What lies in the bucket and belongs to nothing."""
    found = []
    for one in objects:
        photo = photos.get(photo_of(one.key))
        named = photo is not None and photo.state is State.READY and photo.key == kept_key(one.key)
        if not named and one.at < now - ORPHAN_AGE:
            found.append(Finding(FindingKind.ORPHAN, one.key, 0, one.size, person))
    return found


def of_other_sizes(objects: Sequence[Object], photos: Mapping[str, Photo], *, person: str) -> list[Finding]:
    """What isn't as large as it is counted."""
    found = []
    for one in objects:
        photo = photos.get(photo_of(one.key))
        if photo is not None and photo.key == one.key and photo.bytes != one.size:
            found.append(Finding(FindingKind.OTHER_SIZE, photo.id, photo.bytes, one.size, person))
    return found


def next_night(person_id: str, *, now: datetime) -> datetime:
    """When somebody is recounted next: at her own minute of the coming night."""
    hers = timedelta(minutes=ids.shard(person_id, SPREAD_MINUTES))
    tonight = datetime.combine(now.astimezone(UTC).date(), NIGHT, UTC) + hers
    return tonight if tonight > now else tonight + timedelta(days=1)
