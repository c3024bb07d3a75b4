from typing import Literal

ListingLevel = Literal["enough", "low", "out"]

LISTING_LEVEL_VALUES: set[ListingLevel] = {
    "enough",
    "low",
    "out",
}


def check_listing_level(value: str) -> ListingLevel:
    if value in LISTING_LEVEL_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LISTING_LEVEL_VALUES!r}")
