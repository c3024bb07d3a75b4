from typing import Literal

FoundationInvoiceState = Literal["open", "paid", "uncollected"]

FOUNDATION_INVOICE_STATE_VALUES: set[FoundationInvoiceState] = {
    "open",
    "paid",
    "uncollected",
}


def check_foundation_invoice_state(value: str) -> FoundationInvoiceState:
    if value in FOUNDATION_INVOICE_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FOUNDATION_INVOICE_STATE_VALUES!r}")
