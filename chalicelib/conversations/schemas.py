"""What the conversations' API takes and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self

from pydantic import ConfigDict, Field, JsonValue, StringConstraints

from chalicelib.conversations.rules import (
    LONGEST_TEXT,
    Card,
    Found,
    History,
    Kind,
    Message,
    Report,
    ReportReason,
    Seen,
    Side,
)
from chalicelib.foundation.http import Query, Schema
from chalicelib.foundation.paging import MOST, Page
from chalicelib.foundation.schemas import MoneyView, PageQuery
from chalicelib.foundation.text import line, prose
from chalicelib.photos import service as photos

Id = Annotated[str, StringConstraints(min_length=1, max_length=40)]
ClientId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.-]{1,64}$")]
Seq = Annotated[int, Field(ge=1, le=10**9)]


def _one_of(*names: str) -> dict[str, JsonValue]:
    """In JSON Schema: at most one of these is given."""
    both: list[JsonValue] = [
        {"required": [one, other], "properties": {one: {"type": "string"}, other: {"type": "string"}}}
        for place, one in enumerate(names)
        for other in names[place + 1 :]
    ]
    return {"not": {"anyOf": both}}


class NewConversation(Schema):
    """What one wants to talk about: a listing or an order, which is pinned."""

    model_config = ConfigDict(json_schema_extra=_one_of("listing_id", "order_id"))

    listing_id: Id | None = None
    order_id: Id | None = None


class NewMessage(Schema):
    """What one wants to say: a text, or one thing with or without a text.

    `client_id` is what one's device calls the message: sent again, it is the same message. Photos are
    announced with the purpose `message`.
    """

    model_config = ConfigDict(json_schema_extra=_one_of("photo_id", "listing_id", "order_id"))

    client_id: ClientId
    text: Annotated[str, prose(LONGEST_TEXT)] = ""
    photo_id: Id | None = None
    listing_id: Id | None = None
    order_id: Id | None = None


class Reading(Schema):
    """Up to which message one has read."""

    seq: Seq


class Assignment(Schema):
    """Who looks after a conversation; null: nobody in particular."""

    person_id: Id | None


class NewReport(Schema):
    """Which message an operator should look at, and why."""

    seq: Seq
    reason: ReportReason
    note: Annotated[str, prose(500)] = ""


class HistoryQuery(Query):
    """Which messages: the last ones; those before one, or those after one."""

    limit: Annotated[int, Field(ge=1, le=MOST)] = 50
    before: Annotated[int, Field(ge=1, le=10**9)] | None = None
    after: Annotated[int, Field(ge=0, le=10**9)] | None = None


class SearchQuery(Query):
    """Which words, and before which message one looks."""

    words: Annotated[str, line(100, least=0)] = ""
    before: Annotated[int, Field(ge=1, le=10**9)] | None = None


class InboxQuery(PageQuery):
    """Which page of a store's inbox, and whose."""

    assignee: Id | None = None


class CardView(Schema):
    """What a message shows, as it was when it was sent; of an offer its total, and what had become of it.

    A photo's address lasts an hour.
    """

    id: str
    title: str
    price: MoneyView | None
    url: str | None
    state: str | None

    @classmethod
    def of(cls, card: Card, /) -> Self:
        """Shape the answer."""
        return cls(
            id=card.id,
            title=card.title,
            price=MoneyView.of(card.price) if card.price else None,
            url=photos.url(card) if card.key else None,
            state=card.state or None,
        )


class MessageView(Schema):
    """A message. `seq` numbers a conversation's messages from 1, without gaps."""

    conversation_id: str
    seq: int
    kind: Kind
    side: Side
    author: str
    client_id: str
    text: str
    card: CardView | None
    at: datetime

    @classmethod
    def of(cls, message: Message, /) -> Self:
        """Shape the answer."""
        return cls(
            conversation_id=message.conversation_id,
            seq=message.seq,
            kind=message.kind,
            side=message.side,
            author=message.author,
            client_id=message.client_id,
            text=message.text,
            card=CardView.of(message.card) if message.card else None,
            at=message.at,
        )


class ContextView(Schema):
    """The listing or the order that a conversation is about."""

    kind: Kind
    id: str
    title: str


class GlimpseView(Schema):
    """What was said last: the beginning of its text; of what has none, what it shows is called."""

    kind: Kind
    side: Side
    text: str


class ConversationView(Schema):
    """A conversation as one's own side sees it: how many messages are unread, and how far both sides are."""

    id: str
    store_id: str
    store_name: str
    buyer_id: str
    buyer_name: Annotated[str, Field(description="Empty where it isn't known.")]
    side: Side
    context: ContextView
    last: int
    last_at: datetime | None
    last_said: GlimpseView | None
    unread: int
    read: int
    read_by_other: int
    delivered_to_other: int
    blocked: bool
    assignee: str | None
    created_at: datetime

    @classmethod
    def of(cls, seen: Seen, /) -> Self:
        """Shape the answer. Whoever is blocked isn't told by whom."""
        told = seen.conversation
        return cls(
            id=told.id,
            store_id=told.store_id,
            store_name=told.store_name,
            buyer_id=told.buyer_id,
            buyer_name=told.buyer_name,
            side=seen.side,
            context=ContextView(kind=told.context.kind, id=told.context.id, title=told.context.title),
            last=told.last,
            last_at=told.last_at,
            last_said=(
                GlimpseView(kind=said.kind, side=said.side, text=said.text)
                if (said := told.glimpse)
                else None
            ),
            unread=told.unread(seen.side),
            read=seen.own.read,
            read_by_other=seen.others.read,
            delivered_to_other=seen.others.delivered,
            blocked=seen.own.blocks,
            assignee=told.assignee if seen.side is Side.STORE else None,
            created_at=told.created_at,
        )


class ConversationsView(Schema):
    """Some conversations, where something was said last first."""

    items: list[ConversationView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Seen], /) -> Self:
        """Shape the answer."""
        return cls(items=[ConversationView.of(one) for one in page.items], cursor=page.cursor)


class MessagesView(Schema):
    """Some messages in their order, and the conversation: `last` tells whether there are more."""

    conversation: ConversationView
    items: list[MessageView]

    @classmethod
    def of(cls, history: History, /) -> Self:
        """Shape the answer."""
        return cls(
            conversation=ConversationView.of(history.seen),
            items=[MessageView.of(one) for one in history.messages],
        )


class FoundMessages(Schema):
    """Messages with the words, the newest first; `before`: where to look further."""

    items: list[MessageView]
    before: int | None

    @classmethod
    def of(cls, found: Found, /) -> Self:
        """Shape the answer."""
        return cls(items=[MessageView.of(one) for one in found.messages], before=found.before)


class MessageReportView(Schema):
    """A message that was reported, and why."""

    id: str
    conversation_id: str
    seq: int
    reporter: str
    reason: ReportReason
    note: str
    text: str
    at: datetime

    @classmethod
    def of(cls, report: Report, /) -> Self:
        """Shape the answer."""
        return cls.model_validate(report, from_attributes=True)


class MessageReportsView(Schema):
    """Some reported messages, the newest first."""

    items: list[MessageReportView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Report], /) -> Self:
        """Shape the answer."""
        return cls(items=[MessageReportView.of(one) for one in page.items], cursor=page.cursor)
