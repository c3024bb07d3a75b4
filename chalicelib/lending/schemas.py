"""What the API of loans takes and answers."""

from __future__ import annotations

import base64
import datetime as dt
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints

from chalicelib.foundation.http import Query, Schema
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import MoneyView
from chalicelib.lending import rules, service
from chalicelib.lending.contracts import paper, sheet
from chalicelib.lending.errors import ShareMisplaced
from chalicelib.lending.rules import Loan, LoanState, Purpose, Refusal, Wish
from chalicelib.lending.schedules.days.rules import DayCount
from chalicelib.lending.schedules.rules import Method, Row
from chalicelib.lending.scoring.schemas import CreditReasonView
from chalicelib.lending.service import Application
from chalicelib.lending.servicing.rules import Sums

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class LoanWish(Schema):
    """What one applies for. With `share_of_sales` `share` (basis points of each sale) must be given.

    `consent` says that one's sales record may be looked at. With `order_id` the money pays the balance of a
    purchase order, of just that amount: its supplier ships at once, and one pays when the loan says.
    """

    amount: Annotated[int, Field(ge=1_000, le=10**9)]
    months: Annotated[int, Field(ge=1, le=rules.MOST_MONTHS)]
    purpose: Purpose
    product: Method = Method.EQUAL_INSTALMENTS
    day_count: DayCount = DayCount.THIRTY_360
    share: Annotated[int, Field(ge=100, le=5000)] | None = None
    order_id: Annotated[str, StringConstraints(min_length=1, max_length=40)] | None = None
    consent: Literal[True]

    def wish(self) -> Wish:
        """What the business knows of it. Raises ShareMisplaced."""
        if (self.share is None) == (self.product is Method.SHARE_OF_SALES):
            raise ShareMisplaced(field="share")
        return Wish(self.amount, self.months, self.purpose, self.product, self.day_count, self.share)


class Acceptance(Schema):
    """Which contract is accepted, by its digest."""

    contract: Digest


class ContractQuery(Query):
    """As what."""

    form: Literal["html", "pdf"] = "html"


class InstalmentView(Schema):
    """What is due on a day."""

    number: int
    due: dt.date
    principal: int
    interest: int
    total: int

    @classmethod
    def of(cls, row: Row, /) -> Self:
        """Shape the answer."""
        return cls(
            number=row.number, due=row.due, principal=row.principal, interest=row.interest, total=row.total
        )


class OwedView(Schema):
    """Amounts by what they are for, in minor units."""

    fee: int
    penalty: int
    interest: int
    principal: int
    total: int

    @classmethod
    def of(cls, sums: Sums, /) -> Self:
        """Shape the answer."""
        return cls(
            fee=sums.fee,
            penalty=sums.penalty,
            interest=sums.interest,
            principal=sums.principal,
            total=sums.total,
        )


class LoanView(Schema):
    """A loan. Rates and the share are in basis points; `schedule` is as it is now, `total_cost` as agreed."""

    id: str
    state: LoanState
    lender: str
    amount: MoneyView
    purpose: Purpose
    product: Method
    months: int
    day_count: DayCount
    annual_rate: int
    penalty_rate: int
    fee: MoneyView
    share: int
    total_cost: MoneyView
    schedule: list[InstalmentView]
    owed: OwedView
    late_since: dt.date | None
    accrued_until: dt.date
    written_off: MoneyView
    recovered: MoneyView
    contract: Digest
    offered_until: dt.datetime
    accepted_at: dt.datetime | None
    paid_out_at: dt.datetime | None
    closed_at: dt.datetime | None
    pays: str | None

    @classmethod
    def of(cls, loan: Loan, /) -> Self:
        """Shape the answer."""
        terms, book = loan.terms, loan.book

        def money(amount: int) -> MoneyView:
            return MoneyView.of(loan.money(amount))

        return cls(
            id=loan.id,
            state=loan.state,
            lender=loan.lender,
            amount=money(terms.amount),
            purpose=loan.purpose,
            product=terms.method,
            months=terms.months,
            day_count=terms.day_count,
            annual_rate=terms.annual_rate,
            penalty_rate=terms.penalty_rate,
            fee=money(terms.fee),
            share=terms.share,
            total_cost=money(rules.total_cost(terms, service.as_offered(loan).book)),
            schedule=[InstalmentView.of(row) for row in book.rows],
            owed=OwedView.of(book.owed),
            late_since=book.late_since,
            accrued_until=book.through,
            written_off=money(loan.written_off),
            recovered=money(loan.recovered),
            contract=loan.contract,
            offered_until=loan.offered_until,
            accepted_at=loan.accepted_at,
            paid_out_at=loan.paid_out_at,
            closed_at=loan.closed_at,
            pays=loan.pays,
        )


class LoansView(Schema):
    """One's loans and offers, the newest first."""

    items: list[LoanView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Loan], /) -> Self:
        """Shape the answer."""
        return cls(items=[LoanView.of(loan) for loan in page.items], cursor=page.cursor)


class ContractView(Schema):
    """The contract to read: a page, the same as a PDF in base64, and the digest that accepts it."""

    digest: Digest
    html: str
    pdf: str

    @classmethod
    def of(cls, loan: Loan, /) -> Self:
        """Shape the answer."""
        return cls(
            digest=loan.contract, html=sheet.page(loan), pdf=base64.b64encode(paper.pdf(loan)).decode()
        )


class ApplicationView(Schema):
    """The decision: a loan and its contract to accept, or why there is none and what would raise the limit.

    `available` is what can be borrowed beside what is owed already.
    """

    decision: Literal["approved", "refused"]
    refusal: Refusal | None
    reasons: list[CreditReasonView]
    available: MoneyView
    loan: LoanView | None
    contract: ContractView | None

    @classmethod
    def of(cls, found: Application, /) -> Self:
        """Shape the answer."""
        refused, loan = found.refusal is not None, found.loan
        return cls(
            decision="refused" if refused else "approved",
            refusal=found.refusal,
            reasons=[CreditReasonView.of(one) for one in found.standing.reasons] if refused else [],
            available=MoneyView.of(found.available),
            loan=LoanView.of(loan) if loan else None,
            contract=ContractView.of(loan) if loan else None,
        )
