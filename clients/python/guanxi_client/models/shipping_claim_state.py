from typing import Literal

ShippingClaimState = Literal["accepted", "closed", "open", "paid", "refused"]

SHIPPING_CLAIM_STATE_VALUES: set[ShippingClaimState] = {
    "accepted",
    "closed",
    "open",
    "paid",
    "refused",
}


def check_shipping_claim_state(value: str) -> ShippingClaimState:
    if value in SHIPPING_CLAIM_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SHIPPING_CLAIM_STATE_VALUES!r}")
