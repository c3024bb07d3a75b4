from typing import Literal

ShowMediaSize = Literal["full", "thumb", "wide"]

SHOW_MEDIA_SIZE_VALUES: set[ShowMediaSize] = {
    "full",
    "thumb",
    "wide",
}


def check_show_media_size(value: str) -> ShowMediaSize:
    if value in SHOW_MEDIA_SIZE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SHOW_MEDIA_SIZE_VALUES!r}")
