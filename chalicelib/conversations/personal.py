"""What a person said to stores as a buyer, and what was said in her stores."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from chalicelib.conversations import models, service
from chalicelib.conversations.models import ConversationItem, MessageItem
from chalicelib.conversations.rules import Message
from chalicelib.conversations.service import Seen
from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Forget, Holding, Pages, nested
from chalicelib.foundation.transaction import Transaction
from chalicelib.stores.personal import one_store
from chalicelib.stores.service import Store

_AT_ONCE = 50


def _one_of_buyer(person_id: str, cursor: str | None) -> Page[Seen]:
    return service.of_buyer(person_id, limit=1, cursor=cursor)


def _messages(talk: Seen, cursor: str | None) -> Page[Message]:
    first, last = models.message_sort(int(cursor or 0) + 1), models.message_sort(10**10 - 1)
    found = MessageItem.query(talk.conversation.id, MessageItem.sk.between(first, last), limit=_AT_ONCE)
    messages = [item.message() for item in found]
    return Page(messages, str(messages[-1].seq) if len(messages) == _AT_ONCE else None)


def _of_store(store: Store, cursor: str | None) -> Page[Any]:
    def one(_: str, at: str | None) -> Page[Seen]:
        return service.of_store(store.id, caller=store.owner_id, assignee=None, limit=1, cursor=at)

    return nested(one, _messages)(store.id, cursor)


_hers = nested(_one_of_buyer, _messages)


_of_hers = nested(one_store, _of_store)


def _forget(pages: Pages) -> Forget:
    def forget(person_id: str, cursor: str | None, _: datetime) -> str | None:
        """Take away what she said; that something was said stays. 2 queries, 1 transaction.

        Of stores 2 reads and 1 query more.
        """
        page = pages(person_id, cursor)
        with Transaction() as tx:
            for one in page.items:
                if one.author == person_id and (one.text or one.card):
                    key = MessageItem(pk=one.conversation_id, sk=models.message_sort(one.seq))
                    tx.update(key, [MessageItem.text.set(""), MessageItem.card.remove()])
        return page.cursor

    return forget


def _talks(person_id: str, cursor: str | None) -> Page[Seen]:
    return service.of_buyer(person_id, limit=_AT_ONCE, cursor=cursor)


def _forget_name(person_id: str, cursor: str | None, _: datetime) -> str | None:
    """Take her name, and what was said last, from what her conversations are listed by. 1 query, 1 read."""
    page = _talks(person_id, cursor)
    with Transaction() as tx:
        for one in page.items:
            bare = [ConversationItem.buyer_name.set(""), ConversationItem.glimpse.remove()]
            tx.update(models.conversation_key(one.conversation.id), bare)
    return page.cursor


HOLDINGS = (
    Holding("conversations", pages=_talks, forget=_forget_name),
    Holding("messages", pages=_hers, forget=_forget(_hers)),
    Holding("messages-of-stores", pages=_of_hers, forget=_forget(_of_hers)),
)
