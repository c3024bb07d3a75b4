"""The routes of loans that were paid out: pay, quote, statement; for operators new terms and write-off."""

from __future__ import annotations

from chalicelib.foundation import clock
from chalicelib.foundation.errors import Busy, ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.foundation.paging import Page
from chalicelib.lending.errors import LoanNotFound, NothingDue, NothingPaid, WrongLoanState
from chalicelib.lending.rules import Loan
from chalicelib.lending.schemas import LoanView
from chalicelib.lending.servicing import service
from chalicelib.lending.servicing.schemas import (
    LoanPayment,
    LoanStatementQuery,
    LoanStatementView,
    LoanTerms,
    PayoffView,
)
from chalicelib.lending.servicing.service import Quote
from chalicelib.payments.credit.service import Line
from chalicelib.payments.errors import AccountFrozen, InsufficientFunds, SplitsChanged

bp = Routes(__name__)


@bp.post(
    "/loans/{loan_id}/payments",
    answers=LoanView,
    raises=(
        LoanNotFound,
        WrongLoanState,
        NothingDue,
        InsufficientFunds,
        AccountFrozen,
        SplitsChanged,
        ChangedMeanwhile,
    ),
)
def pay_loan(loan_id: str, caller: Caller, body: LoanPayment) -> Loan:
    """Pay a part of what one owes from one's wallet, or all of it, whenever one likes."""
    return service.pay(loan_id, borrower=caller.person_id, amount=body.amount, now=clock.now())


@bp.get("/loans/{loan_id}/payoff", answers=PayoffView, raises=(LoanNotFound, WrongLoanState))
def quote_payoff(loan_id: str, caller: Caller) -> Quote:
    """See what it takes to be rid of a loan today."""
    return service.payoff(loan_id, borrower=caller.person_id, now=clock.now())


@bp.get("/loans/{loan_id}/statement", answers=LoanStatementView, raises=(LoanNotFound, Busy))
def show_loan_statement(loan_id: str, caller: Caller, query: LoanStatementQuery) -> Page[Line]:
    """See all that was booked of a loan."""
    return service.statement(
        loan_id, borrower=caller.person_id, of=query.of, limit=query.limit, cursor=query.cursor
    )


@bp.post(
    "/loans/{loan_id}/restructure",
    answers=LoanView,
    raises=(LoanNotFound, WrongLoanState, SplitsChanged, ChangedMeanwhile),
)
def restructure_loan(loan_id: str, caller: Caller, body: LoanTerms) -> Loan:
    """Give a loan new terms, as an operator."""
    _operator(caller)
    return service.restructure(loan_id, months=body.months, annual_rate=body.annual_rate, now=clock.now())


@bp.post(
    "/loans/{loan_id}/refund",
    answers=LoanView,
    raises=(
        LoanNotFound,
        WrongLoanState,
        NothingPaid,
        InsufficientFunds,
        AccountFrozen,
        SplitsChanged,
        ChangedMeanwhile,
    ),
)
def refund_loan_payment(loan_id: str, caller: Caller) -> Loan:
    """Give what was paid by hand last back to the wallet, as an operator. It is owed again."""
    _operator(caller)
    return service.give_back(loan_id, now=clock.now())


@bp.post(
    "/loans/{loan_id}/write-off",
    answers=LoanView,
    raises=(LoanNotFound, WrongLoanState, SplitsChanged, ChangedMeanwhile),
)
def write_off_loan(loan_id: str, caller: Caller) -> Loan:
    """Take a loan off the books, as an operator. It is owed still."""
    _operator(caller)
    return service.write_off(loan_id, now=clock.now())


def _operator(caller: Caller) -> None:
    if "operators" not in caller.groups:
        raise LoanNotFound
