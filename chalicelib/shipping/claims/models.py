"""The shipping table: claims, beside the booking that each is about."""

from __future__ import annotations

from pynamodb.attributes import NumberAttribute, UnicodeAttribute, UTCDateTimeAttribute

from chalicelib.foundation.money import Money
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.foundation.transaction import Transaction
from chalicelib.shipping.claims.rules import Claim, ClaimReason, ClaimState


class ClaimItem(Item):
    """A claim. Key: the booking's id, `claim`."""

    class Meta(Item.Meta):
        table_name = table("shipping")

    state = UnicodeAttribute()
    courier = UnicodeAttribute()
    number = UnicodeAttribute()
    merchant_id = UnicodeAttribute()
    reason = UnicodeAttribute()
    opened_at = UTCDateTimeAttribute()
    answered_at = UTCDateTimeAttribute(null=True)
    amount = NumberAttribute(null=True)
    currency = UnicodeAttribute(null=True)
    answer = UnicodeAttribute(null=True)
    version = NumberAttribute()

    def claim(self) -> Claim:
        """What the business knows of it."""
        return Claim(
            booking_id=self.pk,
            courier=self.courier,
            number=self.number,
            merchant_id=self.merchant_id,
            reason=ClaimReason(self.reason),
            state=ClaimState(self.state),
            opened_at=self.opened_at,
            answered_at=self.answered_at,
            amount=None if self.amount is None else Money(int(self.amount), self.currency),
            answer=self.answer or "",
            version=int(self.version),
        )


def claim_want(booking_id: str) -> Want[Claim]:
    """A claim to be read."""
    return Want(ClaimItem, booking_id, "claim", ClaimItem.claim)


def keep(tx: Transaction, claim: Claim, *, before: Claim | None) -> None:
    """Store a claim, new or in place of the one that was read: 1 item. On commit raises ChangedMeanwhile."""
    item = ClaimItem(
        pk=claim.booking_id,
        sk="claim",
        state=claim.state.value,
        courier=claim.courier,
        number=claim.number,
        merchant_id=claim.merchant_id,
        reason=claim.reason.value,
        opened_at=claim.opened_at,
        answered_at=claim.answered_at,
        amount=claim.amount.amount if claim.amount else None,
        currency=claim.amount.currency if claim.amount else None,
        answer=claim.answer or None,
        version=claim.version + 1 if before else claim.version,
    )
    tx.put(item, condition=ClaimItem.version == before.version if before else None)
