"""Applying for a loan, accepting it, and its money: what a merchant does, and the disbursement queue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from chalicelib.foundation import idempotency, paging
from chalicelib.foundation.config import settings
from chalicelib.foundation.money import Money
from chalicelib.foundation.paging import Page
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.lending import models, rules
from chalicelib.lending.contracts import sheet
from chalicelib.lending.errors import (
    BeyondLimit,
    ContractDiffers,
    LendingHalted,
    LoanNotFound,
    NothingToLend,
    NothingToPay,
    TermTooLong,
)
from chalicelib.lending.events import LoanAccepted, LoanPaidOut
from chalicelib.lending.models import LoanItem
from chalicelib.lending.rules import Loan, LoanState, Pool, Refusal, Wish
from chalicelib.lending.schedules.rules import Method
from chalicelib.lending.schedules.sales import rules as sales
from chalicelib.lending.scoring import service as scoring
from chalicelib.lending.scoring.service import NoStanding, Standing
from chalicelib.lending.servicing import rules as servicing
from chalicelib.orders import service as orders
from chalicelib.orders.bargains import service as bargains
from chalicelib.orders.errors import OrderNotFound
from chalicelib.orders.service import Order, State
from chalicelib.payments.credit import service as books
from chalicelib.payments.credit.service import Booking, Debt, Instructions

__all__ = ["Application", "Loan", "LoanState"]


@dataclass(frozen=True, slots=True)
class Application:
    """What was decided: a loan that may be accepted, or why there is none."""

    refusal: Refusal | None
    standing: Standing
    available: Money
    """What she could borrow besides what she owes already."""
    loan: Loan | None = None


def apply(person_id: str, wish: Wish, *, pays: str | None = None, now: datetime) -> Application:
    """Decide an application at once, and offer a contract. 1 read, 1 query, 1 transaction of 1 item.

    For a share of sales 1 query more, for the balance of an order that it `pays` 1 read more. Nothing is held
    for an offer: accepting it is what counts. Raises OrderNotFound, NothingToPay, NoStanding, NothingToLend,
    LendingHalted, TermTooLong.
    """
    if pays:
        _refuse_other_balance(pays, wish, person_id)
    standing, exposure, halted = read_together(
        [scoring.standing_want(person_id), models.exposure_want(person_id), models.halted_want()]
    )
    if standing is None:
        raise NoStanding
    exposure = exposure or rules.Exposure()
    available = Money(max(0, standing.limit.amount - exposure.outstanding), standing.limit.currency)
    if refusal := rules.refusal(wish, limit=standing.limit, exposure=exposure):
        return Application(refusal, standing, available)
    if wish.method is Method.SHARE_OF_SALES:
        _expect(wish, standing, person_id, now)
    loan_id = idempotency.stable_id("lon")
    pool = rules.lender_of(
        models.pools(),
        Money(wish.amount, standing.limit.currency),
        owed_after=exposure.outstanding + wish.amount,
        loan_id=loan_id,
        halted=bool(halted),
    )
    loan = _offer(loan_id, wish, standing, pool, borrower=person_id, pays=pays, now=now)
    with Transaction() as tx:
        tx.put(models.loan_item(loan, look_at=None))
        return tx.result(Application(None, standing, available, loan))


def _expect(wish: Wish, standing: Standing, person_id: str, now: datetime) -> None:
    """Refuse what sales as they were wouldn't bring back. Raises TermTooLong."""
    fee = rules.terms_of(wish, annual_rate=standing.annual_rate).fee
    volume = scoring.record(person_id, now=now).monthly_sales or 0
    found = sales.expected(wish.amount, fee, yearly_volume=volume * 12, share=wish.share or 0)
    if found.days > wish.months * 30:
        raise TermTooLong(f"At your sales this takes {found.days} days.", field="share")


def _refuse_other_balance(order_id: str, wish: Wish, person_id: str) -> None:
    order = orders.heard_of(order_id)
    if order.buyer_id != person_id:
        raise OrderNotFound(field="order_id")
    if not _is_balance(order, wish.amount, order.total.currency):
        raise NothingToPay(field="amount")


def _is_balance(order: Order, amount: int, currency: str) -> bool:
    """Is this just what an order waits for?"""
    return order.state is State.DEPOSITED and order.balance == Money(amount, currency)


def _offer(
    loan_id: str,
    wish: Wish,
    standing: Standing,
    pool: Pool,
    *,
    borrower: str,
    pays: str | None,
    now: datetime,
) -> Loan:
    terms = rules.terms_of(wish, annual_rate=standing.annual_rate)
    loan = Loan(
        id=loan_id,
        borrower=borrower,
        pool_id=pool.id,
        lender=pool.name,
        currency=pool.currency,
        purpose=wish.purpose,
        terms=terms,
        state=LoanState.OFFERED,
        book=servicing.opened(terms, rules.day_of(now, settings().time_zone)),
        offered_at=now,
        contract="",
        default_probability=standing.default_probability,
        pays=pays,
    )
    return replace(loan, contract=sheet.digest(sheet.page(loan)))


