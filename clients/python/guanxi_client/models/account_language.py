from typing import Literal

AccountLanguage = Literal["en", "zh"]

ACCOUNT_LANGUAGE_VALUES: set[AccountLanguage] = {
    "en",
    "zh",
}


def check_account_language(value: str) -> AccountLanguage:
    if value in ACCOUNT_LANGUAGE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ACCOUNT_LANGUAGE_VALUES!r}")
