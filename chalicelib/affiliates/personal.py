"""What a person promotes, and what she gets for it."""

from __future__ import annotations

from typing import Any

from chalicelib.affiliates import service
from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding


def _links(person_id: str, cursor: str | None) -> Page[Any]:
    return service.links_of(person_id, limit=50, cursor=cursor)


def _commissions(person_id: str, cursor: str | None) -> Page[Any]:
    return service.commissions_of(person_id, limit=50, cursor=cursor)


HOLDINGS = (Holding("promoter-links", pages=_links), Holding("commissions", pages=_commissions))
