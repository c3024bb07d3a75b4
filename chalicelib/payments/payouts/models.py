"""Payout plans as the payments table keeps them."""

from __future__ import annotations

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from chalicelib.foundation import clock, ids
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import Item, table
from chalicelib.payments import rules as books
from chalicelib.payments.models import DUE_SHARDS, Due, due_shard
from chalicelib.payments.payouts.rules import Every, Plan


class PlanItem(Item):
    """A wallet's payout plan. Key: the wallet's account id, `plan`."""

    class Meta(Item.Meta):
        table_name = table("payments")

    person_id = UnicodeAttribute()
    currency = UnicodeAttribute()
    destination = UnicodeAttribute()
    every = UnicodeAttribute()
    minimum = NumberAttribute()
    reserve = NumberAttribute()
    due_shard = UnicodeAttribute()
    due_at = UnicodeAttribute()

    due = Due()

    def plan(self) -> Plan:
        """What the business knows of it."""
        return Plan(
            person_id=self.person_id,
            destination=self.destination,
            every=Every(self.every),
            minimum=Money(int(self.minimum), self.currency),
            reserve=Money(int(self.reserve), self.currency),
            next_at=clock.moment(self.due_at),
        )


def plan_key(person_id: str, currency: str) -> PlanItem:
    """The item to update, known by its key alone."""
    return PlanItem(pk=books.wallet(person_id, currency).id, sk="plan")


def plan_item(plan: Plan) -> PlanItem:
    """A plan as it is stored."""
    wallet = books.wallet(plan.person_id, plan.minimum.currency)
    return PlanItem(
        pk=wallet.id,
        sk="plan",
        person_id=plan.person_id,
        currency=plan.minimum.currency,
        destination=plan.destination,
        every=plan.every.value,
        minimum=plan.minimum.amount,
        reserve=plan.reserve.amount,
        due_shard=due_shard("payout", ids.shard(wallet.id, DUE_SHARDS)),
        due_at=clock.stamp(plan.next_at),
    )
