from typing import Literal

PaymentType = Literal["asset", "income", "liability", "outside"]

PAYMENT_TYPE_VALUES: set[PaymentType] = {
    "asset",
    "income",
    "liability",
    "outside",
}


def check_payment_type(value: str) -> PaymentType:
    if value in PAYMENT_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_TYPE_VALUES!r}")
