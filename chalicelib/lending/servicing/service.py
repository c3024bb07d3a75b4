"""What happens to a loan after its money was paid out: by the clock, by its borrower, and by operators.

Everything is one transaction that demands the loan as it was read; what is done by the clock is named by its
day, so a tick that dies or comes twice does nothing twice.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from chalicelib.foundation import idempotency
from chalicelib.foundation.config import settings
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.observability import log
from chalicelib.foundation.paging import Page
from chalicelib.foundation.transaction import Transaction
from chalicelib.lending import models
from chalicelib.lending import rules as loans
from chalicelib.lending import service as lending
from chalicelib.lending.errors import NothingDue, NothingPaid
from chalicelib.lending.rules import Loan, LoanState
from chalicelib.lending.servicing import rules
from chalicelib.lending.servicing.rules import Sums
from chalicelib.lending.servicing.steps import Step, Sweep, day_name
from chalicelib.payments.credit import service as books
from chalicelib.payments.credit.service import Line, Part
from chalicelib.payments.errors import AccountFrozen, InsufficientFunds

SWEEP_LIMIT = 25
"""The most loans of one shard that one sweep looks at: 100 a minute, 24,000 an evening."""


@dataclass(frozen=True, slots=True)
class Quote:
    """What it takes to be rid of a loan on a day."""

    day: date
    owed: Sums
    loan: Loan


def act_due(now: datetime) -> int:
    """Do the evening's work of loans: what comes up, what is due, what is late; answers for how many.

    A query for each of 4 shards; for each loan 2 reads (4 with a share of sales) and 1 transaction.
    """
    return sum(_act(one, now) for shard in models.due_loans(now, limit=SWEEP_LIMIT) for one in shard)


def _act(loan_id: str, now: datetime) -> bool:
    """One that fails is left for the next sweep and doesn't hold up the others."""
    try:
        loan = lending.load_any(loan_id)
        if loan.state is not LoanState.ACTIVE:
            return False
        available = books.available(lending.debt_of(loan).wallet)
        try:
            work(loan, available=available, now=now)
        except (AccountFrozen, InsufficientFunds):  # it was spent since, or nothing may be taken of it
            work(loan, available=0, now=now)
        return True
    except DomainError:
        log.exception("a loan's day wasn't done", extra={"loan": loan_id})
        return False


def work(loan: Loan, *, available: int, now: datetime) -> Loan:
    """A loan's day: interest, what sales brought, what is due as far as the wallet has it. 1 transaction.

    With a share of sales 2 reads. On commit raises ChangedMeanwhile, InsufficientFunds, AccountFrozen.
    """
    sweep = _sweep_of(loan)
    today = loans.day_of(now, settings().time_zone)
    step = Step(loan, day_name(today), now=now).accrue().count(sweep)
    if taken := min(available, step.book.due(today).total):
        step.pay(taken, source=lending.debt_of(loan).wallet, part="due")
    with Transaction() as tx:
        return step.commit(tx, sweep)


def _sweep_of(loan: Loan) -> Sweep | None:
    """None where nothing is taken from sales; else 2 reads."""
    if not loan.terms.share:
        return None
    instructions = books.instructions_of(loan.borrower, loan.currency)
    return Sweep(books.available(lending.debt_of(loan).collected), instructions)


def pay(loan_id: str, *, borrower: str, amount: int | None, now: datetime) -> Loan:
    """Pay some of what is owed from one's wallet, or all of it, at any time. 1 read, 1 transaction.

    With a share of sales 2 reads more. Of a loan that was written off something is recovered. Raises
    LoanNotFound, WrongLoanState, NothingDue; on commit InsufficientFunds, AccountFrozen, ChangedMeanwhile.
    """
    loan = lending.load(loan_id, borrower=borrower)
    loans.refuse_other_states(loan, LoanState.ACTIVE, LoanState.WRITTEN_OFF)
    wallet = lending.debt_of(loan).wallet
    step = Step(loan, idempotency.stable_id("pay"), now=now)
    if loan.state is LoanState.WRITTEN_OFF:
        left = loan.written_off - loan.recovered
        step.recover(_some_of(left, amount), source=wallet)
        sweep = None
    else:
        sweep = _sweep_of(loan)
        step.accrue().count(sweep)
        if step.book.owed.total or not step.paid.total:
            step.pay_by_hand(_some_of(step.book.owed.total, amount), source=wallet)
    with Transaction() as tx:
        return tx.result(step.commit(tx, sweep))


