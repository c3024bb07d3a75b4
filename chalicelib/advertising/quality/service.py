"""How promptly a store sends is counted from its orders, whatever messages come late or twice.

An order counts once it is sent, by the moment when whoever ships says so, or once it is called off after it
should have been sent. What is promised is what its buyer was first told: a parcel that is called off before
the courier has it gives its order more time, and that doesn't count.
"""

from __future__ import annotations

from chalicelib.advertising.quality import models
from chalicelib.advertising.quality.rules import Sent
from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.orders import service as orders
from chalicelib.orders.errors import OrderNotFound
from chalicelib.orders.service import Order


def follow_order(order_id: str) -> None:
    """Count whether an order was sent in time as it is now, whichever of its events came.

    1 read of 2 items, 1 transaction of 2 items where that changed. Raises OrderNotFound, and ChangedMeanwhile
    when two messages meet: one comes again.
    """
    order: Order | None
    before: bool | None
    order, before = read_together([orders.order_want(order_id), models.dispatch_want(order_id)])
    if order is None:
        raise OrderNotFound
    after = order.sent_in_time
    if after == before:
        return
    old, new = _counted(before), _counted(after)
    change = Sent(new.orders - old.orders, new.in_time - old.in_time)
    with Transaction() as tx:
        item, unchanged = models.dispatch_item(order_id, before, after)
        tx.put(item, condition=unchanged)
        tx.update(*models.sent_change(order.seller.store_id, change))


def _counted(in_time: bool | None) -> Sent:
    return Sent() if in_time is None else Sent(1, int(in_time))
