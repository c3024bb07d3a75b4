from typing import Literal

ListingReason = Literal[
    "bad_header",
    "file_changed",
    "no_rows",
    "not_permitted",
    "too_large",
    "too_many_goods",
    "too_many_rows",
    "unreadable",
]

LISTING_REASON_VALUES: set[ListingReason] = {
    "bad_header",
    "file_changed",
    "no_rows",
    "not_permitted",
    "too_large",
    "too_many_goods",
    "too_many_rows",
    "unreadable",
}


def check_listing_reason(value: str) -> ListingReason:
    if value in LISTING_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LISTING_REASON_VALUES!r}")
