from typing import Literal

OrderState = Literal["cancelled", "completed", "deposited", "paid", "refunded", "shipped"]

ORDER_STATE_VALUES: set[OrderState] = {
    "cancelled",
    "completed",
    "deposited",
    "paid",
    "refunded",
    "shipped",
}


def check_order_state(value: str) -> OrderState:
    if value in ORDER_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDER_STATE_VALUES!r}")
