from typing import Literal

LendingCharacteristic = Literal[
    "ad_return",
    "cushion",
    "days_late",
    "disputes",
    "monthly_sales",
    "on_time",
    "rating",
    "refunds",
    "season",
    "store_months",
    "trend",
    "unevenness",
]

LENDING_CHARACTERISTIC_VALUES: set[LendingCharacteristic] = {
    "ad_return",
    "cushion",
    "days_late",
    "disputes",
    "monthly_sales",
    "on_time",
    "rating",
    "refunds",
    "season",
    "store_months",
    "trend",
    "unevenness",
}


def check_lending_characteristic(value: str) -> LendingCharacteristic:
    if value in LENDING_CHARACTERISTIC_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LENDING_CHARACTERISTIC_VALUES!r}")
