"""The routes of suppliers' plans."""

from __future__ import annotations

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.paging import BadCursor, Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.payments.errors import AccountFrozen, InsufficientFunds
from chalicelib.stores.errors import NotPermitted, StoreNotFound
from chalicelib.wholesale.errors import MembershipUnpaid, NoMembershipOwed, NotASupplier, SameMembership
from chalicelib.wholesale.memberships import service
from chalicelib.wholesale.memberships.rules import Invoice
from chalicelib.wholesale.memberships.schemas import MembershipInvoices, MembershipWish, SupplierMembership
from chalicelib.wholesale.memberships.service import Standing

bp = Routes(__name__)


@bp.get("/stores/{store_id}/membership", answers=SupplierMembership, raises=(StoreNotFound, NotPermitted))
def show_membership(store_id: str, caller: Caller) -> Standing:
    """See which yearly plan one's store has as a supplier, and what the others cost this second."""
    return service.standing(store_id, person=caller.person_id, now=clock.now())


@bp.post(
    "/stores/{store_id}/membership",
    answers=SupplierMembership,
    raises=(
        StoreNotFound,
        NotPermitted,
        NotASupplier,
        MembershipUnpaid,
        SameMembership,
        InsufficientFunds,
        AccountFrozen,
        ChangedMeanwhile,
    ),
)
def take_membership(store_id: str, caller: Caller, body: MembershipWish) -> Standing:
    """Take another yearly plan at once. What is left of the old one is given back by the second."""
    return service.take(store_id, body.tier, person=caller.person_id, now=clock.now())


@bp.post(
    "/stores/{store_id}/membership/pay",
    answers=SupplierMembership,
    raises=(
        StoreNotFound,
        NotPermitted,
        NoMembershipOwed,
        InsufficientFunds,
        AccountFrozen,
        ChangedMeanwhile,
    ),
)
def pay_membership(store_id: str, caller: Caller) -> Standing:
    """Pay the renewal of one's plan that couldn't be paid by itself."""
    return service.pay(store_id, person=caller.person_id, now=clock.now())


@bp.get(
    "/stores/{store_id}/membership/invoices",
    answers=MembershipInvoices,
    raises=(StoreNotFound, NotPermitted, BadCursor),
)
def list_membership_invoices(store_id: str, caller: Caller, query: PageQuery) -> Page[Invoice]:
    """See what one's store was invoiced for its plans, the newest first."""
    return service.invoices(store_id, person=caller.person_id, limit=query.limit, cursor=query.cursor)
