"""Which role may do what in a store, who may give which role, and when an invitation stands.

A store's money isn't here: a sale is paid into its founder's own wallet, which no role opens.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from chalicelib.foundation import ids

MOST_STAFF = 50
MOST_INVITATIONS = 50
"""Open ones."""

INVITED_FOR = timedelta(days=7)
"""How long an invitation can be accepted."""


class Role(StrEnum):
    """What somebody is in a store. Whoever opened it is an owner for good, and may make others owners too."""

    OWNER = "owner"
    MANAGER = "manager"
    SERVICE = "service"
    """Speaks with the buyers."""
    PACKER = "packer"
    """Packs and sends the goods."""


class Scope(StrEnum):
    """Something that can be done in a store."""

    STORE_READ = "store:read"
    """See it in any state."""
    STORE_EDIT = "store:edit"
    """Change how it looks, publish and pause it."""
    GOODS_READ = "goods:read"
    """See its goods in any state."""
    GOODS_EDIT = "goods:edit"
    """List, change, publish and withdraw goods."""
    GOODS_COUNT = "goods:count"
    """Correct the stock."""
    ORDERS_READ = "orders:read"
    """See its orders and parcels, with the buyers' addresses."""
    ORDERS_SHIP = "orders:ship"
    ORDERS_CANCEL = "orders:cancel"
    CHAT = "chat"
    """Speak with its buyers."""
    LINKS_READ = "links:read"
    """See its links and their visits."""
    LINKS_EDIT = "links:edit"
    REVIEWS_REPLY = "reviews:reply"
    """See which reviews have no reply, and reply for the store."""
    ADS_EDIT = "ads:edit"
    """Advertise its goods, and see what came of it."""
    INSIGHTS_READ = "insights:read"
    """See its figures: who came, what sold, what may come."""
    STAFF_MANAGE = "staff:manage"
    """See the staff, invite, change roles and revoke, within `GIVES`."""


_ALL_STAFF = frozenset({Scope.STORE_READ, Scope.GOODS_READ, Scope.ORDERS_READ})

SCOPES: Mapping[Role, frozenset[Scope]] = {
    Role.OWNER: frozenset(Scope),
    Role.MANAGER: frozenset(Scope),
    Role.SERVICE: _ALL_STAFF
    | {Scope.CHAT, Scope.ORDERS_CANCEL, Scope.LINKS_READ, Scope.LINKS_EDIT, Scope.REVIEWS_REPLY},
    Role.PACKER: _ALL_STAFF | {Scope.ORDERS_SHIP, Scope.GOODS_COUNT},
}
"""What each role may do."""

GIVES: Mapping[Role, frozenset[Role]] = {
    Role.OWNER: frozenset(Role),
    Role.MANAGER: frozenset({Role.SERVICE, Role.PACKER}),
    Role.SERVICE: frozenset(),
    Role.PACKER: frozenset(),
}
"""Which roles each role may give and take away: a manager makes no managers."""


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody who works in a store that she didn't open."""

    store_id: str
    person_id: str
    role: Role
    label: str
    """What whoever invited her calls her."""
    invited_by: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Invitation:
    """An offer to work in a store, for whoever has its code, once."""

    id: str
    store_id: str
    role: Role
    label: str
    invited_by: str
    created_at: datetime
    expires_at: datetime
    accepted_by: str | None = None


@dataclass(frozen=True, slots=True)
class Roster:
    """The ids of all who work in a store and of its open invitations."""

    people: frozenset[str] = frozenset()
    invitations: frozenset[str] = frozenset()


def role_of(person_id: str, *, owner_id: str, staff: Staff | None) -> Role | None:
    """What a person is in a store, by the store's owner and her own staff item; None: nothing."""
    if person_id == owner_id:
        return Role.OWNER
    return staff.role if staff else None


def gives(role: Role | None, *others: Role) -> bool:
    """May somebody of this role give and take away all these roles?"""
    return role is not None and GIVES[role].issuperset(others)


def stands(invitation: Invitation, inviter: Role | None, now: datetime) -> bool:
    """Can it be accepted? Not once whoever made it may no longer give that role: what she left is void."""
    in_time = invitation.accepted_by is None and now < invitation.expires_at
    return in_time and gives(inviter, invitation.role)


def invitation_id(code: str) -> str:
    """The id of the invitation that has a code. It doesn't tell the code, so it may be stored and shown."""
    return ids.derived("inv", code)
