from typing import Literal

WebClientLang = Literal["en", "zh"]

WEB_CLIENT_LANG_VALUES: set[WebClientLang] = {
    "en",
    "zh",
}


def check_web_client_lang(value: str) -> WebClientLang:
    if value in WEB_CLIENT_LANG_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WEB_CLIENT_LANG_VALUES!r}")
