"""What couriers say to claims, and what is shown of them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from chalicelib.foundation.http import Schema
from chalicelib.foundation.schemas import MoneyView
from chalicelib.foundation.text import prose
from chalicelib.shipping.claims.rules import Action, Claim, ClaimReason, ClaimState


class CourierAnswer(Schema):
    """What a courier says to a claim. `amount` is in minor units of CNY, with the acceptance."""

    tracking_number: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{4,40}$")]
    action: Annotated[Action, Field(strict=False)]
    amount: Annotated[int, Field(ge=1, le=10**9)] | None = None
    text: Annotated[str, prose(500)] = ""

    @model_validator(mode="after")
    def _says_how_much(self) -> Self:
        if (self.action is Action.ACCEPT) != (self.amount is not None):
            raise ValueError("an acceptance, and nothing else, says how much")
        return self


class ClaimView(Schema):
    """What is claimed of a courier for a parcel, and what it says to that."""

    parcel_id: str
    reason: ClaimReason
    state: ClaimState
    opened_at: datetime
    answered_at: datetime | None
    amount: MoneyView | None
    answer: str

    @classmethod
    def of(cls, claim: Claim, /) -> Self:
        """Shape the answer."""
        return cls(
            parcel_id=claim.booking_id,
            reason=claim.reason,
            state=claim.state,
            opened_at=claim.opened_at,
            answered_at=claim.answered_at,
            amount=MoneyView.of(claim.amount) if claim.amount else None,
            answer=claim.answer,
        )