def give_back(loan_id: str, *, now: datetime) -> Loan:
    """Give back what was paid by hand last, as an operator: it was paid by mistake. 1 read, 1 transaction.

    With a share of sales 2 reads more. Raises LoanNotFound, WrongLoanState, NothingPaid; on commit
    InsufficientFunds (the pool has lent it again), ChangedMeanwhile.
    """
    loan = lending.load_any(loan_id)
    loans.refuse_other_states(loan, LoanState.ACTIVE, LoanState.REPAID)
    if loan.last_payment is None:
        raise NothingPaid
    sweep = _sweep_of(loan)
    step = Step(loan, f"back-{loan.last_payment.id}", now=now).accrue().count(sweep)
    step.give_back(loan.last_payment)
    with Transaction() as tx:
        return tx.result(step.commit(tx, sweep))


def _some_of(owed: int, amount: int | None) -> int:
    if not owed:
        raise NothingDue
    return owed if amount is None else min(owed, amount)


def payoff(loan_id: str, *, borrower: str, now: datetime) -> Quote:
    """What it takes to be rid of a loan today. 1 read; with a share of sales 1 more.

    Raises LoanNotFound, WrongLoanState.
    """
    loan = lending.load(loan_id, borrower=borrower)
    loans.refuse_other_states(loan, LoanState.ACTIVE)
    today = loans.day_of(now, settings().time_zone)
    book, _ = rules.accrue(loan.book, loan.terms, upto=today)
    collected = books.available(lending.debt_of(loan).collected) if loan.terms.share else 0
    owed = book.owed - book.owed.allocated(min(collected, book.owed.total))
    return Quote(today, owed, loan)


def restructure(loan_id: str, *, months: int, annual_rate: int, now: datetime) -> Loan:
    """Give a loan new terms from today on, as an operator. 1 read, 1 transaction.

    With a share of sales 2 reads more. Raises LoanNotFound, WrongLoanState; on commit ChangedMeanwhile.
    """
    loan = lending.load_any(loan_id)
    loans.refuse_other_states(loan, LoanState.ACTIVE)
    sweep = _sweep_of(loan)
    step = Step(loan, idempotency.stable_id("new"), now=now).accrue().count(sweep)
    terms = replace(loan.terms, months=months, annual_rate=annual_rate, penalty_rate=annual_rate * 3 // 2)
    step.becomes(rules.restructured(step.book, terms, day=step.today), terms=terms)
    with Transaction() as tx:
        return tx.result(step.commit(tx, sweep))


def write_off(loan_id: str, *, now: datetime) -> Loan:
    """Count on a loan no more, as an operator: it is owed still, but not in the books. 1 read, 1 transaction.

    With a share of sales 2 reads more. Raises LoanNotFound, WrongLoanState; on commit ChangedMeanwhile.
    """
    loan = lending.load_any(loan_id)
    loans.refuse_other_states(loan, LoanState.ACTIVE)
    sweep = _sweep_of(loan)
    step = Step(loan, "off", now=now).accrue().count(sweep)
    if step.book.owed.total:
        step.write_off()
    with Transaction() as tx:
        return tx.result(step.commit(tx, sweep))


def statement(loan_id: str, *, borrower: str, of: Part, limit: int, cursor: str | None) -> Page[Line]:
    """What was booked of a loan's principal or of what it costs, the newest first. 1 read, 1 query.

    For the first page 2 reads more. Raises LoanNotFound, Busy, BadCursor.
    """
    loan = lending.load(loan_id, borrower=borrower)
    return books.statement(lending.debt_of(loan), of, limit=limit, cursor=cursor)
