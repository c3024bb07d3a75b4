from typing import Literal

ShippingBy = Literal["blend", "price", "reliability", "speed"]

SHIPPING_BY_VALUES: set[ShippingBy] = {
    "blend",
    "price",
    "reliability",
    "speed",
}


def check_shipping_by(value: str) -> ShippingBy:
    if value in SHIPPING_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SHIPPING_BY_VALUES!r}")
