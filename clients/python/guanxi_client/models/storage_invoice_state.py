from typing import Literal

StorageInvoiceState = Literal["open", "paid", "uncollected"]

STORAGE_INVOICE_STATE_VALUES: set[StorageInvoiceState] = {
    "open",
    "paid",
    "uncollected",
}


def check_storage_invoice_state(value: str) -> StorageInvoiceState:
    if value in STORAGE_INVOICE_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STORAGE_INVOICE_STATE_VALUES!r}")
