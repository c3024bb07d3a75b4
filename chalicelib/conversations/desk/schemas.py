"""What the API of a store's desk takes and answers."""

from __future__ import annotations

from datetime import time
from typing import Annotated, Self

from pydantic import Field, StringConstraints

from chalicelib.conversations.desk.rules import MOST_REPLIES, Desk, Hours, QuickReply
from chalicelib.conversations.rules import LONGEST_TEXT
from chalicelib.foundation.http import Schema
from chalicelib.foundation.text import line, prose

Clock = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Text = Annotated[str, prose(LONGEST_TEXT)]


class QuickReplyText(Schema):
    """What is often said, under a name by which one finds it."""

    title: Annotated[str, line(60)]
    text: Text


class DeskHours(Schema):
    """From when to when somebody answers on which days (Monday is 1), in the store's time zone.

    From 22:00 to 02:00 is a night; from and to the same time is the whole day.
    """

    opens: Clock
    closes: Clock
    days: Annotated[list[Annotated[int, Field(ge=1, le=7)]], Field(min_length=1, max_length=7)]


class DeskSettings(Schema):
    """Quick replies; and what is said by itself to whoever writes outside of the hours.

    Without hours somebody is always there.
    """

    replies: Annotated[list[QuickReplyText], Field(max_length=MOST_REPLIES)]
    hours: DeskHours | None
    auto_reply: Text

    @classmethod
    def of(cls, desk: Desk, /) -> Self:
        """Shape the answer."""
        hours = desk.hours
        return cls(
            replies=[QuickReplyText(title=one.title, text=one.text) for one in desk.replies],
            hours=DeskHours(
                opens=f"{hours.opens:%H:%M}", closes=f"{hours.closes:%H:%M}", days=list(hours.days)
            )
            if hours
            else None,
            auto_reply=desk.auto_reply,
        )

    def desk(self) -> Desk:
        """What the business makes of it."""
        hours = self.hours
        return Desk(
            time_zone="",
            replies=tuple(QuickReply(one.title, one.text) for one in self.replies),
            hours=Hours(
                time.fromisoformat(hours.opens),
                time.fromisoformat(hours.closes),
                tuple(sorted(set(hours.days))),
            )
            if hours
            else None,
            auto_reply=self.auto_reply,
        )
