"""What the API answers about what a seller may borrow."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from chalicelib.foundation.http import Schema
from chalicelib.foundation.money import Money
from chalicelib.foundation.schemas import MoneyView
from chalicelib.lending.scoring import words
from chalicelib.lending.scoring.record.service import Counts, Record
from chalicelib.lending.scoring.rules import Characteristic, Raise, Reason, Standing


class CreditReasonView(Schema):
    """Why the limit isn't higher: a code, and the same in words."""

    code: Reason
    text: dict[str, str]

    @classmethod
    def of(cls, reason: Reason, /) -> Self:
        """Shape the answer."""
        return cls(code=reason, text=dict(words.reason(reason)))


class CreditRaiseView(Schema):
    """What would raise the limit, if nothing else changed, and to how much.

    `value` and `target` are months, minor units, hundredths of stars or basis points, by what it is.
    """

    what: Characteristic
    value: int
    target: int
    points: int
    limit: MoneyView
    text: dict[str, str]

    @classmethod
    def of(cls, one: Raise, /) -> Self:
        """Shape the answer."""
        return cls(
            what=one.what,
            value=one.now,
            target=one.target,
            points=one.points,
            limit=MoneyView.of(one.limit),
            text=dict(words.advice(one)),
        )


class CreditView(Schema):
    """What one may borrow: the pre-approved limit and its price, why it isn't more, and what would raise it.

    With a limit of nothing nothing is lent. `annual_rate` and `default_probability` are in basis points.
    """

    limit: MoneyView
    annual_rate: int
    score: int
    default_probability: int
    card_version: str
    reasons: list[CreditReasonView]
    raises: list[CreditRaiseView]
    computed_at: datetime

    @classmethod
    def of(cls, standing: Standing, /) -> Self:
        """Shape the answer."""
        return cls(
            limit=MoneyView.of(standing.limit),
            annual_rate=standing.annual_rate,
            score=standing.score,
            default_probability=standing.default_probability,
            card_version=standing.card_version,
            reasons=[CreditReasonView.of(one) for one in standing.reasons],
            raises=[CreditRaiseView.of(one) for one in standing.raises],
            computed_at=standing.computed_at,
        )


class CreditMonthView(Schema):
    """What came of a month's orders: those that were over in it."""

    month: str
    orders: int
    completed: int
    parcels: int
    sent_in_time: int
    refunds: int
    disputes_lost: int
    sales: MoneyView
    refunded: MoneyView

    @classmethod
    def of(cls, month: str, counts: Counts, currency: str, /) -> Self:
        """Shape the answer."""
        return cls(
            month=month,
            orders=counts.orders,
            completed=counts.completed,
            parcels=counts.parcels,
            sent_in_time=counts.on_time,
            refunds=counts.refunds,
            disputes_lost=counts.disputes_lost,
            sales=MoneyView.of(Money(counts.sales, currency)),
            refunded=MoneyView.of(Money(counts.refunded, currency)),
        )


class CreditRecordView(Schema):
    """The record by which one is scored: the last year's months that have something, the newest first."""

    months: list[CreditMonthView]

    @classmethod
    def of(cls, record: Record, /) -> Self:
        """Shape the answer."""
        newest_first = sorted(record.months.items(), reverse=True)
        return cls(months=[CreditMonthView.of(*one, record.currency) for one in newest_first])
