"""What social media tell.

A broadcast's `turn` and a post's `attempt` count the messages of one of them, so a message that comes twice
or late finds another number and does nothing.
"""

from __future__ import annotations

from datetime import datetime

from chalicelib.foundation.events import Event


class BroadcastTurn(Event):
    """The next followers are to be told of a broadcast."""

    store_id: str
    broadcast_id: str
    turn: int


class FollowersTold(Event):
    """A store tells some of its followers something.

    Whoever is told of a broadcast is told once, by its id, however many of these name her.
    """

    broadcast_id: str
    begun_at: datetime

    store_id: str
    store_name: str
    text: str
    listing_id: str
    person_ids: tuple[str, ...]


class PostDue(Event):
    """A post is to go out now."""

    store_id: str
    post_id: str
    attempt: int


class PostEnded(Event):
    """A post is out, or couldn't go out; whoever made it should look."""

    store_id: str
    post_id: str
    person_id: str
    channel: str
    summary: str
    posted: bool


class GroupTurn(Event):
    """A group buy has ended, and the next of its orders are to be moved."""

    group_id: str
    turn: int
