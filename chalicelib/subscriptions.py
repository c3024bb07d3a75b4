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
    ChargeSucceeded: ["checkouts"],
    OrderPaid: ["notifications"],
    OrderShipped: ["notifications"],
    ParcelMoved: ["notifications"],
    OrderCompleted: ["notifications"],
    OrderCancelled: ["notifications"],
    RefundMoved: ["notifications"],
    OrderRefunded: ["notifications"],
    WithdrawalRequested: ["payouts"],
    WithdrawalPaid: ["notifications"],
    WithdrawalFailed: ["notifications"],
}
