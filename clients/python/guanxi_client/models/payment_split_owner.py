from typing import Literal

PaymentSplitOwner = Literal["affiliate", "lending", "person"]

PAYMENT_SPLIT_OWNER_VALUES: set[PaymentSplitOwner] = {
    "affiliate",
    "lending",
    "person",
}


def check_payment_split_owner(value: str) -> PaymentSplitOwner:
    if value in PAYMENT_SPLIT_OWNER_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_SPLIT_OWNER_VALUES!r}")
