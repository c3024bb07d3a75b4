"""The accounts on Weibo that a person's stores post with."""

from __future__ import annotations

from datetime import datetime

from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.social.weibo import models
from chalicelib.social.weibo.service import Connection
from chalicelib.stores.personal import one_store, over_stores
from chalicelib.stores.service import Store


def _connection(store: Store, _: str | None) -> Page[Connection]:
    """Without the token: whoever has it may post."""
    (found,) = read_together([models.connection_want(store.id)])
    return Page([Connection(found.account, found.good_until)] if found else [], None)


def _forget(person_id: str, cursor: str | None, _: datetime) -> str | None:
    """Forget account and token. 1 query, 1 transaction of 1 item."""
    page = one_store(person_id, cursor)
    with Transaction() as tx:
        for store in page.items:
            tx.delete(models.connection_key(store.id))
    return page.cursor


HOLDINGS = (Holding("channels", pages=over_stores(_connection), forget=_forget),)
