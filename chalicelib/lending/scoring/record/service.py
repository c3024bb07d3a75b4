"""How a seller's record is kept: by what she did, order by order, whatever comes late or twice."""

from __future__ import annotations

from datetime import datetime, timedelta

from chalicelib.foundation.config import settings
from chalicelib.foundation.errors import DomainError
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.lending.scoring import models as standings
from chalicelib.lending.scoring.record import models, rules
from chalicelib.lending.scoring.record.models import CountedItem
from chalicelib.lending.scoring.record.rules import Counts, Outcome, Record
from chalicelib.orders import service as orders
from chalicelib.orders.errors import OrderNotFound
from chalicelib.orders.refunds import service as refunds
from chalicelib.orders.service import Order

__all__ = ["Counts", "Record", "of"]


class _CountedBefore(DomainError):
    """This order is in the record already."""


def follow(order_id: str, *, now: datetime) -> None:
    """Count an order once it is over, as it is now. 1 read, 1 more of its refunds, 1 transaction of 3 items.

    What is over doesn't change, so it is counted once, whatever messages come and in whichever order.
    Raises OrderNotFound.
    """
    order: Order | None
    order, counted = read_together([orders.order_want(order_id), models.counted_want(order_id)])
    if order is None:
        raise OrderNotFound
    ended_at = order.completed_at or order.cancelled_at or order.refunded_at
    if counted or ended_at is None:
        return
    month = rules.month_of(ended_at, settings().time_zone)
    counts = rules.counts_of(_outcome(order, ended_at))
    seller = order.seller.merchant_id
    try:
        with Transaction() as tx:
            tx.put(CountedItem(pk=order_id, sk="counted", at=now), otherwise=_CountedBefore)
            tx.update(models.month_key(seller, order.total.currency, month), models.adding(counts))
            tx.update(standings.standing_key(seller), standings.to_be_reckoned(seller, now))
    except _CountedBefore:
        return


def _outcome(order: Order, ended_at: datetime) -> Outcome:
    """1 read, or none where no refund was ever asked for."""
    return Outcome(
        placed_at=order.placed_at,
        shipped_at=order.shipped_at,
        ended_at=ended_at,
        completed=order.completed_at is not None,
        cancelled=order.cancelled_at is not None,
        total=order.total.amount,
        refunded=order.refunded.amount,
        disputes_lost=refunds.disputes_lost(order),
        unsent_after=timedelta(days=settings().ship_within_days),
    )


def of(person_id: str, currency: str, *, now: datetime) -> Record:
    """A seller's record in a currency. 1 query."""
    return models.record_of(person_id, currency, now=rules.month_of(now, settings().time_zone))
