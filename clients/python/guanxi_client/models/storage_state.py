from typing import Literal

StorageState = Literal["active", "overdue"]

STORAGE_STATE_VALUES: set[StorageState] = {
    "active",
    "overdue",
}


def check_storage_state(value: str) -> StorageState:
    if value in STORAGE_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STORAGE_STATE_VALUES!r}")
