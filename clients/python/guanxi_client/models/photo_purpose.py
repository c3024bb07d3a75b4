from typing import Literal

PhotoPurpose = Literal["banner", "delivery", "evidence", "listing", "logo", "message", "portfolio", "review"]

PHOTO_PURPOSE_VALUES: set[PhotoPurpose] = {
    "banner",
    "delivery",
    "evidence",
    "listing",
    "logo",
    "message",
    "portfolio",
    "review",
}


def check_photo_purpose(value: str) -> PhotoPurpose:
    if value in PHOTO_PURPOSE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PHOTO_PURPOSE_VALUES!r}")
