"""What the staff's API takes and answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Self

from pydantic import Field

from chalicelib.foundation.http import Query, Schema
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import Cursor
from chalicelib.foundation.text import line
from chalicelib.stores.staff.rules import SCOPES, Invitation, Role, Scope, opened
from chalicelib.stores.staff.service import Colleague, Issued, Offer, Workplace


class NewInvitation(Schema):
    """Whom to invite: to which role, and what to call her in the staff's list."""

    role: Role
    label: Annotated[str, line(60, least=0)] = ""


class IssuedView(Schema):
    """An invitation just made. Its `code` is told here only; `path` is below the API's address."""

    id: str
    code: str
    path: str
    role: Role
    label: str
    expires_at: datetime

    @classmethod
    def of(cls, issued: Issued, /) -> Self:
        """Shape the answer."""
        invitation = issued.invitation
        return cls(
            id=invitation.id,
            code=issued.code,
            path=f"/invitations/{issued.code}",
            role=invitation.role,
            label=invitation.label,
            expires_at=invitation.expires_at,
        )


class OfferView(Schema):
    """What an invitation offers."""

    store_name: str
    role: Role
    scopes: list[Scope]
    expires_at: datetime

    @classmethod
    def of(cls, offer: Offer, /) -> Self:
        """Shape the answer."""
        role = offer.invitation.role
        return cls(
            store_name=offer.store.name,
            role=role,
            scopes=sorted(SCOPES[role]),
            expires_at=offer.invitation.expires_at,
        )


class WorkplaceView(Schema):
    """A store in which one works; `path` is its page, below the API's address."""

    store_id: str
    store_name: str
    path: str
    role: Role
    scopes: list[Scope]
    since: datetime

    @classmethod
    def of(cls, workplace: Workplace, /) -> Self:
        """Shape the answer."""
        store, staff = workplace.store, workplace.staff
        return cls(
            store_id=store.id,
            store_name=store.name,
            path=f"/shop/{store.slug}",
            role=staff.role,
            scopes=sorted(opened(staff.role, staff)),
            since=staff.since,
        )


class WorkplaceQuery(Query):
    """Which page of a list."""

    limit: Annotated[int, Field(ge=1, le=50)] = 20
    cursor: Cursor | None = None


class WorkplacePage(Schema):
    """Some of the stores in which one works, the oldest first."""

    items: list[WorkplaceView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Workplace], /) -> Self:
        """Shape the answer."""
        return cls(items=[WorkplaceView.of(one) for one in page.items], cursor=page.cursor)


class StaffView(Schema):
    """Somebody who works in the store. `name` is her own, empty as long as she gave none; `label` is ours."""

    person_id: str
    name: str
    label: str
    role: Role
    scopes: list[Scope]
    since: datetime
    invited_by: str

    @classmethod
    def of(cls, colleague: Colleague, /) -> Self:
        """Shape the answer."""
        staff = colleague.staff
        return cls(
            person_id=staff.person_id,
            name=colleague.name,
            label=staff.label,
            role=staff.role,
            scopes=sorted(opened(staff.role, staff)),
            since=staff.since,
            invited_by=staff.invited_by,
        )


class InvitationView(Schema):
    """An invitation that can be accepted. Its code only whoever made it was told."""

    id: str
    role: Role
    label: str
    invited_by: str
    created_at: datetime
    expires_at: datetime

    @classmethod
    def of(cls, invitation: Invitation, /) -> Self:
        """Shape the answer."""
        return cls(
            id=invitation.id,
            role=invitation.role,
            label=invitation.label,
            invited_by=invitation.invited_by,
            created_at=invitation.created_at,
            expires_at=invitation.expires_at,
        )


class CrewView(Schema):
    """All who work in a store besides whoever opened it, and all invitations that stand; oldest first."""

    items: list[StaffView]
    invitations: list[InvitationView]

    @classmethod
    def of(cls, crew: tuple[Sequence[Colleague], Sequence[Invitation]], /) -> Self:
        """Shape the answer."""
        people, invitations = crew
        return cls(
            items=[StaffView.of(one) for one in people],
            invitations=[InvitationView.of(one) for one in invitations],
        )


class RoleChange(Schema):
    """The role that somebody has from now on."""

    role: Role
