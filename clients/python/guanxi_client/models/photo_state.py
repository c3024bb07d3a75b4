from typing import Literal

PhotoState = Literal["deleted", "ready", "rejected", "waiting"]

PHOTO_STATE_VALUES: set[PhotoState] = {
    "deleted",
    "ready",
    "rejected",
    "waiting",
}


def check_photo_state(value: str) -> PhotoState:
    if value in PHOTO_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PHOTO_STATE_VALUES!r}")
