from typing import Literal

ListingFormat = Literal["csv", "jsonl"]

LISTING_FORMAT_VALUES: set[ListingFormat] = {
    "csv",
    "jsonl",
}


def check_listing_format(value: str) -> ListingFormat:
    if value in LISTING_FORMAT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LISTING_FORMAT_VALUES!r}")
