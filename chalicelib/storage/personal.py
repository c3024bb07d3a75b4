"""A person's plan of storage, and what she was invoiced for it."""

from __future__ import annotations

from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding
from chalicelib.storage import service
from chalicelib.storage.rules import Invoice, PlanCode


def _invoices(person_id: str, cursor: str | None) -> Page[Invoice]:
    return service.invoices(person_id, limit=50, cursor=cursor)


def _plan(person_id: str, _: str | None) -> Page[str]:
    plan = service.standing(person_id).plan.code
    return Page(
        [] if plan is PlanCode.FREE else [f"Your plan of storage ({plan}) goes on. Take the free one."], None
    )


HOLDINGS = (Holding("storage-invoices", pages=_invoices, open_matters=_plan),)
