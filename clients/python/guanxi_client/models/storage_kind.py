from typing import Literal

StorageKind = Literal["bandwidth", "plan", "remainder", "requests", "stored"]

STORAGE_KIND_VALUES: set[StorageKind] = {
    "bandwidth",
    "plan",
    "remainder",
    "requests",
    "stored",
}


def check_storage_kind(value: str) -> StorageKind:
    if value in STORAGE_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STORAGE_KIND_VALUES!r}")
