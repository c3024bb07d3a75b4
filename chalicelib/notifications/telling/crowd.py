"""What is told to many at once, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from chalicelib.foundation import ids
from chalicelib.foundation.events import Event
from chalicelib.foundation.money import Money
from chalicelib.listings.events import (
    FavouriteCheaper,
)
from chalicelib.notifications.rules import Notification, note
from chalicelib.social.events import FollowersTold, PostEnded


def _of_favourite(event: FavouriteCheaper) -> list[Notification]:
    """The id follows from when the price was lowered, so that a turn that comes twice tells once."""
    notified = ids.derived_at("ntf", event.begun_at, event.listing_id)
    facts = {"title": event.title, "price": str(Money(event.price, event.currency))}
    return [
        Notification(notified, person, "favourite_cheaper", event.listing_id, facts, event.at)
        for person in event.person_ids
    ]


def _of_broadcast(event: FollowersTold) -> list[Notification]:
    notified = ids.derived_at("ntf", event.begun_at, event.broadcast_id)
    facts = {"store": event.store_name, "text": event.text}
    on = event.listing_id or event.store_id
    return [Notification(notified, person, "store_told", on, facts, event.at) for person in event.person_ids]


def _of_post(event: PostEnded) -> list[Notification]:
    kind = "post_out" if event.posted else "post_failed"
    facts = {"channel": event.channel, "summary": event.summary}
    return [note(event, event.person_id, kind, event.post_id, facts)]


TOLD: Mapping[type[Event], Callable[[Any], list[Notification]]] = {
    FavouriteCheaper: _of_favourite,
    FollowersTold: _of_broadcast,
    PostEnded: _of_post,
}
"""Who tells of what."""
