"""The arithmetic of room and of its metering, which is by addition alone.

What is stored changes by additions, so metering is exact whatever comes late, twice or in another order: each
change tells a day how many bytes came or went, and how many byte-seconds that makes until the day's end. A
day's byte-seconds are then what was there when it began, for all of it, and the sum of those.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

MIB = 1024 * 1024
GIB = 1024 * MIB

USUAL_LIMIT = 500 * MIB
"""What everybody has free of charge."""

USUAL_REQUESTS = 20_000
USUAL_BANDWIDTH = 5 * GIB
"""What everybody has free of charge in 30 days. Beyond it she uploads nothing; her visitors see all."""

ALLOWANCE_DAYS = 30
WARNED_FROM = 80
"""From how many percent on somebody is warned."""

DAY_SECONDS = 86_400

_BEGINNING = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Capacity:
    """How somebody's room stands, in bytes. `free` is below zero where a plan has ended that held more."""

    person_id: str
    limit: int
    used: int
    reserved: int
    files: int
    read_only: bool
    moments: int = 0
    """The sum of each change of `used` times its moment, in bytes times seconds of our time."""
    changes: int = 0
    """How often what is stored or promised has changed."""
    changed_at: datetime | None = None
    warned_at: datetime | None = None
    """When she was told that little is left of her requests or bandwidth."""
    due: datetime | None = None
    """When it is recounted next."""

    @property
    def free(self) -> int:
        """What a file may have that is announced now."""
        return self.limit - self.used - self.reserved

    def byte_seconds(self, *, now: datetime) -> int:
        """What was stored, for how long, from the beginning until now: exact to the second."""
        return self.used * seconds(now) - self.moments


@dataclass(frozen=True, slots=True)
class Change:
    """What a file does to a day: bytes more or less, and what came and went."""

    size: int
    landed: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Sums:
    """What was noted of a day (UTC). `weighted` is in byte-seconds until its end."""

    day: date
    change: int = 0
    weighted: int = 0
    landed: int = 0
    removed: int = 0
    views: int = 0
    sent: int = 0
    """Bytes that viewers were let fetch."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day's metering: what was stored when it began, and as if it had all been there for how long."""

    sums: Sums
    opening: int
    seconds: int
    """How much of the day is over."""

    @property
    def closing(self) -> int:
        """What is stored at its end, or now."""
        return self.opening + self.sums.change

    @property
    def byte_seconds(self) -> int:
        """What was stored, for how long, until the day's end or until now."""
        ahead = (DAY_SECONDS - self.seconds) * self.closing
        return self.opening * DAY_SECONDS + self.sums.weighted - ahead

    @property
    def requests(self) -> int:
        """What was asked of the storage: files put, removed and looked at."""
        return self.sums.landed + self.sums.removed + self.sums.views


def used_percent(sums: Iterable[Sums]) -> int:
    """How much of what is free of charge was used on some days, of requests or of bandwidth."""
    requests = sent = 0
    for one in sums:
        requests += one.landed + one.removed + one.views
        sent += one.sent
    return max(100 * requests // USUAL_REQUESTS, 100 * sent // USUAL_BANDWIDTH)


def seconds(moment: datetime) -> int:
    """A moment in whole seconds of our time, which began in 2020."""
    return int((moment - _BEGINNING).total_seconds())


def day_of(moment: datetime) -> date:
    """The day of metering, which is UTC's."""
    return moment.astimezone(UTC).date()


def seconds_of(day: date, *, now: datetime) -> int:
    """How much of a day is over."""
    begun = datetime.combine(day, time(), UTC)
    return max(0, min(DAY_SECONDS, int((now - begun).total_seconds())))


def weight(size: int, *, at: datetime) -> int:
    """The byte-seconds until the day's end of what came or went."""
    return size * (DAY_SECONDS - seconds_of(day_of(at), now=at))


def counted_down(used: int, sums: Iterable[Sums], *, now: datetime, days: int) -> Iterator[Day]:
    """Each of the last days, today first: what was stored then is counted down from what is stored now."""
    noted = {one.day: one for one in sums}
    today, closing = day_of(now), used
    for back in range(days):
        day = today - timedelta(days=back)
        found = noted.get(day, Sums(day))
        opening = closing - found.change
        yield Day(found, opening, seconds_of(day, now=now))
        closing = opening
