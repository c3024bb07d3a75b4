from typing import Literal

PaymentWithdrawalState = Literal["failed", "paid", "requested"]

PAYMENT_WITHDRAWAL_STATE_VALUES: set[PaymentWithdrawalState] = {
    "failed",
    "paid",
    "requested",
}


def check_payment_withdrawal_state(value: str) -> PaymentWithdrawalState:
    if value in PAYMENT_WITHDRAWAL_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_WITHDRAWAL_STATE_VALUES!r}")
