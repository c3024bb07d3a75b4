from typing import Literal

PhotoPurpose = Literal["banner", "listing", "logo"]

PHOTO_PURPOSE_VALUES: set[PhotoPurpose] = {
    "banner",
    "listing",
    "logo",
}


def check_photo_purpose(value: str) -> PhotoPurpose:
    if value in PHOTO_PURPOSE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PHOTO_PURPOSE_VALUES!r}")
