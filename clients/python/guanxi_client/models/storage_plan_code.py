from typing import Literal

StoragePlanCode = Literal["free", "pay_as_you_go", "pro", "standard"]

STORAGE_PLAN_CODE_VALUES: set[StoragePlanCode] = {
    "free",
    "pay_as_you_go",
    "pro",
    "standard",
}


def check_storage_plan_code(value: str) -> StoragePlanCode:
    if value in STORAGE_PLAN_CODE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STORAGE_PLAN_CODE_VALUES!r}")
