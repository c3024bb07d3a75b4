"""The lending table: borrowers, loans and pools."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from pynamodb.attributes import (
    BooleanAttribute,
    JSONAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UTCDateTimeAttribute,
)
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from chalicelib.foundation import clock, due
from chalicelib.foundation.tables import Item, Want, table
from chalicelib.foundation.transaction import Refusal, Transaction
from chalicelib.lending.rules import FORGOTTEN_AFTER, Exposure, Loan, LoanState, Payment, Pool, Purpose
from chalicelib.lending.schedules.days.rules import DayCount
from chalicelib.lending.schedules.rules import Method, Row
from chalicelib.lending.servicing.rules import Book, Sums, Terms

_DUE = "loan"


class BorrowerItem(Item):
    """What a person owes in all. Key: `borrower#` and the person, `exposure`."""

    class Meta(Item.Meta):
        table_name = table("lending")

    outstanding = NumberAttribute(default=0)
    """Of all her loans, accepted ones too, in minor units: it never exceeds her limit by a new loan."""
    late = NumberAttribute(default=0)
    """How many of them are late."""

    def exposure(self) -> Exposure:
        """What the business knows of it."""
        return Exposure(int(self.outstanding), int(self.late))


class PoolItem(Item):
    """A pool. Key: `pools`, its id."""

    class Meta(Item.Meta):
        table_name = table("lending")

    owner = UnicodeAttribute()
    name = UnicodeAttribute()
    currency = UnicodeAttribute()
    cap = NumberAttribute()
    per_borrower = NumberAttribute()
    free = NumberAttribute(default=0)
    lent = NumberAttribute(default=0)
    halted = BooleanAttribute(default=False)

    def pool(self) -> Pool:
        """What the business knows of it."""
        return Pool(
            id=self.sk,
            owner=self.owner,
            name=self.name,
            currency=self.currency,
            cap=int(self.cap),
            per_borrower=int(self.per_borrower),
            free=int(self.free),
            lent=int(self.lent),
            halted=self.halted,
        )


class SwitchItem(Item):
    """Whether anything is lent at all. Key: `lending`, `switch`."""

    class Meta(Item.Meta):
        table_name = table("lending")

    halted = BooleanAttribute()


class OfBorrower(GlobalSecondaryIndex["LoanItem"]):
    """A person's loans, by when they were offered."""

    class Meta:
        index_name = "of_borrower"
        projection = KeysOnlyProjection()

    borrower = UnicodeAttribute(hash_key=True)
    placed = UnicodeAttribute(range_key=True)


class Due(GlobalSecondaryIndex["LoanItem"]):
    """Loans by when the clock looks at them. Sparse: one that is over isn't in it."""

    class Meta:
        index_name = "by_due"
        projection = KeysOnlyProjection()

    due_shard = UnicodeAttribute(hash_key=True)
    due_at = UnicodeAttribute(range_key=True)


class LoanItem(Item):
    """A loan. Key: its id, `loan`."""

    class Meta(Item.Meta):
        table_name = table("lending")

    borrower = UnicodeAttribute()
    placed = UnicodeAttribute()
    pool_id = UnicodeAttribute()
    lender = UnicodeAttribute()
    currency = UnicodeAttribute()
    purpose = UnicodeAttribute()
    terms = JSONAttribute()
    state = UnicodeAttribute()
    book = JSONAttribute()
    offered_at = UTCDateTimeAttribute()
    contract = UnicodeAttribute()
    default_probability = NumberAttribute()
    provision = NumberAttribute(default=0)
    written_off = NumberAttribute(default=0)
    recovered = NumberAttribute(default=0)
    last_payment = JSONAttribute(null=True)
    accepted_at = UTCDateTimeAttribute(null=True)
    paid_out_at = UTCDateTimeAttribute(null=True)
    closed_at = UTCDateTimeAttribute(null=True)
    version = NumberAttribute()
    pays = UnicodeAttribute(null=True)
    due_shard = UnicodeAttribute(null=True)
    due_at = UnicodeAttribute(null=True)

    of_borrower = OfBorrower()
    due = Due()

    def loan(self) -> Loan:
        """What the business knows of it."""
        return Loan(
            id=self.pk,
            borrower=self.borrower,
            pool_id=self.pool_id,
            lender=self.lender,
            currency=self.currency,
            purpose=Purpose(self.purpose),
            terms=_terms(self.terms),
            state=LoanState(self.state),
            book=_book(self.book),
            offered_at=self.offered_at,
            contract=self.contract,
            default_probability=int(self.default_probability),
            provision=int(self.provision),
            written_off=int(self.written_off),
            recovered=int(self.recovered),
            last_payment=_payment(self.last_payment) if self.last_payment else None,
            accepted_at=self.accepted_at,
            paid_out_at=self.paid_out_at,
            closed_at=self.closed_at,
            version=int(self.version),
            pays=self.pays,
        )


def _terms(row: dict[str, Any]) -> Terms:
    return Terms(**{**row, "method": Method(row["method"]), "day_count": DayCount(row["day_count"])})


def _payment(row: dict[str, Any]) -> Payment:
    return Payment(row["id"], Sums(**row["sums"]))


def _book(row: dict[str, Any]) -> Book:
    return Book(
        owed=Sums(*row["owed"]),
        rows=tuple(_row(*one) for one in row["rows"]),
        through=date.fromisoformat(row["through"]),
        late_since=date.fromisoformat(row["late_since"]) if row["late_since"] else None,
        rest=row["rest"],
    )


