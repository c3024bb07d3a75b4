from typing import Literal

NewCheckoutPayFrom = Literal["gateway", "wallet"]

NEW_CHECKOUT_PAY_FROM_VALUES: set[NewCheckoutPayFrom] = {
    "gateway",
    "wallet",
}


def check_new_checkout_pay_from(value: str) -> NewCheckoutPayFrom:
    if value in NEW_CHECKOUT_PAY_FROM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_CHECKOUT_PAY_FROM_VALUES!r}")
