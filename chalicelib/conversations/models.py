"""The conversations table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any

from pynamodb.attributes import (
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UTCDateTimeAttribute,
)
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from chalicelib.conversations.rules import (
    MOST_IN_A_PACE,
    PACE,
    PARTIES,
    Card,
    Context,
    Conversation,
    Glimpse,
    Kind,
    Message,
    Report,
    ReportReason,
    Side,
    Standing,
    pace_of,
)
from chalicelib.foundation import clock
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import Item, Want, table

RESENT_WITHIN = timedelta(days=30)
"""How long a message that is sent again is known for the same."""


class OfBuyer(GlobalSecondaryIndex["ConversationItem"]):
    """A buyer's conversations in which something was said, by when that was."""

    class Meta:
        index_name = "of_buyer"
        projection = KeysOnlyProjection()

    buyer_id = UnicodeAttribute(hash_key=True)
    last_at = UnicodeAttribute(range_key=True)


class OfStore(GlobalSecondaryIndex["ConversationItem"]):
    """A store's conversations in which something was said, by when that was."""

    class Meta:
        index_name = "of_store"
        projection = KeysOnlyProjection()

    store_id = UnicodeAttribute(hash_key=True)
    last_at = UnicodeAttribute(range_key=True)


class OfAssignee(GlobalSecondaryIndex["ConversationItem"]):
    """Those of a store's conversations that somebody looks after. Sparse."""

    class Meta:
        index_name = "of_assignee"
        projection = KeysOnlyProjection()

    assigned = UnicodeAttribute(hash_key=True)
    last_at = UnicodeAttribute(range_key=True)


class ConversationItem(Item):
    """A conversation. Key: its id, `conversation`. Each side's standing is an attribute of its own."""

    class Meta(Item.Meta):
        table_name = table("conversations")

    store_id = UnicodeAttribute()
    store_name = UnicodeAttribute()
    owner_id = UnicodeAttribute()
    buyer_id = UnicodeAttribute()
    buyer_name = UnicodeAttribute(default="")
    context = JSONAttribute()
    last = NumberAttribute(default=0)
    last_at = UnicodeAttribute(null=True)
    glimpse = JSONAttribute(null=True)
    created_at = UTCDateTimeAttribute()
    assignee = UnicodeAttribute(null=True)
    assigned = UnicodeAttribute(null=True)
    sent_buyer = NumberAttribute(default=0)
    sent_store = NumberAttribute(default=0)
    reading_buyer = JSONAttribute(null=True)
    reading_store = JSONAttribute(null=True)
    delivered_buyer = NumberAttribute(default=0)
    delivered_store = NumberAttribute(default=0)
    waiting_buyer = UnicodeAttribute(null=True)
    waiting_store = UnicodeAttribute(null=True)
    told_buyer = UnicodeAttribute(null=True)
    told_store = UnicodeAttribute(null=True)
    blocks_buyer = UnicodeAttribute(null=True)
    blocks_store = UnicodeAttribute(null=True)

    of_buyer = OfBuyer()
    of_store = OfStore()
    of_assignee = OfAssignee()

    def conversation(self) -> Conversation:
        """What the business knows of it."""
        context = self.context
        return Conversation(
            id=self.pk,
            store_id=self.store_id,
            store_name=self.store_name,
            owner_id=self.owner_id,
            buyer_id=self.buyer_id,
            context=Context(Kind(context["kind"]), context["id"], context["title"]),
            last=int(self.last),
            last_at=clock.moment(self.last_at) if self.last_at else None,
            created_at=self.created_at,
            assignee=self.assignee,
            standings={side: self._standing(side) for side in PARTIES},
            buyer_name=self.buyer_name,
            glimpse=_glimpse(self.glimpse) if self.glimpse else None,
        )

    def _standing(self, side: Side) -> Standing:
        reading = getattr(self, f"reading_{side}") or {"read": 0, "seen": 0}
        waiting = getattr(self, f"waiting_{side}")
        return Standing(
            sent=int(getattr(self, f"sent_{side}")),
            read=reading["read"],
            seen=reading["seen"],
            delivered=int(getattr(self, f"delivered_{side}")),
            blocks=getattr(self, f"blocks_{side}") is not None,
            waiting_since=clock.moment(waiting) if waiting else None,
            told=waiting is not None and getattr(self, f"told_{side}") == waiting,
        )


