from typing import Literal

OrderRefundState = Literal["closed", "disputed", "refunded", "rejected", "requested", "returned", "returning"]

ORDER_REFUND_STATE_VALUES: set[OrderRefundState] = {
    "closed",
    "disputed",
    "refunded",
    "rejected",
    "requested",
    "returned",
    "returning",
}


def check_order_refund_state(value: str) -> OrderRefundState:
    if value in ORDER_REFUND_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDER_REFUND_STATE_VALUES!r}")
