"""Suppliers' yearly plans, and what a change of plan costs to the second. Pure.

A year is 365 days. A change ends the old plan's year at this very second: what is left of it is given back in
proportion, rounded down, and the new plan's year begins.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from chalicelib.foundation import subscribing
from chalicelib.foundation.money import Money
from chalicelib.foundation.subscribing import Course, InvoiceState

CURRENCY = "CNY"
"""In which plans are sold."""

YEAR = timedelta(days=365)


class Tier(StrEnum):
    """A plan's name."""

    FREE = "free"
    PLUS = "plus"
    PREMIUM = "premium"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a plan gives."""

    tier: Tier
    answers: int
    """To how many open requests a supplier may send its first quotation in a calendar month (UTC)."""
    price: int
    """Fen for a year."""


PLANS = {
    plan.tier: plan
    for plan in (
        Plan(Tier.FREE, 20, 0),
        Plan(Tier.PLUS, 200, 998_00),
        Plan(Tier.PREMIUM, 2_000, 2_998_00),
    )
}


@dataclass(frozen=True, slots=True)
class Membership(Course):
    """Which plan a supplier has until when: the free one has no end."""

    store_id: str
    payer: str
    """Whose wallet pays, and gets back what is left."""
    tier: Tier = Tier.FREE
    owed: int = 0
    """Fen of the invoice that isn't paid."""

    @property
    def plan(self) -> Plan:
        """What it gives."""
        return PLANS[self.tier]


class LineKind(StrEnum):
    """What a line of an invoice is for."""

    PLAN = "plan"
    REMAINDER = "remainder"
    """What is given back of the plan before."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line: so many seconds of a plan, and its price in fen."""

    kind: LineKind
    tier: Tier
    seconds: int
    amount: int


@dataclass(frozen=True, slots=True)
class Invoice:
    """What a year or a change cost. Below zero, it was given back."""

    id: str
    store_id: str
    lines: tuple[Line, ...]
    state: InvoiceState
    issued_at: datetime
    begins: datetime | None
    ends: datetime | None
    paid_at: datetime | None = None

    @property
    def total(self) -> Money:
        """All lines together."""
        return Money(sum(line.amount for line in self.lines), CURRENCY)


def price_of(plan: Plan) -> list[Line]:
    """What a year of a plan costs ahead."""
    seconds = int(YEAR.total_seconds())
    return [Line(LineKind.PLAN, plan.tier, seconds, plan.price)] if plan.price else []


def change_lines(one: Membership, tier: Tier, *, now: datetime) -> tuple[Line, ...]:
    """What it costs to have another plan from this second on."""
    left, worth = subscribing.unused(one, price=one.plan.price, period=YEAR, now=now)
    back = [Line(LineKind.REMAINDER, one.tier, left, -worth)] if left else []
    return (*back, *price_of(PLANS[tier]))


def changed(one: Membership, tier: Tier, *, now: datetime) -> Membership:
    """The membership with another plan, whose year begins now."""
    ends = now + YEAR if PLANS[tier].price else None
    return Membership(one.store_id, one.payer, tier, begins=now, ends=ends, due=ends, version=one.version + 1)


def allowed(one: Membership | None) -> int:
    """How many open requests a supplier may answer in a month; None: it never had but the free plan."""
    return (one.plan if one else PLANS[Tier.FREE]).answers


def month_of(now: datetime) -> str:
    """The month whose answers are counted, such as `2026-11` (UTC)."""
    return now.astimezone(UTC).strftime("%Y-%m")
