"""Something that a person should know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from chalicelib.foundation.events import Event


@dataclass(frozen=True, slots=True)
class Notification:
    """Something a person should know."""

    id: str
    person_id: str
    kind: str
    reference: str
    """The order, withdrawal or listing that it is about."""
    facts: Mapping[str, str]
    at: datetime
    read: bool = False
    pushed: bool = False
    """Whether her phones and browsers were told of it."""
    reached: frozenset[str] = frozenset()
    """Those that were, while others weren't."""


def note(event: Event, person_id: str, kind: str, reference: str, facts: Mapping[str, str]) -> Notification:
    """What a person is told of an event. The id follows from the event's: one that comes twice tells once."""
    return Notification(event.event_id.replace("evt_", "ntf_"), person_id, kind, reference, facts, event.at)
