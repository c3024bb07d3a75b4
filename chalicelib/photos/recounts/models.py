"""Recounts and what they found, as the photos table keeps them."""

from __future__ import annotations

from datetime import date, timedelta

from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute, UTCDateTimeAttribute
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from chalicelib.foundation import clock
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.photos.capacity.models import partition
from chalicelib.photos.recounts.rules import Finding, FindingKind, Night, Phase, Recount

KEPT_FOR = timedelta(days=90)
"""How long it is known what a night has found."""


class RecountItem(Item):
    """How far somebody's recount is. Key: `capacity#<person>`, `recount`."""

    class Meta(Item.Meta):
        table_name = table("photos")

    day = UnicodeAttribute()
    changes = NumberAttribute()
    tries = NumberAttribute()
    turn = NumberAttribute()
    phase = UnicodeAttribute()
    after = UnicodeAttribute()
    size = NumberAttribute()
    files = NumberAttribute()
    promised = NumberAttribute(default=0)
    findings = NumberAttribute()
    over = BooleanAttribute()
    moved_at = UTCDateTimeAttribute(null=True)

    def recount(self) -> Recount:
        """What the business knows of it."""
        return Recount(
            person_id=self.pk.partition("#")[2],
            day=date.fromisoformat(self.day),
            changes=int(self.changes),
            tries=int(self.tries),
            turn=int(self.turn),
            phase=Phase(self.phase),
            after=self.after,
            size=int(self.size),
            files=int(self.files),
            promised=int(self.promised),
            findings=int(self.findings),
            over=bool(self.over),
            moved_at=self.moved_at,
        )


class FindingItem(Item):
    """Something that didn't fit. Key: `recounts#` and the day; the kind and what it is about."""

    class Meta(Item.Meta):
        table_name = table("photos")

    kind = UnicodeAttribute()
    subject = UnicodeAttribute()
    person_id = UnicodeAttribute()
    counted = NumberAttribute()
    found = NumberAttribute()

    def finding(self) -> Finding:
        """What the business knows of it."""
        return Finding(
            FindingKind(self.kind), self.subject, int(self.counted), int(self.found), self.person_id
        )


class NightItem(Item):
    """The recounts of a day together. Key: `recounts`, the day."""

    class Meta(Item.Meta):
        table_name = table("photos")

    people = NumberAttribute(default=0)
    files = NumberAttribute(default=0)
    size = NumberAttribute(default=0)
    findings = NumberAttribute(default=0)

    def night(self) -> Night:
        """What the business knows of it."""
        return Night(
            day=date.fromisoformat(self.sk),
            people=int(self.people),
            files=int(self.files),
            size=int(self.size),
            findings=int(self.findings),
        )


def recount_item(one: Recount) -> RecountItem:
    """A recount as it is stored."""
    return RecountItem(
        pk=partition(one.person_id),
        sk="recount",
        day=one.day.isoformat(),
        changes=one.changes,
        tries=one.tries,
        turn=one.turn,
        phase=one.phase.value,
        after=one.after,
        size=one.size,
        files=one.files,
        promised=one.promised,
        findings=one.findings,
        over=one.over,
        moved_at=one.moved_at,
    )


def recount_want(person_id: str) -> Want[Recount]:
    """A recount, to be read together with other things."""
    return Want(RecountItem, partition(person_id), "recount", RecountItem.recount)


def as_read(one: Recount | None) -> Condition:
    """That a recount is as it was read."""
    item = RecountItem
    if one is None:
        return item.pk.does_not_exist()
    same: Condition = (
        (item.day == one.day.isoformat())
        & (item.tries == one.tries)
        & (item.turn == one.turn)
        & (item.over == one.over)
    )
    return same


def finding_key(day: date, found: Finding) -> FindingItem:
    """Where a finding is stored: found again on the same day it is the same item."""
    return FindingItem(pk=f"recounts#{day.isoformat()}", sk=f"{found.kind.value}#{found.subject}")


def noting(day: date, found: Finding) -> list[Action]:
    """The change that stores a finding."""
    item = FindingItem
    return [
        item.kind.set(found.kind.value),
        item.subject.set(found.subject),
        item.person_id.set(found.person_id),
        item.counted.set(found.counted),
        item.found.set(found.found),
        item.expires_at.set(clock.midnight(day) + KEPT_FOR),
    ]


def night_key(day: date) -> NightItem:
    """Where a day's recounts are added up."""
    return NightItem(pk="recounts", sk=day.isoformat())


def adding(one: Recount) -> list[Action]:
    """The change of a day by a recount that is over."""
    item = NightItem
    return [
        item.people.add(1),
        item.files.add(one.files),
        item.size.add(one.size),
        item.findings.add(one.findings),
        item.expires_at.set(clock.midnight(one.day) + KEPT_FOR),
    ]
