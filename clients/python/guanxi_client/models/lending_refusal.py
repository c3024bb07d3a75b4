from typing import Literal

LendingRefusal = Literal["beyond_limit", "late", "no_limit"]

LENDING_REFUSAL_VALUES: set[LendingRefusal] = {
    "beyond_limit",
    "late",
    "no_limit",
}


def check_lending_refusal(value: str) -> LendingRefusal:
    if value in LENDING_REFUSAL_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LENDING_REFUSAL_VALUES!r}")
