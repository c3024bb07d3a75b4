"""The bookings of a loan. Each is a transfer; of every loan these accounts add up to zero, always:

- `loan` (what is owed of its principal) and `interest` (of fee, penalty and interest), which are assets,
- `claim`, what the lender may count on when it is paid, and `provision`, what she had better not count on.

Money moves between `pool` (the lender's funding account), wallets, `collected` (swept from sales and not yet
counted) and `income`. What is paid takes the claim back by as much as it takes the debt back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.foundation.money import Money
from chalicelib.payments import rules as books
from chalicelib.payments.rules import Account, Code, Kind, Transfer


class Part(StrEnum):
    """The parts of a debt that have a statement of their own."""

    PRINCIPAL = Kind.LOAN.value
    CHARGES = Kind.INTEREST.value


@dataclass(frozen=True, slots=True)
class Debt:
    """Whose debt it is, to which pool, and its loan."""

    loan_id: str
    borrower: str
    pool_id: str
    currency: str

    def account(self, kind: Kind) -> Account:
        """One of the loan's own accounts."""
        return Account(kind, self.loan_id, self.currency)

    @property
    def wallet(self) -> Account:
        """The borrower's money."""
        return books.wallet(self.borrower, self.currency)

    @property
    def pool(self) -> Account:
        """The lender's funding account."""
        return pool(self.pool_id, self.currency)

    @property
    def income(self) -> Account:
        """What the pool has earned by lending."""
        return Account(Kind.INCOME, self.pool_id, self.currency)

    @property
    def collected(self) -> Account:
        """What was swept from sales for this loan."""
        return self.account(Kind.COLLECTED)


def pool(pool_id: str, currency: str) -> Account:
    """A lender's funding account."""
    return Account(Kind.POOL, pool_id, currency)


class Booking:
    """Makes the transfers of one step of a loan. `step` is the step's name for ever, such as `pay:…`."""

    def __init__(self, debt: Debt, step: str) -> None:
        self._debt, self._step = debt, step

    def disbursed(self, principal: int, fee: int) -> Iterator[Transfer]:
        """Money from the pool to the wallet, and the debt with its claim."""
        one = self._debt
        yield from self._move("money", one.pool, one.wallet, principal, Code.LOAN)
        yield from self._move("principal", one.account(Kind.LOAN), self._claim, principal, Code.LOAN_OWED)
        yield from self.owed(fee, "fee")

    def owed(self, amount: int, what: str) -> Iterator[Transfer]:
        """Interest, penalty or fee came up."""
        interest = self._debt.account(Kind.INTEREST)
        yield from self._move(what, interest, self._claim, amount, Code.LOAN_OWED)

    def paid(self, principal: int, interest: int, *, source: Account) -> Iterator[Transfer]:
        """Money back to the pool and to its income; debt and claim are less by as much."""
        one, code = self._debt, Code.LOAN_REPAYMENT
        yield from self._move("principal", source, one.pool, principal, code)
        yield from self._move("interest", source, one.income, interest, code)
        yield from self._move("owed", self._claim, one.account(Kind.LOAN), principal, Code.LOAN_SETTLED)
        yield from self._move("due", self._claim, one.account(Kind.INTEREST), interest, Code.LOAN_SETTLED)

    def given_back(self, principal: int, interest: int) -> Iterator[Transfer]:
        """A payment back to the wallet: debt and claim are again what they were."""
        one, code = self._debt, Code.LOAN_RELEASED
        yield from self._move("principal", one.pool, one.wallet, principal, code)
        yield from self._move("interest", one.income, one.wallet, interest, code)
        yield from self._move("owed", one.account(Kind.LOAN), self._claim, principal, Code.LOAN_OWED)
        yield from self.owed(interest, "due")

    def set_aside(self, amount: int) -> Iterator[Transfer]:
        """More of the claim isn't counted on; a negative amount: less."""
        claim, provision = self._claim, self._debt.account(Kind.PROVISION)
        if amount < 0:
            claim, provision, amount = provision, claim, -amount
        yield from self._move("provision", claim, provision, amount, Code.LOAN_PROVISION)

    def written_off(self, principal: int, interest: int) -> Iterator[Transfer]:
        """The debt leaves the books against what was set aside for it."""
        one, provision = self._debt, self._debt.account(Kind.PROVISION)
        code = Code.LOAN_WRITTEN_OFF
        yield from self._move("principal", provision, one.account(Kind.LOAN), principal, code)
        yield from self._move("interest", provision, one.account(Kind.INTEREST), interest, code)

    def recovered(self, amount: int, *, source: Account) -> Iterator[Transfer]:
        """Something comes after all of what was written off: it is the pool's."""
        yield from self._move("recovery", source, self._debt.pool, amount, Code.LOAN_RECOVERED)

    def released(self, amount: int) -> Iterator[Transfer]:
        """What was swept and isn't owed goes to the borrower."""
        yield from self._move("rest", self._debt.collected, self._debt.wallet, amount, Code.LOAN_RELEASED)

    @property
    def _claim(self) -> Account:
        return self._debt.account(Kind.CLAIM)

    def _move(
        self, part: str, debit: Account, credit: Account, amount: int, code: Code
    ) -> Iterator[Transfer]:
        if amount:
            loan = self._debt.loan_id
            money = Money(amount, self._debt.currency)
            yield Transfer(f"{loan}:{self._step}:{part}", debit, credit, money, code, loan)