class MessageItem(Item):
    """A message. Key: its conversation, `m#` and its number."""

    class Meta(Item.Meta):
        table_name = table("conversations")

    kind = UnicodeAttribute()
    side = UnicodeAttribute()
    author = UnicodeAttribute()
    client_id = UnicodeAttribute()
    text = UnicodeAttribute()
    card = JSONAttribute(null=True)
    at = UTCDateTimeAttribute()
    from_buyer = NumberAttribute()
    from_store = NumberAttribute()

    def message(self) -> Message:
        """What the business knows of it."""
        return Message(
            conversation_id=self.pk,
            seq=int(self.sk[2:]),
            kind=Kind(self.kind),
            side=Side(self.side),
            author=self.author,
            client_id=self.client_id,
            text=self.text,
            card=_card(self.card) if self.card else None,
            at=self.at,
            spoken={Side.BUYER: int(self.from_buyer), Side.STORE: int(self.from_store)},
        )


class SentItem(Item):
    """Which message something became that a device sent. Key: conversation, `sent#`, author and client id."""

    class Meta(Item.Meta):
        table_name = table("conversations")

    seq = NumberAttribute()


class PaceItem(Item):
    """How many messages somebody has sent in a stretch of time. Key: the person, when it began."""

    class Meta(Item.Meta):
        table_name = table("conversations")

    sent = NumberAttribute()


class ReportItem(Item):
    """A message that somebody reported. Key: `reports`, its id."""

    class Meta(Item.Meta):
        table_name = table("conversations")

    conversation_id = UnicodeAttribute()
    seq = NumberAttribute()
    reporter = UnicodeAttribute()
    reason = UnicodeAttribute()
    note = UnicodeAttribute()
    text = UnicodeAttribute()
    at = UTCDateTimeAttribute()

    def report(self) -> Report:
        """What the business knows of it."""
        return Report(
            id=self.sk,
            conversation_id=self.conversation_id,
            seq=int(self.seq),
            reporter=self.reporter,
            reason=ReportReason(self.reason),
            note=self.note,
            text=self.text,
            at=self.at,
        )


class AskedItem(Item):
    """That a buyer has asked about goods. Key: `asked#` and the listing, the conversation."""

    class Meta(Item.Meta):
        table_name = table("conversations")

    at = UTCDateTimeAttribute()


def asked_key(listing_id: str) -> str:
    """Under which key those are who have asked about goods."""
    return f"asked#{listing_id}"


def asking(conversation: Conversation, at: datetime) -> tuple[AskedItem, list[Action]]:
    """The change by which a conversation's buyer has asked about the goods that are pinned in it."""
    item = AskedItem(pk=asked_key(conversation.context.id), sk=conversation.id)
    return item, [AskedItem.at.set(at)]


REPORTS = "reports"


def report_item(report: Report) -> ReportItem:
    """A report as it is stored."""
    told = {one.name: getattr(report, one.name) for one in fields(report) if one.name != "id"}
    return ReportItem(pk=REPORTS, sk=report.id, **told | {"reason": report.reason.value})


def conversation_want(conversation_id: str) -> Want[Conversation]:
    """A conversation to be read."""
    return Want(ConversationItem, conversation_id, "conversation", ConversationItem.conversation)


def message_want(conversation_id: str, seq: int) -> Want[Message]:
    """A message to be read."""
    return Want(MessageItem, conversation_id, message_sort(seq), MessageItem.message)


def sent_want(conversation_id: str, author: str, client_id: str) -> Want[int]:
    """Which message something became that was sent before, to be read."""
    return Want(SentItem, conversation_id, _sent_sort(author, client_id), lambda item: int(item.seq))


def message_sort(seq: int) -> str:
    """Where a message is in its conversation."""
    return f"m#{seq:010}"


def _sent_sort(author: str, client_id: str) -> str:
    return f"sent#{author}#{client_id}"


def conversation_key(conversation_id: str) -> ConversationItem:
    """The item to update, known by its key alone."""
    return ConversationItem(pk=conversation_id, sk="conversation")


def message_item(message: Message) -> MessageItem:
    """A message as it is stored."""
    return MessageItem(
        pk=message.conversation_id,
        sk=message_sort(message.seq),
        kind=message.kind.value,
        side=message.side.value,
        author=message.author,
        client_id=message.client_id,
        text=message.text,
        card=_card_row(message.card) if message.card else None,
        at=message.at,
        from_buyer=message.spoken[Side.BUYER],
        from_store=message.spoken[Side.STORE],
    )


def sent_item(message: Message) -> SentItem:
    """That a message was sent."""
    return SentItem(
        pk=message.conversation_id,
        sk=_sent_sort(message.author, message.client_id),
        seq=message.seq,
        expires_at=message.at + RESENT_WITHIN,
    )


def _glimpse(row: dict[str, Any]) -> Glimpse:
    return Glimpse(Kind(row["kind"]), Side(row["side"]), row["text"])


def _card(row: dict[str, Any]) -> Card:
    price = Money(row["price"], row["currency"]) if row["currency"] else None
    return Card(row["id"], row["title"], price, row["key"], row["state"])


