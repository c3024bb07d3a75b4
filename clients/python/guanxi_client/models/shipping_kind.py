from typing import Literal

ShippingKind = Literal["economy", "express", "freight", "locker", "standard"]

SHIPPING_KIND_VALUES: set[ShippingKind] = {
    "economy",
    "express",
    "freight",
    "locker",
    "standard",
}


def check_shipping_kind(value: str) -> ShippingKind:
    if value in SHIPPING_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SHIPPING_KIND_VALUES!r}")
