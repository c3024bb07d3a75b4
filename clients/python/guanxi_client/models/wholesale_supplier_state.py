from typing import Literal

WholesaleSupplierState = Literal["applied", "refused", "suspended", "verified"]

WHOLESALE_SUPPLIER_STATE_VALUES: set[WholesaleSupplierState] = {
    "applied",
    "refused",
    "suspended",
    "verified",
}


def check_wholesale_supplier_state(value: str) -> WholesaleSupplierState:
    if value in WHOLESALE_SUPPLIER_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WHOLESALE_SUPPLIER_STATE_VALUES!r}")
