"""The plans' routes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from chalicelib.foundation import clock
from chalicelib.foundation.http import Answer, Caller, Routes
from chalicelib.foundation.paging import BadCursor, Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.payments.errors import AccountFrozen, InsufficientFunds, OperatorsOnly
from chalicelib.photos.capacity.errors import TooMuchStored
from chalicelib.photos.capacity.service import Day
from chalicelib.photos.recounts import service as recounts
from chalicelib.photos.recounts.service import Finding, Night
from chalicelib.storage import pdf, service
from chalicelib.storage.errors import InvoiceNotFound, InvoiceUnpaid, NotOwed, RecountNotFound, SamePlan
from chalicelib.storage.rules import Invoice, Plan
from chalicelib.storage.schemas import (
    DaysQuery,
    FindingsPage,
    InvoicesPage,
    InvoiceView,
    NightsPage,
    PlanChoice,
    QuoteQuery,
    StorageDays,
    StoragePlansView,
    StorageQuote,
    StorageStanding,
)
from chalicelib.storage.service import Standing

bp = Routes(__name__)

PDF = "application/pdf"


@bp.get("/storage/plans", answers=StoragePlansView)
def show_plans(caller: Caller) -> Sequence[Plan]:  # noqa: ARG001 - for whoever is signed in
    """Show the plans of storage."""
    return service.plans()


@bp.get("/storage", answers=StorageStanding)
def show_storage(caller: Caller) -> Standing:
    """Show one's plan, and how much room there is."""
    return service.standing(caller.person_id)


@bp.get("/storage/quote", answers=StorageQuote, raises=(SamePlan, InvoiceUnpaid, TooMuchStored))
def quote_storage_plan(caller: Caller, query: QuoteQuery) -> Invoice:
    """See what another plan would cost this second, with what is left of the one before given back."""
    return service.quote(caller.person_id, query.plan, now=clock.now())


@bp.post(
    "/storage/plan",
    answers=StorageStanding,
    raises=(SamePlan, InvoiceUnpaid, TooMuchStored, InsufficientFunds, AccountFrozen),
)
def change_storage_plan(caller: Caller, body: PlanChoice) -> Standing:
    """Take another plan at once. What is left of the old one is given back by the second."""
    return service.change(caller.person_id, body.plan, now=clock.now())


@bp.get("/storage/days", answers=StorageDays)
def show_storage_days(caller: Caller, query: DaysQuery) -> Sequence[Day]:
    """Show day by day what was stored, asked for and fetched."""
    return service.days(caller.person_id, count=query.days, now=clock.now())


@bp.get("/storage/invoices", answers=InvoicesPage, raises=(BadCursor,))
def list_storage_invoices(caller: Caller, query: PageQuery) -> Page[Invoice]:
    """List one's invoices, the newest first."""
    return service.invoices(caller.person_id, limit=query.limit, cursor=query.cursor)


@bp.get("/storage/invoices/{invoice_id}", answers=InvoiceView, raises=(InvoiceNotFound,))
def show_storage_invoice(invoice_id: str, caller: Caller) -> Invoice:
    """Show an invoice."""
    return service.invoice(invoice_id, person=caller.person_id)


@bp.get("/storage/invoices/{invoice_id}/pdf", media=(PDF,), raises=(InvoiceNotFound,))
def print_storage_invoice(invoice_id: str, caller: Caller) -> Answer:
    """Download an invoice as PDF."""
    found = service.invoice(invoice_id, person=caller.person_id)
    headers = {
        "Content-Disposition": f'attachment; filename="{found.id}.pdf"',
        "Cache-Control": "private, no-store",
    }
    return Answer(body=pdf.draw(found), content_type=PDF, headers=headers)


@bp.post(
    "/storage/invoices/{invoice_id}/pay",
    answers=InvoiceView,
    raises=(InvoiceNotFound, NotOwed, InsufficientFunds, AccountFrozen),
)
def pay_storage_invoice(invoice_id: str, caller: Caller) -> Invoice:
    """Pay an invoice that couldn't be paid, and upload again."""
    return service.pay(invoice_id, person=caller.person_id, now=clock.now())


@bp.get("/storage/recounts", answers=NightsPage, raises=(OperatorsOnly, BadCursor))
def list_recounts(caller: Caller, query: PageQuery) -> Page[Night]:
    """List what the nightly recounts of all files came to, as an operator."""
    if "operators" not in caller.groups:
        raise OperatorsOnly
    return recounts.nights(limit=query.limit, cursor=query.cursor)


@bp.get("/storage/recounts/{day}", answers=FindingsPage, raises=(RecountNotFound, BadCursor))
def list_findings(day: str, caller: Caller, query: PageQuery) -> Page[Finding]:
    """List what didn't fit on a day, such as 2026-11-25, as an operator."""
    if "operators" not in caller.groups:
        raise RecountNotFound
    try:
        found = dt.date.fromisoformat(day)
    except ValueError:
        raise RecountNotFound(field="day") from None
    return recounts.findings_of(found, limit=query.limit, cursor=query.cursor)
