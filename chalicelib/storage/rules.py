"""Plans, what a change of plan costs to the second, and what is owed for what was used.

A period is 30 days. A change ends the old plan's period at this very second: what is left of it is given back
in proportion, rounded down, and the new plan's period begins. Usage is rounded half up, once a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from chalicelib.foundation import subscribing
from chalicelib.foundation.money import Money
from chalicelib.foundation.subscribing import Course, InvoiceState

MIB = 1024 * 1024
GIB = 1024 * MIB
CURRENCY = "CNY"
"""In which plans are sold."""

PERIOD = timedelta(days=30)


class PlanCode(StrEnum):
    """A plan's name."""

    FREE = "free"
    STANDARD = "standard"
    PRO = "pro"
    PAY_AS_YOU_GO = "pay_as_you_go"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a plan holds at most, and what its price includes each period. Prices are in fen."""

    code: PlanCode
    size: int
    """Bytes that can be stored."""
    requests: int
    """Files put, removed or looked at; more of them cost extra, but on the free plan."""
    bandwidth: int
    """Bytes that viewers fetch; more of them cost extra, but on the free plan."""
    price: int

    @property
    def metered(self) -> bool:
        """Is all that is stored paid by what was used?"""
        return self.code is PlanCode.PAY_AS_YOU_GO


PLANS = {
    plan.code: plan
    for plan in (
        Plan(PlanCode.FREE, 500 * MIB, 20_000, 5 * GIB, 0),
        Plan(PlanCode.STANDARD, 10 * GIB, 300_000, 100 * GIB, 1_500),
        Plan(PlanCode.PRO, 100 * GIB, 3_000_000, 1024 * GIB, 6_800),
        Plan(PlanCode.PAY_AS_YOU_GO, 1024 * GIB, 0, 0, 0),
    )
}

STORED_PRICE = 30
"""Fen for a GiB during 30 days, on the plan that is paid by use."""
REQUESTS_PRICE, REQUESTS_LOT = 10, 10_000
"""Fen for so many requests that no plan includes."""
BANDWIDTH_PRICE = 50
"""Fen for a GiB fetched that no plan includes."""


@dataclass(frozen=True, slots=True)
class Subscription(Course):
    """Who has which plan until when: the free one has no end. While it is overdue, files can only be read."""

    person_id: str
    plan: PlanCode = PlanCode.FREE
    byte_seconds: int = 0
    """What had been stored, for how long, when this period began."""
    usage_from: date | None = None
    """The first day (UTC) whose requests and bandwidth no invoice has counted."""


class Kind(StrEnum):
    """What a line of an invoice is for."""

    PLAN = "plan"
    REMAINDER = "remainder"
    """What is given back of the plan before."""
    STORED = "stored"
    REQUESTS = "requests"
    BANDWIDTH = "bandwidth"


@dataclass(frozen=True, slots=True)
class Line:
    """A line: what for, how much of it (byte-seconds, requests, bytes, seconds of a plan), and its price."""

    kind: Kind
    plan: PlanCode
    quantity: int
    amount: int


@dataclass(frozen=True, slots=True)
class Invoice:
    """What a period or a change cost. Below zero, it was given back."""

    id: str
    person_id: str
    lines: tuple[Line, ...]
    state: InvoiceState
    issued_at: datetime
    begins: datetime | None
    ends: datetime | None
    paid_at: datetime | None = None
    currency: str = CURRENCY

    @property
    def total(self) -> Money:
        """All lines together."""
        return Money(sum(line.amount for line in self.lines), self.currency)


@dataclass(frozen=True, slots=True)
class Usage:
    """What was used since the last invoice."""

    byte_seconds: int = 0
    requests: int = 0
    sent: int = 0
    through: date = field(default=date.min)
    """The first day that isn't counted."""


def usage_lines(plan: Plan, usage: Usage) -> list[Line]:
    """What is owed for what was used beyond the plan; lines that cost nothing are left out."""
    if plan.code is PlanCode.FREE:
        return []
    stored = usage.byte_seconds if plan.metered else 0
    period = int(PERIOD.total_seconds())
    requests, sent = max(0, usage.requests - plan.requests), max(0, usage.sent - plan.bandwidth)
    lines = [
        Line(Kind.STORED, plan.code, stored, half_up(stored * STORED_PRICE, GIB * period)),
        Line(Kind.REQUESTS, plan.code, requests, half_up(requests * REQUESTS_PRICE, REQUESTS_LOT)),
        Line(Kind.BANDWIDTH, plan.code, sent, half_up(sent * BANDWIDTH_PRICE, GIB)),
    ]
    return [line for line in lines if line.amount]


def half_up(amount: int, divisor: int) -> int:
    """The quotient, rounded half up."""
    return (2 * amount + divisor) // (2 * divisor)


def remainder(sub: Subscription, *, now: datetime) -> list[Line]:
    """What is given back of a plan that ends before its period does, by the second."""
    left, worth = subscribing.unused(sub, price=PLANS[sub.plan].price, period=PERIOD, now=now)
    return [Line(Kind.REMAINDER, sub.plan, left, -worth)] if left else []


def price_of(plan: Plan) -> list[Line]:
    """What a period of a plan costs ahead."""
    if not plan.price:
        return []
    return [Line(Kind.PLAN, plan.code, int(PERIOD.total_seconds()), plan.price)]


def changed(
    sub: Subscription, plan: PlanCode, *, byte_seconds: int, through: date, now: datetime
) -> Subscription:
    """The subscription with another plan, whose period begins now. The free one has no end."""
    paid = plan is not PlanCode.FREE
    ends = now + PERIOD if paid else None
    return Subscription(
        person_id=sub.person_id,
        plan=plan,
        begins=now,
        ends=ends,
        byte_seconds=byte_seconds,
        usage_from=through if paid else None,
        due=ends,
        version=sub.version + 1,
    )


def renewed(sub: Subscription, *, byte_seconds: int, through: date) -> Subscription:
    """The subscription with its next period, which begins where the last one ended."""
    after = subscribing.renewed(sub, period=PERIOD)
    return replace(after, byte_seconds=byte_seconds, usage_from=through)


def given_up(sub: Subscription, *, now: datetime) -> Subscription:
    """The free plan, after all tries."""
    return Subscription(person_id=sub.person_id, begins=now, version=sub.version + 1)


def fitting(size: int, requests: int, bandwidth: int, *, plans: Sequence[Plan] | None = None) -> Plan:
    """The cheapest plan with a fixed price that holds all of this; the one paid by use where none does."""
    fixed = [plan for plan in plans or PLANS.values() if not plan.metered]
    for plan in sorted(fixed, key=lambda one: one.price):
        if size <= plan.size and requests <= plan.requests and bandwidth <= plan.bandwidth:
            return plan
    return PLANS[PlanCode.PAY_AS_YOU_GO]


def today(now: datetime) -> date:
    """The day of metering, which is UTC's."""
    return now.astimezone(UTC).date()