def _card_row(card: Card) -> dict[str, Any]:
    price = card.price
    return {
        "id": card.id,
        "title": card.title,
        "price": price.amount if price else 0,
        "currency": price.currency if price else "",
        "key": card.key,
        "state": card.state,
    }


def opening(new: Conversation) -> list[Action]:
    """The change that begins a conversation, or pins something else where it was begun before."""
    item = ConversationItem
    context = {"kind": new.context.kind.value, "id": new.context.id, "title": new.context.title}
    return [
        item.store_id.set(new.store_id),
        item.store_name.set(new.store_name),
        item.owner_id.set(new.owner_id),
        item.buyer_id.set(new.buyer_id),
        item.buyer_name.set(new.buyer_name),
        item.context.set(context),
        item.created_at.set(item.created_at | new.created_at),
        item.last.set(item.last | 0),
        item.sent_buyer.set(item.sent_buyer | 0),
        item.sent_store.set(item.sent_store | 0),
        item.delivered_buyer.set(item.delivered_buyer | 0),
        item.delivered_store.set(item.delivered_store | 0),
    ]


def speaking(before: Conversation, after: Conversation) -> tuple[list[Action], Condition]:
    """The change that makes a conversation the one in which more was said, if nobody spoke meanwhile."""
    item = ConversationItem
    assert after.last_at, "something was said"
    actions: list[Action] = [item.last.set(after.last), item.last_at.set(clock.stamp(after.last_at))]
    if after.glimpse:
        said = after.glimpse
        actions.append(
            item.glimpse.set({"kind": said.kind.value, "side": said.side.value, "text": said.text})
        )
    for side in PARTIES:
        was, now = before.standings[side], after.standings[side]
        if now.sent != was.sent:
            actions.append(getattr(item, f"sent_{side}").set(now.sent))
        if now.waiting_since and now.waiting_since != was.waiting_since:
            actions.append(getattr(item, f"waiting_{side}").set(clock.stamp(now.waiting_since)))
    return actions, item.last == before.last


def unblocked() -> Condition:
    """That no side has blocked the other."""
    item = ConversationItem
    free: Condition = item.blocks_buyer.does_not_exist() & item.blocks_store.does_not_exist()
    return free


def reading(before: Conversation, after: Conversation, side: Side) -> tuple[list[Action], Condition]:
    """The change of how far a side has read, if it has read no more meanwhile."""
    item, now = ConversationItem, after.standings[side]
    attribute = getattr(item, f"reading_{side}")
    waiting = getattr(item, f"waiting_{side}")
    actions: list[Action] = [
        attribute.set({"read": now.read, "seen": now.seen}),
        getattr(item, f"delivered_{side}").set(now.delivered),
        waiting.set(clock.stamp(now.waiting_since)) if now.waiting_since else waiting.remove(),
    ]
    was = before.standings[side]
    as_read: Condition = attribute == {"read": was.read, "seen": was.seen}
    unchanged: Condition = as_read if was.read else attribute.does_not_exist()
    return actions, unchanged


def delivering(side: Side, seq: int) -> tuple[list[Action], Condition]:
    """The change of how far a side's devices are; on commit refused where they are as far already."""
    attribute = getattr(ConversationItem, f"delivered_{side}")
    return [attribute.set(seq)], attribute < seq


def telling(side: Side, since: datetime) -> list[Action]:
    """The change by which a side has been told of what has waited since then."""
    return [getattr(ConversationItem, f"told_{side}").set(clock.stamp(since))]


def blocking(side: Side, at: datetime | None) -> list[Action]:
    """The change by which a side hears no more of the other one, or does again."""
    attribute = getattr(ConversationItem, f"blocks_{side}")
    return [attribute.set(clock.stamp(at)) if at else attribute.remove()]


def assigning(store_id: str, person_id: str | None) -> list[Action]:
    """The change of who looks after a conversation."""
    item = ConversationItem
    if person_id is None:
        return [item.assignee.remove(), item.assigned.remove()]
    return [item.assignee.set(person_id), item.assigned.set(assigned_key(store_id, person_id))]


def assigned_key(store_id: str, person_id: str) -> str:
    """Under which key somebody's conversations of a store are."""
    return f"{store_id}#{person_id}"


def pacing(person_id: str, at: datetime) -> tuple[PaceItem, Sequence[Action], Condition]:
    """One message more of somebody's, and the condition that she isn't too fast."""
    began = pace_of(at)
    item = PaceItem(pk=f"pace#{person_id}", sk=clock.stamp(began))
    actions = [PaceItem.sent.add(1), PaceItem.expires_at.set(began + 2 * PACE)]
    return item, actions, PaceItem.sent.does_not_exist() | (PaceItem.sent < MOST_IN_A_PACE)
