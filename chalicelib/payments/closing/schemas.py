"""What the API of the closed books answers."""

from __future__ import annotations

import datetime as dt
from typing import Self

from chalicelib.foundation.http import Schema
from chalicelib.foundation.paging import Page
from chalicelib.foundation.schemas import MoneyView
from chalicelib.payments.closing.rules import Day, Difference, Discrepancy, Phase, trial_lines
from chalicelib.payments.rules import Kind, Type


class TrialLineView(Schema):
    """What the accounts of one kind held together, credits less debits."""

    kind: Kind
    type: Type
    balance: MoneyView


class DayView(Schema):
    """The books of a day (in UTC): the trial balance, which adds up to zero, and how many differences."""

    day: dt.date
    phase: Phase
    trial: list[TrialLineView]
    differences: int

    @classmethod
    def of(cls, day: Day, /) -> Self:
        """Shape the answer."""
        lines = [
            TrialLineView(kind=line.kind, type=line.kind.type, balance=MoneyView.of(line.balance))
            for line in trial_lines(day.trial)
        ]
        return cls(day=day.day, phase=day.phase, trial=lines, differences=day.differences)


class DaysView(Schema):
    """Days whose books are balanced, the latest first."""

    items: list[DayView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Day], /) -> Self:
        """Shape the answer."""
        return cls(items=[DayView.of(day) for day in page.items], cursor=page.cursor)


class DifferenceView(Schema):
    """What an operator must look at. `theirs` is what the entries add up to, or what the gateway says."""

    fault: Discrepancy
    subject: str
    ours: int | None
    theirs: int | None


class DifferencesView(Schema):
    """The differences of a day."""

    items: list[DifferenceView]
    cursor: str | None

    @classmethod
    def of(cls, page: Page[Difference], /) -> Self:
        """Shape the answer."""
        items = [DifferenceView.model_validate(one, from_attributes=True) for one in page.items]
        return cls(items=items, cursor=page.cursor)
