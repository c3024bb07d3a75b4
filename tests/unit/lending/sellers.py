"""Builders of sellers and of what they did."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from chalicelib.lending.scoring import handlers
from chalicelib.lending.scoring.record import models
from chalicelib.lending.scoring.record.rules import Counts, months_before
from chalicelib.lending.scoring.rules import Facts
from tests.unit.conftest import messages

NOW = datetime(2026, 11, 26, 4, tzinfo=UTC)
MONTH = "2026-11"
GOOD = Counts(orders=40, completed=40, parcels=40, on_time=39, sales=800_000, refunded=8_000, refunds=1)
"""A good month: 40 orders for ¥8,000, one of them partly refunded, one sent late."""


def a_year(person_id: str, *, month: Counts = GOOD, months: int = 12, until: str = MONTH) -> None:
    """So many equal months before this one in somebody's record."""
    for name in months_before(until, months):
        models.month_key(person_id, "CNY", name).update(actions=models.adding(month))


def kept() -> dict[str, Any]:
    """What the consumer makes of the messages that wait for it."""
    return handlers.keep_records({"Records": messages("records")})


def facts(**other: int | None) -> Facts:
    """A good seller's, but for what is told otherwise."""
    usual: dict[str, Any] = {
        "store_months": 24,
        "monthly_sales": 800_000,
        "trend": 10_000,
        "season": 10_000,
        "unevenness": 2_000,
        "refunds": 200,
        "disputes": 0,
        "on_time": 9_700,
        "rating": 475,
        "cushion": 2_000,
        "months_sold": 12,
    }
    return Facts(**(usual | other))
