from typing import Literal

ShippingClaimReason = Literal["damaged", "lost", "silent"]

SHIPPING_CLAIM_REASON_VALUES: set[ShippingClaimReason] = {
    "damaged",
    "lost",
    "silent",
}


def check_shipping_claim_reason(value: str) -> ShippingClaimReason:
    if value in SHIPPING_CLAIM_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SHIPPING_CLAIM_REASON_VALUES!r}")
