"""What people are told of by the domains above this one, which tells no other's events."""

from __future__ import annotations

from datetime import datetime

from chalicelib.foundation.events import Event


class ArchiveReady(Event):
    """All that is held on somebody is in a file now."""

    person_id: str
    archive_id: str
    until: datetime


class FarewellMoved(Event):
    """Somebody's account is to be deleted, stays, or can't be deleted yet."""

    person_id: str
    state: str
    until: datetime
