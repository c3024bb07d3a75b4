"""Who listens to what: the one table of events and the queues that get them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chalicelib.conversations.events import MessageWaiting
from chalicelib.foundation.events import Event
from chalicelib.listings.events import StockCameBack, StockMoved, StockRanLow, StockRanOut
from chalicelib.orders.events import (
    OrderCancelled,
    OrderCompleted,
    OrderPaid,
    OrderRefunded,
    OrderShipped,
    ParcelMoved,
    RefundMoved,
)
from chalicelib.payments.events import (
    ChargeSucceeded,
    WithdrawalFailed,
    WithdrawalPaid,
    WithdrawalRequested,
)

SUBSCRIPTIONS: Mapping[type[Event], Sequence[str]] = {
    StockMoved: ["stock"],
    StockRanLow: ["notifications"],
    StockRanOut: ["notifications"],
    StockCameBack: ["notifications"],
    ChargeSucceeded: ["checkouts"],
    OrderPaid: ["notifications"],
    OrderShipped: ["notifications"],
    ParcelMoved: ["notifications"],
    OrderCompleted: ["notifications"],
    OrderCancelled: ["notifications"],
    RefundMoved: ["notifications"],
    OrderRefunded: ["notifications"],
    MessageWaiting: ["notifications"],
    WithdrawalRequested: ["payouts"],
    WithdrawalPaid: ["notifications"],
    WithdrawalFailed: ["notifications"],
}
