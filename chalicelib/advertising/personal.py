"""What a person's stores advertise."""

from __future__ import annotations

from typing import Any

from chalicelib.advertising.campaigns import service
from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding
from chalicelib.stores.personal import over_stores
from chalicelib.stores.service import Store


def _of(store: Store, cursor: str | None) -> Page[Any]:
    return service.campaigns_of(store.id, person=store.owner_id, limit=50, cursor=cursor)


HOLDINGS = (Holding("campaigns", pages=over_stores(_of)),)
