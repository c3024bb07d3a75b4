"""The promotions of a person's stores."""

from __future__ import annotations

from typing import Any

from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding
from chalicelib.promotions import service
from chalicelib.stores.personal import over_stores
from chalicelib.stores.service import Store


def _of(store: Store, cursor: str | None) -> Page[Any]:
    return service.all_of(store.id, person=store.owner_id, limit=50, cursor=cursor)


HOLDINGS = (Holding("promotions", pages=over_stores(_of)),)