def accept(loan_id: str, *, borrower: str, contract: str, now: datetime) -> Loan:
    """Accept an offer: its money is on its way. 2 reads, 1 transaction of 3 items and 1 event.

    What she owes grows by a condition on her limit, and what the pool has free shrinks by one on its cap: of
    two at one instant only as many go through as fit. Raises LoanNotFound, ContractDiffers, WrongLoanState,
    OfferExpired, LendingHalted, BeyondLimit; on commit BeyondLimit, NothingToLend.
    """
    loan = load(loan_id, borrower=borrower)
    if contract != loan.contract:
        raise ContractDiffers(field="contract")
    after = replace(rules.accepted(loan, now=now), version=loan.version + 1)
    standing, pool, halted = read_together(
        [scoring.standing_want(borrower), models.pool_want(loan.pool_id), models.halted_want()]
    )
    if halted or pool.halted:
        raise LendingHalted
    amount = loan.terms.amount
    most = min(standing.limit.amount if standing else 0, pool.per_borrower)
    if amount > most:
        raise BeyondLimit
    with Transaction() as tx:
        models.advance(tx, loan, after, look_at=None)
        models.owe(tx, borrower, amount, most=most, otherwise=BeyondLimit)
        models.promise(tx, pool, amount, otherwise=NothingToLend)
        tx.emit(LoanAccepted(at=now, loan_id=loan_id))
        return tx.result(after)


def disburse(loan_id: str, *, now: datetime) -> None:
    """Move a loan's money from its pool to the borrower's wallet, once. 1 read, 1 transaction of 15 items.

    With a share of sales 1 read and 5 items more. What pays an order goes on into its escrow in the same
    step, for 1 read, 5 items and 1 event more; if that order waits for it no longer, it stays in the wallet.
    A message that comes again finds it done. Raises LoanNotFound, SplitsChanged, TooManySplits,
    ChangedMeanwhile.
    """
    loan = _found(loan_id)
    if loan.state is not LoanState.ACCEPTED:
        return
    zone = settings().time_zone
    after = replace(rules.paid_out(loan, now=now, zone=zone), version=loan.version + 1)
    debt = debt_of(loan)
    swept = books.instructions_of(loan.borrower, loan.currency) if loan.terms.share else None
    booking, paid = Booking(debt, "out"), _to_pay(loan)
    with Transaction() as tx:
        models.advance(tx, loan, after, look_at=rules.next_evening(loan_id, now, zone))
        transfers = [
            *booking.disbursed(loan.terms.amount, loan.terms.fee),
            *booking.set_aside(after.provision),
        ]
        if paid:
            sales = [(paid.id, paid.balance)]
            transfers += books.paying(buyer=loan.borrower, sales=sales, step=bargains.BALANCE)
            bargains.note_paid(tx, paid, now=now)
        books.book(tx, transfers, at=now)
        if swept is not None:
            _sweep(tx, debt, after, swept)
        tx.emit(LoanPaidOut(at=now, **told(after), amount=loan.terms.amount))


def _to_pay(loan: Loan) -> Order | None:
    """The order that still waits for a loan's money. 1 read, or none."""
    if loan.pays is None:
        return None
    order = orders.heard_of(loan.pays)
    return order if _is_balance(order, loan.terms.amount, loan.currency) else None


def _sweep(tx: Transaction, debt: Debt, loan: Loan, before: Instructions) -> None:
    books.sweep_from_sales(tx, debt, before, basis_points=loan.terms.share, most=loan.book.owed.total)


def told(loan: Loan) -> dict[str, str]:
    """What events tell of every loan."""
    return {"loan_id": loan.id, "borrower": loan.borrower, "currency": loan.currency}


def debt_of(loan: Loan) -> Debt:
    """A loan as the books know it."""
    return Debt(loan.id, loan.borrower, loan.pool_id, loan.currency)


def load(loan_id: str, *, borrower: str) -> Loan:
    """One's own loan. 1 read. Raises LoanNotFound."""
    loan = _found(loan_id)
    if loan.borrower != borrower:
        raise LoanNotFound
    return loan


def _found(loan_id: str) -> Loan:
    loan: Loan | None
    (loan,) = read_together([models.loan_want(loan_id)])
    if loan is None:
        raise LoanNotFound
    return loan


load_any = _found
"""Anybody's loan, for operators and the clock. 1 read. Raises LoanNotFound."""


def loans_of(borrower: str, *, limit: int, cursor: str | None) -> Page[Loan]:
    """One's loans and offers, the newest first. 1 query, 1 read."""
    keys = paging.query(LoanItem.of_borrower, borrower, limit=limit, cursor=cursor)
    found: Sequence[Loan | None] = (
        read_together([models.loan_want(key.pk) for key in keys.items]) if keys.items else []
    )
    return Page([one for one in found if one], keys.cursor)


def agreed(loan_id: str, *, borrower: str) -> Loan:
    """One's own loan as it was offered, whatever was paid since: what its contract is made of. 1 read.

    Raises LoanNotFound.
    """
    return as_offered(load(loan_id, borrower=borrower))


def as_offered(loan: Loan) -> Loan:
    """A loan as its contract has it."""
    day = rules.day_of(loan.offered_at, settings().time_zone)
    return replace(loan, book=servicing.opened(loan.terms, day))
