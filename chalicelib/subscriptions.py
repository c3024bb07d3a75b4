"""Who listens to what: the one table of events and the queues that get them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chalicelib.conversations.events import MessageWaiting
from chalicelib.foundation.events import Event
from chalicelib.listings.events import (
    GoodsChanged,
    StockCameBack,
    StockMoved,
    StockRanLow,
    StockRanOut,
)
from chalicelib.orders.events import (
    OrderCancelled,
    OrderCompleted,
    OrderPaid,
    OrderRefunded,
    OrderShipped,
    RefundMoved,
)
from chalicelib.payments.events import (
    ChargeSucceeded,
    WithdrawalFailed,
    WithdrawalPaid,
    WithdrawalRequested,
)
from chalicelib.stores.events import StoreChanged

SUBSCRIPTIONS: Mapping[type[Event], Sequence[str]] = {
    StoreChanged: ["search"],
    GoodsChanged: ["search"],
    StockMoved: ["stock", "search"],
    StockRanLow: ["notifications"],
    StockRanOut: ["notifications"],
    StockCameBack: ["notifications"],
    ChargeSucceeded: ["checkouts"],
    OrderPaid: ["notifications"],
    OrderShipped: ["notifications"],
    OrderCompleted: ["notifications"],
    OrderCancelled: ["notifications"],
    RefundMoved: ["notifications"],
    OrderRefunded: ["notifications"],
    MessageWaiting: ["notifications"],
    WithdrawalRequested: ["payouts"],
    WithdrawalPaid: ["notifications"],
    WithdrawalFailed: ["notifications"],
}
