from typing import Literal

PaymentDiscrepancy = Literal[
    "amount_differs",
    "balance",
    "debts",
    "missing_here",
    "missing_there",
    "trial",
    "twice_here",
    "twice_there",
]

PAYMENT_DISCREPANCY_VALUES: set[PaymentDiscrepancy] = {
    "amount_differs",
    "balance",
    "debts",
    "missing_here",
    "missing_there",
    "trial",
    "twice_here",
    "twice_there",
}


def check_payment_discrepancy(value: str) -> PaymentDiscrepancy:
    if value in PAYMENT_DISCREPANCY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_DISCREPANCY_VALUES!r}")
