"""Whom a merchant lets work in her store: inviting, accepting, changing roles, revoking.

Whatever is decided here holds from the next request on: a role is read anew each time.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from chalicelib.accounts import service as accounts
from chalicelib.foundation import paging
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.stores import service as stores
from chalicelib.stores.errors import (
    BadAccessEnd,
    GrantNotFound,
    InvitationExpired,
    InvitationNotFound,
    InvitationUsed,
    NotPermitted,
    StaffNotFound,
    TooManyInvitations,
    TooManyStaff,
    WorksHere,
)
from chalicelib.stores.models import store_want
from chalicelib.stores.rules import Store
from chalicelib.stores.staff import models, rules
from chalicelib.stores.staff.models import DeedItem, InvitationItem, StaffItem, WorkplaceItem
from chalicelib.stores.staff.rules import Access, Deed, Invitation, Role, Roster, Scope, Staff

__all__ = ["Access", "Deed", "Grant", "Staff"]

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_CODE_LENGTH = 12
"""58 ** 12 codes, 70 bits: neither guessed nor found again from an invitation's id."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A new invitation with its code, which is told this once."""

    invitation: Invitation
    code: str


@dataclass(frozen=True, slots=True)
class Offer:
    """An invitation that can be accepted, and by whom it is offered."""

    store: Store
    invitation: Invitation
    inviter: Role


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who works in a store, with the name she gave herself; empty while she has said nothing."""

    staff: Staff
    name: str


@dataclass(frozen=True, slots=True)
class Workplace:
    """A store in which somebody works, and as what."""

    store: Store
    staff: Staff


@dataclass(frozen=True, slots=True)
class Grant:
    """What is opened to a partner, and until when."""

    accesses: frozenset[Access]
    until: datetime

    @property
    def scopes(self) -> frozenset[Scope]:
        """All that it lets her do."""
        return frozenset(scope for one in self.accesses for scope in rules.OPENS[one])


def invite(store_id: str, *, by: str, role: Role, label: str, now: datetime) -> Issued:
    """Invite somebody to a role. 1 read, 1 transaction of 2 items.

    2 reads and 1 transaction more when the list is full.
    Raises StoreNotFound, NotPermitted, TooManyInvitations.
    """
    store, staff, roster = read_together([*stores.wants(store_id, by), models.roster_want(store_id)])
    stores.checked(store, staff, person=by, scope=Scope.STAFF_MANAGE)
    _demand_gives(stores.role_in(store, staff, by), role)
    if roster and len(roster.invitations) >= rules.MOST_INVITATIONS:
        _forget_void(store, roster, now)
    code = "".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH))
    invitation = Invitation(
        id=rules.invitation_id(code),
        store_id=store_id,
        role=role,
        label=label,
        invited_by=by,
        created_at=now,
        expires_at=now + rules.INVITED_FOR,
    )
    actions, room = models.one_invitation_more(invitation.id)
    with Transaction() as tx:
        tx.update(models.roster_key(store_id), actions, condition=room, otherwise=TooManyInvitations)
        tx.put(models.invitation_item(invitation))
        return tx.result(Issued(invitation, code))


def _forget_void(store: Store, roster: Roster, now: datetime) -> None:
    """Make room by no longer listing invitations that nobody can accept. 2 reads, 1 transaction of 1 item."""
    standing = {one.id for one in _standing(store, roster, now)}
    if void := roster.invitations - standing:
        with Transaction() as tx:
            tx.update(models.roster_key(store.id), models.less_invitations(void))


def _standing(store: Store, roster: Roster, now: datetime) -> list[Invitation]:
    """A store's invitations that can be accepted, the oldest first. 2 reads, none without invitations."""
    if not roster.invitations:
        return []
    found = read_together([models.invitation_want(one) for one in sorted(roster.invitations)])
    listed: list[Invitation] = [one for one in found if one]
    inviters = sorted({one.invited_by for one in listed})
    staff = read_together([models.staff_want(store.id, inviter) for inviter in inviters])
    roles = {
        inviter: rules.role_of(inviter, owner_id=store.owner_id, staff=one)
        for inviter, one in zip(inviters, staff, strict=True)
    }
    standing = [one for one in listed if rules.stands(one, roles[one.invited_by], now)]
    return sorted(standing, key=lambda one: (one.created_at, one.id))


def withdraw(store_id: str, invitation_id: str, *, by: str) -> None:
    """Take an invitation back. 1 read, 1 transaction of 2 items.

    Raises StoreNotFound, NotPermitted, InvitationNotFound, ChangedMeanwhile.
    """
    store, staff, found = read_together([*stores.wants(store_id, by), models.invitation_want(invitation_id)])
    stores.checked(store, staff, person=by, scope=Scope.STAFF_MANAGE)
    if found is None or found.store_id != store_id or found.accepted_by:
        raise InvitationNotFound
    _demand_gives(stores.role_in(store, staff, by), found.role)
    with Transaction() as tx:
        tx.delete(models.invitation_key(invitation_id), condition=models.still_open())
        tx.update(models.roster_key(store_id), models.less_invitations([invitation_id]))


