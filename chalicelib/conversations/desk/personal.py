"""What lies at the desks of a person's stores: their conversations, and answers kept at hand."""

from __future__ import annotations

from datetime import datetime

from chalicelib.conversations import models as talks
from chalicelib.conversations import service
from chalicelib.conversations.desk import models
from chalicelib.conversations.desk.rules import Desk
from chalicelib.conversations.models import ConversationItem
from chalicelib.conversations.rules import Side
from chalicelib.conversations.service import Seen
from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.stores.personal import one_store, over_stores
from chalicelib.stores.service import Store


def _desk(store: Store, _: str | None) -> Page[Desk]:
    return Page([one for one in read_together([models.desk_want(store.id)]) if one is not None], None)


def _forget(person_id: str, cursor: str | None, _: datetime) -> str | None:
    """1 query, 1 transaction of 1 item."""
    page = one_store(person_id, cursor)
    with Transaction() as tx:
        for store in page.items:
            tx.delete(models.desk_key(store.id))
    return page.cursor


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
    Holding("desks", pages=over_stores(_desk), forget=_forget),
    Holding("conversations-of-stores", pages=_inboxes, forget=_forget_glimpses),
)
