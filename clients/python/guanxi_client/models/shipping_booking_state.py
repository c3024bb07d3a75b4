from typing import Literal

ShippingBookingState = Literal["booked", "booking", "cancelled", "refused"]

SHIPPING_BOOKING_STATE_VALUES: set[ShippingBookingState] = {
    "booked",
    "booking",
    "cancelled",
    "refused",
}


def check_shipping_booking_state(value: str) -> ShippingBookingState:
    if value in SHIPPING_BOOKING_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SHIPPING_BOOKING_STATE_VALUES!r}")
