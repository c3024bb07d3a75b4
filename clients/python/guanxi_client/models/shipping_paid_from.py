from typing import Literal

ShippingPaidFrom = Literal["pickup", "wallet"]

SHIPPING_PAID_FROM_VALUES: set[ShippingPaidFrom] = {
    "pickup",
    "wallet",
}


def check_shipping_paid_from(value: str) -> ShippingPaidFrom:
    if value in SHIPPING_PAID_FROM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SHIPPING_PAID_FROM_VALUES!r}")
