from typing import Literal

PaymentUse = Literal["payment", "top_up", "withdrawal"]

PAYMENT_USE_VALUES: set[PaymentUse] = {
    "payment",
    "top_up",
    "withdrawal",
}


def check_payment_use(value: str) -> PaymentUse:
    if value in PAYMENT_USE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_USE_VALUES!r}")
