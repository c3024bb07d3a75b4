"""Staff in the stores table.

Somebody's role is an item of her own beside the store's, so that a permission is read together with the
store, and is gone at once when it is revoked. The roster keeps the numbers: it lists who is there, and a
condition on its size makes the limits exact. A workplace leads from a person to a store; what she is there
only her staff item says.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from pynamodb.attributes import BooleanAttribute, UnicodeAttribute, UnicodeSetAttribute, UTCDateTimeAttribute
from pynamodb.expressions.condition import Condition, size
from pynamodb.expressions.update import Action

from chalicelib.foundation import clock
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.stores.staff.rules import (
    MOST_INVITATIONS,
    MOST_STAFF,
    Deed,
    Invitation,
    Role,
    Roster,
    Scope,
    Staff,
)

STAFF = "staff#"
WORKPLACE = "workplace#"

DEEDS_KEPT = timedelta(days=400)

KEPT = timedelta(days=30)
"""How long after its end an invitation still says what became of it."""


class StaffItem(Item):
    """Somebody's role in a store. Key: the store's id, `staff#` and the person's id."""

    class Meta(Item.Meta):
        table_name = table("stores")

    role = UnicodeAttribute()
    label = UnicodeAttribute()
    invited_by = UnicodeAttribute()
    since = UTCDateTimeAttribute()
    scopes = UnicodeSetAttribute(null=True)
    until = UTCDateTimeAttribute(null=True)

    def staff(self) -> Staff | None:
        """What the business knows of it: of access whose time is over, nothing."""
        if self.until and self.until <= clock.now():
            return None
        return Staff(
            store_id=self.pk,
            person_id=self.sk.removeprefix(STAFF),
            role=Role(self.role),
            label=self.label,
            invited_by=self.invited_by,
            since=self.since,
            scopes=frozenset(Scope(one) for one in self.scopes or ()),
            until=self.until,
        )


class WorkplaceItem(Item):
    """A store in which somebody works. Key: the person's id, `workplace#` and the store's id."""

    class Meta(Item.Meta):
        table_name = table("stores")

    def store_id(self) -> str:
        """The store's id."""
        return self.sk.removeprefix(WORKPLACE)


class RosterItem(Item):
    """Who works in a store and who is invited. Key: the store's id, `roster`."""

    class Meta(Item.Meta):
        table_name = table("stores")

    people = UnicodeSetAttribute(null=True)
    invitations = UnicodeSetAttribute(null=True)

    def roster(self) -> Roster:
        """What the business knows of it."""
        return Roster(frozenset(self.people or ()), frozenset(self.invitations or ()))


class InvitationItem(Item):
    """An invitation. Key: its id, `invitation`. The id is made of the code, which isn't stored."""

    class Meta(Item.Meta):
        table_name = table("stores")

    store_id = UnicodeAttribute()
    role = UnicodeAttribute()
    label = UnicodeAttribute()
    invited_by = UnicodeAttribute()
    created_at = UTCDateTimeAttribute()
    closes_at = UTCDateTimeAttribute()
    accepted_by = UnicodeAttribute(null=True)

    def invitation(self) -> Invitation:
        """What the business knows of it."""
        return Invitation(
            id=self.pk,
            store_id=self.store_id,
            role=Role(self.role),
            label=self.label,
            invited_by=self.invited_by,
            created_at=self.created_at,
            expires_at=self.closes_at,
            accepted_by=self.accepted_by,
        )


def staff_item(staff: Staff) -> StaffItem:
    """Somebody's role as it is stored."""
    return StaffItem(
        pk=staff.store_id,
        sk=STAFF + staff.person_id,
        role=staff.role.value,
        label=staff.label,
        invited_by=staff.invited_by,
        since=staff.since,
        scopes={one.value for one in staff.scopes} or None,
        until=staff.until,
        expires_at=staff.until,
    )


class DeedItem(Item):
    """What a partner asked for in a store. Key: `deeds#` and the store's id, the deed's id, by time."""

    class Meta(Item.Meta):
        table_name = table("stores")

    person_id = UnicodeAttribute()
    scope = UnicodeAttribute()
    operation = UnicodeAttribute()
    allowed = BooleanAttribute()
    at = UTCDateTimeAttribute()

    def deed(self) -> Deed:
        """What the business knows of it."""
        return Deed(self.sk, self.person_id, self.scope, self.operation, self.allowed, self.at)


def deeds_of(store_id: str) -> str:
    """Where the deeds of a store's partners are."""
    return f"deeds#{store_id}"


