"""What a person was told."""

from __future__ import annotations

from datetime import datetime

from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding
from chalicelib.notifications import service
from chalicelib.notifications.models import NotificationItem
from chalicelib.notifications.rules import Notification


def _told(person_id: str, cursor: str | None) -> Page[Notification]:
    return service.of_person(person_id, limit=100, cursor=cursor)


def _forget(person_id: str, _: str | None, __: datetime) -> str | None:
    """1 query, 4 writes of 25 at most."""
    page = _told(person_id, None)
    with NotificationItem.batch_write() as batch:
        for one in page.items:
            batch.delete(NotificationItem(pk=person_id, sk=one.id))
    return "more" if page.cursor else None


HOLDINGS = (Holding("notifications", pages=_told, forget=_forget),)
