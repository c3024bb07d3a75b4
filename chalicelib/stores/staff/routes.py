"""The staff's routes."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.paging import Page
from chalicelib.stores.errors import (
    InvitationExpired,
    InvitationNotFound,
    InvitationUsed,
    NotPermitted,
    StaffNotFound,
    StoreNotFound,
    TooManyInvitations,
    TooManyStaff,
    WorksHere,
)
from chalicelib.stores.staff import service
from chalicelib.stores.staff.rules import Invitation
from chalicelib.stores.staff.schemas import (
    CrewView,
    IssuedView,
    NewInvitation,
    OfferView,
    RoleChange,
    StaffView,
    WorkplacePage,
    WorkplaceQuery,
    WorkplaceView,
)
from chalicelib.stores.staff.service import Colleague, Issued, Offer, Workplace

bp = Routes(__name__)


@bp.post(
    "/stores/{store_id}/staff/invitations",
    answers=IssuedView,
    status=HTTPStatus.CREATED,
    raises=(StoreNotFound, NotPermitted, TooManyInvitations),
)
def invite_staff(store_id: str, caller: Caller, body: NewInvitation) -> Issued:
    """Invite somebody to work in the store; the code is for one person and good for 7 days."""
    return service.invite(store_id, by=caller.person_id, role=body.role, label=body.label, now=clock.now())


@bp.delete(
    "/stores/{store_id}/staff/invitations/{invitation_id}",
    raises=(StoreNotFound, NotPermitted, InvitationNotFound, ChangedMeanwhile),
)
def withdraw_invitation(store_id: str, invitation_id: str, caller: Caller) -> None:
    """Take an invitation back."""
    service.withdraw(store_id, invitation_id, by=caller.person_id)


@bp.get(
    "/invitations/{code}",
    answers=OfferView,
    signed_in=False,
    raises=(InvitationNotFound, InvitationUsed, InvitationExpired),
)
def show_invitation(code: str) -> Offer:
    """See what an invitation offers."""
    return service.look_at(code, now=clock.now())


@bp.post(
    "/invitations/{code}/accept",
    answers=WorkplaceView,
    raises=(InvitationNotFound, InvitationUsed, InvitationExpired, WorksHere, TooManyStaff),
)
def accept_invitation(code: str, caller: Caller) -> Workplace:
    """Accept an invitation: from now on one works in the store."""
    return service.accept(code, person=caller.person_id, now=clock.now())


@bp.get("/stores/{store_id}/staff", answers=CrewView, raises=(StoreNotFound, NotPermitted))
def list_staff(store_id: str, caller: Caller) -> tuple[Sequence[Colleague], Sequence[Invitation]]:
    """List all who work in the store, and the invitations that stand."""
    return service.crew(store_id, by=caller.person_id, now=clock.now())


@bp.patch(
    "/stores/{store_id}/staff/{person_id}",
    answers=StaffView,
    raises=(StoreNotFound, NotPermitted, StaffNotFound, ChangedMeanwhile),
)
def change_role(store_id: str, person_id: str, caller: Caller, body: RoleChange) -> Colleague:
    """Give somebody another role; it holds at once."""
    return service.change_role(store_id, person_id, by=caller.person_id, role=body.role)


@bp.delete(
    "/stores/{store_id}/staff/{person_id}",
    raises=(StoreNotFound, NotPermitted, StaffNotFound, ChangedMeanwhile),
)
def revoke_staff(store_id: str, person_id: str, caller: Caller) -> None:
    """Let somebody work in the store no longer, or leave by oneself; it holds at once."""
    service.revoke(store_id, person_id, by=caller.person_id)


@bp.get("/my/workplaces", answers=WorkplacePage)
def list_workplaces(caller: Caller, query: WorkplaceQuery) -> Page[Workplace]:
    """List the stores in which one works without having opened them."""
    return service.workplaces(caller.person_id, limit=query.limit, cursor=query.cursor)
