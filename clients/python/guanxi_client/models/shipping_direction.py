from typing import Literal

ShippingDirection = Literal["back", "out"]

SHIPPING_DIRECTION_VALUES: set[ShippingDirection] = {
    "back",
    "out",
}


def check_shipping_direction(value: str) -> ShippingDirection:
    if value in SHIPPING_DIRECTION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SHIPPING_DIRECTION_VALUES!r}")
