"""What a person's stores answer by themselves, and the answers that they keep at hand."""

from __future__ import annotations

from datetime import datetime

from chalicelib.conversations.desk import models
from chalicelib.conversations.desk.rules import Desk
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


HOLDINGS = (Holding("desks", pages=over_stores(_desk), forget=_forget),)
