from typing import Literal

ListingTaxMode = Literal["added", "included", "none"]

LISTING_TAX_MODE_VALUES: set[ListingTaxMode] = {
    "added",
    "included",
    "none",
}


def check_listing_tax_mode(value: str) -> ListingTaxMode:
    if value in LISTING_TAX_MODE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LISTING_TAX_MODE_VALUES!r}")
