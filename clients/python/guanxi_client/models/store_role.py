from typing import Literal

StoreRole = Literal["manager", "owner", "packer", "partner", "service"]

STORE_ROLE_VALUES: set[StoreRole] = {
    "manager",
    "owner",
    "packer",
    "partner",
    "service",
}


def check_store_role(value: str) -> StoreRole:
    if value in STORE_ROLE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STORE_ROLE_VALUES!r}")
