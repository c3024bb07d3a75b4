from typing import Literal

ListingCause = Literal[
    "cancelled", "counted", "lapsed", "listed", "released", "reserved", "restocked", "sold", "written_off"
]

LISTING_CAUSE_VALUES: set[ListingCause] = {
    "cancelled",
    "counted",
    "lapsed",
    "listed",
    "released",
    "reserved",
    "restocked",
    "sold",
    "written_off",
}


def check_listing_cause(value: str) -> ListingCause:
    if value in LISTING_CAUSE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LISTING_CAUSE_VALUES!r}")
