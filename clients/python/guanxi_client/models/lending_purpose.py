from typing import Literal

LendingPurpose = Literal["advertising", "equipment", "other", "stock", "wages"]

LENDING_PURPOSE_VALUES: set[LendingPurpose] = {
    "advertising",
    "equipment",
    "other",
    "stock",
    "wages",
}


def check_lending_purpose(value: str) -> LendingPurpose:
    if value in LENDING_PURPOSE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LENDING_PURPOSE_VALUES!r}")
