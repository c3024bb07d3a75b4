from typing import Literal

HomePageLang = Literal["en", "zh"]

HOME_PAGE_LANG_VALUES: set[HomePageLang] = {
    "en",
    "zh",
}


def check_home_page_lang(value: str) -> HomePageLang:
    if value in HOME_PAGE_LANG_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {HOME_PAGE_LANG_VALUES!r}")
