from typing import Literal

LendingMethod = Literal["equal_instalments", "equal_principal", "interest_only", "share_of_sales"]

LENDING_METHOD_VALUES: set[LendingMethod] = {
    "equal_instalments",
    "equal_principal",
    "interest_only",
    "share_of_sales",
}


def check_lending_method(value: str) -> LendingMethod:
    if value in LENDING_METHOD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LENDING_METHOD_VALUES!r}")
