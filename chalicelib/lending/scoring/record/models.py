"""A seller's months, and which orders they count, as the lending table keeps them."""

from __future__ import annotations

from dataclasses import asdict

from pynamodb.attributes import NumberAttribute, UTCDateTimeAttribute
from pynamodb.expressions.update import Action

from chalicelib.foundation.tables import Item, Want, table
from chalicelib.lending.scoring.record.rules import KEPT, Counts, Record, months_before

_MONTH = "month"


class MonthItem(Item):
    """What a seller's orders came to in a month. Key: `seller#` and her id, currency and month.

    It changes by addition, in the transaction that marks the order as counted.
    """

    class Meta(Item.Meta):
        table_name = table("lending")

    orders = NumberAttribute(default=0)
    completed = NumberAttribute(default=0)
    cancelled = NumberAttribute(default=0)
    parcels = NumberAttribute(default=0)
    on_time = NumberAttribute(default=0)
    refunds = NumberAttribute(default=0)
    disputes_lost = NumberAttribute(default=0)
    sales = NumberAttribute(default=0)
    refunded = NumberAttribute(default=0)

    def counts(self) -> Counts:
        """What the business knows of it."""
        return Counts(**{name: int(getattr(self, name)) for name in asdict(Counts())})


class CountedItem(Item):
    """That an order is in its seller's record. Key: its id, `counted`."""

    class Meta(Item.Meta):
        table_name = table("lending")

    at = UTCDateTimeAttribute()


def month_key(person_id: str, currency: str, month: str) -> MonthItem:
    """The item to update, known by its key alone."""
    return MonthItem(pk=f"seller#{person_id}", sk=_sk(currency, month))


def adding(counts: Counts) -> list[Action]:
    """The change that adds to a month."""
    return [getattr(MonthItem, name).add(count) for name, count in asdict(counts).items() if count]


def counted_want(order_id: str) -> Want[bool]:
    """Whether an order is counted, to be read."""
    return Want(CountedItem, order_id, "counted", lambda _: True)


def record_of(person_id: str, currency: str, *, now: str) -> Record:
    """A seller's last year and the month that isn't over, `now`. 1 query of at most 13 items."""
    first = months_before(now, KEPT - 1)[0]
    within = MonthItem.sk.between(_sk(currency, first), _sk(currency, now))
    found = MonthItem.query(f"seller#{person_id}", within, consistent_read=True, limit=KEPT)
    return Record({one.sk.rpartition("#")[2]: one.counts() for one in found}, now, currency)


def _sk(currency: str, month: str) -> str:
    return f"{_MONTH}#{currency}#{month}"
