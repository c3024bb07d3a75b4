"""Uses that are held for a checkout, as the promotions table keeps them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta

from pynamodb.attributes import JSONAttribute, UnicodeAttribute, UTCDateTimeAttribute
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from chalicelib.foundation import clock, due
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.promotions.models import OfBuyerItem, TallyItem
from chalicelib.promotions.rules import Use
from chalicelib.promotions.uses.rules import Hold, State

_DUE = "hold"

KEPT = timedelta(days=90)
"""How long a hold is remembered that is over."""


class Due(GlobalSecondaryIndex["HoldItem"]):
    """Holds by when they lapse. Sparse: only what is held is in it."""

    class Meta:
        index_name = "by_due"
        projection = KeysOnlyProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    due_at = UnicodeAttribute(range_key=True)


class HoldItem(Item):
    """The uses that are held for one checkout. Key: `hold#` and its id, `hold`."""

    class Meta(Item.Meta):
        table_name = table("promotions")

    buyer = UnicodeAttribute()
    uses = JSONAttribute()
    until = UTCDateTimeAttribute()
    state = UnicodeAttribute()
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    due = Due()

    def hold(self) -> Hold:
        """What the business knows of it."""
        uses = tuple(Use(**row) for row in self.uses)
        return Hold(self.pk.removeprefix("hold#"), self.buyer, uses, self.until, State(self.state))


def hold_item(hold: Hold) -> HoldItem:
    """A hold as it is stored, in the clock's hands."""
    return HoldItem(
        pk=f"hold#{hold.reference}",
        sk="hold",
        buyer=hold.buyer,
        uses=[asdict(use) for use in hold.uses],
        until=hold.until,
        state=hold.state.value,
        due_shard=due.shard(_DUE, hold.reference),
        due_at=clock.stamp(hold.until),
    )


def hold_key(hold: Hold) -> HoldItem:
    """The item to update, known by its key alone."""
    return HoldItem(pk=f"hold#{hold.reference}", sk="hold")


def hold_want(reference: str) -> Want[Hold]:
    """What is held for a checkout."""
    return Want(HoldItem, f"hold#{reference}", "hold", HoldItem.hold)


def ending(state: State, at: datetime) -> list[Action]:
    """The change of a hold that is over: the clock has nothing to do with it."""
    item = HoldItem
    return [
        item.state.set(state.value),
        item.due_shard.remove(),
        item.due_at.remove(),
        item.expires_at.set(at + KEPT),
    ]


def due_wants(now: datetime, *, limit: int) -> Iterator[list[Want[Hold]]]:
    """Which holds are due, the longest first, a shard at a time. A query for each of 4 shards."""
    for keys in due.by_shard(HoldItem.due, HoldItem.due_at, _DUE, now, limit=limit):
        yield [hold_want(key.pk.removeprefix("hold#")) for key in keys]


def counting(
    item: type[TallyItem | OfBuyerItem], limits: Mapping[Use, int]
) -> tuple[list[Action], Condition]:
    """The change that counts these uses, and that none of their limits is passed by it."""
    actions: list[Action] = []
    conditions: list[Condition] = []
    for use, limit in limits.items():
        used = item.used[use.promotion_id]
        actions.append(used.set((used | 0) + use.times))
        conditions.append(used.does_not_exist() | (used <= limit - use.times))
    condition = conditions[0]
    for one in conditions[1:]:
        condition &= one
    return actions, condition


def uncounting(item: type[TallyItem | OfBuyerItem], uses: Sequence[Use]) -> list[Action]:
    """The change that takes these uses back."""
    return [(used := item.used[use.promotion_id]).set((used | use.times) - use.times) for use in uses]