def look_at(code: str, *, now: datetime) -> Offer:
    """What an invitation offers, for whoever has its code. 2 reads.

    Raises InvitationNotFound, InvitationUsed, InvitationExpired.
    """
    invitation = _open(code, now)
    store_id = invitation.store_id
    store, inviter = read_together([store_want(store_id), models.staff_want(store_id, invitation.invited_by)])
    return _offer(store, inviter, invitation)


def accept(code: str, *, person: str, now: datetime) -> Workplace:
    """Begin to work in the store of an invitation. 2 reads, 1 transaction of 5 items at most.

    Raises InvitationNotFound, InvitationUsed, InvitationExpired, WorksHere, TooManyStaff.
    """
    invitation = _open(code, now)
    store_id, invited_by = invitation.store_id, invitation.invited_by
    store, already, inviter = read_together(
        [*stores.wants(store_id, person), models.staff_want(store_id, invited_by)]
    )
    offer = _offer(store, inviter, invitation)
    if rules.role_of(person, owner_id=store.owner_id, staff=already):
        raise WorksHere
    staff = Staff(store_id, person, invitation.role, invitation.label, invited_by, now)
    with Transaction() as tx:
        _use_up(tx, invitation, person)
        tx.put(models.staff_item(staff), otherwise=WorksHere)
        tx.put(models.workplace_key(person, store_id), otherwise=WorksHere)
        actions, room = models.one_more(invitation, person)
        tx.update(models.roster_key(store_id), actions, condition=room, otherwise=TooManyStaff)
        if invited_by != store.owner_id:
            key = models.staff_key(store_id, invited_by)
            tx.check(key, models.still(offer.inviter), otherwise=InvitationNotFound)
        return tx.result(Workplace(store, staff))


def _use_up(tx: Transaction, invitation: Invitation, person: str) -> None:
    def refusal() -> DomainError:
        (latest,) = read_together([models.invitation_want(invitation.id)])
        return InvitationUsed() if latest else InvitationNotFound()

    taken = [InvitationItem.accepted_by.set(person)]
    key = models.invitation_key(invitation.id)
    tx.update(key, taken, condition=models.still_open(), otherwise=refusal)


def _open(code: str, now: datetime) -> Invitation:
    invitation: Invitation | None
    (invitation,) = read_together([models.invitation_want(rules.invitation_id(code))])
    if invitation is None:
        raise InvitationNotFound
    if invitation.accepted_by:
        raise InvitationUsed
    if now >= invitation.expires_at:
        raise InvitationExpired
    return invitation


def _offer(store: Store, inviter: Staff | None, invitation: Invitation) -> Offer:
    """An open invitation's offer, if whoever made it may still give that role. Raises InvitationNotFound."""
    role = rules.role_of(invitation.invited_by, owner_id=store.owner_id, staff=inviter)
    if role is None or not rules.gives(role, invitation.role):
        raise InvitationNotFound
    return Offer(store, invitation, role)


def crew(store_id: str, *, by: str, now: datetime) -> tuple[Sequence[Colleague], Sequence[Invitation]]:
    """All who work in a store and the invitations that stand, the oldest first: at most 50 of each.

    1 read, 1 more for the people and 2 for the invitations, if there are any.
    Raises StoreNotFound, NotPermitted.
    """
    store, staff, found = read_together([*stores.wants(store_id, by), models.roster_want(store_id)])
    own = stores.checked(store, staff, person=by, scope=Scope.STAFF_MANAGE)
    roster = found or Roster()
    return _colleagues(own, sorted(roster.people)), _standing(own, roster, now)


def who_may(store_id: str, scope: Scope) -> list[str]:
    """Who of a store's staff may do something, besides whoever opened it. 2 reads at most."""
    (roster,) = read_together([models.roster_want(store_id)])
    if not roster or not roster.people:
        return []
    found = read_together([models.staff_want(store_id, one) for one in sorted(roster.people)])
    return [one.person_id for one in found if one and scope in rules.opened(one.role, one)]


def _colleagues(store: Store, people: Sequence[str]) -> list[Colleague]:
    if not people:
        return []
    found = read_together(
        [
            *(models.staff_want(store.id, person) for person in people),
            *(accounts.profile_want(person) for person in people),
        ]
    )
    pairs = zip(found[: len(people)], found[len(people) :], strict=True)
    colleagues = [_colleague(staff, profile) for staff, profile in pairs if staff]
    return sorted(colleagues, key=lambda one: (one.staff.since, one.staff.person_id))


def _colleague(staff: Staff, profile: accounts.Profile | None) -> Colleague:
    return Colleague(staff, profile.name if profile else "")


def change_role(store_id: str, person_id: str, *, by: str, role: Role) -> Colleague:
    """Give somebody another role. 1 read, 1 transaction of 1 item.

    Raises StoreNotFound, NotPermitted, StaffNotFound, ChangedMeanwhile.
    """
    store, staff, before, profile = read_together(
        [
            *stores.wants(store_id, by),
            models.staff_want(store_id, person_id),
            accounts.profile_want(person_id),
        ]
    )
    stores.checked(store, staff, person=by, scope=Scope.STAFF_MANAGE)
    if before is None:
        raise StaffNotFound
    _demand_gives(stores.role_in(store, staff, by), before.role, role)
    with Transaction() as tx:
        key = models.staff_key(store_id, person_id)
        tx.update(key, [StaffItem.role.set(role.value)], condition=models.still(before.role))
        return tx.result(_colleague(replace(before, role=role), profile))


