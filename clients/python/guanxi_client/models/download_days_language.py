from typing import Literal

DownloadDaysLanguage = Literal["en", "zh"]

DOWNLOAD_DAYS_LANGUAGE_VALUES: set[DownloadDaysLanguage] = {
    "en",
    "zh",
}


def check_download_days_language(value: str) -> DownloadDaysLanguage:
    if value in DOWNLOAD_DAYS_LANGUAGE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DOWNLOAD_DAYS_LANGUAGE_VALUES!r}")
