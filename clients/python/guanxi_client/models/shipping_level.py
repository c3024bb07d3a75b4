from typing import Literal

ShippingLevel = Literal["city", "county", "national", "province"]

SHIPPING_LEVEL_VALUES: set[ShippingLevel] = {
    "city",
    "county",
    "national",
    "province",
}


def check_shipping_level(value: str) -> ShippingLevel:
    if value in SHIPPING_LEVEL_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SHIPPING_LEVEL_VALUES!r}")
