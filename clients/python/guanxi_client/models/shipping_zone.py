from typing import Literal

ShippingZone = Literal["city", "far", "near", "province", "remote"]

SHIPPING_ZONE_VALUES: set[ShippingZone] = {
    "city",
    "far",
    "near",
    "province",
    "remote",
}


def check_shipping_zone(value: str) -> ShippingZone:
    if value in SHIPPING_ZONE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SHIPPING_ZONE_VALUES!r}")
