"""What lies at the desks of a person's stores: their conversations, and answers kept at hand."""

from __future__ import annotations

from datetime import datetime

from chalicelib.conversations import models as talks
from chalicelib.conversations import service
from chalicelib.conversations.desk import models
from chalicelib.conversations.models import ConversationItem
from chalicelib.conversations.rules import Side
from chalicelib.conversations.service import Seen
from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding
from chalicelib.foundation.transaction import Transaction
from chalicelib.stores.personal import forget_one_of_each, one_of_each, over_stores
from chalicelib.stores.service import Store


def _inbox(store: Store, cursor: str | None) -> Page[Seen]:
    return service.of_store(store.id, caller=store.owner_id, assignee=None, limit=50, cursor=cursor)


_inboxes = over_stores(_inbox)


def _forget_glimpses(person_id: str, cursor: str | None, _: datetime) -> str | None:
    """Take what a store said last from what its conversations are listed by. 2 queries, 3 reads."""
    page = _inboxes(person_id, cursor)
    with Transaction() as tx:
        for one in page.items:
            if one.conversation.glimpse and one.conversation.glimpse.side is Side.STORE:
                tx.update(talks.conversation_key(one.conversation.id), [ConversationItem.glimpse.remove()])
    return page.cursor


HOLDINGS = (
    Holding("desks", pages=one_of_each(models.desk_want), forget=forget_one_of_each(models.desk_key)),
    Holding("conversations-of-stores", pages=_inboxes, forget=_forget_glimpses),
)
