"""Where a person works who didn't open the store, and as what."""

from __future__ import annotations

from datetime import datetime

from chalicelib.foundation import paging
from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding
from chalicelib.foundation.transaction import Transaction
from chalicelib.stores.staff import models, service
from chalicelib.stores.staff.models import WorkplaceItem
from chalicelib.stores.staff.rules import Staff

_AT_ONCE = 25
"""Three items each must go into one transaction."""


def _roles(person_id: str, cursor: str | None) -> Page[Staff]:
    return service.workplaces(person_id, limit=50, cursor=cursor).map(lambda one: one.staff)


def _forget(person_id: str, _: str | None, __: datetime) -> str | None:
    """She works nowhere any more; always the first that are left. 1 query, 1 transaction of 75 items."""
    within = WorkplaceItem.sk.startswith(models.WORKPLACE)
    page = paging.query(WorkplaceItem, person_id, within, limit=_AT_ONCE, cursor=None)
    with Transaction() as tx:
        for item in page.items:
            store_id = item.store_id()
            tx.delete(models.staff_key(store_id, person_id))
            tx.delete(models.workplace_key(person_id, store_id))
            tx.update(models.roster_key(store_id), models.one_less(person_id))
    return "more" if page.cursor else None


HOLDINGS = (Holding("roles", pages=_roles, forget=_forget),)
