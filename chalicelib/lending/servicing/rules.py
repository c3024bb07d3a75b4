"""What is owed of a loan: it comes up day by day and is paid in a fixed order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from chalicelib.foundation.money import BASIS_POINTS
from chalicelib.lending.schedules import rules as instalments
from chalicelib.lending.schedules.days.rules import DayCount
from chalicelib.lending.schedules.rules import Method, Row

_YEAR = 360 * BASIS_POINTS
"""Penalties are by actual/360, in basis points."""

AGES = ((90, 10_000), (60, 5_000), (30, 2_500), (0, 1_000))
"""How much of a loan that is more than so many days late isn't counted on, in basis points."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What was agreed of a loan. Amounts are in minor units, rates in basis points a year."""

    amount: int
    months: int
    method: Method
    day_count: DayCount
    annual_rate: int
    penalty_rate: int
    """On principal that is late."""
    grace: int
    """How many days late it may be before that costs something."""
    fee: int = 0
    share: int = 0
    """Which part of each sale is swept, in basis points."""


@dataclass(frozen=True, slots=True)
class Sums:
    """Amounts by what they are for, in minor units and in the order in which they are paid."""

    fee: int = 0
    penalty: int = 0
    interest: int = 0
    principal: int = 0

    @property
    def charges(self) -> int:
        """All but the principal."""
        return self.fee + self.penalty + self.interest

    @property
    def total(self) -> int:
        """All of it."""
        return self.charges + self.principal

    def allocated(self, amount: int) -> Sums:
        """What a payment of some of it is for: fee, then penalty, then interest, then principal."""
        parts = []
        for one in (self.fee, self.penalty, self.interest, self.principal):
            parts.append(min(one, amount))
            amount -= parts[-1]
        return Sums(*parts)

    def __sub__(self, other: Sums) -> Sums:
        return self + -other

    def __add__(self, other: Sums) -> Sums:
        return Sums(
            self.fee + other.fee,
            self.penalty + other.penalty,
            self.interest + other.interest,
            self.principal + other.principal,
        )

    def __neg__(self) -> Sums:
        return Sums(-self.fee, -self.penalty, -self.interest, -self.principal)


@dataclass(frozen=True, slots=True)
class Book:
    """How a loan stands: what is owed of it, and the schedule."""

    owed: Sums
    rows: tuple[Row, ...]
    through: date
    """Up to which day interest has come up."""
    late_since: date | None = None
    rest: int = 0
    """Of the penalty, what isn't a whole minor unit yet: so many parts of `_YEAR`."""

    def due(self, day: date) -> Sums:
        """What must have been paid by a day. Principal and interest of later rows needn't."""
        later = [row for row in self.rows if row.due > day]
        return Sums(
            fee=0 if later else self.owed.fee,
            penalty=self.owed.penalty,
            interest=max(
                0, self.owed.interest - sum(instalments.accrued(row, self.through) for row in later)
            ),
            principal=max(0, self.owed.principal - sum(row.principal for row in later)),
        )

    def next_due(self, day: date) -> Row | None:
        """The next row that isn't due yet and asks for something."""
        return next((row for row in self.rows if row.due > day and row.total), None)

    def days_late(self, day: date) -> int:
        """For how many days something has been due."""
        return max(0, (day - self.late_since).days) if self.late_since else 0


def opened(terms: Terms, day: date) -> Book:
    """A loan that is paid out on a day; its schedule begins with it."""
    return Book(Sums(fee=terms.fee, principal=terms.amount), rows_of(terms, day), day)


def rows_of(terms: Terms, day: date) -> tuple[Row, ...]:
    """A loan's schedule. What comes out of sales has one row: the day by which it must be back."""
    if terms.method is Method.SHARE_OF_SALES:
        last = instalments.periods(day, terms.months, terms.day_count)[-1]
        whole = replace(last, number=1, start=day)
        return tuple(instalments.schedule(terms.amount, annual_rate=0, method=terms.method, periods=[whole]))
    return tuple(_scheduled(terms.amount, terms, instalments.periods(day, terms.months, terms.day_count)))


def _scheduled(principal: int, terms: Terms, periods: Sequence[instalments.Period]) -> list[Row]:
    rate = 0 if terms.method is Method.SHARE_OF_SALES else terms.annual_rate
    return instalments.schedule(principal, annual_rate=rate, method=terms.method, periods=periods)


def accrue(book: Book, terms: Terms, *, upto: date) -> tuple[Book, Sums]:
    """The book some days later, and what came up: the rows' interest, and a penalty on what is late."""
    came = Sums()
    while book.through < upto:
        book, more = _next_day(book, terms)
        came = came + more
    return book, came


def _next_day(book: Book, terms: Terms) -> tuple[Book, Sums]:
    before, day = book.through, book.through + timedelta(days=1)
    late_since = book.late_since or _late_since(book)
    penalty, rest = 0, book.rest
    if late_since and (before - late_since).days >= terms.grace:
        penalty, rest = divmod(rest + book.due(before).principal * terms.penalty_rate, _YEAR)
    interest = sum(
        instalments.accrued(row, day) - instalments.accrued(row, before)
        for row in book.rows
        if row.start < day <= row.until
    )
    came = Sums(penalty=penalty, interest=interest)
    return replace(book, owed=book.owed + came, through=day, late_since=late_since, rest=rest), came


def _late_since(book: Book) -> date | None:
    """Since when something is due at the end of a day on which all that was there has been taken."""
    due = [row.due for row in book.rows if row.due <= book.through]
    return due[-1] if due and book.due(book.through).total else None


def pay(book: Book, terms: Terms, amount: int) -> tuple[Book, Sums]:
    """The book after a payment of at most all that is owed, and what it was for: first what is due.

    Principal that is paid before it is due makes the instalments to come smaller, not fewer.
    """
    due = book.due(book.through)
    part = due.allocated(amount)
    part = part + (book.owed - part).allocated(amount - part.total)
    after = replace(book, owed=book.owed - part)
    if part.principal > due.principal:
        after = _rescheduled(after, terms, after.owed.principal)
    if not after.due(book.through).total:
        after = replace(after, late_since=None, rest=0)
    return after, part


def _rescheduled(book: Book, terms: Terms, principal: int) -> Book:
    """The book with that much principal on the rows that aren't due yet."""
    periods = instalments.remaining(book.rows, today=book.through, count=terms.day_count)
    if not periods:
        return book
    past = tuple(row for row in book.rows if row.due <= book.through)
    return replace(book, rows=past + tuple(_scheduled(principal, terms, periods)))


def give_back(book: Book, terms: Terms, part: Sums) -> Book:
    """The book after a payment was given back: it is owed again, its principal by what is left."""
    overdue = book.due(book.through).principal
    after = replace(book, owed=book.owed + part)
    return _rescheduled(after, terms, after.owed.principal - overdue)


def restructured(book: Book, terms: Terms, *, day: date) -> Book:
    """The book with new terms from a day on. What came up until then stays owed; nothing is late."""
    fresh = replace(terms, amount=book.owed.principal, fee=0)
    return replace(book, rows=rows_of(fresh, day), through=max(day, book.through), late_since=None, rest=0)


def provision(owed: int, *, days_late: int, default_probability: int) -> int:
    """How much of what is owed isn't counted on: by how probable a default was, and by its age."""
    aged = next((part for age, part in AGES if days_late > age), 0)
    return owed * max(aged, default_probability) // BASIS_POINTS
