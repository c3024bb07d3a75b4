from typing import Literal

PaymentPhase = Literal["accounts", "closed", "gateways"]

PAYMENT_PHASE_VALUES: set[PaymentPhase] = {
    "accounts",
    "closed",
    "gateways",
}


def check_payment_phase(value: str) -> PaymentPhase:
    if value in PAYMENT_PHASE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_PHASE_VALUES!r}")
