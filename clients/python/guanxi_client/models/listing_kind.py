from typing import Literal

ListingKind = Literal["choice", "number", "text", "yes_no"]

LISTING_KIND_VALUES: set[ListingKind] = {
    "choice",
    "number",
    "text",
    "yes_no",
}


def check_listing_kind(value: str) -> ListingKind:
    if value in LISTING_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LISTING_KIND_VALUES!r}")
