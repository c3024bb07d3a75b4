"""What a person's stores said of themselves as suppliers, and what was counted of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.stores.personal import CLOSED, one_store, over_stores
from chalicelib.stores.service import Store
from chalicelib.wholesale.suppliers import models
from chalicelib.wholesale.suppliers.rules import SupplierState

_AFTER = {SupplierState.APPLIED: SupplierState.REFUSED, SupplierState.VERIFIED: SupplierState.SUSPENDED}
"""What becomes of a supplier whose merchant has gone."""


def _supplier(store: Store, _: str | None) -> Page[Any]:
    found = read_together([models.supplier_want(store.id), models.record_want(store.id)])
    return Page([one for one in found if one is not None], None)


def _forget(person_id: str, cursor: str | None, _: datetime) -> str | None:
    """A store is a supplier no more, and says nothing. 1 query, 1 read, 1 transaction of 1 item."""
    page = one_store(person_id, cursor)
    for store in page.items:
        (one,) = read_together([models.supplier_want(store.id)])
        if one is not None:
            state = _AFTER.get(one.state, one.state)
            bare = replace(one, store_name=CLOSED, about="", reason="", state=state)
            with Transaction() as tx:
                models.keep(tx, bare, before=one)
    return page.cursor


HOLDINGS = (Holding("suppliers", pages=over_stores(_supplier), forget=_forget),)
