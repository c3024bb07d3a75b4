"""Payment PINs in the payments table."""

from __future__ import annotations

from datetime import datetime

from pynamodb.attributes import BinaryAttribute, NumberAttribute, UTCDateTimeAttribute
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from chalicelib.foundation.tables import Item, table
from chalicelib.payments.pins.rules import Guard, Secret


class PinItem(Item):
    """A person's PIN, hashed, and the tries at it. Key: `pin#` and her id, `pin`."""

    class Meta(Item.Meta):
        table_name = table("payments")

    salt = BinaryAttribute(legacy_encoding=False)
    digest = BinaryAttribute(legacy_encoding=False)
    cost = NumberAttribute()
    block = NumberAttribute()
    parallel = NumberAttribute()
    set_at = UTCDateTimeAttribute()
    tries = NumberAttribute(default=0)
    locks = NumberAttribute(default=0)
    locked_until = UTCDateTimeAttribute(null=True)

    def secret(self) -> Secret:
        """What a try is compared with."""
        return Secret(self.salt, self.digest, int(self.cost), int(self.block), int(self.parallel))

    def guard(self) -> Guard:
        """The tries so far."""
        return Guard(int(self.tries), int(self.locks), self.locked_until)

    def is_unchanged(self) -> Condition:
        """The condition that since it was read nobody has tried, and the PIN is the same."""
        same = (PinItem.salt == self.salt) & (PinItem.tries == self.tries) & (PinItem.locks == self.locks)
        return same & (
            (PinItem.locked_until == self.locked_until)
            if self.locked_until
            else PinItem.locked_until.does_not_exist()
        )


def pin_key(person_id: str) -> PinItem:
    """A person's PIN to check or change, known by its key alone."""
    return PinItem(pk=f"pin#{person_id}", sk="pin")


def pin_item(person_id: str, secret: Secret, at: datetime) -> PinItem:
    """A new PIN as it is stored, with no try at it yet."""
    return PinItem(
        pk=f"pin#{person_id}",
        sk="pin",
        salt=secret.salt,
        digest=secret.digest,
        cost=secret.cost,
        block=secret.block,
        parallel=secret.parallel,
        set_at=at,
    )


def guarded(guard: Guard) -> list[Action]:
    """The changes that make this the guard."""
    until = PinItem.locked_until
    return [
        PinItem.tries.set(guard.tries),
        PinItem.locks.set(guard.locks),
        until.set(guard.locked_until) if guard.locked_until else until.remove(),
    ]
