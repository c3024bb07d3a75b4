"""What is held on a person herself: her profile and her addresses."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from chalicelib.accounts import models, service
from chalicelib.accounts.models import ADDRESS, AddressItem
from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding
from chalicelib.foundation.transaction import Transaction


def _all(person_id: str, _: str | None) -> Page[Any]:
    return Page([service.profile(person_id), *service.addresses(person_id)], None)


def _forget(person_id: str, _: str | None, __: datetime) -> None:
    """1 query, 1 transaction of at most 21 items."""
    there = AddressItem.query(person_id, AddressItem.sk.startswith(ADDRESS), consistent_read=True)
    with Transaction() as tx:
        for item in there:
            tx.delete(models.address_key(person_id, item.sk.removeprefix(ADDRESS)))
        tx.delete(models.profile_key(person_id))


HOLDINGS = (Holding("profile", pages=_all, forget=_forget),)
