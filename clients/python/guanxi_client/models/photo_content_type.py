from typing import Literal

PhotoContentType = Literal["image/jpeg", "image/png", "image/webp"]

PHOTO_CONTENT_TYPE_VALUES: set[PhotoContentType] = {
    "image/jpeg",
    "image/png",
    "image/webp",
}


def check_photo_content_type(value: str) -> PhotoContentType:
    if value in PHOTO_CONTENT_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PHOTO_CONTENT_TYPE_VALUES!r}")
