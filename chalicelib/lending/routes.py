"""The routes of loans: apply, accept, look."""

from __future__ import annotations

from chalicelib.foundation import browsers, clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Answer, Caller, Routes
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import PageQuery
from chalicelib.lending import service
from chalicelib.lending.contracts import paper, sheet
from chalicelib.lending.errors import (
    BeyondLimit,
    ContractDiffers,
    LendingHalted,
    LoanNotFound,
    NothingToLend,
    NothingToPay,
    OfferExpired,
    ShareMisplaced,
    TermTooLong,
    WrongLoanState,
)
from chalicelib.lending.rules import Loan
from chalicelib.lending.schemas import (
    Acceptance,
    ApplicationView,
    ContractQuery,
    LoansView,
    LoanView,
    LoanWish,
)
from chalicelib.lending.scoring.errors import NoStanding
from chalicelib.lending.service import Application
from chalicelib.orders.errors import OrderNotFound

bp = Routes(__name__)

HTML, PDF = "text/html; charset=utf-8", "application/pdf"


@bp.post(
    "/loans",
    answers=ApplicationView,
    raises=(
        NoStanding,
        NothingToLend,
        LendingHalted,
        ShareMisplaced,
        TermTooLong,
        OrderNotFound,
        NothingToPay,
    ),
)
def apply_for_loan(caller: Caller, body: LoanWish) -> Application:
    """Apply for a loan: the decision and the contract are in the answer."""
    return service.apply(caller.person_id, body.wish(), pays=body.order_id, now=clock.now())


@bp.get("/loans", answers=LoansView)
def list_loans(caller: Caller, query: PageQuery) -> Page[Loan]:
    """List one's loans and offers."""
    return service.loans_of(caller.person_id, limit=query.limit, cursor=query.cursor)


@bp.get("/loans/{loan_id}", answers=LoanView, raises=(LoanNotFound,))
def show_loan(loan_id: str, caller: Caller) -> Loan:
    """See a loan: its schedule as it is now, and what is owed."""
    return service.load(loan_id, borrower=caller.person_id)


@bp.post(
    "/loans/{loan_id}/accept",
    answers=LoanView,
    raises=(
        LoanNotFound,
        ContractDiffers,
        WrongLoanState,
        OfferExpired,
        LendingHalted,
        BeyondLimit,
        NothingToLend,
        ChangedMeanwhile,
    ),
)
def accept_loan(loan_id: str, caller: Caller, body: Acceptance) -> Loan:
    """Accept a contract: the money comes to one's wallet within a moment."""
    return service.accept(loan_id, borrower=caller.person_id, contract=body.contract, now=clock.now())


@bp.get("/loans/{loan_id}/contract", media=(HTML, PDF), raises=(LoanNotFound,))
def show_loan_contract(loan_id: str, caller: Caller, query: ContractQuery) -> Answer:
    """Read a loan's contract, as a page or as a PDF."""
    loan = service.agreed(loan_id, borrower=caller.person_id)
    private = {"Cache-Control": "private, no-store"}
    if query.form == "pdf":
        return Answer(body=paper.pdf(loan), content_type=PDF, headers=private)
    html = sheet.page(loan)
    return Answer(body=html, content_type=HTML, headers={**private, **browsers.headers(html)})
