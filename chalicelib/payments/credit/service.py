"""What lending books, in its own transactions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from chalicelib.foundation.money import Money
from chalicelib.foundation.paging import Page
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments import ledger
from chalicelib.payments.credit import rules
from chalicelib.payments.credit.rules import Booking, Debt, Part
from chalicelib.payments.errors import TooManySplits
from chalicelib.payments.escrow import service as escrow
from chalicelib.payments.escrow.rules import MOST_INSTRUCTIONS, Instruction, Instructions, SplitOwner
from chalicelib.payments.rules import Account, Code, Kind, Line, Transfer, wallet

__all__ = ["Account", "Booking", "Debt", "Instructions", "Line", "Part", "Transfer"]

instructions_of = escrow.instructions_of
paying = escrow.holding


def book(tx: Transaction, transfers: Sequence[Transfer], *, at: datetime) -> None:
    """Post the bookings of a step. 3 items for each transfer, 1 for each account. Call it once.

    On commit raises TransferExists, InsufficientFunds, AccountFrozen, AccountClosed.
    """
    ledger.post(tx, transfers, at=at)


def fund(tx: Transaction, pool_id: str, *, lender: str, amount: Money, name: str, at: datetime) -> None:
    """Move money from a lender's wallet to a pool; a negative amount back. 5 items."""
    debit, credit = wallet(lender, amount.currency), rules.pool(pool_id, amount.currency)
    if amount.amount < 0:
        debit, credit = credit, debit
    moved = Money(abs(amount.amount), amount.currency)
    ledger.post(tx, [Transfer(name, debit, credit, moved, Code.LOAN_FUNDING, pool_id)], at=at)


def available(account: Account) -> int:
    """What may be taken of an account now, in minor units. 1 read."""
    return ledger.state(account).available.amount


def statement(debt: Debt, of: Part, *, limit: int, cursor: str | None) -> Page[Line]:
    """The entries of one of a loan's accounts, the newest first. 1 query, for the first page 2 reads more."""
    return ledger.statement(debt.account(Kind(of)), limit=limit, cursor=cursor)


def sweep_from_sales(
    tx: Transaction, debt: Debt, before: Instructions, *, basis_points: int, most: int
) -> None:
    """Let a part of each of the borrower's sales be collected for a loan, `most` in all. 1 item.

    Raises TooManySplits; on commit SplitsChanged.
    """
    kept = {one.id: one for one in before.standing}
    if debt.loan_id not in kept and len(kept) >= MOST_INSTRUCTIONS:
        raise TooManySplits
    kept[debt.loan_id] = Instruction(
        id=debt.loan_id,
        owner=SplitOwner.LENDING,
        payee=debt.collected.id,
        basis_points=basis_points,
        amount=None,
        left=most,
        precedence=0,
        memo="",
    )
    escrow.leave(tx, debt.wallet, before, kept)


def end_sweep(tx: Transaction, debt: Debt, before: Instructions) -> None:
    """Leave the borrower's sales alone: 1 item, none if they were. On commit raises SplitsChanged."""
    kept = {one.id: one for one in before.standing if one.id != debt.loan_id}
    if len(kept) != len(before.standing):
        escrow.leave(tx, debt.wallet, before, kept)
