"""What a store decides about answering its buyers."""

from __future__ import annotations

from dataclasses import replace

from chalicelib.conversations.desk import models
from chalicelib.conversations.desk.rules import Desk
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.stores import service as stores
from chalicelib.stores.service import Scope


def show(store_id: str, *, caller: str) -> Desk:
    """A store's desk, for whoever sits at it. 2 reads. Raises StoreNotFound, NotPermitted."""
    store = stores.permitted(store_id, person=caller, scope=Scope.CHAT)
    (found,) = read_together([models.desk_want(store_id)])
    return found or Desk(store.time_zone)


def change(store_id: str, desk: Desk, *, caller: str) -> Desk:
    """Decide about answering, anew as a whole. 1 read, 1 transaction of 1 item.

    Raises StoreNotFound, NotPermitted.
    """
    store = stores.permitted(store_id, person=caller, scope=Scope.CHAT)
    set_up = replace(desk, time_zone=store.time_zone)
    with Transaction() as tx:
        tx.update(models.desk_key(store_id), models.setting(set_up))
        return tx.result(set_up)
