"""When a store's desk is open, and what it says when it isn't."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

MOST_REPLIES = 50


@dataclass(frozen=True, slots=True)
class QuickReply:
    """What is often said, under a name by which one finds it."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Hours:
    """From when to when somebody answers on which days (Monday is 1), in the store's time zone.

    From 22:00 to 02:00 is a night that belongs to the day on which it begins; from and to the same time is
    the whole day.
    """

    opens: time
    closes: time
    days: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """What a store decided about answering."""

    time_zone: str
    replies: tuple[QuickReply, ...] = ()
    hours: Hours | None = None
    """None: somebody is always there."""
    auto_reply: str = ""
    """What is said by itself outside of these hours; empty: nothing."""


def is_open(hours: Hours, zone: str, at: datetime) -> bool:
    """Does somebody answer at this moment?"""
    local = at.astimezone(ZoneInfo(zone))
    today, clock = local.isoweekday(), local.time()
    yesterday = 7 if today == 1 else today - 1
    if hours.opens < hours.closes:
        return today in hours.days and hours.opens <= clock < hours.closes
    return (today in hours.days and clock >= hours.opens) or (
        yesterday in hours.days and clock < hours.closes
    )


def says_by_itself(desk: Desk | None, at: datetime) -> str:
    """What a store says to a buyer who writes at this moment; empty: nothing."""
    if desk is None or desk.hours is None or is_open(desk.hours, desk.time_zone, at):
        return ""
    return desk.auto_reply
