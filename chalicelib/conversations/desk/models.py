"""A store's desk as the conversations table keeps it."""

from __future__ import annotations

from datetime import time

from pynamodb.attributes import JSONAttribute, UnicodeAttribute
from pynamodb.expressions.update import Action

from chalicelib.conversations.desk.rules import Desk, Hours, QuickReply
from chalicelib.foundation.tables import Item, Want, table


class DeskItem(Item):
    """What a store decided about answering. Key: the store, `desk`."""

    class Meta(Item.Meta):
        table_name = table("conversations")

    time_zone = UnicodeAttribute()
    replies = JSONAttribute()
    hours = JSONAttribute(null=True)
    auto_reply = UnicodeAttribute()

    def desk(self) -> Desk:
        """What the business knows of it."""
        hours = self.hours
        return Desk(
            time_zone=self.time_zone,
            replies=tuple(QuickReply(row["title"], row["text"]) for row in self.replies),
            hours=Hours(
                time.fromisoformat(hours["opens"]),
                time.fromisoformat(hours["closes"]),
                tuple(hours["days"]),
            )
            if hours
            else None,
            auto_reply=self.auto_reply,
        )


def desk_want(store_id: str) -> Want[Desk]:
    """A store's desk to be read."""
    return Want(DeskItem, store_id, "desk", DeskItem.desk)


def desk_key(store_id: str) -> DeskItem:
    """The item to update, known by its key alone."""
    return DeskItem(pk=store_id, sk="desk")


def setting(desk: Desk) -> list[Action]:
    """The change of what a store decided."""
    item, hours = DeskItem, desk.hours
    told = (
        {"opens": hours.opens.isoformat(), "closes": hours.closes.isoformat(), "days": list(hours.days)}
        if hours
        else None
    )
    return [
        item.time_zone.set(desk.time_zone),
        item.replies.set([{"title": reply.title, "text": reply.text} for reply in desk.replies]),
        item.auto_reply.set(desk.auto_reply),
        item.hours.set(told) if told else item.hours.remove(),
    ]
