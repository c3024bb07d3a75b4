"""What a person promotes, and what she gets for it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from chalicelib.affiliates import models, service
from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding
from chalicelib.foundation.transaction import Transaction


def _links(person_id: str, cursor: str | None) -> Page[Any]:
    return service.links_of(person_id, limit=50, cursor=cursor)


def _forget(person_id: str, cursor: str | None, _: datetime) -> str | None:
    """Her links lead nowhere any more, and bring nothing. 1 query, 1 read, 1 transaction of 50 items."""
    page = _links(person_id, cursor)
    with Transaction() as tx:
        for link in page.items:
            tx.delete(models.link_key(link.code))
    return page.cursor


def _commissions(person_id: str, cursor: str | None) -> Page[Any]:
    return service.commissions_of(person_id, limit=50, cursor=cursor)


HOLDINGS = (
    Holding("promoter-links", pages=_links, forget=_forget),
    Holding("commissions", pages=_commissions),
)
