from typing import Literal

ListingCardStatus = Literal["active", "draft", "sold_out", "withdrawn"]

LISTING_CARD_STATUS_VALUES: set[ListingCardStatus] = {
    "active",
    "draft",
    "sold_out",
    "withdrawn",
}


def check_listing_card_status(value: str) -> ListingCardStatus:
    if value in LISTING_CARD_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LISTING_CARD_STATUS_VALUES!r}")
