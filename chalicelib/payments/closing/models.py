"""Checkpoints, trial balances and differences as the payments table keeps them."""

from __future__ import annotations

from datetime import date

from pynamodb.attributes import JSONAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.expressions.update import Action

from chalicelib.foundation.tables import Item, table
from chalicelib.payments.closing.rules import Checkpoint, Day, Difference, Discrepancy, Phase


class CheckpointItem(Item):
    """How far an account is audited. Key: the account's id, `checkpoint`."""

    class Meta(Item.Meta):
        table_name = table("payments")

    through = UnicodeAttribute()
    entries = NumberAttribute()
    posted = NumberAttribute()

    def checkpoint(self) -> Checkpoint:
        """What the business knows of it."""
        return Checkpoint(self.through, int(self.entries), int(self.posted))


class TotalItem(Item):
    """What the audited accounts of a kind and currency hold together. Key: `trial`, `kind:currency`."""

    class Meta(Item.Meta):
        table_name = table("payments")

    amount = NumberAttribute()


class ClosingItem(Item):
    """Which day is being closed. Key: `closing`, `state`."""

    class Meta(Item.Meta):
        table_name = table("payments")

    day = UnicodeAttribute()
    phase = UnicodeAttribute()


class DayItem(Item):
    """The books of a day. Key: `days`, the day."""

    class Meta(Item.Meta):
        table_name = table("payments")

    phase = UnicodeAttribute()
    trial = JSONAttribute()
    differences = NumberAttribute(default=0)

    def closed(self) -> Day:
        """What the business knows of it."""
        return Day(
            day=date.fromisoformat(self.sk),
            phase=Phase(self.phase),
            trial={name: int(amount) for name, amount in self.trial.items()},
            differences=int(self.differences),
        )


class DifferenceItem(Item):
    """A difference that was found. Key: `differences#` and the day; the fault and what it is about."""

    class Meta(Item.Meta):
        table_name = table("payments")

    fault = UnicodeAttribute()
    subject = UnicodeAttribute()
    ours = NumberAttribute(null=True)
    theirs = NumberAttribute(null=True)

    def difference(self) -> Difference:
        """What the business knows of it."""
        return Difference(
            fault=Discrepancy(self.fault),
            subject=self.subject,
            ours=None if self.ours is None else int(self.ours),
            theirs=None if self.theirs is None else int(self.theirs),
        )


def difference_key(day: date, found: Difference) -> DifferenceItem:
    """Where a difference is stored: found again it is the same item."""
    return DifferenceItem(pk=f"differences#{day}", sk=f"{found.fault}#{found.subject}")


def noting(found: Difference) -> list[Action]:
    """The change that stores a difference."""
    item = DifferenceItem
    return [
        item.fault.set(found.fault.value),
        item.subject.set(found.subject),
        item.ours.remove() if found.ours is None else item.ours.set(found.ours),
        item.theirs.remove() if found.theirs is None else item.theirs.set(found.theirs),
    ]
