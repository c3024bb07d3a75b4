"""What the API of loans that were paid out takes and answers."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Self

from pydantic import Field

from chalicelib.foundation.http import Schema
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import Amount, MoneyView, PageQuery
from chalicelib.lending import rules
from chalicelib.lending.schemas import OwedView
from chalicelib.lending.servicing.service import Quote
from chalicelib.payments.credit.service import Line, Part


class LoanPayment(Schema):
    """How much is paid; nothing said: all that is owed."""

    amount: Amount | None = None


class LoanTerms(Schema):
    """New terms of a loan: in how many months what is left comes back, and at which yearly rate."""

    months: Annotated[int, Field(ge=1, le=rules.MOST_MONTHS)]
    annual_rate: Annotated[int, Field(ge=0, le=3600)]


class PayoffView(Schema):
    """What it takes to be rid of a loan on a day."""

    day: dt.date
    owed: OwedView
    total: MoneyView

    @classmethod
    def of(cls, quote: Quote, /) -> Self:
        """Shape the answer."""
        total = MoneyView.of(quote.loan.money(quote.owed.total))
        return cls(day=quote.day, owed=OwedView.of(quote.owed), total=total)


class LoanStatementQuery(PageQuery):
    """Of the loan's principal, or of what it costs."""

    of: Part = Part.PRINCIPAL


class LoanEntryView(Schema):
    """What was booked, and what was owed after it: both negative where more is owed."""

    at: dt.datetime
    code: str
    amount: MoneyView
    balance: MoneyView

    @classmethod
    def of(cls, line: Line, /) -> Self:
        """Shape the answer."""
        entry = line.entry
        return cls(
            at=entry.at,
            code=entry.code,
            amount=MoneyView.of(entry.amount),
            balance=MoneyView.of(line.balance),
        )


class LoanStatementView(Schema):
    """What was booked, the newest first."""

    items: list[LoanEntryView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Line], /) -> Self:
        """Shape the answer."""
        return cls(items=[LoanEntryView.of(line) for line in page.items], cursor=page.cursor)
