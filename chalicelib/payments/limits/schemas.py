"""What the API answers about limits."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self

from chalicelib.foundation.http import Schema
from chalicelib.foundation.schemas import MoneyView
from chalicelib.payments.limits.rules import Limits, Use, Used


class UsedView(Schema):
    """A limit: the most at once, the most in a day, how much of that is used, and what may still be moved."""

    use: Use
    single: MoneyView
    daily: MoneyView
    used: MoneyView
    left: MoneyView

    @classmethod
    def of(cls, used: Used, /) -> Self:
        """Shape the answer."""
        return cls(
            use=used.use,
            single=MoneyView.of(used.limit.single),
            daily=MoneyView.of(used.limit.daily),
            used=MoneyView.of(used.used),
            left=MoneyView.of(used.left),
        )


class LimitsView(Schema):
    """The limits of one's wallet today."""

    day: date
    resets_at: datetime
    items: list[UsedView]

    @classmethod
    def of(cls, limits: Limits, /) -> Self:
        """Shape the answer."""
        return cls(
            day=limits.day, resets_at=limits.resets_at, items=[UsedView.of(used) for used in limits.uses]
        )
