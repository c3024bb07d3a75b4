"""Posts: what is known of one, and what its text may be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from chalicelib.social.errors import PostRefused, PostTooFar, PostTooLong

MOST = 140
"""Characters that Weibo takes."""

AHEAD = timedelta(days=90)
ATTEMPTS = 5
AGAIN_AFTER = timedelta(minutes=5)
"""An attempt that hasn't said how it ended by then is made anew: longer than a function runs."""


class PostState(StrEnum):
    """Where a post is."""

    SCHEDULED = "scheduled"
    POSTING = "posting"
    POSTED = "posted"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Post:
    """What a store says on a channel, with a campaign link and its card."""

    id: str
    store_id: str
    text: str
    """With its link and its code."""
    code: str
    """The link's, by which it is found on the channel."""
    base_url: str
    address: str
    """From which IP address it was asked for: Weibo wants to know."""
    by: str
    at: datetime
    created_at: datetime
    state: PostState = PostState.SCHEDULED
    attempt: int = 0
    begun: bool = False
    """Was the channel asked in any attempt? Then it is looked up before it is posted."""
    remote_id: str = ""
    reason: str = ""


def whole_text(text: str, *, url: str, code: str) -> str:
    """A post with its link, and the link's code, which the channel doesn't shorten.

    Raises PostTooLong, PostRefused.
    """
    if text.count("#") > 1:
        raise PostRefused(field="text")
    whole = f"{text} {url} 口令 {code}"
    if len(whole) > MOST:
        room = MOST - (len(whole) - len(text))
        raise PostTooLong(f"{max(0, room)} characters are left for the text.", field="text")
    return whole


def when(at: datetime | None, *, now: datetime) -> datetime:
    """When a post goes out: now, if nothing was said or that has passed. Raises PostTooFar."""
    if at and at > now + AHEAD:
        raise PostTooFar(field="at")
    return max(at, now) if at else now
