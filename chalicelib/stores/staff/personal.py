"""Where a person works who didn't open the store, and who works in those that she opened."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from chalicelib.foundation import paging
from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding
from chalicelib.foundation.tables import Want, read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.stores.personal import one_store, over_stores
from chalicelib.stores.service import Store
from chalicelib.stores.staff import models, service
from chalicelib.stores.staff.models import WorkplaceItem
from chalicelib.stores.staff.rules import Invitation, Roster, Staff

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


def _crew(store: Store, _: str | None) -> Page[Staff | Invitation]:
    """All of it: 50 of each at most. 2 reads."""
    (found,) = read_together([models.roster_want(store.id)])
    roster = found or Roster()
    wants: list[Want[Any]] = [models.staff_want(store.id, one) for one in sorted(roster.people)]
    wants += [models.invitation_want(one) for one in sorted(roster.invitations)]
    return Page([one for one in read_together(wants) if one is not None] if wants else [], None)


def _dismiss(person_id: str, cursor: str | None, _: datetime) -> str | None:
    """Nobody works in a store any more, nor can begin to: it would sell for a wallet that nobody opens.

    Always the first that are left. 1 query, 1 read, 1 transaction of 76 items at most.
    """
    at = json.loads(cursor) if cursor else None
    page = one_store(person_id, at)
    for store in page.items:
        (roster,) = read_together([models.roster_want(store.id)])
        if roster and (roster.people or roster.invitations):
            _let_go(store.id, sorted(roster.people)[:_AT_ONCE], sorted(roster.invitations)[:_AT_ONCE])
            return json.dumps(at)
    return json.dumps(page.cursor) if page.cursor else None


def _let_go(store_id: str, people: list[str], invitations: list[str]) -> None:
    with Transaction() as tx:
        for one in people:
            tx.delete(models.staff_key(store_id, one))
            tx.delete(models.workplace_key(one, store_id))
        for one in invitations:
            tx.delete(models.invitation_key(one))
        tx.update(models.roster_key(store_id), models.less(people, invitations))


HOLDINGS = (
    Holding("roles", pages=_roles, forget=_forget),
    Holding("crews", pages=over_stores(_crew), forget=_dismiss),
)
