"""Subscriptions and invoices as the storage table keeps them."""

from __future__ import annotations

from datetime import date

from pynamodb.attributes import (
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UTCDateTimeAttribute,
)
from pynamodb.expressions.condition import Condition
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from chalicelib.foundation import clock, due
from chalicelib.foundation.subscribing import InvoiceState, SubscriptionState
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.storage.rules import Invoice, Kind, Line, PlanCode, Subscription


class ByDue(GlobalSecondaryIndex["SubscriptionItem"]):
    """The subscriptions that the clock must look at by now."""

    class Meta:
        index_name = "by_due"
        projection = KeysOnlyProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    due_at = UnicodeAttribute(range_key=True)


class SubscriptionItem(Item):
    """Who has which plan. Key: the person, `plan`."""

    class Meta(Item.Meta):
        table_name = table("storage")

    plan = UnicodeAttribute()
    state = UnicodeAttribute()
    begins = UTCDateTimeAttribute(null=True)
    ends = UTCDateTimeAttribute(null=True)
    byte_seconds = NumberAttribute(default=0)
    usage_from = UnicodeAttribute(null=True)
    invoice_id = UnicodeAttribute(null=True)
    tries = NumberAttribute(default=0)
    grace_until = UTCDateTimeAttribute(null=True)
    version = NumberAttribute()
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    by_due = ByDue()

    def subscription(self) -> Subscription:
        """What the business knows of it."""
        return Subscription(
            person_id=self.pk,
            plan=PlanCode(self.plan),
            state=SubscriptionState(self.state),
            begins=self.begins,
            ends=self.ends,
            byte_seconds=int(self.byte_seconds),
            usage_from=date.fromisoformat(self.usage_from) if self.usage_from else None,
            invoice_id=self.invoice_id,
            tries=int(self.tries),
            grace_until=self.grace_until,
            due=clock.moment(self.due_at) if self.due_at else None,
            version=int(self.version),
        )


class InvoiceItem(Item):
    """An invoice. Key: the person, `invoice#` and its id, which sorts by when it was issued."""

    class Meta(Item.Meta):
        table_name = table("storage")

    state = UnicodeAttribute()
    currency = UnicodeAttribute()
    lines = JSONAttribute()
    issued_at = UTCDateTimeAttribute()
    begins = UTCDateTimeAttribute(null=True)
    ends = UTCDateTimeAttribute(null=True)
    paid_at = UTCDateTimeAttribute(null=True)

    def invoice(self) -> Invoice:
        """What the business knows of it."""
        return Invoice(
            id=self.sk.partition("#")[2],
            person_id=self.pk,
            lines=tuple(
                Line(Kind(kind), PlanCode(plan), quantity, amount)
                for kind, plan, quantity, amount in self.lines
            ),
            state=InvoiceState(self.state),
            issued_at=self.issued_at,
            begins=self.begins,
            ends=self.ends,
            paid_at=self.paid_at,
            currency=self.currency,
        )


def subscription_item(sub: Subscription) -> SubscriptionItem:
    """A subscription as it is stored."""
    return SubscriptionItem(
        pk=sub.person_id,
        sk="plan",
        plan=sub.plan.value,
        state=sub.state.value,
        begins=sub.begins,
        ends=sub.ends,
        byte_seconds=sub.byte_seconds,
        usage_from=sub.usage_from.isoformat() if sub.usage_from else None,
        invoice_id=sub.invoice_id,
        tries=sub.tries,
        grace_until=sub.grace_until,
        version=sub.version,
        due_shard=due.shard("storage", sub.person_id) if sub.due else None,
        due_at=clock.stamp(sub.due) if sub.due else None,
    )


def as_read(sub: Subscription) -> Condition:
    """That a subscription is as it was read."""
    if sub.version == 0:
        return SubscriptionItem.pk.does_not_exist()
    same: Condition = SubscriptionItem.version == sub.version
    return same


def subscription_want(person_id: str) -> Want[Subscription]:
    """A subscription, to be read together with other things."""
    return Want(SubscriptionItem, person_id, "plan", SubscriptionItem.subscription)


def invoice_item(invoice: Invoice) -> InvoiceItem:
    """An invoice as it is stored."""
    return InvoiceItem(
        pk=invoice.person_id,
        sk=f"invoice#{invoice.id}",
        state=invoice.state.value,
        currency=invoice.currency,
        lines=[[line.kind.value, line.plan.value, line.quantity, line.amount] for line in invoice.lines],
        issued_at=invoice.issued_at,
        begins=invoice.begins,
        ends=invoice.ends,
        paid_at=invoice.paid_at,
    )


def invoice_want(person_id: str, invoice_id: str) -> Want[Invoice]:
    """An invoice, to be read together with other things."""
    return Want(InvoiceItem, person_id, f"invoice#{invoice_id}", InvoiceItem.invoice)


def still_open() -> Condition:
    """That an invoice isn't paid."""
    waiting: Condition = InvoiceItem.state == InvoiceState.OPEN.value
    return waiting
