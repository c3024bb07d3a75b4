from typing import Literal

PaymentKind = Literal[
    "ads",
    "claim",
    "collected",
    "escrow",
    "income",
    "interest",
    "loan",
    "outside",
    "pool",
    "provision",
    "revenue",
    "transit",
    "wallet",
]

PAYMENT_KIND_VALUES: set[PaymentKind] = {
    "ads",
    "claim",
    "collected",
    "escrow",
    "income",
    "interest",
    "loan",
    "outside",
    "pool",
    "provision",
    "revenue",
    "transit",
    "wallet",
}


def check_payment_kind(value: str) -> PaymentKind:
    if value in PAYMENT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_KIND_VALUES!r}")
