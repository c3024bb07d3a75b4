from typing import Literal

PaymentEvery = Literal["day", "friday", "monday", "saturday", "sunday", "thursday", "tuesday", "wednesday"]

PAYMENT_EVERY_VALUES: set[PaymentEvery] = {
    "day",
    "friday",
    "monday",
    "saturday",
    "sunday",
    "thursday",
    "tuesday",
    "wednesday",
}


def check_payment_every(value: str) -> PaymentEvery:
    if value in PAYMENT_EVERY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_EVERY_VALUES!r}")
