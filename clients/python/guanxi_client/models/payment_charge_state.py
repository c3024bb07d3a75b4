from typing import Literal

PaymentChargeState = Literal["failed", "pending", "succeeded"]

PAYMENT_CHARGE_STATE_VALUES: set[PaymentChargeState] = {
    "failed",
    "pending",
    "succeeded",
}


def check_payment_charge_state(value: str) -> PaymentChargeState:
    if value in PAYMENT_CHARGE_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_CHARGE_STATE_VALUES!r}")
