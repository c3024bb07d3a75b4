from typing import Literal

LendingDayCount = Literal["30/360", "actual/360", "actual/365", "actual/actual"]

LENDING_DAY_COUNT_VALUES: set[LendingDayCount] = {
    "30/360",
    "actual/360",
    "actual/365",
    "actual/actual",
}


def check_lending_day_count(value: str) -> LendingDayCount:
    if value in LENDING_DAY_COUNT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LENDING_DAY_COUNT_VALUES!r}")