def deed_item(store_id: str, deed: Deed) -> DeedItem:
    """A deed as it is stored, for somewhat over a year."""
    return DeedItem(
        pk=deeds_of(store_id),
        sk=deed.id,
        person_id=deed.person_id,
        scope=deed.scope,
        operation=deed.operation,
        allowed=deed.allowed,
        at=deed.at,
        expires_at=deed.at + DEEDS_KEPT,
    )


def free_for_partner() -> Condition:
    """That somebody doesn't work in a store but perhaps as a partner."""
    free: Condition = StaffItem.pk.does_not_exist() | (StaffItem.role == Role.PARTNER.value)
    return free


def anyway() -> Condition:
    """Whether somebody is listed already or not."""
    either: Condition = WorkplaceItem.pk.exists() | WorkplaceItem.pk.does_not_exist()
    return either


def let_in(person_id: str) -> tuple[list[Action], Condition]:
    """The change that lists a partner, and that there is room for her."""
    people = RosterItem.people
    room = people.does_not_exist() | (size(people) < MOST_STAFF) | people.contains(person_id)
    return [people.add({person_id})], room


def invitation_item(invitation: Invitation) -> InvitationItem:
    """An invitation as it is stored."""
    return InvitationItem(
        pk=invitation.id,
        sk="invitation",
        store_id=invitation.store_id,
        role=invitation.role.value,
        label=invitation.label,
        invited_by=invitation.invited_by,
        created_at=invitation.created_at,
        closes_at=invitation.expires_at,
        expires_at=invitation.expires_at + KEPT,
    )


def staff_key(store_id: str, person_id: str) -> StaffItem:
    """The item to change, known by its key alone."""
    return StaffItem(pk=store_id, sk=STAFF + person_id)


def workplace_key(person_id: str, store_id: str) -> WorkplaceItem:
    """The whole item: its key says it all."""
    return WorkplaceItem(pk=person_id, sk=WORKPLACE + store_id)


def roster_key(store_id: str) -> RosterItem:
    """The item to update, known by its key alone."""
    return RosterItem(pk=store_id, sk="roster")


def invitation_key(invitation_id: str) -> InvitationItem:
    """The item to change, known by its key alone."""
    return InvitationItem(pk=invitation_id, sk="invitation")


def staff_want(store_id: str, person_id: str) -> Want[Staff | None]:
    """Somebody's role in a store, to be read together with other things."""
    return Want(StaffItem, store_id, STAFF + person_id, StaffItem.staff)


def roster_want(store_id: str) -> Want[Roster]:
    """A store's roster; None while nobody was ever invited."""
    return Want(RosterItem, store_id, "roster", RosterItem.roster)


def invitation_want(invitation_id: str) -> Want[Invitation]:
    """An invitation to be read."""
    return Want(InvitationItem, invitation_id, "invitation", InvitationItem.invitation)


def still(role: Role) -> Condition:
    """That somebody's role is what was read."""
    same: Condition = StaffItem.role == role.value
    return same


def still_open() -> Condition:
    """That an invitation is there and hasn't been accepted."""
    unused: Condition = InvitationItem.pk.exists() & InvitationItem.accepted_by.does_not_exist()
    return unused


def one_invitation_more(invitation_id: str) -> tuple[list[Action], Condition]:
    """The change that lists a new invitation, and that there is room for it."""
    listed = RosterItem.invitations
    return [listed.add({invitation_id})], listed.does_not_exist() | (size(listed) < MOST_INVITATIONS)


def less_invitations(invitation_ids: Iterable[str]) -> list[Action]:
    """The change that no longer lists invitations."""
    return [RosterItem.invitations.delete(set(invitation_ids))]


def one_more(invitation: Invitation, person_id: str) -> tuple[list[Action], Condition]:
    """The change that lists a person in her invitation's stead, and that there is room for her."""
    people = RosterItem.people
    actions: list[Action] = [people.add({person_id}), *less_invitations([invitation.id])]
    return actions, people.does_not_exist() | (size(people) < MOST_STAFF)


def one_less(person_id: str) -> list[Action]:
    """The change that no longer lists a person."""
    return [RosterItem.people.delete({person_id})]


def less(people: Iterable[str], invitations: Iterable[str]) -> list[Action]:
    """The change that no longer lists some people and invitations, of which there is one at least."""
    gone = [(RosterItem.people, set(people)), (RosterItem.invitations, set(invitations))]
    return [listed.delete(names) for listed, names in gone if names]
