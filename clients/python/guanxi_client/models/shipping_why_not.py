from typing import Literal

ShippingWhyNot = Literal[
    "abroad",
    "countryside",
    "not_collected",
    "not_served",
    "too_heavy",
    "too_large",
    "too_much_cash",
    "too_valuable",
]

SHIPPING_WHY_NOT_VALUES: set[ShippingWhyNot] = {
    "abroad",
    "countryside",
    "not_collected",
    "not_served",
    "too_heavy",
    "too_large",
    "too_much_cash",
    "too_valuable",
}


def check_shipping_why_not(value: str) -> ShippingWhyNot:
    if value in SHIPPING_WHY_NOT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SHIPPING_WHY_NOT_VALUES!r}")
