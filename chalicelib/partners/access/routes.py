"""The routes of delegated access."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.partners.access import service
from chalicelib.partners.access.schemas import DeedsView, GrantsView, GrantView, NewGrant
from chalicelib.partners.access.service import Opened
from chalicelib.partners.errors import PartnerNotFound
from chalicelib.stores.errors import (
    BadAccessEnd,
    GrantNotFound,
    NotPermitted,
    StoreNotFound,
    TooManyStaff,
    WorksHere,
)
from chalicelib.stores.staff.service import Deed

bp = Routes(__name__)


@bp.post(
    "/stores/{store_id}/grants",
    answers=GrantView,
    status=HTTPStatus.CREATED,
    raises=(PartnerNotFound, StoreNotFound, NotPermitted, BadAccessEnd, WorksHere, TooManyStaff),
)
def grant_access(store_id: str, caller: Caller, body: NewGrant) -> Opened:
    """Open single things of one's store to a partner, for a time."""
    return service.grant(store_id, body.partner_id, by=caller.person_id, access=body.grant(), now=clock.now())


@bp.get("/stores/{store_id}/grants", answers=GrantsView, raises=(StoreNotFound, NotPermitted))
def list_grants(store_id: str, caller: Caller) -> Sequence[Opened]:
    """See what of a store is open to partners."""
    return service.granted(store_id, by=caller.person_id)


@bp.delete(
    "/stores/{store_id}/grants/{partner_id}",
    raises=(PartnerNotFound, StoreNotFound, NotPermitted, GrantNotFound, ChangedMeanwhile),
)
def end_access(store_id: str, partner_id: str, caller: Caller) -> None:
    """Close one's store to a partner at once."""
    service.end(store_id, partner_id, by=caller.person_id, now=clock.now())


@bp.get("/stores/{store_id}/deeds", answers=DeedsView, raises=(StoreNotFound, NotPermitted))
def list_deeds(store_id: str, caller: Caller, query: PageQuery) -> Page[Deed]:
    """See which partner did what in a store, and when."""
    return service.deeds(store_id, by=caller.person_id, limit=query.limit, cursor=query.cursor)
