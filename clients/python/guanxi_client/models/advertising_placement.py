from typing import Literal

AdvertisingPlacement = Literal["category", "home"]

ADVERTISING_PLACEMENT_VALUES: set[AdvertisingPlacement] = {
    "category",
    "home",
}


def check_advertising_placement(value: str) -> AdvertisingPlacement:
    if value in ADVERTISING_PLACEMENT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ADVERTISING_PLACEMENT_VALUES!r}")
