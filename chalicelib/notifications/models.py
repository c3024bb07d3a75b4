"""The notifications table."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from pynamodb.attributes import (
    BooleanAttribute,
    JSONAttribute,
    UnicodeAttribute,
    UTCDateTimeAttribute,
)

from chalicelib.foundation.tables import Item, Want, table
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
    pushed = BooleanAttribute(default=False)
    reached = JSONAttribute(null=True)

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
            pushed=bool(self.pushed),
            reached=frozenset(self.reached or ()),
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


def notification_want(person_id: str, notification_id: str) -> Want[Notification]:
    """A notification to be read."""
    return Want(NotificationItem, person_id, notification_id, NotificationItem.notification)


def note_reached(told: Notification, device_ids: Collection[str]) -> None:
    """Note which of a person's devices were told of a notification already. 1 write."""
    NotificationItem(pk=told.person_id, sk=told.id).update([NotificationItem.reached.set(sorted(device_ids))])


def note_pushed(told: Notification) -> None:
    """Note that a person's phones were told of a notification. 1 write."""
    NotificationItem(pk=told.person_id, sk=told.id).update([NotificationItem.pushed.set(True)])
