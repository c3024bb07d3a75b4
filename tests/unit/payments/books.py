"""Reading the ledger as an auditor would."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime, time, timedelta

from chalicelib.foundation import aws, clock
from chalicelib.foundation.config import settings


def morning_after() -> datetime:
    """When the books of this day can be closed, whatever the hour is: at two of the next, in UTC."""
    return datetime.combine(clock.now().date() + timedelta(days=1), time(2), UTC)


def balances() -> dict[str, int]:
    """Every account's balance."""
    return {row["pk"]["S"]: int(row["balance"]["N"]) for row in _rows() if row["sk"]["S"] == "account"}


def entries() -> dict[str, int]:
    """Every account's entries added up."""
    sums: dict[str, int] = defaultdict(int)
    for row in _rows():
        if row["sk"]["S"].startswith("entry#"):
            sums[row["pk"]["S"]] += int(row["amount"]["N"])
    return dict(sums)


def audit() -> None:
    """The sum of all balances is zero, and every balance is the sum of its entries."""
    found = balances()
    assert sum(found.values()) == 0, found
    summed = entries()
    assert set(summed) <= set(found)
    assert {name: summed.get(name, 0) for name in found} == found


def _rows() -> list[dict[str, dict[str, str]]]:
    rows: list[dict[str, dict[str, str]]] = aws.client("dynamodb").scan(
        TableName=settings().table("payments"), ConsistentRead=True
    )["Items"]
    return rows
