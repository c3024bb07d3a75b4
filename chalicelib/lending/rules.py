"""A loan's life: what is offered, when it is refused, and how it goes on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from chalicelib.foundation import ids
from chalicelib.foundation.money import BASIS_POINTS, Money
from chalicelib.lending.errors import LendingHalted, NothingToLend, OfferExpired, WrongLoanState
from chalicelib.lending.schedules.days.rules import DayCount
from chalicelib.lending.schedules.rules import Method
from chalicelib.lending.servicing import rules as servicing
from chalicelib.lending.servicing.rules import Book, Sums, Terms

OFFER_LASTS = timedelta(hours=24)
FORGOTTEN_AFTER = timedelta(days=30)
"""When an offer that nobody took is deleted."""

GRACE_DAYS = 3
MOST_MONTHS = 24
MOST_POOLS = 20

EVENING, SPREAD_MINUTES = time(18), 240
"""What is due on a day is taken in its evening, so that she has the day to see to it."""


class Purpose(StrEnum):
    """What the money is for."""

    STOCK = "stock"
    EQUIPMENT = "equipment"
    ADVERTISING = "advertising"
    WAGES = "wages"
    OTHER = "other"


class LoanState(StrEnum):
    """How far a loan is."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    """Its money is on its way."""
    ACTIVE = "active"
    REPAID = "repaid"
    WRITTEN_OFF = "written_off"


class Refusal(StrEnum):
    """Why an application is refused, beside what the limit's own reasons say."""

    NO_LIMIT = "no_limit"
    BEYOND_LIMIT = "beyond_limit"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is applied for. Amounts are in minor units; the share is for share of sales, in basis points."""

    amount: int
    months: int
    purpose: Purpose
    method: Method
    day_count: DayCount
    share: int | None = None


@dataclass(frozen=True, slots=True)
class Payment:
    """What was paid by hand, and what for."""

    id: str
    sums: Sums


@dataclass(frozen=True, slots=True)
class Loan:
    """A loan, from its offer on."""

    id: str
    borrower: str
    pool_id: str
    lender: str
    """The pool's name, as the contract has it."""
    currency: str
    purpose: Purpose
    terms: Terms
    state: LoanState
    book: Book
    offered_at: datetime
    contract: str
    """The digest of what was agreed."""
    default_probability: int
    """When it was offered, in basis points."""
    provision: int = 0
    written_off: int = 0
    recovered: int = 0
    last_payment: Payment | None = None
    """By hand: it may be given back."""
    accepted_at: datetime | None = None
    paid_out_at: datetime | None = None
    closed_at: datetime | None = None
    version: int = 1
    pays: str | None = None
    """The order whose balance it pays; None: its money is the borrower's to spend."""

    @property
    def offered_until(self) -> datetime:
        """Until when it can be accepted."""
        return self.offered_at + OFFER_LASTS

    def money(self, amount: int) -> Money:
        """An amount in the loan's currency."""
        return Money(amount, self.currency)


@dataclass(frozen=True, slots=True)
class Pool:
    """A lender's money for loans. Amounts are in minor units."""

    id: str
    owner: str
    name: str
    currency: str
    cap: int
    """How much of it may be lent at one time."""
    per_borrower: int
    """How much one person may owe, at most, to be lent anything more of it."""
    free: int = 0
    """What is in it and isn't promised."""
    lent: int = 0
    """What is lent or promised."""
    halted: bool = False

    def can_lend(self, amount: Money, *, owed_after: int) -> bool:
        """Is there so much for a borrower who then owes so much in all?"""
        return (
            not self.halted
            and self.currency == amount.currency
            and amount.amount <= min(self.free, self.cap - self.lent)
            and owed_after <= self.per_borrower
        )


@dataclass(frozen=True, slots=True)
class Exposure:
    """What a person owes in all, accepted loans too, and how many of her loans are late."""

    outstanding: int = 0
    late: int = 0


def refusal(wish: Wish, *, limit: Money, exposure: Exposure) -> Refusal | None:
    """Why this isn't lent; None: it is."""
    if exposure.late:
        return Refusal.LATE
    if limit.amount <= 0:
        return Refusal.NO_LIMIT
    return Refusal.BEYOND_LIMIT if wish.amount > limit.amount - exposure.outstanding else None


def lender_of(pools: list[Pool], amount: Money, *, owed_after: int, loan_id: str, halted: bool) -> Pool:
    """Which pool lends: of those that can, one by the loan's id, so that they share. Raises LendingHalted,
    NothingToLend."""
    if halted:
        raise LendingHalted
    able = [pool for pool in pools if pool.can_lend(amount, owed_after=owed_after)]
    if not able:
        raise NothingToLend
    return able[ids.shard(loan_id, len(able))]


def terms_of(wish: Wish, *, annual_rate: int) -> Terms:
    """What is offered. What is late costs half as much again as what isn't."""
    swept = wish.method is Method.SHARE_OF_SALES
    return Terms(
        amount=wish.amount,
        months=wish.months,
        method=wish.method,
        day_count=wish.day_count,
        annual_rate=annual_rate,
        penalty_rate=annual_rate * 3 // 2,
        grace=GRACE_DAYS,
        fee=_fee(wish, annual_rate) if swept else 0,
        share=(wish.share or 0) if swept else 0,
    )


def _fee(wish: Wish, annual_rate: int) -> int:
    """What a share of sales costs, once for all: the rate on half of the amount for its months and one more,
    which is what equal principal would cost."""
    return wish.amount * annual_rate * (wish.months + 1) // (24 * BASIS_POINTS)


def total_cost(terms: Terms, book: Book) -> int:
    """Fee and interest of a loan that is repaid by its schedule."""
    return terms.fee + sum(row.interest for row in book.rows)


def accepted(loan: Loan, *, now: datetime) -> Loan:
    """Raises WrongLoanState, OfferExpired."""
    _in(loan, LoanState.OFFERED)
    if now >= loan.offered_until:
        raise OfferExpired
    return replace(loan, state=LoanState.ACCEPTED, accepted_at=now)


def paid_out(loan: Loan, *, now: datetime, zone: str) -> Loan:
    """Interest comes up from the day of the money. Raises WrongLoanState."""
    _in(loan, LoanState.ACCEPTED)
    owed = loan.book.owed.total
    return replace(
        loan,
        state=LoanState.ACTIVE,
        paid_out_at=now,
        book=replace(loan.book, through=day_of(now, zone)),
        provision=servicing.provision(owed, days_late=0, default_probability=loan.default_probability),
    )


def _in(loan: Loan, *states: LoanState) -> None:
    if loan.state not in states:
        raise WrongLoanState(f"This loan is {loan.state.replace('_', ' ')}.")


def refuse_other_states(loan: Loan, *states: LoanState) -> None:
    """Raises WrongLoanState."""
    _in(loan, *states)


def day_of(now: datetime, zone: str) -> date:
    """The day in a stage's zone."""
    return now.astimezone(ZoneInfo(zone)).date()


def next_evening(loan_id: str, now: datetime, zone: str) -> datetime:
    """When the clock looks at a loan again: the next evening, all loans spread over four hours."""
    local = now.astimezone(ZoneInfo(zone))
    at = datetime.combine(local.date(), EVENING, ZoneInfo(zone))
    at += timedelta(minutes=ids.shard(loan_id, SPREAD_MINUTES))
    return (at if at > local else at + timedelta(days=1)).astimezone(UTC)
