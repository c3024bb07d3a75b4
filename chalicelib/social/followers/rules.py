"""Followers and broadcasts: what is known of them, and what a store may."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

A_DAY = 3
"""Broadcasts of a store a day, in its own time zone."""

A_TURN = 20
"""Followers whom one message tells."""

COUNTERS = 8
"""Over how many items a store's count of followers is spread: a post that spreads brings many at once."""


@dataclass(frozen=True, slots=True)
class Follower:
    """Somebody who follows a store."""

    person_id: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Followed:
    """A store that somebody follows."""

    store_id: str
    name: str
    slug: str
    since: datetime


class BroadcastState(StrEnum):
    """How far a broadcast is."""

    SENDING = "sending"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Broadcast:
    """What a store tells all its followers."""

    id: str
    store_id: str
    text: str
    listing_id: str
    by: str
    created_at: datetime
    state: BroadcastState = BroadcastState.SENDING
    turn: int = 0
    after: str = ""
    """Up to which follower it was told."""
    told: int = 0
