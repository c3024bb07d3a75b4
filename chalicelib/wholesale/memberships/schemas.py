"""What the API of suppliers' plans takes and answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Self

from chalicelib.foundation.http import Schema
from chalicelib.foundation.money import Money
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import MoneyView
from chalicelib.foundation.subscribing import InvoiceState, SubscriptionState
from chalicelib.wholesale.memberships.rules import CURRENCY, Invoice, Line, LineKind, Plan, Tier
from chalicelib.wholesale.memberships.service import Standing


class MembershipWish(Schema):
    """The plan that a supplier takes."""

    tier: Tier


class MembershipLine(Schema):
    """A line: so many seconds of a plan. Below zero, it is given back."""

    kind: LineKind
    tier: Tier
    seconds: int
    amount: MoneyView

    @classmethod
    def of(cls, line: Line, /) -> Self:
        """Shape the answer."""
        amount = MoneyView.of(Money(line.amount, CURRENCY))
        return cls(kind=line.kind, tier=line.tier, seconds=line.seconds, amount=amount)


class MembershipPlan(Schema):
    """A plan: how many open requests it lets one answer in a calendar month (UTC), and its yearly price."""

    tier: Tier
    answers_a_month: int
    price: MoneyView

    @classmethod
    def of(cls, plan: Plan, /) -> Self:
        """Shape the answer."""
        price = MoneyView.of(Money(plan.price, CURRENCY))
        return cls(tier=plan.tier, answers_a_month=plan.answers, price=price)


class MembershipChange(Schema):
    """Another plan, and what it costs to have it from this second on; below zero, it is given back."""

    plan: MembershipPlan
    lines: list[MembershipLine]
    total: MoneyView

    @classmethod
    def of(cls, plan: Plan, lines: Sequence[Line], /) -> Self:
        """Shape the answer."""
        return cls(
            plan=MembershipPlan.of(plan),
            lines=[MembershipLine.of(line) for line in lines],
            total=MoneyView.of(Money(sum(line.amount for line in lines), CURRENCY)),
        )


class SupplierMembership(Schema):
    """A supplier's plan. While it is `overdue` its renewal waits for `owed`, at most until `grace_until`."""

    store_id: str
    plan: MembershipPlan
    state: SubscriptionState
    year_begins: datetime | None
    year_ends: datetime | None
    answered: int
    """Open requests, this calendar month (UTC)."""
    owed: MoneyView | None
    grace_until: datetime | None
    changes: list[MembershipChange]

    @classmethod
    def of(cls, standing: Standing, /) -> Self:
        """Shape the answer."""
        one = standing.membership
        overdue = one.state is SubscriptionState.OVERDUE
        return cls(
            store_id=one.store_id,
            plan=MembershipPlan.of(one.plan),
            state=one.state,
            year_begins=one.begins if one.ends else None,
            year_ends=one.ends,
            answered=standing.answered,
            owed=MoneyView.of(Money(one.owed, CURRENCY)) if overdue else None,
            grace_until=one.grace_until,
            changes=[MembershipChange.of(plan, lines) for plan, lines in standing.changes],
        )


class MembershipInvoice(Schema):
    """What a year or a change of plan cost. Below zero, it was given back to the wallet."""

    id: str
    state: InvoiceState
    issued_at: datetime
    paid_at: datetime | None
    year_begins: datetime | None
    year_ends: datetime | None
    lines: list[MembershipLine]
    total: MoneyView

    @classmethod
    def of(cls, one: Invoice, /) -> Self:
        """Shape the answer."""
        return cls(
            id=one.id,
            state=one.state,
            issued_at=one.issued_at,
            paid_at=one.paid_at,
            year_begins=one.begins,
            year_ends=one.ends,
            lines=[MembershipLine.of(line) for line in one.lines],
            total=MoneyView.of(one.total),
        )


class MembershipInvoices(Schema):
    """Some of a store's invoices for its plans, the newest first."""

    items: list[MembershipInvoice]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Invoice], /) -> Self:
        """Shape the answer."""
        return cls(items=[MembershipInvoice.of(one) for one in page.items], cursor=page.cursor)
