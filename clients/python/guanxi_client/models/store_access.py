from typing import Literal

StoreAccess = Literal["ads", "chat", "design", "listings", "orders", "reports"]

STORE_ACCESS_VALUES: set[StoreAccess] = {
    "ads",
    "chat",
    "design",
    "listings",
    "orders",
    "reports",
}


def check_store_access(value: str) -> StoreAccess:
    if value in STORE_ACCESS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STORE_ACCESS_VALUES!r}")
