from typing import Literal

ListingState = Literal["done", "failed", "running", "waiting"]

LISTING_STATE_VALUES: set[ListingState] = {
    "done",
    "failed",
    "running",
    "waiting",
}


def check_listing_state(value: str) -> ListingState:
    if value in LISTING_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LISTING_STATE_VALUES!r}")
