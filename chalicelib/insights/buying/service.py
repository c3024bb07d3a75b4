"""Orders in the figures: each counts as it is now, whichever of its events came and however often.

What an order counts for is kept beside it, and what has changed since is added in the transaction that writes
it down anew. Who told over which channel a buyer came may do so before the order is heard of or after.
"""

from __future__ import annotations

from datetime import datetime

from pynamodb.exceptions import PutError

from chalicelib.foundation import aws, ids
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.insights.buying import models, rules
from chalicelib.insights.buying.models import BuyerItem
from chalicelib.insights.buying.rules import Effect, Sale, Sold
from chalicelib.insights.counting import rules as counting
from chalicelib.insights.counting import sums
from chalicelib.orders import service as orders
from chalicelib.orders.service import Order
from chalicelib.stores import service as stores


def follow_order(order_id: str, *, now: datetime) -> None:
    """Count an order as it is now. 2 reads; 1 more and 3 writes at most for the sketches; 1 transaction of at
    most 70 items.

    Raises OrderNotFound; ChangedMeanwhile when two messages meet, and Busy: it comes again.
    """
    order = orders.heard_of(order_id)
    store_id, checkout_id = order.seller.store_id, order.checkout_id
    effect: Effect | None
    store, effect, came, buyer = read_together(
        [
            stores.store_want(store_id),
            models.effect_want(checkout_id, order_id),
            models.came_want(checkout_id, store_id),
            models.buyer_want(store_id, order.buyer_id),
        ]
    )
    after = Effect(order.is_sale, order.refunded.amount if order.is_sale else 0, came or "")
    if store is None or after == effect:
        return
    sale = _sale(order)
    tally = rules.tally_of(sale, after, store.time_zone)
    if effect is None and now - sale.placed_at < counting.LIVE:
        tally.add(counting.MINUTE, f"{sale.placed_at:%Y-%m-%dT%H:%M}", "paid")
    shard = ids.shard(order_id, counting.SHARDS)
    if effect is None:
        sums.see(store_id, tally, shard=shard)
    with Transaction() as tx:
        item, unchanged = models.effect_item(store_id, checkout_id, order_id, effect, after)
        tx.put(item, condition=unchanged)
        if came is None:
            tx.check(*models.not_come(checkout_id, store_id))
        change = tally.less(rules.tally_of(sale, effect, store.time_zone))
        sums.add(tx, store_id, change, shard=shard, now=now)
        moved = int(after.sale) - int(effect.sale if effect else False)
        if moved:
            month = rules.month_of(sale, store.time_zone)
            _count_buyer(tx, sale.buyer_id, buyer, store_id=store_id, month=month, moved=moved)


def _sale(order: Order) -> Sale:
    return Sale(
        order_id=order.id,
        buyer_id=order.buyer_id,
        placed_at=order.placed_at,
        total=order.total.amount,
        region=rules.region_of(order.destination.country, order.destination.region),
        sold=tuple(Sold(line.listing_id, line.quantity, line.net.amount) for line in order.lines),
    )


def _count_buyer(
    tx: Transaction, buyer_id: str, before: BuyerItem | None, *, store_id: str, month: str, moved: int
) -> None:
    """Count an order in its buyer's months, and her in the cohorts: 3 items at most."""
    months = dict(before.months) if before else {}
    after = rules.with_order(months, month, moved)
    item, unchanged = models.buyer_item(store_id, buyer_id, before, after)
    tx.put(item, condition=unchanged)
    for first, counts in rules.cohort_changes(months, after).items():
        tx.update(*models.cohort_change(store_id, first, counts))


def join(store_id: str, checkout_id: str, *, channel: str, now: datetime) -> None:
    """Note over which channel somebody came to a checkout, and count its orders so. Who tells first holds.

    1 write, 1 query, and for each order what it takes to follow it.
    """
    try:
        item = models.came_item(checkout_id, store_id, channel, now=now)
        item.save(condition=models.CameItem.pk.does_not_exist())
    except PutError as error:
        if not aws.condition_failed(error):
            raise
    for order_id in models.orders_of(checkout_id, store_id):
        follow_order(order_id, now=now)
