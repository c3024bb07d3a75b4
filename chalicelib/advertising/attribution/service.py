"""An order counts for the clicks on its store's ads that its buyer made within some days before it.

She is known signed in, or by a browser that is hers. The path is found when the order is first heard of, and
stays: so a refund is taken off the very clicks for which the sale was counted. A click of which billing hears
only after that isn't part of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from chalicelib.advertising.attribution import models, rules
from chalicelib.advertising.attribution.models import Log, PartItem
from chalicelib.advertising.attribution.rules import Effect, Result
from chalicelib.advertising.clicks import models as clicks
from chalicelib.advertising.clicks import rules as counting
from chalicelib.advertising.clicks.rules import Sums, Touch, Touched
from chalicelib.foundation.config import settings
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.orders import service as orders
from chalicelib.orders.service import Order


def follow_order(order_id: str) -> None:
    """Count an order for the ads that led to it as it is now, whichever of its events came.

    2 reads; of one that isn't counted yet 1 query, 1 more for each of 5 browsers; 1 transaction of 1 item and
    at most 5 for each of 15 clicks. Raises ChangedMeanwhile when two messages meet: one comes again.
    """
    order = orders.heard_of(order_id)
    before: Effect | None
    devices: frozenset[str] | None
    before, devices = read_together([models.effect_want(order_id), clicks.devices_want(order.buyer_id)])
    path = before.path if before else rules.path(_touches(order, devices or frozenset()))
    after = Effect(path, _result(order))
    if not path or after == before:
        return
    with Transaction() as tx:
        item, unchanged = models.effect_item(order_id, before, after)
        tx.put(item, condition=unchanged)
        _count(tx, order_id, before or Effect(path, Result()), after)


def _result(order: Order) -> Result:
    """What was called off before it was sent was never sold, and so isn't refunded either."""
    sales = (order.total - order.refunded).amount if order.is_sale else 0
    return Result(int(order.is_sale), sales, 0 if order.cancelled_at else order.refunded.amount)


def _touches(order: Order, visitors: frozenset[str]) -> Iterator[Touched]:
    since = order.placed_at - timedelta(days=settings().ad_attribution_days)
    for who in (order.buyer_id, *sorted(visitors)):
        yield from clicks.touches(who, order.seller.store_id, since=since, until=order.placed_at)


def _count(tx: Transaction, order_id: str, before: Effect, after: Effect) -> None:
    """Bring the log and the sums of each click to what the order is now."""
    length = len(after.path)
    changes: dict[tuple[str, Touch], Sums] = {}
    pairs = zip(rules.parts(before.result, length), rules.parts(after.result, length), strict=True)
    for facts, (old, new) in zip(after.path, pairs, strict=True):
        logged = models.part_item(Log.ORDER, order_id, facts, new)
        tx.put(logged, condition=PartItem.pk.exists() | PartItem.pk.does_not_exist())
        for touch in counting.touched(facts):
            key = facts.campaign_id, touch
            changes[key] = changes.get(key, Sums()) + (new - old)
    for (campaign_id, touch), change in changes.items():
        if change != Sums():
            tx.update(clicks.sums_key(campaign_id, touch), clicks.adding(change))
