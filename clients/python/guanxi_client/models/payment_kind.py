from typing import Literal

PaymentKind = Literal["ads", "escrow", "loan", "outside", "revenue", "transit", "wallet"]

PAYMENT_KIND_VALUES: set[PaymentKind] = {
    "ads",
    "escrow",
    "loan",
    "outside",
    "revenue",
    "transit",
    "wallet",
}


def check_payment_kind(value: str) -> PaymentKind:
    if value in PAYMENT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_KIND_VALUES!r}")
