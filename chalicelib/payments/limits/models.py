"""What people used of their limits, in the payments table: a counter a day, which goes away by itself."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from pynamodb.attributes import NumberAttribute

from chalicelib.foundation.tables import Item, Want, table
from chalicelib.payments.limits.rules import Use

KEPT = timedelta(days=8)
"""How long after its day a counter stays: what a bank sends back within this time is given back to it."""


class UsedItem(Item):
    """What a person used in a day. Key: `limit#` and her id, then use, currency and day."""

    class Meta(Item.Meta):
        table_name = table("payments")

    used = NumberAttribute()


def used_key(person_id: str, use: Use, currency: str, day: date) -> UsedItem:
    """A counter to change, known by its key alone."""
    return UsedItem(pk=f"limit#{person_id}", sk=_sort_key(use, currency, day))


def used_want(person_id: str, use: Use, currency: str, day: date) -> Want[int]:
    """A counter to read together with others."""
    return Want(UsedItem, f"limit#{person_id}", _sort_key(use, currency, day), lambda item: int(item.used))


def goes_away(end: datetime) -> datetime:
    """When the counter of a day that ends then may be forgotten."""
    return end + KEPT


def _sort_key(use: Use, currency: str, day: date) -> str:
    return f"{use}#{currency}#{day.isoformat()}"
