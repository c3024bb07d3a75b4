"""What is owed of a loan, day by day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from chalicelib.lending.schedules.days.rules import DayCount
from chalicelib.lending.schedules.rules import Method
from chalicelib.lending.servicing import rules
from chalicelib.lending.servicing.rules import Book, Sums, Terms
from chalicelib.payments.credit.rules import Booking, Debt
from chalicelib.payments.rules import Kind, Transfer

START = date(2026, 1, 1)
TERMS = Terms(
    amount=100_00,
    months=6,
    method=Method.EQUAL_INSTALMENTS,
    day_count=DayCount.THIRTY_360,
    annual_rate=1200,
    penalty_rate=1800,
    grace=3,
)


def opened(**other: object) -> tuple[Book, Terms]:
    terms = replace(TERMS, **other)  # type: ignore[arg-type]
    return rules.opened(terms, START), terms


def later(book: Book, terms: Terms, day: date) -> Book:
    return rules.accrue(book, terms, upto=day)[0]


class TestAccrue:
    def test_owes_nothing_on_the_first_day(self) -> None:
        book, _ = opened()
        assert (book.due(START), book.owed) == (Sums(), Sums(principal=100_00))

    def test_owes_the_first_instalment_on_its_day_and_not_before(self) -> None:
        book, terms = opened()
        assert later(book, terms, date(2026, 1, 31)).due(date(2026, 1, 31)).total == 0
        # 1 February is a Sunday: due on Monday
        assert later(book, terms, date(2026, 2, 2)).due(date(2026, 2, 2)) == Sums(
            interest=100, principal=1625
        )

    def test_whoever_pays_by_the_schedule_pays_what_it_says(self) -> None:
        book, terms = opened()
        paid = []
        for row in book.rows:
            book = later(book, terms, row.due)
            book, part = rules.pay(book, terms, book.due(row.due).total)
            paid.append(part.total)
        assert paid == [1725] * 5 + [1728]
        assert book.owed == Sums()

    def test_a_penalty_comes_after_the_days_of_grace(self) -> None:
        """1,000,000.00 of principal late for a day at 18 %: 500.00 by actual/360."""
        book, terms = opened(amount=1_000_000_00, months=1)
        assert later(book, terms, date(2026, 2, 5)).owed.penalty == 0
        assert later(book, terms, date(2026, 2, 6)).owed.penalty == 500_00
        assert later(book, terms, date(2026, 2, 8)).owed.penalty == 3 * 500_00

    def test_parts_of_a_cent_of_penalty_add_up(self) -> None:
        book, terms = opened(amount=10_00, months=1)
        assert later(book, terms, date(2026, 2, 5) + timedelta(days=40)).owed.penalty == 20


class TestPay:
    def test_goes_to_fee_penalty_interest_and_principal_in_this_order(self) -> None:
        owed = Sums(fee=1, penalty=2, interest=3, principal=4)
        assert owed.allocated(5) == Sums(1, 2, 2, 0)
        assert owed.allocated(8) == Sums(1, 2, 3, 2)

    def test_paying_early_makes_the_next_instalments_smaller_and_keeps_their_number(self) -> None:
        book, terms = opened()
        half, part = rules.pay(later(book, terms, date(2026, 1, 16)), terms, 50_00)
        assert (part.interest, part.principal) == (48, 49_52)
        assert [row.number for row in half.rows] == [1, 2, 3, 4, 5, 6]
        assert sum(row.principal for row in half.rows) == 50_48
        assert half.rows[0].total < 1725 / 1.9

    def test_paying_what_is_late_ends_the_lateness(self) -> None:
        book, terms = opened()
        late = later(book, terms, date(2026, 2, 20))
        assert late.days_late(date(2026, 2, 20)) == 18
        paid, _ = rules.pay(late, terms, late.due(date(2026, 2, 20)).total)
        assert paid.late_since is None

    def test_new_terms_spread_what_is_left(self) -> None:
        book, terms = opened()
        late = later(book, terms, date(2026, 3, 20))
        anew = rules.restructured(late, replace(terms, months=12), day=date(2026, 3, 20))
        assert (len(anew.rows), sum(row.principal for row in anew.rows)) == (12, 100_00)
        assert anew.days_late(date(2026, 3, 20)) == 0

    def test_a_share_of_sales_owes_its_fee_at_the_end_at_latest(self) -> None:
        book, terms = opened(method=Method.SHARE_OF_SALES, fee=10_00, share=1000)
        assert (len(book.rows), book.due(START).total) == (1, 0)
        some, part = rules.pay(book, terms, 15_00)
        assert (part.fee, part.principal) == (10_00, 5_00)
        assert later(some, terms, date(2026, 7, 1)).due(date(2026, 7, 1)).total == 95_00


@pytest.mark.parametrize(("late", "part"), [(0, 300), (1, 1000), (31, 2500), (61, 5000), (91, 10_000)])
def test_the_older_a_debt_the_less_is_counted_on(late: int, part: int) -> None:
    assert rules.provision(10_000, days_late=late, default_probability=300) == part


DEBT = Debt("lon", "per", "pol", "CNY")
FUNDS = 10_000_00


class AnyLoan(RuleBasedStateMachine):
    """Any sequence of accrual, payment, refund, early payoff, restructuring and write-off: what came in and
    what is owed is what was lent and what came up; and the bookings say the same."""

    def post(self, transfers: Iterable[Transfer]) -> None:
        for transfer in transfers:
            self.accounts[transfer.debit.kind] -= transfer.amount.amount
            self.accounts[transfer.credit.kind] += transfer.amount.amount

    @property
    def booking(self) -> Booking:
        return Booking(DEBT, "step")

    def set_aside(self) -> None:
        """As a step does after each payment: the claim must bear what is paid next."""
        owed, late = self.book.owed.total, self.book.days_late(self.book.through)
        wanted = rules.provision(owed, days_late=late, default_probability=200)
        self.post(self.booking.set_aside(wanted - self.accounts[Kind.PROVISION]))

    @initialize(
        amount=st.integers(100, 10_000_00),
        months=st.integers(1, 24),
        method=st.sampled_from(Method),
        count=st.sampled_from(DayCount),
        rate=st.integers(0, 3600),
        fee=st.integers(0, 500),
    )
    def open(self, **facts: object) -> None:
        facts["annual_rate"] = facts.pop("rate")
        facts["day_count"] = facts.pop("count")
        self.terms = replace(TERMS, **facts)  # type: ignore[arg-type]
        self.book = rules.opened(self.terms, START)
        self.came, self.paid = Sums(fee=self.terms.fee), Sums()
        self.payments: list[Sums] = []
        self.written_off = Sums()
        self.accounts: Counter[Kind] = Counter({Kind.POOL: FUNDS, Kind.OUTSIDE: -FUNDS})
        self.post(self.booking.disbursed(self.terms.amount, self.terms.fee))

    @rule(days=st.integers(1, 70))
    def time_passes(self, days: int) -> None:
        upto = self.book.through + timedelta(days=days)
        self.book, came = rules.accrue(self.book, self.terms, upto=upto)
        self.came = self.came + came
        self.post(
            [*self.booking.owed(came.interest, "interest"), *self.booking.owed(came.penalty, "penalty")]
        )
        self.set_aside()

    @precondition(lambda self: self.book.owed.total)
    @rule(data=st.data())
    def pay(self, data: st.DataObject) -> None:
        self._pay(data.draw(st.integers(1, self.book.owed.total)))

    @rule()
    def pay_what_is_due(self) -> None:
        self._pay(self.book.due(self.book.through).total)

    @precondition(lambda self: self.book.owed.total)
    @rule()
    def pay_off(self) -> None:
        self._pay(self.book.owed.total)
        assert self.book.owed == Sums()

    def _pay(self, amount: int) -> None:
        self.book, part = rules.pay(self.book, self.terms, amount)
        assert part.total == amount
        self.paid = self.paid + part
        self.payments.append(part)
        self.post(self.booking.paid(part.principal, part.charges, source=DEBT.wallet))
        self.set_aside()

    @precondition(lambda self: self.payments)
    @rule()
    def give_back(self) -> None:
        part = self.payments.pop()
        self.book = rules.give_back(self.book, self.terms, part)
        self.paid = self.paid - part
        self.post(self.booking.given_back(part.principal, part.charges))
        self.set_aside()

    @precondition(lambda self: self.book.owed.principal)
    @rule(months=st.integers(1, 24))
    def restructure(self, months: int) -> None:
        self.terms = replace(self.terms, months=months)
        self.book = rules.restructured(self.book, self.terms, day=self.book.through)

    @precondition(lambda self: self.book.owed.total)
    @rule()
    def write_off(self) -> None:
        owed = self.book.owed
        self.written_off = self.written_off + owed
        self.post(self.booking.set_aside(owed.total - self.accounts[Kind.PROVISION]))
        self.post(self.booking.written_off(owed.principal, owed.charges))
        self.book = replace(self.book, owed=Sums(), rows=(), late_since=None)
        self.payments = []

    @invariant()
    def nothing_is_lost_or_made(self) -> None:
        if hasattr(self, "book"):
            lent = Sums(principal=self.terms.amount)
            assert self.book.owed + self.paid + self.written_off == lent + self.came

    @invariant()
    def the_books_agree(self) -> None:
        if hasattr(self, "book"):
            found, owed = self.accounts, self.book.owed
            assert (found[Kind.LOAN], found[Kind.INTEREST]) == (-owed.principal, -owed.charges)
            assert found[Kind.CLAIM] + found[Kind.PROVISION] == owed.total
            assert min(found[Kind.CLAIM], found[Kind.PROVISION]) >= 0
            cash = {
                Kind.POOL: FUNDS - self.terms.amount + self.paid.principal,
                Kind.INCOME: self.paid.charges,
            }
            assert {kind: found[kind] for kind in cash} == cash
            assert sum(found.values()) == 0

    @invariant()
    def no_more_is_due_than_is_owed(self) -> None:
        if hasattr(self, "book"):
            due, owed = self.book.due(self.book.through), self.book.owed
            for name in Sums.__slots__:
                assert 0 <= getattr(due, name) <= getattr(owed, name)


TestAnyLoan = AnyLoan.TestCase
TestAnyLoan.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