def revoke(store_id: str, person_id: str, *, by: str) -> None:
    """Let somebody work in a store no longer; everybody may leave by herself.

    1 read, 1 transaction of 3 items. Raises StoreNotFound, NotPermitted, StaffNotFound, ChangedMeanwhile.
    """
    store, staff, before = read_together(
        [*stores.wants(store_id, by), models.staff_want(store_id, person_id)]
    )
    role = stores.role_in(store, staff, by)
    if by != person_id:
        stores.checked(store, staff, person=by, scope=Scope.STAFF_MANAGE)
    if before is None:
        raise StaffNotFound
    if by != person_id and before.role is not Role.PARTNER:
        _demand_gives(role, before.role)
    with Transaction() as tx:
        tx.delete(models.staff_key(store_id, person_id), condition=models.still(before.role))
        tx.delete(models.workplace_key(person_id, store_id))
        tx.update(models.roster_key(store_id), models.one_less(person_id))


def let_partner_in(
    tx: Transaction, store_id: str, person_id: str, *, by: str, label: str, access: Grant, now: datetime
) -> Staff:
    """Open single things of a store to a partner, instead of what was open to her before.

    1 read, 3 items. Raises StoreNotFound, NotPermitted, BadAccessEnd; on commit WorksHere, TooManyStaff.
    """
    store, staff = read_together(stores.wants(store_id, by))
    stores.checked(store, staff, person=by, scope=Scope.STAFF_MANAGE)
    if stores.role_in(store, staff, by) is not Role.OWNER:
        raise NotPermitted("Only an owner opens the store to partners.")
    if store.owner_id == person_id:
        raise WorksHere
    if not now < access.until <= now + rules.LONGEST_ACCESS:
        raise BadAccessEnd(field="until")
    partner = Staff(store_id, person_id, Role.PARTNER, label, by, now, access.scopes, access.until)
    tx.put(models.staff_item(partner), condition=models.free_for_partner(), otherwise=WorksHere)
    tx.put(models.workplace_key(person_id, store_id), condition=models.anyway())
    actions, room = models.let_in(person_id)
    tx.update(models.roster_key(store_id), actions, condition=room, otherwise=TooManyStaff)
    return partner


def let_partner_out(tx: Transaction, store_id: str, person_id: str, *, by: str) -> Store:
    """Close a store to a partner at once. 1 read, 3 items.

    Raises StoreNotFound, NotPermitted, GrantNotFound; on commit ChangedMeanwhile.
    """
    store, staff, before = read_together(
        [*stores.wants(store_id, by), models.staff_want(store_id, person_id)]
    )
    own = stores.checked(store, staff, person=by, scope=Scope.STAFF_MANAGE)
    if before is None or before.role is not Role.PARTNER:
        raise GrantNotFound
    tx.delete(models.staff_key(store_id, person_id), condition=models.still(Role.PARTNER))
    tx.delete(models.workplace_key(person_id, store_id))
    tx.update(models.roster_key(store_id), models.one_less(person_id))
    return own


def partners_in(store_id: str, *, by: str) -> list[Staff]:
    """The partners to whom a store is open now. 2 reads at most. Raises StoreNotFound, NotPermitted."""
    store, staff, roster = read_together([*stores.wants(store_id, by), models.roster_want(store_id)])
    stores.checked(store, staff, person=by, scope=Scope.STAFF_MANAGE)
    if not roster or not roster.people:
        return []
    found = read_together([models.staff_want(store_id, one) for one in sorted(roster.people)])
    return [one for one in found if one and one.role is Role.PARTNER]


def deeds(store_id: str, *, by: str, limit: int, cursor: str | None) -> Page[Deed]:
    """What partners asked for in a store, the latest first. 1 read, 1 query.

    Raises StoreNotFound, NotPermitted.
    """
    stores.permitted(store_id, person=by, scope=Scope.STAFF_MANAGE)
    return paging.query(DeedItem, models.deeds_of(store_id), limit=limit, cursor=cursor).map(DeedItem.deed)


def _demand_gives(role: Role, *others: Role) -> None:
    if not rules.gives(role, *others):
        raise NotPermitted(f"It isn't for a {role} to give or take away this role.")


def workplaces(person_id: str, *, limit: int, cursor: str | None) -> Page[Workplace]:
    """The stores in which a person works, the oldest first, at most 50 at once. 1 query, 1 read."""
    found = paging.query(
        WorkplaceItem,
        person_id,
        WorkplaceItem.sk.startswith(models.WORKPLACE),
        limit=limit,
        cursor=cursor,
        newest_first=False,
    )
    page = found.map(models.WorkplaceItem.store_id)
    rows = read_together([want for store_id in page.items for want in stores.wants(store_id, person_id)])
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return Page([Workplace(store, staff) for store, staff in pairs if staff], page.cursor)
