from typing import Literal

ShippingStatus = Literal[
    "attempt_fail",
    "available_for_pickup",
    "customs",
    "damaged",
    "delivered",
    "expired",
    "in_transit",
    "info_received",
    "lost",
    "out_for_delivery",
    "pending",
    "returned",
]

SHIPPING_STATUS_VALUES: set[ShippingStatus] = {
    "attempt_fail",
    "available_for_pickup",
    "customs",
    "damaged",
    "delivered",
    "expired",
    "in_transit",
    "info_received",
    "lost",
    "out_for_delivery",
    "pending",
    "returned",
}


def check_shipping_status(value: str) -> ShippingStatus:
    if value in SHIPPING_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SHIPPING_STATUS_VALUES!r}")
