"""What the API of payout plans takes and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field, StringConstraints

from chalicelib.foundation.http import Query, Schema
from chalicelib.foundation.schemas import Amount, Currency, MoneyView
from chalicelib.payments.payouts.rules import Every, Plan
from chalicelib.payments.schemas import PIN, Pin

Bank = Annotated[str, StringConstraints(pattern=r"^(ba|acct)_[A-Za-z0-9_]{1,56}$")]


class NewPlan(Schema):
    """Which bank account gets what is in the wallet, how often, from how much on, and what stays in it."""

    currency: Currency = "CNY"
    destination: Bank
    every: Every = Every.DAY
    minimum: Amount = 100
    reserve: Annotated[int, Field(ge=0, le=10**10)] = 0
    pin: Pin | None = PIN


class PlanQuery(Query):
    """Of which of one's wallets."""

    currency: Currency = "CNY"


class PlanView(Schema):
    """A payout plan, and when it next pays."""

    destination: str
    every: Every
    minimum: MoneyView
    reserve: MoneyView
    next_at: datetime

    @classmethod
    def of(cls, plan: Plan, /) -> Self:
        """Shape the answer."""
        return cls(
            destination=plan.destination,
            every=plan.every,
            minimum=MoneyView.of(plan.minimum),
            reserve=MoneyView.of(plan.reserve),
            next_at=plan.next_at,
        )
