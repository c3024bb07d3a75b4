"""Payout plans as the payments table keeps them."""

from __future__ import annotations

from pynamodb.attributes import NumberAttribute, UnicodeAttribute
from pynamodb.expressions.update import Action

from chalicelib.foundation import clock, due
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import Item, table
from chalicelib.payments import rules as books
from chalicelib.payments.models import Due
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


def setting(plan: Plan) -> list[Action]:
    """The change that puts a plan in place of whichever there was."""
    item, wallet = PlanItem, books.wallet(plan.person_id, plan.minimum.currency)
    return [
        item.person_id.set(plan.person_id),
        item.currency.set(plan.minimum.currency),
        item.destination.set(plan.destination),
        item.every.set(plan.every.value),
        item.minimum.set(plan.minimum.amount),
        item.reserve.set(plan.reserve.amount),
        item.due_shard.set(due.shard("payout", wallet.id)),
        item.due_at.set(clock.stamp(plan.next_at)),
    ]
