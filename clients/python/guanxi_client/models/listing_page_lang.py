from typing import Literal

ListingPageLang = Literal["en", "zh"]

LISTING_PAGE_LANG_VALUES: set[ListingPageLang] = {
    "en",
    "zh",
}


def check_listing_page_lang(value: str) -> ListingPageLang:
    if value in LISTING_PAGE_LANG_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LISTING_PAGE_LANG_VALUES!r}")