def _row(number: int, days: list[str], sums: list[int]) -> Row:
    start, until, due_ = (date.fromisoformat(day) for day in days)
    return Row(number, start, until, due_, *sums)


def _book_row(book: Book) -> dict[str, Any]:
    owed = book.owed
    return {
        "owed": [owed.fee, owed.penalty, owed.interest, owed.principal],
        "rows": [
            [
                row.number,
                [day.isoformat() for day in (row.start, row.until, row.due)],
                [row.principal, row.interest],
            ]
            for row in book.rows
        ],
        "through": book.through.isoformat(),
        "late_since": book.late_since.isoformat() if book.late_since else None,
        "rest": book.rest,
    }


def loan_item(loan: Loan, *, look_at: datetime | None) -> LoanItem:
    """A loan as it is stored, and when the clock looks at it."""
    return LoanItem(
        pk=loan.id,
        sk="loan",
        borrower=loan.borrower,
        placed=f"{clock.stamp(loan.offered_at)}#{loan.id}",
        pool_id=loan.pool_id,
        lender=loan.lender,
        currency=loan.currency,
        purpose=loan.purpose.value,
        terms=asdict(loan.terms),
        state=loan.state.value,
        book=_book_row(loan.book),
        offered_at=loan.offered_at,
        contract=loan.contract,
        default_probability=loan.default_probability,
        provision=loan.provision,
        written_off=loan.written_off,
        recovered=loan.recovered,
        last_payment=asdict(loan.last_payment) if loan.last_payment else None,
        accepted_at=loan.accepted_at,
        paid_out_at=loan.paid_out_at,
        closed_at=loan.closed_at,
        version=loan.version,
        pays=loan.pays,
        due_shard=due.shard(_DUE, loan.id) if look_at else None,
        due_at=clock.stamp(look_at) if look_at else None,
        expires_at=loan.offered_at + FORGOTTEN_AFTER if loan.state is LoanState.OFFERED else None,
    )


def advance(tx: Transaction, before: Loan, after: Loan, *, look_at: datetime | None) -> None:
    """Put a loan in place of the one that was read: 1 item. On commit raises ChangedMeanwhile."""
    tx.put(loan_item(after, look_at=look_at), condition=LoanItem.version == before.version)


def loan_want(loan_id: str) -> Want[Loan]:
    """A loan to be read."""
    return Want(LoanItem, loan_id, "loan", LoanItem.loan)


def exposure_want(person_id: str) -> Want[Exposure]:
    """What a person owes in all, to be read."""
    return Want(BorrowerItem, f"borrower#{person_id}", "exposure", BorrowerItem.exposure)


def pool_want(pool_id: str) -> Want[Pool]:
    """A pool to be read."""
    return Want(PoolItem, "pools", pool_id, PoolItem.pool)


def halted_want() -> Want[bool]:
    """Whether nothing is lent, to be read."""
    return Want(SwitchItem, "lending", "switch", lambda item: item.halted)


def owe(tx: Transaction, person_id: str, amount: int, *, most: int, otherwise: Refusal) -> None:
    """Let a person owe more, but no more than so much in all, and nothing while a loan is late: 1 item.

    On commit raises `otherwise`.
    """
    item = BorrowerItem
    fits = item.outstanding.does_not_exist() | (item.outstanding <= most - amount)
    tx.update(
        item(pk=f"borrower#{person_id}", sk="exposure"),
        [item.outstanding.add(amount)],
        condition=fits & (item.late.does_not_exist() | (item.late == 0)),
        otherwise=otherwise,
    )


def owe_less(tx: Transaction, person_id: str, amount: int, *, late: int = 0) -> None:
    """Let a person owe less, and so many more (or fewer) of her loans be late: 1 item, or none."""
    if amount or late:
        item = BorrowerItem
        tx.update(
            item(pk=f"borrower#{person_id}", sk="exposure"),
            [item.outstanding.add(-amount), item.late.add(late)],
        )


def promise(tx: Transaction, pool: Pool, amount: int, *, otherwise: Refusal) -> None:
    """Take an amount of what a pool has free, within its cap: 1 item. On commit raises `otherwise`."""
    item = PoolItem
    tx.update(
        pool_key(pool.id),
        [item.free.add(-amount), item.lent.add(amount)],
        condition=(item.free >= amount) & (item.lent <= pool.cap - amount) & (item.halted == False),  # noqa: E712
        otherwise=otherwise,
    )


def come_back(tx: Transaction, pool_id: str, *, paid: int = 0, lost: int = 0, recovered: int = 0) -> None:
    """So much of a pool is lent no more, paid or lost; what is recovered was lost before. 1 item, or none."""
    if paid or lost or recovered:
        item = PoolItem
        tx.update(pool_key(pool_id), [item.free.add(paid + recovered), item.lent.add(-paid - lost)])


def pool_key(pool_id: str) -> PoolItem:
    """A pool's item to update, known by its key alone."""
    return PoolItem(pk="pools", sk=pool_id)


def pool_item(pool: Pool) -> PoolItem:
    """A new pool as it is stored."""
    facts = asdict(pool)
    return PoolItem(pk="pools", sk=facts.pop("id"), **facts)


def pools() -> list[Pool]:
    """All pools, of which there are few. 1 query."""
    return [item.pool() for item in PoolItem.query("pools", consistent_read=True)]


def due_loans(now: datetime, *, limit: int) -> list[list[str]]:
    """The loans that the clock must look at, by shard. A query for each of 4 shards."""
    found = due.by_shard(LoanItem.due, LoanItem.due_at, _DUE, now, limit=limit)
    return [[key.pk for key in keys] for keys in found]
