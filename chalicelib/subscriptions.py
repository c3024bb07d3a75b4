"""Who listens to what: the one table of events and the queues that get them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chalicelib.foundation.events import Event
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

SUBSCRIPTIONS: Mapping[type[Event], Sequence[str]] = {
    ChargeSucceeded: ["checkouts"],
    OrderPaid: ["notifications", "reviews"],
    OrderShipped: ["notifications"],
    OrderCompleted: ["notifications", "reviews"],
    OrderCancelled: ["notifications", "reviews"],
    RefundMoved: ["notifications"],
    OrderRefunded: ["notifications", "reviews"],
    WithdrawalRequested: ["payouts"],
    WithdrawalPaid: ["notifications"],
    WithdrawalFailed: ["notifications"],
}
