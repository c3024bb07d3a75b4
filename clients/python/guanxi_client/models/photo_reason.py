from typing import Literal

PhotoReason = Literal[
    "abandoned",
    "empty",
    "no_room",
    "not_a_picture",
    "other_type",
    "too_large",
    "too_many_pixels",
    "too_small",
]

PHOTO_REASON_VALUES: set[PhotoReason] = {
    "abandoned",
    "empty",
    "no_room",
    "not_a_picture",
    "other_type",
    "too_large",
    "too_many_pixels",
    "too_small",
}


def check_photo_reason(value: str) -> PhotoReason:
    if value in PHOTO_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PHOTO_REASON_VALUES!r}")
