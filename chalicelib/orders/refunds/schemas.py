"""What the API of refunds takes and answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Self

from pydantic import Field, StringConstraints

from chalicelib.foundation.http import Schema
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import Amount, MoneyView
from chalicelib.foundation.text import line, prose
from chalicelib.orders.refunds.rules import Evidence, Party, Refund, RefundKind, RefundReason, RefundState
from chalicelib.photos import service as photos

PhotoIds = Annotated[
    list[Annotated[str, StringConstraints(min_length=1, max_length=40)]], Field(max_length=6)
]


class NewRefund(Schema):
    """Money back: asked for by the buyer, given at once by the merchant.

    `amount` is in minor units of the order's currency, at most what is left of it. Photos are announced with
    the purpose `evidence`.
    """

    kind: RefundKind = RefundKind.REFUND_ONLY
    reason: RefundReason
    amount: Amount
    text: Annotated[str, prose(1000)] = ""
    photo_ids: PhotoIds = []


class RefundAnswer(Schema):
    """What one says with it; when a return is accepted: where to send the goods."""

    text: Annotated[str, prose(500)] = ""


class ReturnParcel(Schema):
    """With which courier the goods go back, and their number."""

    courier: Annotated[str, line(60)]
    tracking_number: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{4,40}$")]


class NewEvidence(Schema):
    """What one has to say and to show."""

    text: Annotated[str, prose(2000)] = ""
    photo_ids: PhotoIds = []


class Ruling(Schema):
    """How an operator decides: so many minor units to the buyer, the rest to the merchant; and why."""

    amount: Annotated[int, Field(ge=0, le=10**10)]
    text: Annotated[str, line(500)]


class EvidenceView(Schema):
    """What one side said and showed. The photos' addresses last an hour."""

    by: Party
    text: str
    photos: list[str]
    at: datetime

    @classmethod
    def of(cls, one: Evidence, /) -> Self:
        """Shape the answer."""
        return cls(by=one.by, text=one.text, photos=[photos.url(photo) for photo in one.photos], at=one.at)


class RefundView(Schema):
    """A refund: where it is, and until when somebody must act."""

    id: str
    order_id: str
    kind: RefundKind
    reason: RefundReason
    amount: MoneyView
    state: RefundState
    answer: str
    courier: str
    tracking_number: str
    evidence: list[EvidenceView]
    created_at: datetime
    deadline: datetime | None

    @classmethod
    def of(cls, refund: Refund, /) -> Self:
        """Shape the answer."""
        return cls(
            id=refund.id,
            order_id=refund.order_id,
            kind=refund.kind,
            reason=refund.reason,
            amount=MoneyView.of(refund.amount),
            state=refund.state,
            answer=refund.answer,
            courier=refund.courier,
            tracking_number=refund.tracking_number,
            evidence=[EvidenceView.of(one) for one in refund.evidence],
            created_at=refund.created_at,
            deadline=refund.deadline,
        )


class RefundsView(Schema):
    """All refunds of an order, the oldest first."""

    items: list[RefundView]

    @classmethod
    def of(cls, found: Sequence[Refund], /) -> Self:
        """Shape the answer."""
        return cls(items=[RefundView.of(one) for one in found])


class HearingsView(Schema):
    """Disputes that wait for a ruling, the most urgent first."""

    items: list[RefundView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Refund], /) -> Self:
        """Shape the answer."""
        return cls(items=[RefundView.of(one) for one in page.items], cursor=page.cursor)
