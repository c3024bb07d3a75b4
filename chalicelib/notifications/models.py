"""The notifications table."""

from __future__ import annotations

from datetime import timedelta

from pynamodb.attributes import (
    BooleanAttribute,
    JSONAttribute,
    UnicodeAttribute,
    UTCDateTimeAttribute,
)

from chalicelib.foundation.tables import Item, table
from chalicelib.notifications.rules import Notification

KEPT = timedelta(days=180)


class NotificationItem(Item):
    """A notification. Key: the person's id, the notification's id (by time)."""

    class Meta(Item.Meta):
        table_name = table("notifications")

    kind = UnicodeAttribute()
    reference = UnicodeAttribute()
    facts = JSONAttribute()
    at = UTCDateTimeAttribute()
    read = BooleanAttribute(default=False)

    def notification(self) -> Notification:
        """What the business knows of it."""
        return Notification(
            id=self.sk,
            person_id=self.pk,
            kind=self.kind,
            reference=self.reference,
            facts=self.facts,
            at=self.at,
            read=bool(self.read),
        )


def notification_item(notification: Notification) -> NotificationItem:
    """A notification as it is stored."""
    return NotificationItem(
        pk=notification.person_id,
        sk=notification.id,
        kind=notification.kind,
        reference=notification.reference,
        facts=dict(notification.facts),
        at=notification.at,
        read=notification.read,
        expires_at=notification.at + KEPT,
    )
