"""What can be done with notifications."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from pynamodb.exceptions import UpdateError

from chalicelib.conversations import service as conversations
from chalicelib.conversations.events import MessageWaiting
from chalicelib.conversations.live import service as live
from chalicelib.conversations.service import Side
from chalicelib.foundation import aws, paging
from chalicelib.foundation.events import Event
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import get
from chalicelib.notifications.channels import channels
from chalicelib.notifications.errors import NotificationNotFound
from chalicelib.notifications.models import NotificationItem
from chalicelib.notifications.push import service as push
from chalicelib.notifications.push import sns
from chalicelib.notifications.push.errors import Waiting
from chalicelib.notifications.push.events import PushDeviceDropped
from chalicelib.notifications.rules import Notification
from chalicelib.notifications.telling import told_by


def tell(event: Event) -> int:
    """Tell the people whom an event concerns, once; answers how many heard of it now.

    For each 1 write, and what it costs to tell her phones: see `channels`. Raises Waiting, after all others
    were told, when a phone or browser can't be told before later.
    """
    heard, waiting = 0, None
    for notification in told_by(event):
        try:
            is_news, *_ = [channel.deliver(notification) for channel in channels()]
            heard += is_news
        except Waiting as later:
            waiting = later
    if waiting:
        raise waiting
    return heard


def forget_dropped(event: PushDeviceDropped) -> None:
    """Remove what SNS keeps of a phone, unless somebody has registered it again. 1 read, 1 call of SNS."""
    if not push.is_registered(event.device_id):
        sns.forget(event.endpoint)


def tell_if_absent(event: MessageWaiting, *, now: datetime) -> int:
    """Tell somebody of a message unless a device of hers has heard it; answers how many heard of it now.

    1 read, 1 write, and 1 transaction to note that she was told.
    """
    side = Side(event.side)
    if live.listens(event.person_id if side is Side.BUYER else event.store_id, now=now):
        return 0
    heard = tell(event)
    conversations.note_told(event.conversation_id, side, since=event.since)
    return heard


def of_person(person_id: str, *, limit: int, cursor: str | None) -> Page[Notification]:
    """What a person was told, the newest first. 1 query."""
    found = paging.query(NotificationItem, person_id, limit=limit, cursor=cursor)
    return found.map(NotificationItem.notification)


def mark_read(person_id: str, notification_id: str) -> Notification:
    """Note that a person has read something. 1 write, 1 read. Raises NotificationNotFound."""
    item = NotificationItem(pk=person_id, sk=notification_id)
    try:
        item.update([NotificationItem.read.set(True)], NotificationItem.pk.exists())
    except UpdateError as error:
        if not aws.condition_failed(error):
            raise
        raise NotificationNotFound from None
    found: NotificationItem = get(NotificationItem, person_id, notification_id)
    return replace(found.notification(), read=True)
