"""What the plans' API takes and answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Self

from pydantic import Field

from chalicelib.foundation.http import Query, Schema
from chalicelib.foundation.money import Money
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import MoneyView
from chalicelib.foundation.subscribing import InvoiceState, SubscriptionState
from chalicelib.photos.capacity.service import Day
from chalicelib.photos.recounts.service import Finding, FindingKind, Night
from chalicelib.storage.rules import CURRENCY, Invoice, Kind, Line, Plan, PlanCode
from chalicelib.storage.service import Standing


class PlanChoice(Schema):
    """The plan that somebody takes."""

    plan: PlanCode


class QuoteQuery(Query):
    """The plan whose price is wanted."""

    plan: PlanCode


class DaysQuery(Query):
    """Of how many days, up to today, the metering is wanted."""

    days: Annotated[int, Field(ge=1, le=62)] = 30


class StoragePlanView(Schema):
    """A plan: what can be stored (bytes), and what its price of 30 days includes."""

    code: PlanCode
    stored_bytes: int
    requests: int
    bandwidth_bytes: int
    price: MoneyView

    @classmethod
    def of(cls, plan: Plan, /) -> Self:
        """Shape the answer."""
        return cls(
            code=plan.code,
            stored_bytes=plan.size,
            requests=plan.requests,
            bandwidth_bytes=plan.bandwidth,
            price=MoneyView.of(Money(plan.price, CURRENCY)),
        )


class StoragePlansView(Schema):
    """All plans, the smallest first."""

    items: list[StoragePlanView]

    @classmethod
    def of(cls, plans: Sequence[Plan], /) -> Self:
        """Shape the answer."""
        return cls(items=[StoragePlanView.of(plan) for plan in plans])


class StorageStanding(Schema):
    """One's plan and room, in bytes. While `read_only`, nothing is taken; `unpaid_invoice` tells why."""

    plan: StoragePlanView
    plan_state: SubscriptionState
    period_begins: datetime | None
    period_ends: datetime | None
    unpaid_invoice: str | None
    used_bytes: int
    reserved_bytes: int
    free_bytes: int
    files: int
    read_only: bool

    @classmethod
    def of(cls, one: Standing, /) -> Self:
        """Shape the answer."""
        return cls(
            plan=StoragePlanView.of(one.plan),
            plan_state=one.subscription.state,
            period_begins=one.subscription.begins,
            period_ends=one.subscription.ends,
            unpaid_invoice=one.subscription.invoice_id,
            used_bytes=one.capacity.used,
            reserved_bytes=one.capacity.reserved,
            free_bytes=max(0, one.capacity.free),
            files=one.capacity.files,
            read_only=one.capacity.read_only,
        )


class StorageDay(Schema):
    """A day's metering (UTC). Today's counts until now."""

    day: date
    stored_bytes: int
    byte_seconds: int
    landed: int
    removed: int
    views: int
    requests: int
    bandwidth_bytes: int

    @classmethod
    def of(cls, one: Day, /) -> Self:
        """Shape the answer."""
        return cls(
            day=one.sums.day,
            stored_bytes=one.closing,
            byte_seconds=one.byte_seconds,
            landed=one.sums.landed,
            removed=one.sums.removed,
            views=one.sums.views,
            requests=one.requests,
            bandwidth_bytes=one.sums.sent,
        )


class StorageDays(Schema):
    """The metering of some days, today first."""

    items: list[StorageDay]

    @classmethod
    def of(cls, days: Sequence[Day], /) -> Self:
        """Shape the answer."""
        return cls(items=[StorageDay.of(one) for one in days])


class InvoiceLine(Schema):
    """A line: its quantity is in seconds of a plan, bytes × seconds, requests, or bytes sent."""

    kind: Kind
    plan: PlanCode
    quantity: int
    amount: MoneyView

    @classmethod
    def of(cls, line: Line, currency: str, /) -> Self:
        """Shape the answer."""
        amount = MoneyView.of(Money(line.amount, currency))
        return cls(kind=line.kind, plan=line.plan, quantity=line.quantity, amount=amount)


class InvoiceView(Schema):
    """An invoice. Below zero, it was given back to the wallet. Its PDF is at `pdf_path`."""

    id: str
    state: InvoiceState
    issued_at: datetime
    paid_at: datetime | None
    period_begins: datetime | None
    period_ends: datetime | None
    lines: list[InvoiceLine]
    total: MoneyView
    pdf_path: str

    @classmethod
    def of(cls, one: Invoice, /) -> Self:
        """Shape the answer."""
        return cls(
            id=one.id,
            state=one.state,
            issued_at=one.issued_at,
            paid_at=one.paid_at,
            period_begins=one.begins,
            period_ends=one.ends,
            lines=[InvoiceLine.of(line, one.currency) for line in one.lines],
            total=MoneyView.of(one.total),
            pdf_path=f"/storage/invoices/{one.id}/pdf",
        )


class StorageQuote(Schema):
    """What a change of plan costs this second; below zero, it is given back. Later it is less."""

    lines: list[InvoiceLine]
    total: MoneyView

    @classmethod
    def of(cls, invoice: Invoice, /) -> Self:
        """Shape the answer."""
        return cls(
            lines=[InvoiceLine.of(line, invoice.currency) for line in invoice.lines],
            total=MoneyView.of(invoice.total),
        )


class InvoicesPage(Schema):
    """Some of one's invoices, the newest first."""

    items: list[InvoiceView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Invoice], /) -> Self:
        """Shape the answer."""
        return cls(items=[InvoiceView.of(one) for one in page.items], cursor=page.cursor)


class NightView(Schema):
    """The recounts of a day (in UTC): of how many people, their files and bytes, and what didn't fit."""

    day: date
    people: int
    files: int
    bytes: int
    findings: int

    @classmethod
    def of(cls, night: Night, /) -> Self:
        """Shape the answer."""
        return cls(
            day=night.day, people=night.people, files=night.files, bytes=night.size, findings=night.findings
        )


class NightsPage(Schema):
    """Days of which files were recounted, the latest first."""

    items: list[NightView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Night], /) -> Self:
        """Shape the answer."""
        return cls(items=[NightView.of(one) for one in page.items], cursor=page.cursor)


class FindingView(Schema):
    """What a recount found. `counted` is what was noted and `found` what there is, in bytes.

    An orphan is a file that belongs to nothing, and is removed; a lost photo's file isn't there; what
    was miscounted is corrected.
    """

    kind: FindingKind
    subject: str
    person_id: str
    counted: int
    found: int


class FindingsPage(Schema):
    """What didn't fit on a day."""

    items: list[FindingView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Finding], /) -> Self:
        """Shape the answer."""
        items = [FindingView.model_validate(one, from_attributes=True) for one in page.items]
        return cls(items=items, cursor=page.cursor)
