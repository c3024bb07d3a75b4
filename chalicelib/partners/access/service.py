"""Delegated access: what a merchant opens of her store to a partner, for a time, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from chalicelib.foundation.paging import Page
from chalicelib.foundation.transaction import Transaction
from chalicelib.partners.events import AccessEnded, AccessGranted
from chalicelib.partners.profiles import models as profile_models
from chalicelib.partners.profiles import service as profiles
from chalicelib.stores import service as stores
from chalicelib.stores.staff import service as staff
from chalicelib.stores.staff.service import Deed, Grant, Staff


@dataclass(frozen=True, slots=True)
class Opened:
    """What is open to a partner."""

    partner_id: str
    staff: Staff


def grant(store_id: str, partner_id: str, *, by: str, access: Grant, now: datetime) -> Opened:
    """Open single things of a store to a partner. 3 reads, 1 transaction of 3 items and 1 event.

    Raises PartnerNotFound, StoreNotFound, NotPermitted, BadAccessEnd; on commit WorksHere, TooManyStaff.
    """
    profile = profiles.show(partner_id).profile
    store = stores.permitted(store_id, person=by, scope=stores.Scope.STAFF_MANAGE)
    with Transaction() as tx:
        let_in = staff.let_partner_in(
            tx, store_id, profile.person_id, by=by, label=profile.name, access=access, now=now
        )
        tx.emit(
            AccessGranted(
                at=now,
                person_id=profile.person_id,
                name=store.name,
                title="",
                store_id=store_id,
                until=access.until,
            )
        )
        return tx.result(Opened(partner_id, let_in))


def end(store_id: str, partner_id: str, *, by: str, now: datetime) -> None:
    """Close a store to a partner: from her next request on. 2 reads, 1 transaction of 3 items and 1 event.

    Raises PartnerNotFound, StoreNotFound, NotPermitted, GrantNotFound; on commit ChangedMeanwhile.
    """
    person = profiles.show(partner_id).profile.person_id
    with Transaction() as tx:
        store = staff.let_partner_out(tx, store_id, person, by=by)
        tx.emit(AccessEnded(at=now, person_id=person, name=store.name, title="", store_id=store_id))


def granted(store_id: str, *, by: str) -> Sequence[Opened]:
    """What of a store is open to whom now. 2 reads at most. Raises StoreNotFound, NotPermitted."""
    return [
        Opened(profile_models.partner_id(one.person_id), one) for one in staff.partners_in(store_id, by=by)
    ]


def deeds(store_id: str, *, by: str, limit: int, cursor: str | None) -> Page[Deed]:
    """What partners did in a store, the latest first. 1 read, 1 query. Raises StoreNotFound, NotPermitted."""
    return staff.deeds(store_id, by=by, limit=limit, cursor=cursor)
