"""Putting messages into a conversation, in their turn.

The conversation's item holds the number of its last message, and a message is written in one transaction
with the change of that number, which demands the number that was read: numbers have no gap, and of two
messages at one instant one is first. The other one's use case is done anew, with what is there then.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

from pynamodb.expressions.condition import Condition

from chalicelib.conversations import models, rules
from chalicelib.conversations.errors import Overtaken, TooFast
from chalicelib.conversations.events import MessageWaiting
from chalicelib.conversations.rules import Conversation, Draft, Message, Side
from chalicelib.foundation import transaction
from chalicelib.foundation.errors import Busy
from chalicelib.foundation.transaction import Transaction

TURNS = 40
"""How often a message that was overtaken is tried: as many speak at once in the liveliest conversation."""

_T = TypeVar("_T")


def in_turn(use_case: Callable[[], _T]) -> _T:
    """Do what says something in a conversation, again whenever somebody else was first. Raises Busy."""
    for turn in range(TURNS):
        try:
            return use_case()
        except Overtaken:
            transaction.sleep(random.uniform(0, min(0.25, 0.01 * 1.3**turn)))  # noqa: S311 - jitter
    raise Busy


def post(
    tx: Transaction, before: Conversation, drafts: Sequence[Draft], *, at: datetime
) -> tuple[Conversation, list[Message]]:
    """Say something: 1 item for the conversation, 2 for each message, and 1 event for who isn't told yet.

    On commit raises Overtaken, when there is more in the conversation than was read.
    """
    rules.refuse_blocked(before)
    after, messages = _add(tx, before, drafts, at, models.unblocked())
    for side in {draft.side.other for draft in drafts if draft.side in rules.PARTIES}:
        _tell(tx, after, side, at)
    return after, messages


def note(
    tx: Transaction, before: Conversation, draft: Draft, *, at: datetime
) -> tuple[Conversation, list[Message]]:
    """Note what happened by itself, for nobody in particular and though one side has blocked the other.

    3 items. On commit raises Overtaken.
    """
    return _add(tx, before, [draft], at, None)


def _add(
    tx: Transaction, before: Conversation, drafts: Sequence[Draft], at: datetime, demand: Condition | None
) -> tuple[Conversation, list[Message]]:
    after, messages = before, []
    for draft in drafts:
        after, message = rules.added(after, draft, at=at)
        messages.append(message)
        tx.put(models.message_item(message), otherwise=Overtaken)
        tx.put(models.sent_item(message), otherwise=Overtaken)
    actions, in_turn_ = models.speaking(before, after)
    condition = in_turn_ if demand is None else in_turn_ & demand
    tx.update(models.conversation_key(before.id), actions, condition=condition, otherwise=Overtaken)
    return after, messages


def _tell(tx: Transaction, conversation: Conversation, side: Side, at: datetime) -> None:
    standing = conversation.standings[side]
    if standing.told:
        return
    tx.emit(
        MessageWaiting(
            at=at,
            conversation_id=conversation.id,
            side=side.value,
            person_id=conversation.listener(side),
            store_id=conversation.store_id,
            store_name=conversation.store_name,
            since=standing.waiting_since or at,
        )
    )


def count(tx: Transaction, person_id: str, *, at: datetime) -> None:
    """Count a person's message: 1 item. On commit raises TooFast."""
    item, actions, condition = models.pacing(person_id, at)
    tx.update(item, actions, condition=condition, otherwise=TooFast)
