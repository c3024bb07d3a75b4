"""The notifications' routes."""

from __future__ import annotations

from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.notifications import service
from chalicelib.notifications.errors import NotificationNotFound
from chalicelib.notifications.rules import Notification
from chalicelib.notifications.schemas import NotificationsView, NotificationView

bp = Routes(__name__)


@bp.get("/notifications", answers=NotificationsView)
def my_notifications(caller: Caller, query: PageQuery) -> Page[Notification]:
    """List what one was told, the newest first."""
    return service.of_person(caller.person_id, limit=query.limit, cursor=query.cursor)


@bp.post("/notifications/{notification_id}/read", answers=NotificationView, raises=(NotificationNotFound,))
def read_notification(notification_id: str, caller: Caller) -> Notification:
    """Note that one has read a notification."""
    return service.mark_read(caller.person_id, notification_id)
