"""A step of a loan: what it does to the debt, its bookings, and all of it in one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from chalicelib.foundation.config import settings
from chalicelib.foundation.transaction import Transaction
from chalicelib.lending import models
from chalicelib.lending import rules as loans
from chalicelib.lending import service as lending
from chalicelib.lending.events import InstalmentDueSoon, LoanLate, LoanPaymentMade
from chalicelib.lending.rules import Loan, LoanState, Payment
from chalicelib.lending.servicing import rules
from chalicelib.lending.servicing.rules import Book, Sums
from chalicelib.payments.credit import service as books
from chalicelib.payments.credit.service import Account, Booking, Instructions, Transfer

TELL_BEFORE = 3
"""How many days before something is taken its borrower hears of it."""


@dataclass(frozen=True, slots=True)
class Sweep:
    """What a share of sales has collected, and the wallet's instructions as they were read before."""

    collected: int
    instructions: Instructions


class Step:
    """Collects what happens to a loan at one moment. `name` is the step's for ever: it is done once."""

    def __init__(self, loan: Loan, name: str, *, now: datetime) -> None:
        self.before, self.after = loan, replace(loan, version=loan.version + 1)
        self.today = loans.day_of(now, settings().time_zone)
        self._name, self._now = name, now
        self._debt = lending.debt_of(loan)
        self._transfers: list[Transfer] = []
        self.paid = Sums()

    @property
    def book(self) -> Book:
        """How the loan stands now."""
        return self.after.book

    def accrue(self) -> Step:
        """Let come up what has, until today."""
        book, came = rules.accrue(self.book, self.after.terms, upto=self.today)
        self._becomes(book=book)
        self._book(self._booking("came").owed(came.interest, "interest"))
        self._book(self._booking("came").owed(came.penalty, "penalty"))
        return self

    def pay(self, amount: int, *, source: Account, part: str) -> Step:
        """Pay some of what is owed out of an account."""
        book, paid = rules.pay(self.book, self.after.terms, amount)
        self.paid = self.paid + paid
        self._becomes(book=book)
        self._book(self._booking(part).paid(paid.principal, paid.charges, source=source))
        return self

    def pay_by_hand(self, amount: int, *, source: Account) -> Step:
        """Pay some of what is owed, and remember it as what may be given back."""
        before = self.paid
        self.pay(amount, source=source, part="early")
        self._becomes(last_payment=Payment(self._name, self.paid - before))
        return self

    def give_back(self, payment: Payment) -> Step:
        """Give what was paid by hand last back to the wallet: it is owed again."""
        sums = payment.sums
        self._book(self._booking("back").given_back(sums.principal, sums.charges))
        self.paid = self.paid - sums
        book = rules.give_back(self.book, self.after.terms, sums)
        self._becomes(book=book, last_payment=None, state=LoanState.ACTIVE, closed_at=None)
        return self

    def count(self, sweep: Sweep | None) -> Step:
        """Pay with what was collected from sales; what isn't owed any more is the borrower's."""
        if sweep and sweep.collected:
            owed = min(sweep.collected, self.book.owed.total)
            self.pay(owed, source=self._debt.collected, part="swept")
            self._book(self._booking("rest").released(sweep.collected - owed))
        return self

    def becomes(self, book: Book, **facts: object) -> Step:
        """Put another book in place of the one there is."""
        self._becomes(book=book, **facts)
        return self

    def write_off(self) -> Step:
        """Take all that is owed off the books, against what was set aside for all of it."""
        owed = self.book.owed
        self._book(self._booking("rest").set_aside(owed.total - self.after.provision))
        self._book(self._booking("off").written_off(owed.principal, owed.charges))
        book = replace(self.book, owed=Sums(), rows=(), late_since=None, rest=0)
        self._becomes(
            book=book,
            state=LoanState.WRITTEN_OFF,
            provision=0,
            last_payment=None,
            written_off=owed.total,
            closed_at=self._now,
        )
        return self

    def recover(self, amount: int, *, source: Account) -> Step:
        """Take something of a loan that was written off."""
        self._book(self._booking("late").recovered(amount, source=source))
        self._becomes(recovered=self.after.recovered + amount)
        return self

    def commit(self, tx: Transaction, sweep: Sweep | None = None) -> Loan:
        """Write all of it. 1 item of the loan, 2 of what borrower and pool owe and have, 3 for each transfer
        and 1 for each account; 1 of the sweep's instruction where there is one."""
        self._provide()
        if self.after.state is LoanState.ACTIVE and not self.book.owed.total:
            self._becomes(state=LoanState.REPAID, closed_at=self._now)
        active = self.after.state is LoanState.ACTIVE
        evening = loans.next_evening(self.after.id, self._now, settings().time_zone)
        models.advance(tx, self.before, self.after, look_at=evening if active else None)
        self._count_exposure(tx)
        if self._transfers:
            books.book(tx, self._transfers, at=self._now)
        self._sweep_on(tx, sweep)
        self._tell(tx)
        return self.after

    def _provide(self) -> None:
        """Set aside what had better not be counted on; not anew for every cent of interest."""
        book = self.book
        wanted = rules.provision(
            book.owed.total,
            days_late=book.days_late(self.today),
            default_probability=self.after.default_probability,
        )
        more = wanted - self.after.provision
        if self.after.state is LoanState.ACTIVE and (self.paid.total or abs(more) * 100 > book.owed.total):
            self._book(self._booking("aside").set_aside(more))
            self._becomes(provision=wanted)

    def _count_exposure(self, tx: Transaction) -> None:
        lost = self.before.book.owed.principal if self.after.state is LoanState.WRITTEN_OFF else 0
        if self.before.state is LoanState.WRITTEN_OFF:
            recovered = self.after.recovered - self.before.recovered
            return models.come_back(tx, self.after.pool_id, recovered=recovered)
        late = bool(self.book.late_since) - bool(self.before.book.late_since)
        models.owe_less(tx, self.after.borrower, self.paid.principal + lost, late=late)
        return models.come_back(tx, self.after.pool_id, paid=self.paid.principal, lost=lost)

    def _sweep_on(self, tx: Transaction, sweep: Sweep | None) -> None:
        """What sales still have to bring is what is owed."""
        if sweep is None:
            return
        if self.after.state is LoanState.ACTIVE:
            left, share = self.book.owed.total, self.after.terms.share
            books.sweep_from_sales(tx, self._debt, sweep.instructions, basis_points=share, most=left)
        else:
            books.end_sweep(tx, self._debt, sweep.instructions)

    def _tell(self, tx: Transaction) -> None:
        facts, book = {"at": self._now, **lending.told(self.after)}, self.book
        if self.paid.total > 0:
            left = book.owed.total
            tx.emit(LoanPaymentMade.model_validate({**facts, "amount": self.paid.total, "left": left}))
        if book.late_since and not self.before.book.late_since:
            due = {"amount": book.due(self.today).total, "due": book.late_since}
            tx.emit(LoanLate.model_validate({**facts, **due}))
        row = book.next_due(self.today)
        if row and (row.due - self.today).days == TELL_BEFORE and self.before.book.through < self.today:
            tx.emit(InstalmentDueSoon.model_validate({**facts, "amount": row.total, "due": row.due}))

    def _becomes(self, **facts: object) -> None:
        self.after = replace(self.after, **facts)  # type: ignore[arg-type]

    def _booking(self, part: str) -> Booking:
        return Booking(self._debt, f"{self._name}:{part}")

    def _book(self, transfers: Iterable[Transfer]) -> None:
        self._transfers.extend(transfers)


def day_name(day: date) -> str:
    """The name of a day's work."""
    return f"day-{day.isoformat()}"
