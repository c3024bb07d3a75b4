"""What a person's stores told their followers."""

from __future__ import annotations

from datetime import datetime

from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding
from chalicelib.foundation.transaction import Transaction
from chalicelib.social.followers import models, service
from chalicelib.social.followers.rules import Broadcast
from chalicelib.stores.personal import over_stores
from chalicelib.stores.service import Store


def _broadcasts(store: Store, cursor: str | None) -> Page[Broadcast]:
    return service.broadcasts(store.id, person=store.owner_id, limit=50, cursor=cursor)


_of_stores = over_stores(_broadcasts)


def _forget(person_id: str, cursor: str | None, _: datetime) -> str | None:
    """Take the texts away; one that is being told ends. 2 queries, 1 read, 1 transaction of 50 items."""
    page = _of_stores(person_id, cursor)
    with Transaction() as tx:
        for one in page.items:
            tx.update(models.broadcast_key(one), models.bare())
    return page.cursor


HOLDINGS = (Holding("broadcasts", pages=_of_stores, forget=_forget),)
