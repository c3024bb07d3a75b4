from typing import Literal

FindPageLang = Literal["en", "zh"]

FIND_PAGE_LANG_VALUES: set[FindPageLang] = {
    "en",
    "zh",
}


def check_find_page_lang(value: str) -> FindPageLang:
    if value in FIND_PAGE_LANG_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FIND_PAGE_LANG_VALUES!r}")
