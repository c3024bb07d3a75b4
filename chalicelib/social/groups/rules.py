"""What a group buy is, and who may join."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from chalicelib.foundation.money import Money
from chalicelib.social.errors import GroupOver, GroupTooLong

MOST_BUYERS = 200
LONGEST = timedelta(days=7)
A_TURN = 10
"""Orders that one message moves."""


class GroupState(StrEnum):
    """Where a group is. It leaves OPEN once: with the last buyer, or by the clock."""

    OPEN = "open"
    FILLED = "filled"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class Group:
    """A group buy of one variant, a piece for each."""

    id: str
    store_id: str
    listing_id: str
    variant_id: str
    title: str
    price: Money
    size: int
    ends_at: datetime
    created_at: datetime
    joined: int = 0
    state: GroupState = GroupState.OPEN
    turn: int = 0
    after: str = ""
    """Up to which buyer the orders were moved."""


def refuse_long(ends_at: datetime, *, now: datetime) -> None:
    """Raises GroupTooLong."""
    if not now < ends_at <= now + LONGEST:
        raise GroupTooLong(field="ends_at")


def refuse_over(group: Group, *, now: datetime) -> None:
    """Raises GroupOver."""
    if group.state is not GroupState.OPEN or group.ends_at <= now:
        raise GroupOver
