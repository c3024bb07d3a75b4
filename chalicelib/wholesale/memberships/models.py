"""Suppliers' plans, their invoices, and what they answered, as the wholesale table keeps them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from pynamodb.attributes import JSONAttribute, NumberAttribute, UnicodeAttribute, UTCDateTimeAttribute
from pynamodb.expressions.condition import Condition

from chalicelib.foundation import clock, due
from chalicelib.foundation.subscribing import InvoiceState, SubscriptionState
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.foundation.transaction import Transaction
from chalicelib.wholesale.errors import AnswersUsedUp
from chalicelib.wholesale.memberships.rules import Invoice, Line, LineKind, Membership, Tier, month_of
from chalicelib.wholesale.models import Due, Listed

_MEMBERSHIP = "membership"


class MembershipItem(Item):
    """Which plan a supplier has. Key: its store's id, `membership`. It is in its payer's list."""

    class Meta(Item.Meta):
        table_name = table("wholesale")

    payer = UnicodeAttribute()
    tier = UnicodeAttribute()
    state = UnicodeAttribute()
    begins = UTCDateTimeAttribute(null=True)
    ends = UTCDateTimeAttribute(null=True)
    invoice_id = UnicodeAttribute(null=True)
    owed = NumberAttribute(default=0)
    tries = NumberAttribute(default=0)
    grace_until = UTCDateTimeAttribute(null=True)
    version = NumberAttribute()
    listed_in = UnicodeAttribute()
    placed = UnicodeAttribute()
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    listed, due = Listed(), Due()

    def membership(self) -> Membership:
        """What the business knows of it."""
        return Membership(
            store_id=self.pk,
            payer=self.payer,
            tier=Tier(self.tier),
            owed=int(self.owed),
            state=SubscriptionState(self.state),
            begins=self.begins,
            ends=self.ends,
            invoice_id=self.invoice_id,
            tries=int(self.tries),
            grace_until=self.grace_until,
            due=clock.moment(self.due_at) if self.due_at else None,
            version=int(self.version),
        )


class MembershipInvoiceItem(Item):
    """An invoice. Key: the store's id, `invoice#` and its own, which sorts by when it was issued."""

    class Meta(Item.Meta):
        table_name = table("wholesale")

    state = UnicodeAttribute()
    lines = JSONAttribute()
    issued_at = UTCDateTimeAttribute()
    begins = UTCDateTimeAttribute(null=True)
    ends = UTCDateTimeAttribute(null=True)
    paid_at = UTCDateTimeAttribute(null=True)

    def invoice(self) -> Invoice:
        """What the business knows of it."""
        return Invoice(
            id=self.sk.removeprefix("invoice#"),
            store_id=self.pk,
            lines=tuple(
                Line(LineKind(kind), Tier(tier), seconds, amount)
                for kind, tier, seconds, amount in self.lines
            ),
            state=InvoiceState(self.state),
            issued_at=self.issued_at,
            begins=self.begins,
            ends=self.ends,
            paid_at=self.paid_at,
        )


class AnswersItem(Item):
    """How many open requests a supplier answered in a month. Key: its store, `answers#` and the month."""

    class Meta(Item.Meta):
        table_name = table("wholesale")

    answers = NumberAttribute(default=0)


def keep(tx: Transaction, after: Membership, *, before: Membership) -> None:
    """Store a membership in place of what was read: 1 item. On commit raises ChangedMeanwhile."""
    item = MembershipItem(
        pk=after.store_id,
        sk=_MEMBERSHIP,
        payer=after.payer,
        tier=after.tier.value,
        state=after.state.value,
        begins=after.begins,
        ends=after.ends,
        invoice_id=after.invoice_id,
        owed=after.owed,
        tries=after.tries,
        grace_until=after.grace_until,
        version=after.version,
        listed_in=list_of_payer(after.payer),
        placed=after.store_id,
        due_shard=due.shard(_MEMBERSHIP, after.store_id) if after.due else None,
        due_at=clock.stamp(after.due) if after.due else None,
    )
    new: Condition = MembershipItem.pk.does_not_exist()
    tx.put(item, condition=MembershipItem.version == before.version if before.version else new)


def list_of_payer(payer: str) -> str:
    """The list of the memberships of a person's stores."""
    return f"members#{payer}"


def membership_want(store_id: str) -> Want[Membership]:
    """A membership to be read; who never had another plan than the free one has none."""
    return Want(MembershipItem, store_id, _MEMBERSHIP, MembershipItem.membership)


def due_stores(now: datetime, *, limit: int) -> Iterator[list[str]]:
    """Whose memberships the clock must look at, the longest first. A query for each of 4 shards."""
    for keys in due.by_shard(MembershipItem.due, MembershipItem.due_at, _MEMBERSHIP, now, limit=limit):
        yield [key.pk for key in keys]


def invoice_item(invoice: Invoice) -> MembershipInvoiceItem:
    """An invoice as it is stored."""
    return MembershipInvoiceItem(
        pk=invoice.store_id,
        sk=f"invoice#{invoice.id}",
        state=invoice.state.value,
        lines=[[line.kind.value, line.tier.value, line.seconds, line.amount] for line in invoice.lines],
        issued_at=invoice.issued_at,
        begins=invoice.begins,
        ends=invoice.ends,
        paid_at=invoice.paid_at,
    )


def close_invoice(tx: Transaction, one: Membership, state: InvoiceState, *, paid_at: datetime | None) -> None:
    """Note what became of the invoice that waits: 1 item. On commit raises ChangedMeanwhile."""
    item = MembershipInvoiceItem
    changes = [item.state.set(state.value), *([item.paid_at.set(paid_at)] if paid_at else [])]
    key = item(pk=one.store_id, sk=f"invoice#{one.invoice_id}")
    tx.update(key, changes, condition=item.state == InvoiceState.OPEN.value)


def invoices_of_store() -> Condition:
    """The invoices among all that lies under a store."""
    return MembershipInvoiceItem.sk.startswith("invoice#")


def answers_want(store_id: str, now: datetime) -> Want[int]:
    """How many open requests a supplier has answered this month, to be read."""
    return Want(AnswersItem, store_id, f"answers#{month_of(now)}", lambda item: int(item.answers))


def count_answer(tx: Transaction, store_id: str, *, most: int, now: datetime) -> None:
    """Count that a supplier answers an open request: 1 item. On commit raises AnswersUsedUp."""
    item = AnswersItem
    refusal = AnswersUsedUp(
        f"Your plan lets you answer {most} open requests a month (UTC), and this month you have. "
        "Take a larger plan, or answer when the next month begins."
    )
    tx.update(
        item(pk=store_id, sk=f"answers#{month_of(now)}"),
        [item.answers.add(1)],
        condition=item.answers.does_not_exist() | (item.answers < most),
        otherwise=refusal,
    )
