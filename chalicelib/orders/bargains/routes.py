"""The route of balances."""

from __future__ import annotations

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.orders.bargains import service
from chalicelib.orders.bargains.schemas import BalancePayment
from chalicelib.orders.errors import OrderNotFound, WrongState
from chalicelib.orders.rules import Order
from chalicelib.orders.schemas import OrderView
from chalicelib.payments.errors import (
    InsufficientFunds,
    LimitExceeded,
    PinLocked,
    PinRequired,
    WrongPin,
)
from chalicelib.stores.errors import NotPermitted

bp = Routes(__name__)


@bp.post(
    "/orders/{order_id}/balance",
    answers=OrderView,
    raises=(
        OrderNotFound,
        NotPermitted,
        WrongState,
        PinRequired,
        WrongPin,
        PinLocked,
        LimitExceeded,
        InsufficientFunds,
        ChangedMeanwhile,
    ),
)
def pay_balance(order_id: str, caller: Caller, body: BalancePayment) -> Order:
    """Pay the balance of an order of which the deposit is paid, from the wallet: it can be shipped then."""
    return service.pay_balance(order_id, buyer=caller.person_id, pin=body.pin, now=clock.now())
