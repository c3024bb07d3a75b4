"""For which stores a person pays a supplier's plan, and what she was invoiced for it."""

from __future__ import annotations

from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding, nested
from chalicelib.wholesale.memberships import service
from chalicelib.wholesale.memberships.rules import Invoice, Membership


def _memberships(person_id: str, cursor: str | None) -> Page[Membership]:
    return service.paid_by(person_id, limit=1, cursor=cursor)


def _invoices(one: Membership, cursor: str | None) -> Page[Invoice]:
    return service.invoices_of(one.store_id, limit=50, cursor=cursor)


def _plans(person_id: str, cursor: str | None) -> Page[str]:
    page = service.paid_by(person_id, limit=50, cursor=cursor)
    said = "The supplier's plan of your store {} goes on. Take the free one."
    return Page([said.format(one.store_id) for one in page.items if one.ends], page.cursor)


HOLDINGS = (Holding("supplier-invoices", pages=nested(_memberships, _invoices), open_matters=_plans),)
