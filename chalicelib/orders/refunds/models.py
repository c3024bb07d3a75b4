"""Refunds as the orders table keeps them."""

from __future__ import annotations

from typing import Any

from pynamodb.attributes import JSONAttribute, NumberAttribute, UnicodeAttribute, UTCDateTimeAttribute
from pynamodb.expressions.update import Action as Update

from chalicelib.foundation import clock
from chalicelib.foundation import due as due_index
from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.orders.models import due
from chalicelib.orders.refunds.rules import (
    Evidence,
    Party,
    Photo,
    Refund,
    RefundKind,
    RefundReason,
    RefundState,
)

HEARINGS = "hearings"
"""Where in the due index the disputes are that wait for an operator."""


class RefundItem(Item):
    """A refund. Key: its id, `refund`. Open ones are in the orders' due index."""

    class Meta(Item.Meta):
        table_name = table("orders")

    order_id = UnicodeAttribute()
    buyer_id = UnicodeAttribute()
    merchant_id = UnicodeAttribute()
    store_id = UnicodeAttribute()
    kind = UnicodeAttribute()
    reason = UnicodeAttribute()
    amount = NumberAttribute()
    currency = UnicodeAttribute()
    state = UnicodeAttribute()
    evidence = JSONAttribute()
    answer = UnicodeAttribute(null=True)
    courier = UnicodeAttribute(null=True)
    tracking_number = UnicodeAttribute(null=True)
    created_at = UTCDateTimeAttribute()
    disputed_at = UTCDateTimeAttribute(null=True)
    version = NumberAttribute(default=1)
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    def refund(self) -> Refund:
        """What the business knows of it."""
        return Refund(
            id=self.pk,
            order_id=self.order_id,
            buyer_id=self.buyer_id,
            merchant_id=self.merchant_id,
            store_id=self.store_id,
            kind=RefundKind(self.kind),
            reason=RefundReason(self.reason),
            amount=Money(int(self.amount), self.currency),
            state=RefundState(self.state),
            evidence=tuple(_evidence(row) for row in self.evidence),
            created_at=self.created_at,
            disputed_at=self.disputed_at,
            deadline=clock.moment(self.due_at) if self.due_at else None,
            answer=self.answer or "",
            courier=self.courier or "",
            tracking_number=self.tracking_number or "",
            version=int(self.version),
        )


def _evidence(row: dict[str, Any]) -> Evidence:
    photos = tuple(Photo(**photo) for photo in row["photos"])
    return Evidence(Party(row["by"]), row["text"], photos, clock.moment(row["at"]))


def _evidence_row(one: Evidence) -> dict[str, Any]:
    photos = [{"id": photo.id, "key": photo.key} for photo in one.photos]
    return {"by": one.by.value, "text": one.text, "photos": photos, "at": clock.stamp(one.at)}


def refund_item(refund: Refund) -> RefundItem:
    """A new refund as it is stored."""
    return RefundItem(
        pk=refund.id,
        sk="refund",
        order_id=refund.order_id,
        buyer_id=refund.buyer_id,
        merchant_id=refund.merchant_id,
        store_id=refund.store_id,
        kind=refund.kind.value,
        reason=refund.reason.value,
        amount=refund.amount.amount,
        currency=refund.amount.currency,
        state=refund.state.value,
        evidence=[_evidence_row(one) for one in refund.evidence],
        answer=refund.answer or None,
        created_at=refund.created_at,
        due_shard=due_index.shard("refund", refund.id) if refund.deadline else None,
        due_at=clock.stamp(refund.deadline) if refund.deadline else None,
    )


def refund_key(refund_id: str) -> RefundItem:
    """The item to update, known by its key alone."""
    return RefundItem(pk=refund_id, sk="refund")


def refund_want(refund_id: str) -> Want[Refund]:
    """A refund to be read."""
    return Want(RefundItem, refund_id, "refund", RefundItem.refund)


def moving(before: Refund, after: Refund) -> list[Update]:
    """The change that makes a stored refund the one `after`."""
    item = RefundItem
    when = due(item, "refund", after.id, after.deadline)
    if after.state is RefundState.DISPUTED:
        when[0] = item.due_shard.set(HEARINGS)
    return [
        item.state.set(after.state.value),
        item.amount.set(after.amount.amount),
        item.evidence.set([_evidence_row(one) for one in after.evidence]),
        *(
            attribute.set(value) if value else attribute.remove()
            for attribute, value in (
                (item.answer, after.answer),
                (item.courier, after.courier),
                (item.tracking_number, after.tracking_number),
            )
        ),
        item.disputed_at.set(after.disputed_at) if after.disputed_at else item.disputed_at.remove(),
        *when,
        item.version.set(before.version + 1),
    ]


def closing() -> list[Update]:
    """The change that closes a refund, whichever state it is in."""
    return [
        RefundItem.state.set(RefundState.CLOSED.value),
        *due(RefundItem, "", "", None),
        RefundItem.version.add(1),
    ]
