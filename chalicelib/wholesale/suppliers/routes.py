"""The routes of suppliers."""

from __future__ import annotations

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile, DomainError
from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.payments.errors import OperatorsOnly
from chalicelib.stores.errors import NotPermitted, StoreNotFound
from chalicelib.wholesale.errors import BadYear, SupplierNotFound, WrongSupplierState
from chalicelib.wholesale.suppliers import service
from chalicelib.wholesale.suppliers.rules import SupplierAction
from chalicelib.wholesale.suppliers.schemas import (
    SupplierJudgement,
    SuppliersView,
    SupplierView,
    SupplierWish,
)
from chalicelib.wholesale.suppliers.service import Shown

bp = Routes(__name__)


@bp.put(
    "/stores/{store_id}/supplier",
    answers=SupplierView,
    raises=(StoreNotFound, NotPermitted, BadYear, WrongSupplierState, ChangedMeanwhile),
)
def become_supplier(store_id: str, caller: Caller, body: SupplierWish) -> Shown:
    """Ask to be verified as a supplier."""
    return service.apply(
        store_id, person=caller.person_id, since=body.since, about=body.about, now=clock.now()
    )


@bp.get(
    "/stores/{store_id}/supplier",
    answers=SupplierView,
    raises=(StoreNotFound, NotPermitted, SupplierNotFound),
)
def own_supplier(store_id: str, caller: Caller) -> Shown:
    """See what became of one's store as a supplier."""
    return service.own(store_id, person=caller.person_id)


@bp.get("/suppliers/{store_id}", answers=SupplierView, raises=(SupplierNotFound,), signed_in=False)
def show_supplier(store_id: str) -> Shown:
    """See a verified supplier and its record."""
    return service.show(store_id)


@bp.get("/supplier-applications", answers=SuppliersView, raises=(OperatorsOnly,))
def list_applications(caller: Caller, query: PageQuery) -> Page[Shown]:
    """See which suppliers wait to be verified, as an operator."""
    _operator(caller, OperatorsOnly())
    return service.applications(limit=query.limit, cursor=query.cursor)


@bp.post(
    "/suppliers/{store_id}/judgement",
    answers=SupplierView,
    raises=(SupplierNotFound, WrongSupplierState, ChangedMeanwhile),
)
def judge_supplier(store_id: str, caller: Caller, body: SupplierJudgement) -> Shown:
    """Verify, refuse or suspend a supplier, as an operator."""
    _operator(caller, SupplierNotFound())
    action = SupplierAction(body.action)
    return service.judge(store_id, action, reason=body.reason, now=clock.now())


def _operator(caller: Caller, otherwise: DomainError) -> None:
    if "operators" not in caller.groups:
        raise otherwise
