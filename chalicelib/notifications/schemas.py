"""What the notifications' API answers."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from chalicelib.foundation.http import Schema
from chalicelib.foundation.paging import Page
from chalicelib.notifications.rules import Notification
from chalicelib.notifications.words import WORDS


class NotificationView(Schema):
    """Something a person should know, in Chinese and in English."""

    id: str
    kind: str
    reference: str
    text: dict[str, str]
    at: datetime
    read: bool

    @classmethod
    def of(cls, told: Notification, /) -> Self:
        """Shape the answer."""
        return cls(
            id=told.id,
            kind=told.kind,
            reference=told.reference,
            text={language: words.format_map(told.facts) for language, words in WORDS[told.kind].items()},
            at=told.at,
            read=told.read,
        )


class NotificationsView(Schema):
    """Some of what a person was told, the newest first."""

    items: list[NotificationView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Notification], /) -> Self:
        """Shape the answer."""
        return cls(items=[NotificationView.of(told) for told in page.items], cursor=page.cursor)
