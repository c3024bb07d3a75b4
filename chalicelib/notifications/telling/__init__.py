"""Who is told what of an event."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from chalicelib.foundation.events import Event
from chalicelib.notifications.rules import Notification
from chalicelib.notifications.telling import business, crowd, money, sales

_TOLD: Mapping[type[Event], Callable[[Any], list[Notification]]] = {
    **sales.TOLD,
    **money.TOLD,
    **business.TOLD,
    **crowd.TOLD,
}


def told_by(event: Event) -> list[Notification]:
    """Whom an event concerns, and what she is told. None for events that nobody needs to hear of."""
    tell = next((_TOLD[kind] for kind in type(event).__mro__ if kind in _TOLD), None)
    return tell(event) if tell else []
