from typing import Literal

StorePageLang = Literal["en", "zh"]

STORE_PAGE_LANG_VALUES: set[StorePageLang] = {
    "en",
    "zh",
}


def check_store_page_lang(value: str) -> StorePageLang:
    if value in STORE_PAGE_LANG_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STORE_PAGE_LANG_VALUES!r}")
