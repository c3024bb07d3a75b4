from typing import Literal

ListingViewStatus = Literal["active", "draft", "sold_out", "withdrawn"]

LISTING_VIEW_STATUS_VALUES: set[ListingViewStatus] = {
    "active",
    "draft",
    "sold_out",
    "withdrawn",
}


def check_listing_view_status(value: str) -> ListingViewStatus:
    if value in LISTING_VIEW_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LISTING_VIEW_STATUS_VALUES!r}")
