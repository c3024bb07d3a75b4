from typing import Literal

PrivacyArchiveState = Literal["done", "running"]

PRIVACY_ARCHIVE_STATE_VALUES: set[PrivacyArchiveState] = {
    "done",
    "running",
}


def check_privacy_archive_state(value: str) -> PrivacyArchiveState:
    if value in PRIVACY_ARCHIVE_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRIVACY_ARCHIVE_STATE_VALUES!r}")
