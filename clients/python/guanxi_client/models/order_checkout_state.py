from typing import Literal

OrderCheckoutState = Literal["awaiting_payment", "cancelled", "failed", "placed"]

ORDER_CHECKOUT_STATE_VALUES: set[OrderCheckoutState] = {
    "awaiting_payment",
    "cancelled",
    "failed",
    "placed",
}


def check_order_checkout_state(value: str) -> OrderCheckoutState:
    if value in ORDER_CHECKOUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDER_CHECKOUT_STATE_VALUES!r}")
